// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

/**
 * The peer answered that it does not give a block. One that it must have by its height is missing
 * where the peer was restored from a snapshot: such a peer has no earlier blocks.
 */
public final class BlockNotServedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long block;

  /**
   * @param block the number of the block that was asked for
   */
  public BlockNotServedException(long block, Throwable cause) {
    super("the peer does not give block " + block + ": " + cause.getMessage(), cause);
    this.block = block;
  }

  long block() {
    return block;
  }
}
