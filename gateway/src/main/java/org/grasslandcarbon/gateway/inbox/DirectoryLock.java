// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second gateway out of a directory; the system lets go of it when the process dies. */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  /**
   * Locks a directory.
   *
   * @throws InboxException when another process, or this one, has locked it
   */
  DirectoryLock(Path directory) throws IOException {
    channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!tryLock()) {
      channel.close();
      throw new InboxException(
          "another gateway is using "
              + directory
              + ": stop it, or give this one a directory of its own (grassland.data)");
    }
  }

  private boolean tryLock() throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
