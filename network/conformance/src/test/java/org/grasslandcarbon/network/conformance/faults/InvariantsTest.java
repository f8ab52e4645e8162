// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.network.conformance.faults.OfficeState.Entry;
import org.grasslandcarbon.network.conformance.faults.OfficeState.SeenBlock;
import org.junit.jupiter.api.Test;

/**
 * The invariants see each thing that must not be, in data of four offices that are otherwise good.
 */
class InvariantsTest {
  private static final Promise APPLIED = new Promise("1", "a", "b", 3, true, Set.of("APPLIED"));
  private static final Promise REFUSED =
      new Promise("2", "b", "a", 99, true, Set.of("INSUFFICIENT_CREDITS"));

  private final List<Promise> promises = new ArrayList<>(List.of(APPLIED, REFUSED));
  private final Map<String, Long> opening = Map.of("a", 10L, "b", 10L);
  private final List<Said> offices = Arrays.stream(Office.values()).map(Said::new).toList();

  /** What an office says; a test changes what it likes. */
  private static final class Said {
    final Office office;
    final List<SeenBlock> blocks =
        new ArrayList<>(List.of(new SeenBlock(7, "h7", "c7"), new SeenBlock(8, "h8", "c8")));
    final List<Entry> entries =
        new ArrayList<>(List.of(new Entry("1", "APPLIED"), new Entry("2", "INSUFFICIENT_CREDITS")));
    final Map<String, String> answers =
        new HashMap<>(Map.of("1", "APPLIED", "2", "INSUFFICIENT_CREDITS"));
    final Map<String, Long> holdings = new HashMap<>(Map.of("a", 7L, "b", 13L));
    final Map<String, String> publicAnswers = new HashMap<>(Map.of("/projects", "digest"));
    long unaccounted;

    Said(Office office) {
      this.office = office;
    }

    OfficeState state() {
      return new OfficeState(
          office, blocks, entries, answers, holdings, unaccounted, publicAnswers);
    }
  }

  private Said hebei() {
    return offices.get(Office.HEBEI.ordinal());
  }

  private List<String> violations() {
    return Invariants.violations(promises, opening, offices.stream().map(Said::state).toList());
  }

  @Test
  void good_data_pass() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void who_is_not_told_why_is_told_rejected_of_what_was_refused_and_of_nothing_else() {
    promises.set(1, new Promise("2", "b", "a", 99, true, Set.of("REJECTED")));
    offices.forEach(each -> each.answers.put("2", "REJECTED"));
    assertThat(violations()).isEmpty();
    promises.set(0, new Promise("1", "a", "b", 3, true, Set.of("REJECTED")));
    hebei().answers.put("1", "REJECTED");
    assertThat(violations())
        .anyMatch(each -> each.contains("1 [REJECTED] is APPLIED"))
        .anyMatch(each -> each.contains("1 REJECTED is APPLIED"));
  }

  @Test
  void an_acknowledged_instruction_that_is_nowhere_is_seen_as_lost() {
    promises.add(new Promise("3", "a", "b", 1, true, Set.of()));
    assertThat(violations())
        .anyMatch(each -> each.contains("acknowledged instructions without a journal entry: 3"))
        .anyMatch(each -> each.contains("told no outcome: 3"));
  }

  @Test
  void an_instruction_that_was_told_applied_and_is_nowhere_is_seen() {
    promises.add(new Promise("3", "a", "b", 1, true, Set.of("APPLIED")));
    assertThat(violations()).anyMatch(each -> each.contains("3 [APPLIED] is null"));
  }

  @Test
  void an_instruction_with_two_entries_is_seen() {
    offices.forEach(each -> each.entries.add(new Entry("1", "APPLIED")));
    assertThat(violations())
        .hasSize(4)
        .allMatch(each -> each.contains("instructions with two journal entries: 1"));
  }

  @Test
  void credits_that_moved_twice_for_one_entry_are_seen() {
    offices.forEach(each -> each.holdings.putAll(Map.of("a", 4L, "b", 16L)));
    assertThat(violations())
        .hasSize(4)
        .allMatch(each -> each.contains("a has 4 t, by the applied instructions 7 t"));
  }

  @Test
  void credits_that_come_from_nowhere_are_seen() {
    hebei().holdings.put("b", 14L);
    assertThat(violations())
        .hasSize(2)
        .anyMatch(each -> each.equals("hebei: 20 t have become 21 t"));
  }

  @Test
  void a_batch_whose_parts_do_not_add_up_is_seen() {
    hebei().unaccounted = 1;
    assertThat(violations()).singleElement().asString().contains("in none of its parts");
  }

  @Test
  void a_client_that_was_told_otherwise_than_the_journal_is_seen() {
    promises.set(1, new Promise("2", "b", "a", 99, true, Set.of("APPLIED")));
    assertThat(violations())
        .hasSize(4)
        .allMatch(each -> each.contains("2 [APPLIED] is INSUFFICIENT_CREDITS"));
  }

  @Test
  void a_client_that_was_told_two_outcomes_is_seen() {
    promises.set(0, new Promise("1", "a", "b", 3, true, Set.of("APPLIED", "EXPIRED")));
    assertThat(violations())
        .hasSize(4)
        .allMatch(each -> each.contains("clients told otherwise than the journal"));
  }

  @Test
  void a_gateway_that_answers_otherwise_is_seen() {
    hebei().answers.put("1", "RECEIVED");
    assertThat(violations())
        .singleElement()
        .asString()
        .startsWith("hebei: ")
        .contains("1 RECEIVED is APPLIED");
  }

  @Test
  void a_gateway_that_knows_nothing_of_an_instruction_is_seen() {
    hebei().answers.remove("1");
    assertThat(violations()).singleElement().asString().contains("1 null is APPLIED");
  }

  @Test
  void an_office_whose_journal_differs_is_seen() {
    hebei().entries.set(0, new Entry("1", "INSUFFICIENT_CREDITS"));
    assertThat(violations()).isNotEmpty().allMatch(each -> each.startsWith("hebei: "));
  }

  @Test
  void a_block_with_the_same_header_and_other_state_is_seen() {
    hebei().blocks.set(1, new SeenBlock(8, "h8", "other"));
    assertThat(violations())
        .singleElement()
        .asString()
        .startsWith("beijing and hebei differ in a block")
        .contains("other");
  }

  @Test
  void an_office_that_lags_behind_is_seen() {
    hebei().blocks.remove(1);
    assertThat(violations()).singleElement().asString().contains("in height: 2 and 1 blocks");
  }

  @Test
  void an_office_that_answers_the_public_otherwise_is_seen() {
    hebei().publicAnswers.put("/projects", "other");
    assertThat(violations()).singleElement().asString().contains("answer the public otherwise");
  }
}
