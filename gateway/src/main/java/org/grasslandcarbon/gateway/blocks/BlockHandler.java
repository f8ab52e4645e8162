// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

/** Takes blocks one after the other, on the thread that reads them. */
@FunctionalInterface
public interface BlockHandler {
  /**
   * Takes the next block. Numbers come in order, none twice after it was taken, none left out;
   * blocks without transactions of ours come too, so that the reader knows how far it is.
   *
   * @throws Exception anything: the same block is handed over again, after a pause, until it is
   *     taken
   */
  void take(LedgerBlock block) throws Exception;
}
