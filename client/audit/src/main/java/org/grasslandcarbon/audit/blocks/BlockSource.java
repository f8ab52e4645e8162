// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Blocks one after the other, in the order in which whoever has them gives them: whether that is
 * the ledger's order is for the auditor to find out. For use by one thread.
 */
public interface BlockSource extends AutoCloseable {
  /**
   * The next block.
   *
   * @return empty when there is no more, for now
   * @throws BlocksUnreadableException when there is something that is no block, or nothing can be
   *     read
   */
  Optional<Block> next();

  /** The number of the last block that there is, as far as the source can tell. */
  Optional<Long> newest();

  /** What it is, for the report; no path and no address that would be of no use elsewhere. */
  String description();

  @Override
  void close();
}
