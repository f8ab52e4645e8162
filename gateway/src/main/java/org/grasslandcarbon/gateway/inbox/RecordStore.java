// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.IOException;
import java.util.List;
import org.grasslandcarbon.disk.AppendOnlyFile;

/** Where the inbox's records go. For one thread. */
interface RecordStore extends AutoCloseable {
  /**
   * Writes records; they are on disk when this returns.
   *
   * @throws IOException when they are not
   * @throws AppendOnlyFile.SyncFailure when nobody knows any more, and nothing can be written again
   */
  void append(List<InboxRecord> records) throws IOException;

  @Override
  void close() throws IOException;
}
