// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.time.Instant;

/**
 * Why the ledger is not believed at present.
 *
 * @param kind what is wrong with it
 * @param block the block that it lacks, or in which it differs
 * @param since when that was found
 */
public record LedgerDoubt(Kind kind, long block, Instant since) {
  /** What can be wrong with a ledger that was a good one before. */
  public enum Kind {
    /** It ends before a block that was taken from it. */
    SHORTER,
    /** It has another block in the place of one that was taken from it. */
    DIFFERENT
  }

  /** What exactly, in English. */
  public String detail() {
    return kind == Kind.SHORTER
        ? "the peer's ledger ends before block " + block + ", which this gateway has taken from it"
        : "block "
            + block
            + " of the peer's ledger is not the one that this gateway has taken from it";
  }
}
