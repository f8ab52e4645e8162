// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;

/** Cuts what happens on a test's ledger into blocks, as a peer would deliver them. */
public final class RecordedBlocks {
  private final TestLedger ledger;
  private final String name;
  private final Map<String, byte[]> before = new HashMap<>();
  private final List<LedgerBlock> blocks = new ArrayList<>();

  /**
   * @param name distinguishes the transactions of one ledger from another's
   */
  public RecordedBlocks(TestLedger ledger, String name) {
    this.ledger = ledger;
    this.name = name;
    blocks.add(new LedgerBlock(0, List.of(), List.of()));
  }

  /** A block of each transaction that there has been on a ledger. */
  static RecordedBlocks ofEach(TestLedger ledger, String name) {
    RecordedBlocks blocks = new RecordedBlocks(ledger, name);
    for (SortedMap<String, byte[]> put : ledger.store().puts()) {
      List<StateWrite> writes = new ArrayList<>();
      put.forEach((key, value) -> writes.add(new StateWrite(key, value, false)));
      blocks.add(writes);
    }
    return blocks;
  }

  /**
   * Makes a block of everything written since the last one.
   *
   * @param instructions what the transaction was called with, if that is of interest
   */
  public LedgerBlock cut(byte[]... instructions) {
    List<StateWrite> writes = new ArrayList<>();
    ledger
        .store()
        .state()
        .forEach(
            (key, value) -> {
              if (!Arrays.equals(value, before.put(key, value))) {
                writes.add(new StateWrite(key, value, false));
              }
            });
    return add(writes, instructions);
  }

  /** Makes a block of any writes. */
  LedgerBlock add(List<StateWrite> writes, byte[]... instructions) {
    long number = blocks.size();
    List<byte[]> arguments = new ArrayList<>();
    arguments.add("submit".getBytes(StandardCharsets.UTF_8));
    Collections.addAll(arguments, instructions);
    LedgerTransaction transaction =
        new LedgerTransaction(
            name + "-" + number, Instant.parse("2025-03-03T02:00:00Z"), 0, arguments, writes);
    LedgerBlock block = new LedgerBlock(number, List.of(transaction), List.of());
    blocks.add(block);
    return block;
  }

  /** How many keys all blocks have written. */
  int states() {
    return before.size();
  }

  /** All blocks from 0 on. */
  public List<LedgerBlock> all() {
    return List.copyOf(blocks);
  }
}
