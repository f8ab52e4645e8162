// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.grasslandcarbon.network.conformance.coordination.Findings.Pair;
import org.junit.jupiter.api.Test;

/** Every mechanism has a case and a row, and findings see what is not as it must be. */
class CoordinationCasesTest {
  private static final Path PAGE = Path.of("../../docs/concepts/coordination.md");

  private final Findings seen = new Findings();

  @Test
  void there_is_a_case_for_each_of_the_thirty_five_mechanisms() {
    assertThat(CoordinationCases.all())
        .extracting(each -> each.name().substring(0, 4))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 35).mapToObj(i -> "E%02d_".formatted(i)).toList());
  }

  @Test
  void the_page_has_a_row_for_each_case_and_no_other() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| E"))
            .map(line -> line.substring(line.lastIndexOf('`', line.lastIndexOf('`') - 1) + 1))
            .map(rest -> rest.substring(0, rest.indexOf('`')))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(CoordinationCases.all().stream().map(Case::name).toList());
  }

  @Test
  void what_is_as_computed_is_no_violation() {
    seen.changes("score", Pair.of(60, "60"), Pair.of(90, "90"));
    seen.is("grade", 2, "2");
    assertThat(seen.violations()).isEmpty();
    assertThat(seen.lines()).containsExactly("score: 60 -> 90", "grade: 2");
  }

  @Test
  void a_number_that_is_not_as_computed_is_seen_before_and_after() {
    seen.changes("score", Pair.of(60, "61"), Pair.of(90, "91"));
    assertThat(seen.violations())
        .containsExactly("score before: 61, not 60", "score after: 91, not 90");
  }

  @Test
  void a_number_that_does_not_change_is_seen() {
    seen.changes("score", Pair.of(60, "60"), Pair.of(60, "60"));
    assertThat(seen.violations()).containsExactly("score has not changed: 60");
  }

  @Test
  void what_else_must_be_so_and_is_not_is_seen() {
    seen.is("refused with", "NOT_ALLOWED", "APPLIED");
    assertThat(seen.violations()).containsExactly("refused with: APPLIED, not NOT_ALLOWED");
  }
}
