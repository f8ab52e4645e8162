// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;

/** What fits into an instruction, and how what does not is divided among several. */
final class Parts {
  /** What an instruction has beside its arguments: action, id, participant, validity. */
  static final int ENVELOPE_BYTES = 300;

  /** Names of the arguments that are no list, and ids in them. */
  private static final int ARGUMENTS_BYTES = 200;

  private Parts() {}

  /** Whether arguments fit into an instruction. */
  static boolean fits(Record arguments) {
    return bytes(arguments) <= SignedInstruction.PAYLOAD_BYTES_MOST;
  }

  /** Bytes of an instruction with arguments. */
  static int bytes(Record arguments) {
    return Codec.write(arguments).length + ENVELOPE_BYTES;
  }

  /**
   * Rows in their order, as many in each part as an instruction holds: the same rows are always
   * divided in the same way, so that what is on the ledger already is found there.
   *
   * @param most rows of an instruction
   */
  static <T> List<List<T>> of(List<T> rows, int most) {
    int room = SignedInstruction.PAYLOAD_BYTES_MOST - ENVELOPE_BYTES - ARGUMENTS_BYTES;
    List<List<T>> parts = new ArrayList<>();
    List<T> part = new ArrayList<>();
    int bytes = 0;
    for (T row : rows) {
      int more = Codec.write(row).length + 1;
      if (!part.isEmpty() && (part.size() == most || bytes + more > room)) {
        parts.add(List.copyOf(part));
        part.clear();
        bytes = 0;
      }
      part.add(row);
      bytes += more;
    }
    if (!part.isEmpty()) {
      parts.add(List.copyOf(part));
    }
    return parts;
  }
}
