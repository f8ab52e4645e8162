// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.grasslandcarbon.audit.blocks.BlockSource;
import org.grasslandcarbon.audit.blocks.BlocksUnreadableException;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.ledger.VerifiedAhead;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Reads blocks and verifies their signatures while the blocks before them are judged. It goes no
 * further than the next configuration, since that says whose signatures count after it.
 */
final class Lookahead {
  /** Blocks held in memory, twice: those that are judged and those that are prepared. */
  private static final int BLOCKS_MOST = 100;

  private static final long BYTES_MOST = 8L * 1024 * 1024;

  private final BlockSource source;
  private final VerifiedAhead instructions;
  private final ExecutorService executor;
  private CompletableFuture<Window> next;

  /**
   * Some blocks one after the other.
   *
   * @param blocks the blocks; none when there are no more
   * @param damage why there are no more, when what comes next is no block
   */
  record Window(List<PreparedBlock> blocks, Optional<BlocksUnreadableException> damage) {
    Window {
      blocks = List.copyOf(blocks);
    }

    boolean isLast() {
      return blocks.isEmpty() || damage.isPresent();
    }

    private boolean changesConfiguration() {
      return !blocks.isEmpty()
          && PreparedBlock.isConfiguration(blocks.get(blocks.size() - 1).block());
    }
  }

  Lookahead(BlockSource source, VerifiedAhead instructions, ExecutorService executor) {
    this.source = source;
    this.instructions = instructions;
    this.executor = executor;
  }

  /**
   * The next blocks, under the configuration that holds for them. What comes after them is prepared
   * meanwhile, if no configuration is among them.
   */
  Window take(Configuration configuration) {
    try {
      Window window = next == null ? read(configuration) : next.join();
      next =
          window.isLast() || window.changesConfiguration()
              ? null
              : CompletableFuture.supplyAsync(() -> read(configuration), reader());
      return window;
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** A thread of its own: it waits for those that verify. */
  private static java.util.concurrent.Executor reader() {
    return work -> {
      Thread thread = new Thread(work, "audit-reader");
      thread.setDaemon(true);
      thread.start();
    };
  }

  private Window read(Configuration configuration) {
    List<PreparedBlock> blocks = new ArrayList<>();
    long bytes = 0;
    try {
      while (blocks.size() < BLOCKS_MOST && bytes < BYTES_MOST) {
        Optional<Block> block = source.next();
        if (block.isEmpty()) {
          break;
        }
        bytes += block.get().getSerializedSize();
        blocks.add(PreparedBlock.of(block.get(), configuration, instructions, executor));
        if (PreparedBlock.isConfiguration(block.get())) {
          break;
        }
      }
    } catch (BlocksUnreadableException e) {
      if (e.isDamage()) {
        return new Window(blocks, Optional.of(e));
      }
      throw e;
    }
    return new Window(blocks, Optional.empty());
  }
}
