// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.audit.blocks.BlockSource;
import org.hyperledger.fabric.protos.common.Block;

/** Blocks that a test has in a list. */
class ListedBlocks implements BlockSource {
  private final Iterator<Block> rest;

  ListedBlocks(List<Block> blocks) {
    rest = blocks.iterator();
  }

  @Override
  public Optional<Block> next() {
    return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
  }

  @Override
  public Optional<Long> newest() {
    return Optional.empty();
  }

  @Override
  public String description() {
    return "list";
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
