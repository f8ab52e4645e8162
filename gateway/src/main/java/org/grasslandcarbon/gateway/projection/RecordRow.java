// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

/**
 * A record as the projection stores it.
 *
 * @param id the parts of its key with colons between
 * @param seq when it was first written, unless the table has it already
 * @param block the block of this write
 * @param value canonical JSON; absent ({@code null}) when the key was deleted
 */
record RecordRow(String id, long seq, long block, byte[] value) {
  boolean isDeletion() {
    return value == null;
  }

  /** This write, of a record that an earlier one may have made. */
  RecordRow after(RecordRow earlier) {
    return earlier.isDeletion() ? this : new RecordRow(id, earlier.seq, block, value);
  }
}
