// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

/** Follows the ledger's blocks for as long as it is asked to, whatever becomes of the peer. */
public final class LedgerBlocks {
  /**
   * @param source the peer
   * @param chaincode the name of our chaincode, whose transactions are handed over
   */
  public LedgerBlocks(BlockSource source, String chaincode) {}

  /**
   * Hands over every block from a number on, in order and without gaps, on a thread of its own. A
   * lost connection is opened again after a pause, for ever; a block whose handler throws is handed
   * over again after a pause.
   *
   * @param fromBlock the first block's number: one more than the last that the reader has stored
   */
  public Following follow(long fromBlock, BlockHandler handler) {
    throw new UnsupportedOperationException();
  }

  /** A reader at work. */
  public interface Following extends AutoCloseable {
    /** Whether blocks, or word that there are none yet, can reach us at present. */
    boolean isConnected();

    /** Stops; returns when the block in hand is finished. */
    @Override
    void close();
  }
}
