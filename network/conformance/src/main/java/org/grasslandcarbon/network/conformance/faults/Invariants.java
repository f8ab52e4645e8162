// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.registry.Verdict;

/**
 * What must hold whatever failed: nothing acknowledged is lost, nothing is applied twice, every
 * client was told what the ledger has, and all offices hold the same.
 *
 * <p>It knows only what it is given, so that a test can give it what must not be.
 */
final class Invariants {
  /** More would not be read. */
  private static final int SHOWN_MOST = 5;

  private final List<String> violations = new ArrayList<>();

  private Invariants() {}

  /**
   * Everything that does not hold; empty when all does.
   *
   * @param promises what the clients were told
   * @param opening what each holder had before, in tonnes
   * @param states what every office says now
   */
  static List<String> violations(
      List<Promise> promises, Map<String, Long> opening, List<OfficeState> states) {
    Invariants checks = new Invariants();
    for (OfficeState state : states) {
      Map<String, String> journal = checks.journal(state);
      checks.promises(promises, journal, state);
      checks.holdings(closing(promises, opening, journal), state);
    }
    for (OfficeState other : states.subList(1, states.size())) {
      checks.same(states.get(0), other);
    }
    return checks.violations;
  }

  /** What each holder has after the transfers that the journal says were applied. */
  static Map<String, Long> closing(
      List<Promise> promises, Map<String, Long> opening, Map<String, String> journal) {
    Map<String, Long> closing = new TreeMap<>(opening);
    for (Promise promise : promises) {
      if (Verdict.APPLIED.equals(journal.get(promise.id()))) {
        closing.merge(promise.from(), -promise.tonnes(), Long::sum);
        closing.merge(promise.to(), promise.tonnes(), Long::sum);
      }
    }
    return closing;
  }

  /** Outcomes by id; an id counts once. */
  private Map<String, String> journal(OfficeState state) {
    Map<String, String> journal = new HashMap<>();
    Set<String> twice = new TreeSet<>();
    for (OfficeState.Entry entry : state.entries()) {
      if (journal.put(entry.id(), entry.outcome()) != null) {
        twice.add(entry.id());
      }
    }
    violated(state, "instructions with two journal entries", twice);
    return journal;
  }

  private void promises(List<Promise> promises, Map<String, String> journal, OfficeState state) {
    Set<String> lost = new TreeSet<>();
    Set<String> untold = new TreeSet<>();
    Set<String> told = new TreeSet<>();
    Set<String> answered = new TreeSet<>();
    for (Promise promise : promises) {
      String outcome = journal.get(promise.id());
      if (promise.acknowledged() && outcome == null) {
        lost.add(promise.id());
      }
      if (promise.told().isEmpty()) {
        untold.add(promise.id());
      } else if (!promise.told().stream().allMatch(said -> agrees(said, outcome))) {
        told.add(promise.id() + " " + promise.told() + " is " + outcome);
      }
      String answer = state.answers().get(promise.id());
      if (answer == null ? outcome != null : !agrees(answer, outcome)) {
        answered.add(promise.id() + " " + answer + " is " + outcome);
      }
    }
    violated(state, "acknowledged instructions without a journal entry", lost);
    violated(state, "instructions whose client was told no outcome", untold);
    violated(state, "clients told otherwise than the journal", told);
    violated(state, "answers of the gateway that are not the journal's", answered);
  }

  /** Who asked without a token is told that an instruction was refused and not why. */
  private static boolean agrees(String said, String outcome) {
    return said.equals(outcome)
        || said.equals(JournalEntry.Outcome.REJECTED.name())
            && outcome != null
            && !outcome.equals(Verdict.APPLIED);
  }

  private void holdings(Map<String, Long> expected, OfficeState state) {
    Set<String> wrong = new TreeSet<>();
    expected.forEach(
        (holder, tonnes) -> {
          long said = state.holdings().getOrDefault(holder, 0L);
          if (said != tonnes) {
            wrong.add(holder + " has " + said + " t, by the applied instructions " + tonnes + " t");
          }
        });
    violated(state, "holdings that do not follow from the applied instructions", wrong);
    long before = expected.values().stream().mapToLong(Long::longValue).sum();
    long now = state.holdings().values().stream().mapToLong(Long::longValue).sum();
    if (before != now) {
      violations.add(state.office() + ": " + before + " t have become " + now + " t");
    }
    if (state.unaccounted() != 0) {
      violations.add(
          state.office() + ": " + state.unaccounted() + " t of the batch are in none of its parts");
    }
  }

  private void same(OfficeState first, OfficeState other) {
    if (!first.blocks().equals(other.blocks())) {
      violations.add(
          first.office() + " and " + other.office() + " differ " + whereBlocksDiffer(first, other));
    }
    if (!first.publicAnswers().equals(other.publicAnswers())) {
      violations.add(
          first.office()
              + " and "
              + other.office()
              + " answer the public otherwise: "
              + first.publicAnswers()
              + " and "
              + other.publicAnswers());
    }
  }

  private static String whereBlocksDiffer(OfficeState first, OfficeState other) {
    int most = Math.min(first.blocks().size(), other.blocks().size());
    for (int i = 0; i < most; i++) {
      if (!first.blocks().get(i).equals(other.blocks().get(i))) {
        return "in a block: " + first.blocks().get(i) + " and " + other.blocks().get(i);
      }
    }
    return "in height: " + first.blocks().size() + " and " + other.blocks().size() + " blocks";
  }

  private void violated(OfficeState state, String what, Set<String> found) {
    if (!found.isEmpty()) {
      String shown = String.join(", ", found.stream().limit(SHOWN_MOST).toList());
      violations.add(state.office() + ": " + found.size() + " " + what + ": " + shown);
    }
  }
}
