// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Why the ledger is not believed at present.
 *
 * @param kind what is wrong with it
 * @param block the block that it lacks, or in which it differs
 * @param since when that was found
 */
public record LedgerDoubt(Kind kind, long block, Instant since) implements Bilingual {
  /** What can be wrong with a ledger that was a good one before. */
  public enum Kind {
    /** It ends before a block that was taken from it. */
    SHORTER,
    /** It has another block in the place of one that was taken from it. */
    DIFFERENT,
    /** It has grown beyond a block that is to be read from it, and does not have that block. */
    WITHOUT_EARLY_BLOCKS
  }

  @Override
  public Detail inWords() {
    return switch (kind) {
      case SHORTER ->
          zh("节点的账本在区块 %s 之前结束，而本网关已从中读取过该区块")
              .en(
                  "the peer's ledger ends before block %s, which this gateway has taken from it",
                  block);
      case DIFFERENT ->
          zh("节点账本的区块 %s 与本网关从中读取的不同")
              .en(
                  "block %s of the peer's ledger is not the one that this gateway has taken from it",
                  block);
      case WITHOUT_EARLY_BLOCKS ->
          zh("节点的账本已超过区块 %s，却没有该区块，而本网关尚须读取它")
              .en(
                  "the peer's ledger goes on after block %s and does not have it; this gateway has"
                      + " yet to read it",
                  block);
    };
  }

  /** What exactly, in English. */
  public String detail() {
    return inWords().en();
  }
}
