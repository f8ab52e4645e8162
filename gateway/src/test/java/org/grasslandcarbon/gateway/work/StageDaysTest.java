// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.views.duty.NoDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days are counted by hand from the calendar of 2025, with its holidays and made-up weekends. */
class StageDaysTest {
  private final Projects projects = new Projects();
  private final ProjectedWork work = new ProjectedWork(projects.ledger);

  @AfterEach
  void close() {
    work.close();
  }

  private static StageDays.Asked all() {
    return new StageDays.Asked(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  private StageDays.Told stage(String code, StageDays.Asked asked) {
    return work.stages(asked).stream()
        .filter(each -> each.stage().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private StageDays.Told stage(String code) {
    return stage(code, all());
  }

  private static Optional<StageDays.Days> days(String mean, int median, int ninetieth) {
    return Optional.of(new StageDays.Days(mean, median, ninetieth));
  }

  /** Proposed on 3 March, in publicity to 28 March, validated and registered on 12 April. */
  private InstructionId first() {
    return projects.registered();
  }

  @Test
  void publicity_takes_what_its_rule_promises_and_other_stages_the_days_after_what_began_them() {
    InstructionId report = projects.ledger.apply(projects.owner, projects.report(first()));
    // In publicity from 12 April to 13 May, over May day and with a Sunday that is worked.
    projects.endPublicity();
    projects.ledger.apply(projects.verifier, projects.verification(report));
    projects.setDate("2025-05-26");
    projects.ledger.apply(projects.office, new ApproveIssuance(report));

    StageDays.Told publicity = stage("PROJECT_PUBLICITY");
    assertThat(publicity.workingDays()).isEqualTo(days("20.0", 20, 20));
    assertThat(publicity.calendarDays()).isEqualTo(days("26.0", 26, 26));
    assertThat(publicity.promisedWorkingDays()).contains(new StageDays.Promise(20, 20));
    assertThat(publicity.noPromise()).isEmpty();
    StageDays.Told validation = stage("PROJECT_VALIDATION");
    assertThat(validation.calendarDays()).isEqualTo(days("15.0", 15, 15));
    assertThat(validation.workingDays()).isEqualTo(days("9.0", 9, 9));
    assertThat(validation.promisedWorkingDays()).isEmpty();
    assertThat(validation.noPromise().orElseThrow().code()).isEqualTo(NoDay.NO_RULE);
    assertThat(stage("PROJECT_REGISTRATION").workingDays())
        .as("on the same day")
        .isEqualTo(days("0.0", 0, 0));
    assertThat(stage("REPORT_PUBLICITY").workingDays()).isEqualTo(days("20.0", 20, 20));
    assertThat(stage("REPORT_PUBLICITY").calendarDays()).isEqualTo(days("32.0", 32, 32));
    assertThat(stage("REPORT_VERIFICATION").calendarDays()).isEqualTo(days("9.0", 9, 9));
    assertThat(stage("REPORT_VERIFICATION").workingDays()).isEqualTo(days("7.0", 7, 7));
    assertThat(stage("ISSUANCE_APPROVAL").calendarDays()).isEqualTo(days("4.0", 4, 4));
    assertThat(stage("ISSUANCE_APPROVAL").workingDays()).isEqualTo(days("2.0", 2, 2));
    assertThat(stage("ISSUANCE").open()).isEqualTo(1);
  }

  @Test
  void of_several_there_are_mean_median_and_ninetieth_percentile() {
    first();
    projects.setDate("2025-05-22");
    InstructionId second = projects.propose();
    // In publicity to 19 June.
    projects.setDate("2025-07-01");
    projects.ledger.apply(projects.validator, projects.opinion(second));
    StageDays.Told validation = stage("PROJECT_VALIDATION");
    assertThat(validation.count()).isEqualTo(2);
    assertThat(validation.calendarDays()).isEqualTo(days("13.5", 12, 15));
    assertThat(validation.workingDays()).isEqualTo(days("8.5", 8, 9));
    assertThat(stage("PROJECT_REGISTRATION").open()).isEqualTo(1);
    assertThat(stage("PROJECT_REGISTRATION").count()).isEqualTo(1);
  }

  @Test
  void publicity_is_open_on_its_last_day_and_what_follows_begins_after_it() {
    projects.propose();
    projects.setDate("2025-03-28");
    assertThat(stage("PROJECT_PUBLICITY").open()).isEqualTo(1);
    assertThat(stage("PROJECT_PUBLICITY").count()).isZero();
    assertThat(stage("PROJECT_VALIDATION").open()).isZero();
    projects.setDate("2025-03-29");
    assertThat(stage("PROJECT_PUBLICITY").open()).isZero();
    assertThat(stage("PROJECT_PUBLICITY").count()).isEqualTo(1);
    assertThat(stage("PROJECT_VALIDATION").open()).isEqualTo(1);
  }

  @Test
  void what_has_not_ended_is_open_and_has_no_days_and_not_none() {
    projects.propose();
    StageDays.Told publicity = stage("PROJECT_PUBLICITY");
    assertThat(publicity.open()).isEqualTo(1);
    assertThat(publicity.count()).isZero();
    assertThat(publicity.calendarDays()).isEmpty();
    assertThat(publicity.workingDays()).isEmpty();
    assertThat(publicity.noDays().orElseThrow().code()).isEqualTo(NoDay.NOTHING_ENDED);
    StageDays.Told reversal = stage("REVERSAL_SETTLEMENT");
    assertThat(reversal.open()).isZero();
    assertThat(reversal.noWorkingDays().orElseThrow().code()).isEqualTo(NoDay.NOTHING_ENDED);
    assertThat(stage("WITHDRAWAL").noDays().orElseThrow().code()).isEqualTo(NoDay.NOT_PUBLIC);
  }

  @Test
  void without_a_calendar_working_days_are_not_known_and_that_is_said() {
    // The last calendar that there is is of 2026.
    projects.setDate("2026-12-21");
    projects.propose();
    StageDays.Told publicity = stage("PROJECT_PUBLICITY");
    assertThat(publicity.withoutCalendar()).isEqualTo(1);
    assertThat(publicity.noDays().orElseThrow().code()).isEqualTo(NoDay.NO_CALENDAR);
    assertThat(publicity.workingDays()).isEmpty();
  }

  @Test
  void stages_are_asked_for_by_division_certifier_year_and_practice() {
    first();
    StageDays.Asked elsewhere =
        new StageDays.Asked(
            Optional.of(TestLedger.BEIJING), Optional.empty(), Optional.empty(), false);
    assertThat(stage("PROJECT_VALIDATION", elsewhere).count()).isZero();
    assertThat(stage("PROJECT_VALIDATION", region(TestLedger.INNER_MONGOLIA)).count()).isOne();
    assertThat(stage("PROJECT_VALIDATION", certifier(projects.validator)).count()).isOne();
    assertThat(stage("PROJECT_VALIDATION", certifier(projects.verifier)).count()).isZero();
    assertThat(
            stage("PROJECT_REGISTRATION", certifier(projects.verifier))
                .noDays()
                .orElseThrow()
                .code())
        .as("no certifier registers")
        .isEqualTo(NoDay.NOT_BY_FILTER);
    assertThat(stage("PROJECT_VALIDATION", year(2025)).count()).isOne();
    assertThat(stage("PROJECT_VALIDATION", year(2024)).count()).isZero();
    StageDays.Asked practice =
        new StageDays.Asked(Optional.empty(), Optional.empty(), Optional.empty(), true);
    assertThat(stage("PROJECT_VALIDATION", practice).count()).isZero();
  }

  private static StageDays.Asked region(RegionCode region) {
    return new StageDays.Asked(Optional.of(region), Optional.empty(), Optional.empty(), false);
  }

  private static StageDays.Asked certifier(ParticipantId certifier) {
    return new StageDays.Asked(Optional.empty(), Optional.of(certifier), Optional.empty(), false);
  }

  private static StageDays.Asked year(int year) {
    return new StageDays.Asked(Optional.empty(), Optional.empty(), Optional.of(year), false);
  }
}
