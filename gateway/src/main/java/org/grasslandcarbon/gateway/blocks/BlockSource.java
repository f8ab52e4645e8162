// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import org.hyperledger.fabric.protos.common.Block;

/** Where blocks come from: a peer, through the ledger client. */
@FunctionalInterface
public interface BlockSource {
  /**
   * Opens a stream of blocks that waits for those not yet made.
   *
   * @param fromBlock the first block's number
   */
  BlockStream open(long fromBlock);

  /** Blocks in order, until it breaks or is closed. */
  interface BlockStream extends AutoCloseable {
    /**
     * The next block; waits for it.
     *
     * @throws BlockNotServedException when the peer answers that it does not give the block
     * @throws RuntimeException when the connection is lost, the peer refuses or the stream was
     *     closed
     */
    Block next();

    /** Ends the stream; a waiting {@link #next} throws. May be called from any thread. */
    @Override
    void close();
  }
}
