// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.util.List;

/** Takes blocks, in order and without gaps. */
@FunctionalInterface
public interface BlockHandler {
  /**
   * A block has arrived; it is handed over to {@link #take} later. Called on the thread that reads,
   * while those before are taken, so it must wait for nothing and throw nothing; a block that is
   * read again, after a failure, comes again.
   */
  default void arrived(LedgerBlock block) {}

  /**
   * Takes the next blocks: all that have arrived since the last were taken, up to a limit, so that
   * a handler that has fallen behind catches up in larger steps. Numbers come in order, none twice
   * after it was taken, none left out; blocks without transactions of ours come too, so that the
   * reader knows how far it is. One call at a time.
   *
   * @param blocks at least one
   * @throws Exception anything: the same blocks are handed over again, after a pause, until they
   *     are taken
   */
  void take(List<LedgerBlock> blocks) throws Exception;

  /**
   * Where reading goes on after a failure. A handler that can lose what it took, as a database does
   * that comes back as it was a moment ago, takes it again.
   *
   * @param next the block after the last that was taken
   * @return that one or one before it
   */
  default long resumesAt(long next) {
    return next;
  }
}
