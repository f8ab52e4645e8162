// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitMonitoringReportTest {
  private final Projects projects = new Projects();
  private final InstructionId project = projects.registered();
  private final SubmitMonitoringReport valid = projects.report(project);

  private String verdict(SubmitMonitoringReport action) {
    return projects.verdict(projects.owner, action);
  }

  private void isRefused(SubmitMonitoringReport action, String code, String why) {
    Verdict verdict = projects.ledger.submit(projects.owner, action);
    assertThat(verdict.code()).isEqualTo(code);
    assertThat(verdict.detail().orElseThrow()).contains(why);
  }

  /** The example's rows of 2023 for another period of that year. */
  private SubmitMonitoringReport during(String from, String to) {
    List<Datum> rows = valid.data().stream().filter(row -> row.year() == 2023).toList();
    SubmitMonitoringReport shorter =
        new SubmitMonitoringReport(
            rows, valid.documents(), valid.gapExplanation(), valid.period(), project);
    return Edited.with(shorter, "/period", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}");
  }

  @Test
  void the_ledger_computes_the_tonnes_of_a_report() {
    InstructionId id = projects.ledger.apply(projects.owner, valid);
    MonitoringReport report = projects.reportOf(id);
    assertThat(report.state()).isEqualTo(MonitoringReport.State.PUBLICITY);
    assertThat(report.tonnes()).hasToString("20819.233766");
    ReportQuantification worksheet =
        projects
            .ledger
            .find(ReportQuantification.key(id, ReportQuantification.Round.SUBMITTED))
            .orElseThrow();
    assertThat(worksheet.quantification().total()).isEqualTo(report.tonnes());
    assertThat(worksheet.data()).isEqualTo(valid.data());
  }

  @Test
  void a_report_is_refused_for_a_project_that_is_not_there() {
    isRefused(
        Edited.with(valid, "/project", "\"" + ExampleProject.ID + "\""), "UNKNOWN_PROJECT", "");
  }

  @Test
  void a_report_is_refused_to_another_owner() {
    ParticipantId other = projects.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    assertThat(projects.verdict(other, valid)).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_report_is_refused_before_registration_and_after_the_projects_end() {
    InstructionId early = projects.validated();
    assertThat(verdict(projects.report(early))).isEqualTo("WRONG_STATE");
    projects.ledger.apply(projects.owner, new DeregisterProject(project, "Sold."));
    assertThat(verdict(valid)).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_report_is_refused_for_days_outside_the_crediting_period() {
    isRefused(during("2022-12-31", "2023-12-31"), "PERIOD_OUTSIDE_CREDITING", "2023-01-01");
  }

  @Test
  void a_report_is_refused_before_its_period_has_ended() {
    // The ledger stands at 2025-04-12.
    isRefused(
        Edited.with(valid, "/period/to", "\"2025-04-12\""),
        "PERIOD_OUTSIDE_CREDITING",
        "ends on 2025-04-12, which is not over: today is 2025-04-12");
  }

  @Test
  void a_day_is_reported_once() {
    projects.ledger.apply(projects.owner, during("2023-01-01", "2023-06-30"));
    isRefused(during("2023-06-30", "2023-12-31"), "PERIOD_OVERLAP", "2023-01-01 to 2023-06-30");
    assertThat(verdict(during("2023-07-01", "2023-12-31"))).isEqualTo("APPLIED");
  }

  @Test
  void days_left_out_must_be_explained() {
    isRefused(during("2023-01-02", "2023-12-31"), "PERIOD_GAP", "2023-01-01");
    projects.ledger.apply(projects.owner, during("2023-01-01", "2023-03-31"));
    SubmitMonitoringReport gap = during("2023-05-01", "2023-12-31");
    isRefused(gap, "PERIOD_GAP", "2023-04-01");
    assertThat(verdict(Edited.with(gap, "/gapExplanation", "\"Access was closed: plague.\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_gap_may_be_filled_later() {
    projects.ledger.apply(projects.owner, during("2023-01-01", "2023-03-31"));
    projects.ledger.apply(
        projects.owner,
        Edited.with(during("2023-05-01", "2023-12-31"), "/gapExplanation", "\"Plague.\""));
    assertThat(verdict(during("2023-04-01", "2023-04-30"))).isEqualTo("APPLIED");
  }

  @Test
  void tonnes_are_claimed_within_five_years() {
    projects.setDate("2028-01-02");
    isRefused(valid, "CLAIM_TOO_OLD", "2023-01-01 is more than 5 years ago");
    projects.setDate("2028-01-01");
    assertThat(verdict(valid)).isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @CsvSource({"/data/1/symbol, HEAD.DRAGON", "/data/1/unit, flock", "/data/0/unit, mu"})
  void a_datum_that_the_methodology_does_not_have_is_refused(String pointer, String value) {
    isRefused(Edited.with(valid, pointer, "\"" + value + "\""), "UNKNOWN_DATUM", " in 2023");
  }

  @ParameterizedTest
  @CsvSource({"-1", "60000.000001", "999999999999999"})
  void a_datum_that_cannot_be_is_refused(String sheep) {
    isRefused(
        Edited.with(valid, "/data/1/value", "\"" + sheep + "\""),
        "DATA_OUT_OF_RANGE",
        "HEAD.SHEEP of S1 in 2023 is " + sheep);
  }

  @Test
  void no_more_land_can_be_managed_than_the_stratum_has() {
    assertThat(verdict(Edited.with(valid, "/data/0/value", "\"3000.0001\"")))
        .isEqualTo("DATA_OUT_OF_RANGE");
  }

  @Test
  void data_of_another_stratum_or_year_are_refused() {
    isRefused(Edited.with(valid, "/data/1/stratum", "\"S3\""), "STRATA_MISMATCH", "S3");
    isRefused(Edited.with(valid, "/data/1/year", "2022"), "STRATA_MISMATCH", "2022");
  }

  @Test
  void a_datum_given_twice_is_refused() {
    isRefused(
        Edited.with(
            valid,
            "/data/-",
            "{\"stratum\":\"S1\",\"symbol\":\"HEAD.SHEEP\",\"unit\":\"head\",\"value\":\"1\","
                + "\"year\":2023}"),
        "STRATA_MISMATCH",
        "stands twice");
  }

  @Test
  void the_managed_area_and_every_baseline_datum_must_be_reported_for_every_year() {
    isRefused(
        Edited.without(valid, "/data/0"),
        "STRATA_MISMATCH",
        "MANAGED_AREA of S1 in 2023 is missing");
    isRefused(
        Edited.without(valid, "/data/11"),
        "STRATA_MISMATCH",
        "FUEL.DIESEL of S2 in 2024 is missing");
  }

  @Test
  void an_activity_that_the_baseline_did_not_have_may_be_reported() {
    SubmitMonitoringReport fertilised =
        Edited.with(
            valid,
            "/data/-",
            "{\"stratum\":\"S2\",\"symbol\":\"N_SYNTHETIC\",\"unit\":\"t N\",\"value\":\"14\","
                + "\"year\":2024}");
    InstructionId id = projects.ledger.apply(projects.owner, fertilised);
    // 14 * 0.01 * 265 * 44 / 28 = 58.3 t CO2e
    assertThat(projects.reportOf(id).tonnes()).hasToString("20760.933766");
  }

  @Test
  void the_same_tonnes_are_computed_beforehand_without_writing() {
    assertThat(
            QuantificationRule.quantify(
                    projects
                        .ledger
                        .find(Methodology.key(projects.design().methodology()))
                        .orElseThrow(),
                    projects.design(),
                    valid.period(),
                    valid.data())
                .total())
        .hasToString("20819.233766");
  }

  @Test
  void a_period_of_more_than_twelve_calendar_years_is_malformed() {
    DateRange tooLong = new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2035, 1, 1));
    assertThat(
            catchThrowable(
                () ->
                    new SubmitMonitoringReport(
                        valid.data(), valid.documents(), valid.gapExplanation(), tooLong, project)))
        .hasMessageContaining("12");
  }
}
