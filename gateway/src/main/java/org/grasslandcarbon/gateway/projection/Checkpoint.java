// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

/**
 * How far the projection is, stored in the same database transaction as the rows it speaks of.
 *
 * @param block the last block projected; -1 when there is none
 * @param witnessBlock the last of them that had a transaction of ours; -1 when none had
 * @param witness that block's last transaction id, by which the ledger is known again: no two
 *     ledgers have the same transaction
 */
record Checkpoint(long block, long witnessBlock, String witness) {
  /** Nothing is projected yet. */
  static final Checkpoint NOTHING = new Checkpoint(-1, -1, null);

  /** Where reading begins after a start: at the block by which the ledger is known again. */
  long resumeAt() {
    return witnessBlock >= 0 ? witnessBlock : block + 1;
  }
}
