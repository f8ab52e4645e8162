// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A difference is found, shown, and excused only as it is written down. */
class DifferencesTest {
  private static final List<String> RECORDED = List.of("one", "two", "three", "four");

  @TempDir Path directory;

  private Differences known(String text) throws IOException {
    return Differences.read(Files.writeString(directory.resolve("differences.txt"), text));
  }

  @Test
  void equal_texts_have_no_problems() throws IOException {
    assertThat(known("# none\n").problems("s", RECORDED, RECORDED)).isEmpty();
  }

  @Test
  void every_place_where_texts_differ_is_shown_with_its_line() throws IOException {
    assertThat(known("").problems("s", RECORDED, List.of("one", "2", "three", "four", "five")))
        .containsExactly("@ line 2\n- two\n+ 2", "@ line 5\n+ five");
  }

  @Test
  void a_known_difference_is_excused_once_and_in_its_scenario_only() throws IOException {
    Differences known = known("scenario s\nbecause it is so\n- two\n+ 2\n");
    assertThat(known.problems("s", RECORDED, List.of("one", "2", "three", "four"))).isEmpty();
    assertThat(known.problems("t", RECORDED, List.of("one", "2", "three", "four")))
        .containsExactly("@ line 2\n- two\n+ 2");
    assertThat(
            known.problems(
                "s", List.of("two", "one", "two", "end"), List.of("2", "one", "2", "end")))
        .containsExactly("@ line 3\n- two\n+ 2");
  }

  @Test
  void a_known_difference_that_does_not_occur_is_a_problem() throws IOException {
    assertThat(
            known("scenario s\nbecause it is so\n- two\n+ 2\n").problems("s", RECORDED, RECORDED))
        .singleElement()
        .asString()
        .contains("no longer occurs")
        .contains("it is so")
        .contains("- two\n+ 2");
  }

  @Test
  void a_difference_without_a_reason_is_refused() {
    assertThatThrownBy(() -> known("scenario s\n- two\n+ 2\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without a scenario or a reason");
    assertThatThrownBy(() -> known("scenario s\nbecause so\ntwo\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two");
  }
}
