// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final InstructionId GOAL = TestLedger.newInstruction();
  private static final LocalDate SINCE = LocalDate.of(2024, 11, 30);

  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, Reading> readings = new HashMap<>();

  /** Weights 300, 100, 200, 200, 200 of which 400 are of resources. */
  private static Criteria criteria() {
    PublishCriteria published = ExampleCriteria.of(LocalDate.of(2025, 1, 1), false);
    return new Criteria(
        published.coupling(),
        published.days(),
        published.document(),
        published.grades(),
        TestLedger.newInstruction(),
        published.indicators().stream().sorted(Comparator.comparing(Indicator::id)).toList(),
        published.leastCoveragePercent(),
        false,
        Instant.parse("2025-01-01T00:00:00Z"),
        published.validFrom(),
        1);
  }

  private void is(String indicator, String target, String actual) {
    targets.put(indicator, target);
    readings.put(indicator, Reading.of(Decimal.of(actual)));
  }

  private Scorecard scorecard() {
    return Scoring.of(
        criteria(),
        indicator ->
            Optional.ofNullable(targets.get(indicator.id().value()))
                .map(value -> new Aim(GOAL, SINCE, Decimal.of(value))),
        indicator ->
            readings.getOrDefault(indicator.id().value(), Reading.none(NoNumber.NOT_REPORTED)));
  }

  private static Scorecard.IndicatorScore line(Scorecard scorecard, String indicator) {
    return scorecard.indicators().stream()
        .filter(each -> each.indicator().value().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void score_is_the_weighted_mean_of_what_has_a_number_beside_how_much_has() {
    is("VERIFIED_TONNES", "1000", "500");
    is("OVERLOAD_PERCENT", "10", "40");
    is("TRAINED_PERSONS", "100", "100");
    Scorecard scorecard = scorecard();
    // (300 x 0.5 + 200 x 0.25 + 200 x 1) / 700 x 100 = 400 / 700 x 100
    assertThat(scorecard.score()).contains(Decimal.of("57.142857"));
    // 700 of 1000
    assertThat(scorecard.coveragePercent()).hasToString("70");
    assertThat(scorecard.award().orElseThrow().name().en()).isEqualTo("Insufficient");
    // u1 = 0.5 over VERIFIED_TONNES alone; u2 = (200 x 0.25 + 200 x 1) / 400 = 0.625
    Coupling coupling = scorecard.coupling().orElseThrow();
    assertThat(coupling.u1()).hasToString("0.5");
    assertThat(coupling.u2()).hasToString("0.625");
    assertThat(coupling.t()).hasToString("0.5625");
  }

  @Test
  void groups_have_scores_of_their_own_and_none_without_indicators() {
    is("VERIFIED_TONNES", "1000", "500");
    is("TRAINED_PERSONS", "100", "100");
    assertThat(scorecard().groups())
        .containsExactly(
            // 300 of 400 has a number
            new Scorecard.GroupScore(
                Decimal.of("75"), IndicatorGroup.RESOURCE, Optional.of(Decimal.of("50"))),
            new Scorecard.GroupScore(
                Decimal.of("100"), IndicatorGroup.CAPACITY, Optional.of(Decimal.of("100"))),
            new Scorecard.GroupScore(Decimal.of("0"), IndicatorGroup.ENVIRONMENT, Optional.empty()),
            new Scorecard.GroupScore(Decimal.of("0"), IndicatorGroup.ECONOMY, Optional.empty()));
  }

  @Test
  void a_region_of_which_nothing_is_known_has_no_score_and_not_0() {
    Scorecard scorecard = scorecard();
    assertThat(scorecard.score()).isEmpty();
    assertThat(scorecard.coveragePercent()).hasToString("0");
    assertThat(scorecard.award()).isEmpty();
    assertThat(scorecard.coupling()).isEmpty();
    assertThat(scorecard.indicators()).hasSize(5).allMatch(each -> each.attainment().isEmpty());
  }

  @Test
  void two_subsystems_are_coupled_only_where_both_have_a_number() {
    is("VERIFIED_TONNES", "1000", "500");
    assertThat(scorecard().coupling()).isEmpty();
    is("TRAINED_PERSONS", "100", "0");
    assertThat(scorecard().coupling().orElseThrow().d()).hasToString("0");
  }

  @Test
  void a_grade_needs_enough_of_the_weights() {
    is("VERIFIED_TONNES", "1000", "1000");
    // 300 of 1000, where 40 % are asked for
    assertThat(scorecard().score()).contains(Decimal.of("100"));
    assertThat(scorecard().award()).isEmpty();
    is("PROJECT_AREA_HECTARES", "10", "10");
    assertThat(scorecard().coveragePercent()).hasToString("40");
    assertThat(scorecard().award().orElseThrow().name().en()).isEqualTo("Excellent");
  }

  @Test
  void a_grade_begins_at_its_score() {
    is("VERIFIED_TONNES", "100", "80");
    is("PROJECT_AREA_HECTARES", "100", "80");
    assertThat(scorecard().award().orElseThrow().grade()).isEqualTo(1);
    is("PROJECT_AREA_HECTARES", "100", "79.99999");
    assertThat(scorecard().score()).contains(Decimal.of("79.999998"));
    assertThat(scorecard().award().orElseThrow().grade()).isEqualTo(2);
  }

  @Test
  void each_line_says_target_goal_value_gap_and_why_there_is_no_number() {
    is("VERIFIED_TONNES", "1000", "500");
    targets.put("JOBS", "10");
    readings.put("TRAINED_PERSONS", Reading.of(Decimal.of("7")));
    is("PROJECT_AREA_HECTARES", "0", "5");
    Scorecard scorecard = scorecard();
    Scorecard.IndicatorScore tonnes = line(scorecard, "VERIFIED_TONNES");
    assertThat(tonnes.goal()).contains(GOAL);
    assertThat(tonnes.target()).contains(Decimal.of("1000"));
    assertThat(tonnes.actual()).contains(Decimal.of("500"));
    assertThat(tonnes.attainment()).contains(Decimal.of("0.5"));
    assertThat(tonnes.gapPercent().orElseThrow()).hasToString("50");
    assertThat(tonnes.weightPerMille()).isEqualTo(300);
    assertThat(tonnes.unscored()).isEmpty();
    Scorecard.IndicatorScore jobs = line(scorecard, "JOBS");
    assertThat(jobs.unknown()).contains(NoNumber.NOT_REPORTED);
    assertThat(jobs.unscored()).contains(NoNumber.NOT_REPORTED);
    assertThat(jobs.target()).contains(Decimal.of("10"));
    Scorecard.IndicatorScore trained = line(scorecard, "TRAINED_PERSONS");
    assertThat(trained.unknown()).isEmpty();
    assertThat(trained.actual()).contains(Decimal.of("7"));
    assertThat(trained.unscored()).contains(NoNumber.NO_TARGET);
    Scorecard.IndicatorScore area = line(scorecard, "PROJECT_AREA_HECTARES");
    assertThat(area.unscored()).contains(NoNumber.ZERO_BASE);
    assertThat(area.gapPercent()).isEmpty();
  }

  @Test
  void steps_are_rounded_once_at_the_end() {
    // thirds of each: 1/3 rounded first would give 33.3333, and 33.333333 x 3 / 3 the same by luck
    is("VERIFIED_TONNES", "3", "1");
    is("TRAINED_PERSONS", "7", "1");
    is("JOBS", "11", "1");
    // (300/3 + 200/7 + 200/11) / 700 x 100 = (100 + 28.571428... + 18.181818...) / 7
    assertThat(scorecard().score()).contains(Decimal.of("20.964750"));
    assertThat(List.of(scorecard().coveragePercent())).containsExactly(Decimal.of("70"));
  }
}
