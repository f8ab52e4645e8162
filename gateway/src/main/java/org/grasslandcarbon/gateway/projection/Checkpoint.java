// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Optional;

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

  /**
   * With one more block projected.
   *
   * @param number the block's
   * @param lastTransaction its last transaction of ours
   * @throws IllegalStateException when blocks were left out before it
   */
  Checkpoint followedBy(long number, Optional<String> lastTransaction) {
    if (number != block + 1) {
      throw new IllegalStateException("block " + number + " cannot follow block " + block);
    }
    return lastTransaction
        .map(transaction -> new Checkpoint(number, number, transaction))
        .orElseGet(() -> new Checkpoint(number, witnessBlock, witness));
  }

  /** Where reading begins after a start: at the block by which the ledger is known again. */
  long resumeAt() {
    return witnessBlock >= 0 ? witnessBlock : block + 1;
  }
}
