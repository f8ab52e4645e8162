// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.quantification.Algorithms;
import org.grasslandcarbon.domain.quantification.Equation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlagCodeTest {
  private static final Path PAGE = Path.of("../../docs/reference/plausibility.md");

  @ParameterizedTest
  @EnumSource
  void every_code_says_what_is_so_and_what_an_honest_owner_shows(FlagCode code) {
    assertThat(code.zh()).matches("[^；]*\\p{IsHan}[^；]*；请出示[^；]+。");
    assertThat(code.en()).matches("[A-Z][^:]+: show [^:]+\\.");
    assertThat(code.en()).doesNotContainPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @EnumSource
  void a_code_has_a_unit_where_it_has_a_limit(FlagCode code) {
    assertThat(code.unit().isEmpty()).isEqualTo(code.bound() == FlagCode.Bound.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void the_page_has_every_code(FlagCode code) throws IOException {
    assertThat(Files.readString(PAGE)).contains("| `" + code + "` |");
  }

  @Test
  void the_equations_that_are_looked_up_exist() {
    Set<String> known =
        Algorithms.all().stream()
            .flatMap(each -> each.equations().stream())
            .map(Equation::id)
            .collect(Collectors.toSet());
    assertThat(known)
        .contains(
            Sheet.SOIL_MASS,
            Sheet.STOCK_BY_MASS,
            Sheet.STOCK_BY_DEPTH,
            Sheet.MEAN,
            Sheet.YEARS,
            Sheet.SOIL_OF_STRATUM);
    assertThat(Stream.of(ActivityFlags.Activity.values()).flatMap(each -> each.equations.stream()))
        .doesNotHaveDuplicates()
        .isSubsetOf(known);
  }
}
