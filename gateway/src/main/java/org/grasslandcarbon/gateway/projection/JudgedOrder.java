// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;

/**
 * What a transaction wrote, its journal entries in the order in which their instructions were
 * judged. A transaction's writes stand in the order of their keys, which for entries is chance;
 * where a serial is that two of its instructions moved, and what a balance was in between, only the
 * order of its arguments tells.
 */
final class JudgedOrder {
  private JudgedOrder() {}

  /** The writes of a transaction; those that are no journal entries stay where they are. */
  static List<StateWrite> of(LedgerTransaction transaction) {
    List<StateWrite> entries = transaction.writes().stream().filter(JudgedOrder::isEntry).toList();
    if (entries.size() < 2) {
      return transaction.writes();
    }
    Map<String, Integer> judged = judged(transaction.arguments());
    List<StateWrite> ordered = new ArrayList<>(entries);
    ordered.sort(
        Comparator.comparingInt(
            entry -> judged.getOrDefault(Keys.parts(entry.key()).get(1), Integer.MAX_VALUE)));
    List<StateWrite> writes = new ArrayList<>(transaction.writes().size());
    int next = 0;
    for (StateWrite write : transaction.writes()) {
      writes.add(isEntry(write) ? ordered.get(next++) : write);
    }
    return writes;
  }

  private static boolean isEntry(StateWrite write) {
    return Keys.isComposite(write.key())
        && Keys.parts(write.key()).get(0).equals(JournalEntry.TYPE.name());
  }

  /** The first of several texts under one id is the one that was judged. */
  private static Map<String, Integer> judged(List<byte[]> arguments) {
    Map<String, Integer> judged = new HashMap<>();
    for (int i = 1; i < arguments.size(); i++) {
      try {
        String id = SignedInstruction.parse(arguments.get(i)).instruction().id().value();
        judged.putIfAbsent(id, i);
      } catch (RegistryException malformed) {
        // It has no entry.
        continue;
      }
    }
    return judged;
  }
}
