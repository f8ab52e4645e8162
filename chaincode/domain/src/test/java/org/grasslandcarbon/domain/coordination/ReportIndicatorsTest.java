// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

class ReportIndicatorsTest {
  private static final Sha256 EVIDENCE = Sha256.of("evidence");
  private static final InstructionId GOAL = TestLedger.newInstruction();

  private final RegionsUnderTest regions = new RegionsUnderTest();

  ReportIndicatorsTest() {
    regions.publishCriteria();
  }

  private static ReportIndicators values(ReportIndicators.Value... values) {
    return new ReportIndicators(
        Optional.empty(),
        RegionsUnderTest.BANNER,
        Optional.empty(),
        Optional.of(List.of(values)),
        2025);
  }

  private static ReportIndicators.Value value(String indicator, String value) {
    return new ReportIndicators.Value(EVIDENCE, new IndicatorId(indicator), Decimal.of(value));
  }

  private static ReportIndicators task(LocalDate day) {
    return new ReportIndicators(
        Optional.empty(),
        RegionsUnderTest.PROVINCE,
        Optional.of(List.of(new ReportIndicators.DoneTask(day, EVIDENCE, GOAL, 1))),
        Optional.empty(),
        2025);
  }

  private void planTask(RegionCode owner) {
    regions.put(
        new GoalTask(
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 2, 3),
            GOAL,
            Optional.empty(),
            1,
            owner,
            Name.of("培训", "Courses")));
  }

  private String verdict(ReportIndicators action) {
    return regions.verdict(regions.office, action);
  }

  private IndicatorReport report() {
    return regions
        .ledger
        .find(IndicatorReport.key(RegionsUnderTest.BANNER, 2025, false))
        .orElseThrow();
  }

  @Test
  void a_value_stands_with_its_evidence_and_who_reported_it() {
    InstructionId id = regions.ledger.apply(regions.office, values(value("JOBS", "12")));
    IndicatorReport.Reported jobs = report().find(new IndicatorId("JOBS")).orElseThrow();
    assertThat(jobs.value()).hasToString("12");
    assertThat(jobs.evidence()).isEqualTo(EVIDENCE);
    assertThat(jobs.by()).isEqualTo(regions.office);
    assertThat(jobs.id()).isEqualTo(id);
    assertThat(jobs.restated()).isEmpty();
  }

  @Test
  void what_was_said_first_stays_and_what_is_said_again_counts() {
    InstructionId first = regions.ledger.apply(regions.office, values(value("JOBS", "12")));
    regions.ledger.advance(Duration.ofDays(1));
    InstructionId second = regions.ledger.apply(regions.office, values(value("JOBS", "9")));
    IndicatorReport.Reported jobs = report().find(new IndicatorId("JOBS")).orElseThrow();
    assertThat(jobs.value()).hasToString("12");
    assertThat(jobs.id()).isEqualTo(first);
    assertThat(jobs.newest().value()).hasToString("9");
    assertThat(jobs.newest().id()).isEqualTo(second);
    assertThat(jobs.newest().at()).isEqualTo(regions.ledger.time());
    Reading reading = Reading.of(jobs);
    assertThat(reading.actual()).contains(Decimal.of("9"));
    assertThat(reading.first()).contains(Decimal.of("12"));
    assertThat(reading.report()).contains(second);
  }

  private void assess(RegionCode region, RegionCode... below) {
    regions.assessed(region, 2025, false, below);
  }

  @Test
  void what_is_said_again_after_an_assessment_is_shown_and_counts_for_nothing() {
    regions.ledger.apply(regions.office, values(value("JOBS", "12")));
    InstructionId judged = regions.ledger.apply(regions.office, values(value("JOBS", "9")));
    assess(RegionsUnderTest.BANNER);
    regions.ledger.apply(
        regions.office, values(value("JOBS", "100"), value("TRAINED_PERSONS", "50")));
    IndicatorReport.Reported jobs = report().find(new IndicatorId("JOBS")).orElseThrow();
    assertThat(jobs.afterAssessment()).isFalse();
    assertThat(jobs.restated())
        .extracting(IndicatorReport.Restated::afterAssessment)
        .containsExactly(false, true);
    assertThat(Reading.of(jobs))
        .isEqualTo(
            new Reading(
                Optional.of(Decimal.of("9")),
                Optional.of(Decimal.of("12")),
                Optional.of(Decimal.of("100")),
                Optional.of(judged),
                Optional.empty()));
    // what nobody had said when the region was assessed
    assertThat(Reading.of(report().find(ExampleCriteria.TRAINED_PERSONS).orElseThrow()))
        .isEqualTo(
            new Reading(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Decimal.of("50")),
                Optional.empty(),
                Optional.of(NoNumber.NOT_REPORTED)));
  }

  @Test
  void an_assessment_that_has_no_score_of_the_region_marks_nothing() {
    regions.ledger.apply(regions.office, values(value("JOBS", "12")));
    assess(RegionsUnderTest.PROVINCE, new RegionCode("152501"));
    assess(new RegionCode("152501"), RegionsUnderTest.BANNER);
    regions.assessed(RegionsUnderTest.BANNER, 2025, true);
    regions.assessed(RegionsUnderTest.BANNER, 2024, false);
    regions.ledger.apply(regions.office, values(value("JOBS", "9")));
    assertThat(report().find(new IndicatorId("JOBS")).orElseThrow().later()).isEmpty();
  }

  @Test
  void an_assessment_of_a_region_above_marks_what_it_has_scored() {
    for (String above : List.of("150000", "152500")) {
      RegionsUnderTest some = new RegionsUnderTest();
      some.publishCriteria();
      some.ledger.apply(some.office, values(value("JOBS", "12")));
      some.assessed(
          new RegionCode(above), 2025, false, new RegionCode("152501"), RegionsUnderTest.BANNER);
      some.ledger.apply(some.office, values(value("JOBS", "9")));
      IndicatorReport.Reported jobs =
          some.ledger
              .find(IndicatorReport.key(RegionsUnderTest.BANNER, 2025, false))
              .flatMap(each -> each.find(new IndicatorId("JOBS")))
              .orElseThrow();
      assertThat(jobs.judged().orElseThrow().value()).isEqualTo(Decimal.of("12"));
      assertThat(jobs.later().orElseThrow().value()).isEqualTo(Decimal.of("9"));
    }
  }

  @Test
  void a_value_lies_within_what_it_can_be() {
    assertThat(verdict(values(value("JOBS", "-1")))).isEqualTo("VALUE_OUT_OF_RANGE");
    assertThat(verdict(values(value("STAFF", "-0.1")))).isEqualTo("VALUE_OUT_OF_RANGE");
    assertThat(verdict(values(value("SCHEMA_CONFORMITY", "100.1"))))
        .isEqualTo("VALUE_OUT_OF_RANGE");
    assertThat(verdict(values(value("SCHEMA_CONFORMITY", "100")))).isEqualTo("APPLIED");
    assertThat(verdict(values(value("JOBS", "0")))).isEqualTo("APPLIED");
  }

  @Test
  void criteria_bound_what_only_they_know() {
    RegionsUnderTest bounded = new RegionsUnderTest();
    PublishCriteria criteria = ExampleCriteria.of(bounded.today(), false);
    bounded.ledger.apply(
        bounded.authority,
        Edited.with(
            Edited.with(
                Edited.with(criteria, "/indicators/3/id", "\"TREND\""),
                "/indicators/3/least",
                "\"-5\""),
            "/indicators/3/most",
            "\"5\""));
    for (String each : List.of("-5.1", "5.1")) {
      assertThat(bounded.verdict(bounded.office, values(value("TREND", each))))
          .isEqualTo("VALUE_OUT_OF_RANGE");
    }
    for (String each : List.of("-5", "5")) {
      assertThat(bounded.verdict(bounded.office, values(value("TREND", each))))
          .isEqualTo("APPLIED");
    }
  }

  @Test
  void a_second_report_of_other_indicators_adds_to_the_first() {
    regions.ledger.apply(regions.office, values(value("TRAINED_PERSONS", "3")));
    regions.ledger.apply(regions.office, values(value("JOBS", "12")));
    assertThat(report().values())
        .extracting(each -> each.indicator().value())
        .containsExactly("JOBS", "TRAINED_PERSONS");
  }

  @Test
  void a_value_is_restated_ten_times_at_most() {
    for (int i = 0; i <= IndicatorReport.RESTATED_MOST; i++) {
      regions.ledger.apply(regions.office, values(value("JOBS", "" + i)));
    }
    assertThat(verdict(values(value("JOBS", "99")))).isEqualTo("TOO_LARGE");
  }

  @Test
  void barriers_are_added_up_to_their_limit() {
    ReportIndicators barrier =
        new ReportIndicators(
            Optional.of(List.of(new ReportIndicators.BarrierReport(EVIDENCE, BarrierKind.DATA, 3))),
            RegionsUnderTest.BANNER,
            Optional.empty(),
            Optional.empty(),
            2025);
    for (int i = 0; i < IndicatorReport.BARRIERS_MOST; i++) {
      regions.ledger.apply(regions.office, barrier);
    }
    assertThat(report().barriers()).hasSize(IndicatorReport.BARRIERS_MOST);
    assertThat(report().barriers().get(0).severity()).isEqualTo(3);
    assertThat(verdict(barrier)).isEqualTo("TOO_LARGE");
  }

  @Test
  void only_the_office_of_the_region_reports() {
    assertThat(
            regions.verdict(
                regions.ledger.admit(TestLedger.BEIJING, Role.OFFICE), values(value("JOBS", "1"))))
        .isEqualTo("NOT_ALLOWED");
    assertThat(regions.verdict(regions.authority, values(value("JOBS", "1"))))
        .isEqualTo("NOT_ALLOWED");
  }

  @Test
  void the_region_is_known() {
    assertThat(verdict(Edited.with(values(value("JOBS", "1")), "/region", "\"152599\"")))
        .isEqualTo("UNKNOWN_REGION");
  }

  @Test
  void a_year_to_come_is_not_reported() {
    assertThat(verdict(Edited.with(values(value("JOBS", "1")), "/year", "2026")))
        .isEqualTo("YEAR_NOT_BEGUN");
  }

  @Test
  void what_the_ledger_computes_is_not_reported() {
    assertThat(verdict(values(value("VERIFIED_TONNES", "1")))).isEqualTo("COMPUTED_INDICATOR");
    // also where the criteria do not judge by it
    assertThat(verdict(values(value("TRADED_TONNES", "1")))).isEqualTo("COMPUTED_INDICATOR");
  }

  @Test
  void what_criteria_do_not_have_is_reported_only_if_the_registry_computes_with_it() {
    assertThat(verdict(values(value("SUNSHINE", "1")))).isEqualTo("UNKNOWN_INDICATOR");
    assertThat(verdict(values(value("MANAGEMENT_COST_FEN", "1")))).isEqualTo("APPLIED");
  }

  @Test
  void without_criteria_only_known_indicators_are_reported() {
    RegionsUnderTest before = new RegionsUnderTest();
    assertThat(before.verdict(before.office, values(value("SUNSHINE", "1"))))
        .isEqualTo("NO_CRITERIA");
    assertThat(before.verdict(before.office, values(value("JOBS", "1")))).isEqualTo("APPLIED");
  }

  @Test
  void one_value_that_is_refused_leaves_none() {
    assertThat(verdict(values(value("JOBS", "1"), value("SUNSHINE", "1"))))
        .isEqualTo("UNKNOWN_INDICATOR");
    assertThat(regions.ledger.find(IndicatorReport.key(RegionsUnderTest.BANNER, 2025, false)))
        .isEmpty();
  }

  @Test
  void a_task_is_done_with_its_evidence() {
    planTask(RegionsUnderTest.BANNER);
    InstructionId id = regions.ledger.apply(regions.office, task(LocalDate.of(2025, 2, 28)));
    GoalTask task = regions.ledger.find(GoalTask.key(GOAL, 1)).orElseThrow();
    assertThat(task.done().orElseThrow().id()).isEqualTo(id);
    assertThat(task.done().orElseThrow().evidence()).isEqualTo(EVIDENCE);
    assertThat(task.wasOnTime()).isTrue();
    assertThat(regions.ledger.find(IndicatorReport.key(RegionsUnderTest.PROVINCE, 2025, false)))
        .isEmpty();
  }

  private GoalTask.Timing timing(LocalDate day) {
    regions.ledger.apply(regions.office, task(day));
    return regions
        .ledger
        .find(GoalTask.key(GOAL, 1))
        .flatMap(GoalTask::done)
        .orElseThrow()
        .timing();
  }

  @Test
  void a_task_that_is_told_of_long_after_its_day_is_stated_and_not_on_time() {
    planTask(RegionsUnderTest.BANNER);
    // Ten working days from Monday 3 March on.
    regions.ledger.setTime(Instant.parse("2025-03-14T15:59:59Z"));
    assertThat(timing(LocalDate.of(2025, 2, 28))).isEqualTo(GoalTask.Timing.ON_TIME);
    planTask(RegionsUnderTest.BANNER);
    regions.ledger.setTime(Instant.parse("2025-03-14T16:00:00Z"));
    assertThat(timing(LocalDate.of(2025, 2, 28))).isEqualTo(GoalTask.Timing.STATED);
    assertThat(regions.ledger.find(GoalTask.key(GOAL, 1)).orElseThrow().wasOnTime()).isFalse();
    planTask(RegionsUnderTest.BANNER);
    assertThat(timing(LocalDate.of(2025, 3, 1))).isEqualTo(GoalTask.Timing.LATE);
  }

  @Test
  void a_task_is_not_done_before_its_goal_was_decided() {
    planTask(RegionsUnderTest.BANNER);
    assertThat(verdict(task(LocalDate.of(2025, 2, 2)))).isEqualTo("TASK_NOT_BEGUN");
    assertThat(verdict(task(LocalDate.of(2025, 2, 3)))).isEqualTo("APPLIED");
  }

  @Test
  void whether_a_late_report_is_in_time_needs_the_calendar() {
    regions.put(
        new GoalTask(
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2025, 2, 3),
            GOAL,
            Optional.empty(),
            1,
            RegionsUnderTest.BANNER,
            Name.of("培训", "Courses")));
    regions.ledger.setTime(Instant.parse("2026-01-05T02:00:00Z"));
    assertThat(verdict(task(LocalDate.of(2025, 12, 30)))).isEqualTo("NO_CALENDAR");
    assertThat(verdict(task(LocalDate.of(2026, 1, 2)))).isEqualTo("APPLIED");
  }

  @Test
  void what_is_reported_under_criteria_for_practice_stands_apart() {
    RegionsUnderTest practising = new RegionsUnderTest();
    practising.publishCriteria(practising.today(), true);
    practising.ledger.apply(practising.office, values(value("JOBS", "12")));
    assertThat(practising.ledger.find(IndicatorReport.key(RegionsUnderTest.BANNER, 2025, false)))
        .isEmpty();
    practising.publishCriteria(practising.today().plusDays(1), false);
    practising.ledger.advance(Duration.ofDays(1));
    practising.ledger.apply(practising.office, values(value("JOBS", "9")));
    assertThat(practising.ledger.find(IndicatorReport.key(RegionsUnderTest.BANNER, 2025, false)))
        .hasValueSatisfying(real -> assertThat(real.values().get(0).restated()).isEmpty());
    assertThat(practising.ledger.find(IndicatorReport.key(RegionsUnderTest.BANNER, 2025, true)))
        .hasValueSatisfying(practice -> assertThat(practice.practice()).isTrue());
  }

  @Test
  void a_task_that_nobody_planned_is_not_done() {
    assertThat(verdict(task(LocalDate.of(2025, 2, 28)))).isEqualTo("UNKNOWN_TASK");
  }

  @Test
  void a_task_is_done_once() {
    planTask(RegionsUnderTest.BANNER);
    regions.ledger.apply(regions.office, task(LocalDate.of(2025, 2, 28)));
    assertThat(verdict(task(LocalDate.of(2025, 3, 1)))).isEqualTo("TASK_DONE");
  }

  @Test
  void a_task_is_reported_by_its_region() {
    planTask(TestLedger.BEIJING);
    assertThat(verdict(task(LocalDate.of(2025, 2, 28)))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_task_is_not_done_on_a_day_to_come() {
    planTask(RegionsUnderTest.BANNER);
    assertThat(verdict(task(LocalDate.of(2025, 3, 4)))).isEqualTo("DAY_NOT_REACHED");
    assertThat(verdict(task(LocalDate.of(2025, 3, 3)))).isEqualTo("APPLIED");
  }

  @Test
  void a_report_says_something_and_each_thing_once() {
    assertThatThrownBy(ReportIndicatorsTest::values).isInstanceOf(BadValueException.class);
    assertThatThrownBy(() -> values(value("JOBS", "1"), value("JOBS", "2")))
        .isInstanceOf(BadValueException.class);
    assertThatThrownBy(
            () ->
                Edited.with(
                    task(LocalDate.of(2025, 2, 28)),
                    "/tasks/-",
                    "{\"day\":\"2025-02-27\",\"evidence\":\""
                        + EVIDENCE
                        + "\",\"goal\":\""
                        + GOAL
                        + "\",\"number\":1}"))
        .hasMessageContaining("a task is reported once in a report");
  }

  @Test
  void the_unit_of_what_the_registry_computes_with_is_told() {
    assertThat(KnownIndicator.of(new IndicatorId("BUDGET_FEN")))
        .map(KnownIndicator::unit)
        .contains("fen");
    assertThat(KnownIndicator.of(new IndicatorId("SUNSHINE"))).isEmpty();
    assertThat(KnownIndicator.JOBS.id()).hasToString("JOBS");
  }
}
