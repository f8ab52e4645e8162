// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.network.conformance.coordination.Findings.Pair;
import org.junit.jupiter.api.Test;

/** Every mechanism has a case and a row, and findings see what is not as it must be. */
class CoordinationCasesTest {
  private static final Path PAGE = Path.of("../../docs/concepts/coordination.md");

  /** Of a row that no instruction changes. */
  private static final String TYPED = "none: what is typed";

  private static final List<String> READ_MODELS =
      List.of("RegionScorecard", "GoalTree", "SharingBoard", "Opportunities", "RegionEconomy");

  private static final Pattern READ_FROM =
      Pattern.compile("(" + String.join("|", READ_MODELS) + "|`/[a-z/-]+`)[:,] .+");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

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
        rows().stream()
            .map(line -> line.substring(line.lastIndexOf('`', line.lastIndexOf('`') - 1) + 1))
            .map(rest -> rest.substring(0, rest.indexOf('`')))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(CoordinationCases.all().stream().map(Case::name).toList());
  }

  @Test
  void a_row_has_its_cases_number_instructions_that_there_are_and_where_it_is_read_from()
      throws IOException {
    for (String line : rows()) {
      List<String> cells = List.of(line.split(" *\\| *"));
      int number = Integer.parseInt(cells.get(1).substring(1, cells.get(1).indexOf(' ')));
      assertThat(cells.get(4)).as(line).startsWith("`E%02d_".formatted(number));
      assertThat(names(cells.get(2)))
          .as(line)
          .allSatisfy(name -> assertThat(Catalogue.find(name)).as(name).isPresent());
      assertThat(names(cells.get(2)).isEmpty()).as(line).isEqualTo(cells.get(2).equals(TYPED));
      assertThat(READ_FROM.matcher(cells.get(3)).lookingAt()).as(line).isTrue();
    }
  }

  @Test
  void each_of_the_five_read_models_is_read_by_some_case() throws IOException {
    String all = String.join("\n", rows());
    assertThat(READ_MODELS).allSatisfy(name -> assertThat(all).contains(name + ": "));
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| E")).toList();
  }

  private static List<String> names(String cell) {
    return QUOTED.matcher(cell).results().map(each -> each.group(1)).toList();
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
