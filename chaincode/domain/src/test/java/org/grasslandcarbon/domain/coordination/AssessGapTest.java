// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

class AssessGapTest {
  private static final InstructionId GOAL = TestLedger.newInstruction();
  private static final RegionCode PROVINCE = RegionsUnderTest.PROVINCE;
  private static final RegionCode BANNER = RegionsUnderTest.BANNER;

  private final RegionsUnderTest regions = new RegionsUnderTest();

  AssessGapTest() {
    regions.publishCriteria();
    regions.assign(PROVINCE, regions.assessor, RegionsUnderTest.YEAR);
    regions.targets(
        PROVINCE,
        List.of(BANNER),
        RegionsUnderTest.target(GOAL, "TRAINED_PERSONS", "100"),
        RegionsUnderTest.target(GOAL, "VERIFIED_TONNES", "1000"));
    regions.targets(BANNER, List.of(), RegionsUnderTest.target(GOAL, "VERIFIED_TONNES", "400"));
    regions.totals(PROVINCE, issued(600));
    regions.totals(BANNER, issued(100));
    report("90");
  }

  private static RegionYear issued(long tonnes) {
    return new RegionYear(
        Optional.empty(),
        Optional.of(
            new RegionYear.Credits(Tonnes.ZERO, Tonnes.of(tonnes), Tonnes.ZERO, Tonnes.of(tonnes))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RegionsUnderTest.YEAR);
  }

  private static AssessGap assess() {
    return new AssessGap(
        AssessGap.TYPE.example().actions(),
        Sha256.of("findings"),
        List.of(
            new Assessment.ProposedTarget(
                ExampleCriteria.TRAINED_PERSONS, Decimal.of("150"), 2026)),
        PROVINCE,
        Sha256.of("report"),
        RegionsUnderTest.YEAR);
  }

  private String verdict(AssessGap action) {
    return regions.verdict(regions.assessor, action);
  }

  private Assessment assessed() {
    return regions
        .ledger
        .find(Assessment.key(regions.ledger.apply(regions.assessor, assess())))
        .orElseThrow();
  }

  private void uphold(Assessment assessment) {
    regions.put(assessment.appealedBy(TestLedger.newInstruction()).upheld());
  }

  @Test
  void the_ledger_computes_every_number_of_the_region_and_of_those_below() {
    regions.put(
        new IndicatorReport(
            List.of(),
            false,
            PROVINCE,
            List.of(
                new IndicatorReport.Reported(
                    false,
                    regions.ledger.time(),
                    regions.office,
                    RegionsUnderTest.DOCUMENT,
                    GOAL,
                    ExampleCriteria.TRAINED_PERSONS,
                    List.of(),
                    Decimal.of("90"))),
            RegionsUnderTest.YEAR));
    Assessment assessment = assessed();
    // (300 x 600/1000 + 200 x 90/100) / 500 x 100 = 360 / 5
    assertThat(assessment.scorecard().score()).contains(Decimal.of("72"));
    assertThat(assessment.scorecard().coveragePercent()).hasToString("50");
    assertThat(assessment.scorecard().award().orElseThrow().name().en()).isEqualTo("Sufficient");
    // 100 of 400; 300 of 1000 weights, too few for a grade
    assertThat(assessment.children())
        .containsExactly(
            new Assessment.ChildScore(
                Decimal.of("30"), Optional.empty(), BANNER, Optional.of(Decimal.of("25"))));
    assertThat(assessment.criteria()).isEqualTo(1);
    assertThat(assessment.assessor()).isEqualTo(regions.assessor);
    assertThat(assessment.upheldBy()).isEmpty();
    assertThat(assessment.replaces()).isEmpty();
  }

  @Test
  void who_is_assessed_again_is_judged_by_what_stood_at_the_first_assessment() {
    Assessment first = assessed();
    uphold(first);
    report("100");
    ParticipantId other = regions.ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
    regions.assign(PROVINCE, other, RegionsUnderTest.YEAR);
    Assessment again =
        regions.ledger.find(Assessment.key(regions.ledger.apply(other, assess()))).orElseThrow();
    assertThat(again.replaces()).contains(first.id());
    assertThat(again.scorecard().score()).isEqualTo(first.scorecard().score());
    Scorecard.IndicatorScore trained =
        again.scorecard().indicators().stream()
            .filter(each -> each.indicator().equals(ExampleCriteria.TRAINED_PERSONS))
            .findFirst()
            .orElseThrow();
    assertThat(trained.actual()).contains(Decimal.of("90"));
    assertThat(trained.later()).contains(Decimal.of("100"));
  }

  private void report(String trained) {
    regions.ledger.apply(regions.office, reported(trained));
  }

  private static ReportIndicators reported(String trained) {
    return new ReportIndicators(
        Optional.empty(),
        PROVINCE,
        Optional.empty(),
        Optional.of(
            List.of(
                new ReportIndicators.Value(
                    Sha256.of("evidence"), ExampleCriteria.TRAINED_PERSONS, Decimal.of(trained)))),
        RegionsUnderTest.YEAR);
  }

  @Test
  void an_appeal_has_a_last_day_by_the_calendar() {
    Assessment assessment = assessed();
    // 15 working days from Tuesday 4 March 2025 on
    assertThat(assessment.appealUntil()).isEqualTo(LocalDate.of(2025, 3, 24));
    assertThat(assessment.canBeAppealed(LocalDate.of(2025, 3, 24))).isTrue();
    assertThat(assessment.canBeAppealed(LocalDate.of(2025, 3, 25))).isFalse();
  }

  @Test
  void without_a_calendar_nobody_knows_the_last_day() {
    regions.ledger.setTime(Instant.parse("2026-03-03T02:00:00Z"));
    assertThat(verdict(assess())).isEqualTo("NO_CALENDAR");
  }

  @Test
  void the_sum_of_targets_below_is_no_target_of_the_region() {
    regions.put(
        new RegionTargets(
            List.of(),
            false,
            Optional.empty(),
            BANNER,
            List.of(
                new RegionTargets.Target(
                    Decimal.of("400"),
                    Optional.empty(),
                    ExampleCriteria.VERIFIED_TONNES,
                    1,
                    Optional.empty(),
                    Optional.empty())),
            RegionsUnderTest.YEAR));
    assertThat(assessed().children().get(0).score()).isEmpty();
  }

  @Test
  void a_region_without_targets_is_assessed_and_has_no_score() {
    regions.targets(PROVINCE, List.of());
    Assessment assessment = assessed();
    assertThat(assessment.scorecard().score()).isEmpty();
    assertThat(assessment.scorecard().indicators())
        .allMatch(each -> each.unscored().equals(Optional.of(NoNumber.NO_TARGET)));
    assertThat(assessment.children()).isEmpty();
  }

  @Test
  void only_an_assessor_assesses() {
    assertThat(regions.verdict(regions.office, assess())).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void the_nation_is_not_assessed_by_an_instruction() {
    regions.assign(RegionCode.NATION, regions.assessor, RegionsUnderTest.YEAR);
    assertThat(verdict(Edited.with(assess(), "/region", "\"000000\""))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void the_region_is_known() {
    assertThat(verdict(Edited.with(assess(), "/region", "\"150100\""))).isEqualTo("UNKNOWN_REGION");
  }

  @Test
  void an_assessor_of_the_province_does_not_assess_it_or_what_lies_in_it() {
    ParticipantId own = regions.ledger.admit(BANNER, Role.ASSESSOR);
    regions.assign(PROVINCE, own, RegionsUnderTest.YEAR);
    assertThat(regions.verdict(own, assess())).isEqualTo("NOT_INDEPENDENT");
    ParticipantId ofProvince = regions.ledger.admit(PROVINCE, Role.ASSESSOR);
    regions.assign(BANNER, ofProvince, RegionsUnderTest.YEAR);
    assertThat(
            regions.verdict(
                ofProvince, Edited.with(assess(), "/region", "\"" + BANNER.value() + "\"")))
        .isEqualTo("NOT_INDEPENDENT");
  }

  @Test
  void only_the_assessor_whom_the_authority_assigned_to_the_year_assesses() {
    ParticipantId other = regions.ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
    assertThat(regions.verdict(other, assess())).isEqualTo("NOT_ASSIGNED");
    assertThat(verdict(Edited.with(assess(), "/year", "2023"))).isEqualTo("NOT_ASSIGNED");
    assertThat(verdict(Edited.with(assess(), "/region", "\"" + BANNER.value() + "\"")))
        .isEqualTo("NOT_ASSIGNED");
  }

  @Test
  void a_year_that_is_not_over_is_not_assessed() {
    regions.assign(PROVINCE, regions.assessor, 2025);
    assertThat(verdict(Edited.with(assess(), "/year", "2025"))).isEqualTo("YEAR_NOT_OVER");
  }

  @Test
  void nobody_is_assessed_without_criteria() {
    RegionsUnderTest bare = new RegionsUnderTest();
    bare.assign(PROVINCE, bare.assessor, RegionsUnderTest.YEAR);
    assertThat(bare.verdict(bare.assessor, assess())).isEqualTo("NO_CRITERIA");
  }

  private void at(String time) {
    regions.ledger.setTime(Instant.parse(time));
  }

  @Test
  void what_has_a_target_is_waited_for_until_it_is_reported_or_three_months_are_over() {
    regions.targets(BANNER, List.of(), RegionsUnderTest.target(GOAL, "TRAINED_PERSONS", "10"));
    InstructionId id = TestLedger.newInstruction();
    regions.ledger.submit(regions.ledger.sign(id, regions.assessor, assess()));
    JournalEntry refused = regions.ledger.journal(id);
    assertThat(refused.code()).contains(ErrorCode.ASSESSED_TOO_EARLY);
    assertThat(refused.detail().orElseThrow())
        .isEqualTo(
            "152502, TRAINED_PERSONS is not said yet; from 2025-04-01 on, Beijing time, the year is assessed without it");
    at("2025-03-31T15:59:59Z");
    assertThat(verdict(assess())).isEqualTo("ASSESSED_TOO_EARLY");
    at("2025-03-31T16:00:00Z");
    assertThat(assessed().children().get(0).score()).isEmpty();
  }

  @Test
  void what_is_all_reported_is_assessed_at_once() {
    regions.targets(BANNER, List.of(), RegionsUnderTest.target(GOAL, "TRAINED_PERSONS", "10"));
    assertThat(verdict(assess())).isEqualTo("ASSESSED_TOO_EARLY");
    regions.ledger.apply(
        regions.office, Edited.with(reported("5"), "/region", "\"" + BANNER.value() + "\""));
    assertThat(verdict(assess())).isEqualTo("APPLIED");
  }

  @Test
  void balances_of_pastures_are_waited_for_as_reports_are() {
    regions.targets(BANNER, List.of(), RegionsUnderTest.target(GOAL, "OVERLOAD_PERCENT", "10"));
    assertThat(verdict(assess())).isEqualTo("ASSESSED_TOO_EARLY");
    at("2025-03-31T16:00:00Z");
    assertThat(verdict(assess())).isEqualTo("APPLIED");
  }

  @Test
  void who_is_assessed_again_is_not_waited_for() {
    Assessment first = assessed();
    uphold(first);
    regions.targets(PROVINCE, List.of(BANNER), RegionsUnderTest.target(GOAL, "JOBS", "7"));
    ParticipantId other = regions.ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
    regions.assign(PROVINCE, other, RegionsUnderTest.YEAR);
    assertThat(regions.verdict(other, assess())).isEqualTo("APPLIED");
  }

  @Test
  void a_year_s_trades_are_waited_for_until_they_are_told() {
    RegionsUnderTest traded = new RegionsUnderTest();
    PublishCriteria criteria = ExampleCriteria.of(traded.today(), false);
    traded.ledger.apply(
        traded.authority,
        Edited.with(
            Edited.with(criteria, "/indicators/0/id", "\"TRADED_TONNES\""),
            "/indicators/0/ledger",
            "\"TRADED_TONNES\""));
    traded.assign(PROVINCE, traded.assessor, 2025);
    traded.put(
        new RegionTargets(
            List.of(),
            false,
            Optional.empty(),
            PROVINCE,
            List.of(RegionsUnderTest.target(GOAL, "TRADED_TONNES", "5")),
            2025),
        new Calendar(RegionsUnderTest.DOCUMENT, List.of(), List.of(), 2026));
    AssessGap of2025 = Edited.with(assess(), "/year", "2025");
    traded.ledger.setTime(Instant.parse("2026-01-31T15:59:59Z"));
    assertThat(traded.verdict(traded.assessor, of2025)).isEqualTo("ASSESSED_TOO_EARLY");
    traded.ledger.setTime(Instant.parse("2026-01-31T16:00:00Z"));
    assertThat(traded.verdict(traded.assessor, of2025)).isEqualTo("APPLIED");
  }

  @Test
  void a_scorecard_says_since_when_a_target_holds() {
    assertThat(
            assessed().scorecard().indicators().stream()
                .filter(each -> each.target().isPresent())
                .map(Scorecard.IndicatorScore::targetSince))
        .containsExactly(Optional.of(RegionsUnderTest.SINCE), Optional.of(RegionsUnderTest.SINCE));
  }

  @Test
  void a_year_is_assessed_once() {
    assessed();
    ParticipantId other = regions.ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
    regions.assign(PROVINCE, other, RegionsUnderTest.YEAR);
    assertThat(regions.verdict(other, assess())).isEqualTo("ALREADY_ASSESSED");
  }

  @Test
  void after_an_appeal_was_upheld_another_assessor_assesses_again() {
    Assessment first = assessed();
    uphold(first);
    assertThat(verdict(assess())).isEqualTo("ALREADY_ASSESSED");
    ParticipantId other = regions.ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
    regions.assign(PROVINCE, other, RegionsUnderTest.YEAR);
    InstructionId second = regions.ledger.apply(other, assess());
    assertThat(regions.ledger.find(Assessment.key(second)).orElseThrow().replaces())
        .contains(first.id());
    RegionAssessments made =
        regions
            .ledger
            .find(RegionAssessments.key(PROVINCE, RegionsUnderTest.YEAR, false))
            .orElseThrow();
    assertThat(made.assessments())
        .containsExactly(
            new RegionAssessments.Made(first.id(), regions.assessor),
            new RegionAssessments.Made(second, other));
    assertThat(made.newest()).contains(second);
  }

  @Test
  void an_assessment_for_practice_is_in_no_real_one_s_way() {
    regions.assessed(PROVINCE, RegionsUnderTest.YEAR, true);
    InstructionId real = regions.ledger.apply(regions.assessor, assess());
    assertThat(regions.ledger.find(Assessment.key(real)).orElseThrow().replaces()).isEmpty();
    assertThat(
            regions
                .ledger
                .find(RegionAssessments.key(PROVINCE, RegionsUnderTest.YEAR, false))
                .flatMap(RegionAssessments::newest))
        .contains(real);
    assertThat(
            regions
                .ledger
                .find(RegionAssessments.key(PROVINCE, RegionsUnderTest.YEAR, true))
                .orElseThrow()
                .assessments())
        .hasSize(1);
    assertThat(verdict(assess())).isEqualTo("ALREADY_ASSESSED");
  }

  @Test
  void a_province_s_assessment_fixes_what_the_banners_in_it_were_scored_by() {
    ReportIndicators banner =
        new ReportIndicators(
            Optional.empty(),
            BANNER,
            Optional.empty(),
            Optional.of(
                List.of(
                    new ReportIndicators.Value(
                        Sha256.of("evidence"), ExampleCriteria.TRAINED_PERSONS, Decimal.of("9")))),
            RegionsUnderTest.YEAR);
    regions.ledger.apply(regions.office, banner);
    assertThat(assessed().children()).extracting(Assessment.ChildScore::region).contains(BANNER);
    regions.ledger.apply(regions.office, Edited.with(banner, "/values/0/value", "\"99\""));
    IndicatorReport.Reported trained =
        regions
            .ledger
            .find(IndicatorReport.key(BANNER, RegionsUnderTest.YEAR, false))
            .flatMap(each -> each.find(ExampleCriteria.TRAINED_PERSONS))
            .orElseThrow();
    assertThat(trained.judged().orElseThrow().value()).isEqualTo(Decimal.of("9"));
    assertThat(trained.later().orElseThrow().value()).isEqualTo(Decimal.of("99"));
  }

  @Test
  void there_is_a_limit_to_assessments_of_a_year() {
    for (int i = 0; i < RegionAssessments.ASSESSMENTS_MOST; i++) {
      ParticipantId next = regions.ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
      regions.assign(PROVINCE, next, RegionsUnderTest.YEAR);
      InstructionId id = regions.ledger.apply(next, assess());
      uphold(regions.ledger.find(Assessment.key(id)).orElseThrow());
    }
    regions.assign(PROVINCE, regions.assessor, RegionsUnderTest.YEAR);
    assertThat(verdict(assess())).isEqualTo("TOO_LARGE");
  }

  @Test
  void actions_and_proposals_are_of_indicators_of_the_criteria() {
    assertThat(verdict(Edited.with(assess(), "/actions/0/indicator", "\"SUNSHINE\"")))
        .isEqualTo("UNKNOWN_INDICATOR");
    assertThat(verdict(Edited.with(assess(), "/proposals/0/indicator", "\"SUNSHINE\"")))
        .isEqualTo("UNKNOWN_INDICATOR");
  }

  @Test
  void proposals_are_of_later_years_and_each_there_once() {
    assertThat(verdict(Edited.with(assess(), "/proposals/0/year", "2024")))
        .isEqualTo("BAD_PROPOSAL");
    assertThat(
            verdict(
                Edited.with(
                    assess(),
                    "/proposals/-",
                    "{\"indicator\":\"TRAINED_PERSONS\",\"value\":\"160\",\"year\":2026}")))
        .isEqualTo("BAD_PROPOSAL");
    assertThat(
            verdict(
                Edited.with(
                    assess(),
                    "/proposals/-",
                    "{\"indicator\":\"TRAINED_PERSONS\",\"value\":\"160\",\"year\":2027}")))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_refused_assessment_leaves_nothing() {
    verdict(Edited.with(assess(), "/proposals/0/year", "2024"));
    assertThat(regions.ledger.records(Assessment.TYPE)).isEmpty();
    assertThat(regions.ledger.records(RegionAssessments.TYPE)).isEmpty();
  }
}
