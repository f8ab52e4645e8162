// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every figure of random worksheets against a second computation. How many can be given: {@code
 * -Dgrassland.draws=150}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockChangeAgainTest {
  private static final int DRAWS = Integer.getInteger("grassland.draws", 60);
  private static final BigDecimal CLOSE = new BigDecimal("1e-18");

  private final Map<Long, Quantification> quantified = new HashMap<>();

  private Quantification done(long seed) {
    return quantified.computeIfAbsent(seed, any -> StockChangeDraw.of(seed).run());
  }

  @Test
  void every_figure_of_random_subjects_is_that_of_a_second_computation() {
    TreeSet<String> equations = new TreeSet<>();
    for (long seed = 1; seed <= DRAWS; seed++) {
      StockChangeCase made = StockChangeDraw.of(seed);
      Quantification done = done(seed);
      Map<String, BigDecimal> expected = new StockChangeAgain(made).figures();
      for (Quantification.Line line : done.lines()) {
        String what = "seed " + seed + ", line " + line.number() + ", " + line.symbol();
        assertThat(expected).as(what).containsKey(line.symbol());
        assertClose(what, line.value().value(), expected.get(line.symbol()));
        equations.add(line.equation());
      }
      List<String> found = done.lines().stream().map(Quantification.Line::symbol).toList();
      assertThat(StockChangeAgain.missing(expected, found)).as("seed " + seed).isEmpty();
      for (Quantification.Vintage vintage : done.vintages()) {
        assertThat(vintage.tonnes().value())
            .as("seed " + seed)
            .isEqualByComparingTo(expected.get("ERR_NET " + vintage.year()));
      }
    }
    assertThat(equations)
        .as("the draws use every equation")
        .containsExactlyInAnyOrderElementsOf(
            StockChangeEquations.all().stream().map(Equation::id).toList());
  }

  private static void assertClose(String what, BigDecimal value, BigDecimal expected) {
    BigDecimal tolerance = expected.abs().max(BigDecimal.ONE).multiply(CLOSE);
    assertThat(value.subtract(expected).abs()).as(what).isLessThanOrEqualTo(tolerance);
  }

  @Test
  void the_draws_meet_gains_and_losses_both_settings_of_the_switch_and_both_branches_of_herds() {
    TreeSet<String> met = new TreeSet<>();
    for (long seed = 1; seed <= DRAWS; seed++) {
      Quantification done = done(seed);
      for (Quantification.Line line : done.lines()) {
        int sign = line.value().value().signum();
        switch (line.equation()) {
          case "44/45a" -> met.add("J " + sign);
          case "37a" -> met.add("I " + sign);
          case "37c" -> met.add("MINP " + sign);
          case "37d" -> met.add("MAXP " + sign);
          case "36" -> met.add("LK " + sign);
          case "71b" -> met.add("COV " + sign);
          default -> {}
        }
      }
    }
    assertThat(met)
        .contains(
            "J 1", "J -1", "I 0", "I 1", "MINP 1", "MINP -1", "MAXP 1", "MAXP -1", "LK 0", "LK 1",
            "COV 1", "COV -1");
  }
}
