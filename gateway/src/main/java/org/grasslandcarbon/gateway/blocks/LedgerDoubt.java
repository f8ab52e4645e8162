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
    DIFFERENT,
    /** It has grown beyond a block that is to be read from it, and does not have that block. */
    WITHOUT_EARLY_BLOCKS
  }

  /** What exactly, in English. */
  public String detail() {
    return switch (kind) {
      case SHORTER ->
          "the peer's ledger ends before block " + block + ", which this gateway has taken from it";
      case DIFFERENT ->
          "block "
              + block
              + " of the peer's ledger is not the one that this gateway has taken from it";
      case WITHOUT_EARLY_BLOCKS ->
          "the peer's ledger goes on after block "
              + block
              + " and does not have it; this gateway has yet to read it";
    };
  }
}
