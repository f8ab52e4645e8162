// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.junit.jupiter.api.Test;

class PublishCriteriaTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

  private final RegionsUnderTest regions = new RegionsUnderTest();

  private static PublishCriteria from(LocalDate day) {
    return ExampleCriteria.of(day, false);
  }

  private static PublishCriteria with(String pointer, String json) {
    return Edited.with(from(TODAY), pointer, json);
  }

  private String verdict(PublishCriteria action) {
    return regions.verdict(regions.authority, action);
  }

  private CriteriaVersions versions() {
    return regions.ledger.find(CriteriaVersions.KEY).orElseThrow();
  }

  @Test
  void criteria_stand_under_their_version_with_indicators_in_the_order_of_their_ids() {
    regions.ledger.apply(regions.authority, from(TODAY));
    Criteria criteria = regions.ledger.find(Criteria.key(1)).orElseThrow();
    assertThat(criteria.indicators())
        .extracting(each -> each.id().value())
        .containsExactly(
            "JOBS",
            "OVERLOAD_PERCENT",
            "PROJECT_AREA_HECTARES",
            "TRAINED_PERSONS",
            "VERIFIED_TONNES");
    assertThat(criteria.grades()).hasSize(3);
    assertThat(versions().on(TODAY)).map(CriteriaVersions.Version::version).contains(1);
    assertThat(versions().on(TODAY.minusDays(1))).isEmpty();
  }

  @Test
  void a_version_follows_another_and_leaves_it_as_it_is() {
    regions.ledger.apply(regions.authority, from(TODAY));
    Criteria before = regions.ledger.find(Criteria.key(1)).orElseThrow();
    regions.ledger.apply(
        regions.authority,
        Edited.with(from(TODAY.plusDays(1)), "/indicators/0/weightPerMille", "1"));
    assertThat(regions.ledger.find(Criteria.key(1))).contains(before);
    assertThat(versions().on(TODAY)).map(CriteriaVersions.Version::version).contains(1);
    assertThat(versions().on(TODAY.plusDays(1))).map(CriteriaVersions.Version::version).contains(2);
  }

  @Test
  void a_year_is_judged_by_the_version_of_its_last_day_and_before_any_by_the_first() {
    regions.ledger.apply(regions.authority, from(TODAY));
    regions.ledger.apply(regions.authority, from(LocalDate.of(2025, 6, 1)));
    regions.ledger.apply(regions.authority, from(LocalDate.of(2026, 6, 1)));
    LocalDate later = LocalDate.of(2027, 1, 1);
    assertThat(version(2024, later)).contains(1);
    assertThat(version(2025, later)).contains(2);
    assertThat(version(2026, later)).contains(3);
    // while the year goes on, by that of the day
    assertThat(version(2025, TODAY)).contains(1);
    assertThat(version(2024, TODAY.minusDays(1))).isEmpty();
  }

  private Optional<Integer> version(int year, LocalDate today) {
    return versions().of(year, today).map(CriteriaVersions.Version::version);
  }

  @Test
  void days_are_those_published_and_assumed_before() {
    assertThat(CoordinationDays.on(regions.records(), TODAY)).isEqualTo(CoordinationDays.ASSUMED);
    regions.ledger.apply(regions.authority, with("/days/information", "7"));
    assertThat(CoordinationDays.on(regions.records(), TODAY).information()).isEqualTo(7);
    assertThat(CoordinationDays.on(regions.records(), TODAY.minusDays(1)))
        .isEqualTo(CoordinationDays.ASSUMED);
  }

  @Test
  void only_the_authority_publishes_criteria() {
    assertThat(regions.verdict(regions.office, from(TODAY))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void criteria_do_not_begin_in_the_past() {
    assertThat(verdict(from(TODAY.minusDays(1)))).isEqualTo("BAD_CRITERIA");
  }

  @Test
  void criteria_begin_after_those_that_are_published() {
    regions.ledger.apply(regions.authority, from(TODAY.plusDays(9)));
    assertThat(verdict(from(TODAY.plusDays(9)))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(from(TODAY))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(from(TODAY.plusDays(10)))).isEqualTo("APPLIED");
  }

  @Test
  void criteria_begin_within_two_years_so_that_nobody_publishes_the_last_ones() {
    assertThat(verdict(from(TODAY.plusYears(2).plusDays(1)))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(from(TODAY.plusYears(2)))).isEqualTo("APPLIED");
  }

  @Test
  void an_id_means_the_same_in_all_versions() {
    PublishCriteria first = with("/indicators/3/id", "\"HERDERS\"");
    regions.ledger.apply(regions.authority, first);
    assertThat(regions.ledger.find(IndicatorMeaning.key(new IndicatorId("HERDERS"))))
        .contains(
            new IndicatorMeaning(
                Direction.HIGHER, new IndicatorId("HERDERS"), Optional.empty(), 1, "1"));
    // left out of a version, it means the same in the next
    regions.ledger.apply(regions.authority, from(TODAY.plusDays(1)));
    PublishCriteria next = Edited.with(first, "/validFrom", "\"2025-03-05\"");
    assertThat(verdict(Edited.with(next, "/indicators/3/unit", "\"10\"")))
        .isEqualTo("BAD_CRITERIA");
    assertThat(verdict(Edited.with(next, "/indicators/3/direction", "\"LOWER\"")))
        .isEqualTo("BAD_CRITERIA");
    assertThat(
            verdict(
                Edited.with(
                    Edited.with(next, "/indicators/3/ledger", "\"CERTIFIERS\""),
                    "/indicators/3/unit",
                    "\"1\"")))
        .isEqualTo("BAD_CRITERIA");
    assertThat(verdict(Edited.with(next, "/indicators/3/weightPerMille", "7")))
        .isEqualTo("APPLIED");
    assertThat(
            regions
                .ledger
                .find(IndicatorMeaning.key(new IndicatorId("HERDERS")))
                .orElseThrow()
                .since())
        .isEqualTo(1);
  }

  @Test
  void bounds_are_of_what_is_reported_and_leave_a_value() {
    assertThat(verdict(with("/indicators/0/most", "\"5\""))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(with("/indicators/0/least", "\"0\""))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(with("/indicators/3/most", "\"-1\""))).isEqualTo("BAD_CRITERIA");
    assertThat(
            verdict(
                Edited.with(with("/indicators/3/most", "\"5\""), "/indicators/3/least", "\"6\"")))
        .isEqualTo("BAD_CRITERIA");
    assertThat(
            verdict(
                Edited.with(with("/indicators/3/most", "\"5\""), "/indicators/3/least", "\"5\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void criteria_for_practice_do_not_follow_others() {
    regions.ledger.apply(regions.authority, ExampleCriteria.of(TODAY, true));
    regions.ledger.apply(regions.authority, ExampleCriteria.of(TODAY.plusDays(1), true));
    regions.ledger.apply(regions.authority, ExampleCriteria.of(TODAY.plusDays(2), false));
    assertThat(verdict(ExampleCriteria.of(TODAY.plusDays(3), true))).isEqualTo("BAD_CRITERIA");
  }

  @Test
  void an_indicator_is_there_once() {
    assertThat(verdict(with("/indicators/3/id", "\"JOBS\""))).isEqualTo("BAD_CRITERIA");
  }

  @Test
  void what_the_ledger_computes_is_there_once_in_its_unit_and_under_its_name_alone() {
    assertThat(
            verdict(
                Edited.with(
                    with("/indicators/3/ledger", "\"VERIFIED_TONNES\""),
                    "/indicators/3/unit",
                    "\"tCO2e\"")))
        .isEqualTo("BAD_CRITERIA");
    assertThat(verdict(with("/indicators/0/unit", "\"kg\""))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(Edited.without(from(TODAY), "/indicators/0/ledger")))
        .isEqualTo("BAD_CRITERIA");
    assertThat(verdict(with("/indicators/0/ledger", "\"TRADED_TONNES\"")))
        .isEqualTo("BAD_CRITERIA");
    // under a name of its own
    assertThat(verdict(with("/indicators/0/id", "\"OUR_TONNES\""))).isEqualTo("APPLIED");
  }

  @Test
  void what_the_registry_computes_with_is_in_its_unit() {
    assertThat(verdict(with("/indicators/3/unit", "\"course\""))).isEqualTo("BAD_CRITERIA");
  }

  @Test
  void grades_fall_down_to_0() {
    assertThat(verdict(with("/grades/1/fromScore", "80"))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(with("/grades/1/fromScore", "90"))).isEqualTo("BAD_CRITERIA");
    assertThat(verdict(with("/grades/2/fromScore", "1"))).isEqualTo("BAD_CRITERIA");
  }

  @Test
  void weights_of_the_two_order_parameters_are_a_whole() {
    assertThatThrownBy(() -> with("/coupling/lowCarbonEconomy", "501"))
        .hasMessageContaining("the weights of the two are 1000 together");
  }

  @Test
  void numbers_beyond_their_limits_are_malformed() {
    for (String[] each :
        new String[][] {
          {"/indicators/0/weightPerMille", "0"},
          {"/indicators/0/weightPerMille", "1001"},
          {"/leastCoveragePercent", "0"},
          {"/leastCoveragePercent", "101"},
          {"/grades/0/fromScore", "101"},
          {"/grades/0/budgetPerMille", "1001"},
          {"/days/appeal", "0"},
          {"/days/appeal", "121"},
          {"/indicators", "[]"},
          {"/grades", "[]"}
        }) {
      assertThat(malformed(with(each[0], each[1]))).as(each[0]).isEqualTo("MALFORMED");
    }
  }

  private String malformed(PublishCriteria action) {
    return regions
        .ledger
        .submit(regions.ledger.sign(TestLedger.newInstruction(), regions.authority, action))
        .get(0)
        .code();
  }

  @Test
  void there_is_a_limit_to_versions() {
    for (int i = 0; i < CriteriaVersions.VERSIONS_MOST; i++) {
      regions.ledger.apply(regions.authority, from(TODAY.plusDays(i)));
    }
    regions.ledger.advance(Duration.ofDays(1));
    assertThat(verdict(from(TODAY.plusDays(CriteriaVersions.VERSIONS_MOST))))
        .isEqualTo("TOO_LARGE");
  }
}
