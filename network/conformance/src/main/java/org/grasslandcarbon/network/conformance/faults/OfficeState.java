// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one office says when asked after a fault: its peer in blocks, its gateway in answers.
 *
 * @param office whose it is
 * @param blocks of its peer, from the first that the load can have made, in order
 * @param entries the journal entries of those blocks, in order
 * @param answers of its gateway about the load's instructions: the outcome by id
 * @param holdings of its gateway: tonnes by holder
 * @param unaccounted tonnes issued in the batch less all its parts, as its gateway says; 0 when
 *     none is lost
 * @param publicAnswers of its gateway to what anybody may ask: digest by address
 */
record OfficeState(
    Office office,
    List<SeenBlock> blocks,
    List<Entry> entries,
    Map<String, String> answers,
    Map<String, Long> holdings,
    long unaccounted,
    Map<String, String> publicAnswers) {

  OfficeState {
    blocks = List.copyOf(blocks);
    entries = List.copyOf(entries);
    answers = new TreeMap<>(answers);
    holdings = new TreeMap<>(holdings);
    publicAnswers = new TreeMap<>(publicAnswers);
  }

  /**
   * What must be the same at all offices of a block.
   *
   * @param number the block's
   * @param header its header, which is what its hash is made of
   * @param commitHash Fabric's hash over the block's validation codes and writes and the commit
   *     hash of the block before
   */
  record SeenBlock(long number, String header, String commitHash) {}

  /**
   * A journal entry.
   *
   * @param id the instruction
   * @param outcome {@code APPLIED} or the code of the refusal
   */
  record Entry(String id, String outcome) {}
}
