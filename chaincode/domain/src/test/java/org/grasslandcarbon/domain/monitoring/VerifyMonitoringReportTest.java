// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.Finding;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyMonitoringReportTest {
  private final Projects projects = new Projects();
  private final InstructionId report = projects.submitted();

  private VerifyMonitoringReport with(
      List<Datum> corrections, Opinion opinion, Finding... findings) {
    return new VerifyMonitoringReport(
        corrections, List.of(findings), report, opinion, Sha256.of("verification"));
  }

  private String verdict(VerifyMonitoringReport action) {
    return projects.verdict(projects.verifier, action);
  }

  private String verdict() {
    return verdict(projects.verification(report));
  }

  @Test
  void a_certifier_verifies_a_report_after_publicity() {
    projects.endPublicity();
    assertThat(verdict()).isEqualTo("APPLIED");
    MonitoringReport verified = projects.reportOf(report);
    assertThat(verified.state()).isEqualTo(MonitoringReport.State.VERIFIED);
    assertThat(verified.verification().orElseThrow().by()).isEqualTo(projects.verifier);
    assertThat(verified.tonnes()).hasToString("20819.233766");
    assertThat(
            projects.ledger.find(
                ReportQuantification.key(report, ReportQuantification.Round.VERIFIED)))
        .isEmpty();
  }

  @Test
  void corrected_data_are_computed_again_beside_the_owners() {
    projects.endPublicity();
    Datum corrected = Projects.row("S1", "MANAGED_AREA", "ha", "2000", 2023);
    assertThat(verdict(with(List.of(corrected), Opinion.POSITIVE))).isEqualTo("APPLIED");
    // 800 ha less * 15 t C/ha * 44 / 12 / 20 years = 2200 t less
    assertThat(projects.reportOf(report).tonnes()).hasToString("18619.233766");
    assertThat(projects.reportOf(report).verification().orElseThrow().corrected()).isTrue();
    ReportQuantification again =
        projects
            .ledger
            .find(ReportQuantification.key(report, ReportQuantification.Round.VERIFIED))
            .orElseThrow();
    assertThat(again.data()).hasSize(12).contains(corrected);
    assertThat(again.quantification().total()).hasToString("18619.233766");
    assertThat(
            projects
                .ledger
                .find(ReportQuantification.key(report, ReportQuantification.Round.SUBMITTED))
                .orElseThrow()
                .quantification()
                .total())
        .hasToString("20819.233766");
  }

  @Test
  void corrected_data_pass_the_same_checks_as_the_owners() {
    projects.endPublicity();
    assertThat(
            verdict(
                with(
                    List.of(Projects.row("S1", "HEAD.YETI", "head", "1", 2023)), Opinion.POSITIVE)))
        .isEqualTo("UNKNOWN_DATUM");
    assertThat(
            verdict(
                with(
                    List.of(Projects.row("S1", "MANAGED_AREA", "ha", "3001", 2023)),
                    Opinion.POSITIVE)))
        .isEqualTo("DATA_OUT_OF_RANGE");
    assertThat(
            verdict(
                with(
                    List.of(Projects.row("S9", "MANAGED_AREA", "ha", "1", 2023)),
                    Opinion.POSITIVE)))
        .isEqualTo("STRATA_MISMATCH");
    assertThat(projects.reportOf(report).state()).isEqualTo(MonitoringReport.State.PUBLICITY);
  }

  @Test
  void a_rejected_reports_period_is_free_again() {
    projects.endPublicity();
    assertThat(verdict(with(List.of(), Opinion.NEGATIVE))).isEqualTo("APPLIED");
    MonitoringReport rejected = projects.reportOf(report);
    assertThat(rejected.state()).isEqualTo(MonitoringReport.State.REJECTED);
    assertThat(projects.verdict(projects.owner, projects.report(rejected.project())))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_verification_is_refused_for_a_report_that_is_not_there() {
    assertThat(verdict(projects.verification(ExampleReport.ID))).isEqualTo("UNKNOWN_REPORT");
  }

  @Test
  void a_report_is_verified_once() {
    projects.endPublicity();
    verdict();
    assertThat(verdict()).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_verification_is_refused_when_the_project_has_ended() {
    InstructionId project = projects.reportOf(report).project();
    projects.ledger.apply(projects.owner, new DeregisterProject(project, "Sold."));
    projects.endPublicity();
    assertThat(verdict()).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_verification_is_refused_without_an_accreditation_of_today() {
    projects.endPublicity();
    projects.ledger.apply(
        projects.authority, new WithdrawAccreditation(projects.verifier, "lapsed"));
    assertThat(verdict()).isEqualTo("CERTIFIER_NOT_ACCREDITED");
  }

  @Test
  void who_validated_a_project_does_not_verify_its_reports() {
    projects.endPublicity();
    assertThat(projects.verdict(projects.validator, projects.verification(report)))
        .isEqualTo("VERIFIER_VALIDATED_PROJECT");
  }

  @Test
  void a_verification_waits_for_the_end_of_publicity() {
    // Begun on 2025-04-12, a Saturday: twenty working days end on 13 May, 27 April being worked and
    // 1, 2 and 5 May free.
    projects.setDate("2025-05-13");
    assertThat(verdict()).isEqualTo("PUBLICITY_NOT_OVER");
    projects.setDate("2025-05-14");
    assertThat(verdict()).isEqualTo("APPLIED");
  }

  @Test
  void a_finding_that_must_be_closed_is_closed_before_a_positive_opinion() {
    projects.endPublicity();
    Finding open = new Finding(Optional.empty(), Finding.Kind.MUST_CLOSE, "No sales records.");
    Finding closed = new Finding(Optional.of("Seen."), Finding.Kind.MUST_CLOSE, "No records.");
    Finding later = new Finding(Optional.empty(), Finding.Kind.OBSERVATION, "Fence is old.");
    assertThat(verdict(with(List.of(), Opinion.POSITIVE, open))).isEqualTo("FINDINGS_OPEN");
    assertThat(verdict(with(List.of(), Opinion.POSITIVE, closed, later))).isEqualTo("APPLIED");
    assertThat(projects.reportOf(report).verification().orElseThrow().findings())
        .containsExactly(closed, later);
  }

  @Test
  void an_overloaded_year_of_the_period_is_addressed_by_a_finding() {
    InstructionId project = projects.reportOf(report).project();
    RecordStocking overloaded =
        Edited.with(
            Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project.value() + "\""),
            "/herds/0/heads",
            "9000");
    projects.ledger.apply(projects.office, Edited.with(overloaded, "/year", "2025"));
    projects.ledger.apply(projects.office, overloaded);
    projects.endPublicity();
    Finding aside = new Finding(Optional.empty(), Finding.Kind.OBSERVATION, "Many sheep.");
    Finding addressing =
        new Finding(
            Optional.of("600 sheep were sold in October; receipts seen."),
            Finding.Kind.MUST_CLOSE,
            "S1 was overloaded in 2024.",
            Optional.of(Finding.Topic.OVERLOAD));
    assertThat(verdict(with(List.of(), Opinion.POSITIVE, aside)))
        .isEqualTo("OVERLOAD_NOT_ADDRESSED");
    assertThat(projects.ledger.submit(projects.verifier, projects.verification(report)).detail())
        .hasValueSatisfying(detail -> assertThat(detail).contains("[2024]"));
    assertThat(verdict(with(List.of(), Opinion.POSITIVE, aside, addressing))).isEqualTo("APPLIED");
  }

  @Test
  void a_negative_opinion_need_not_address_an_overload() {
    InstructionId project = projects.reportOf(report).project();
    projects.ledger.apply(
        projects.office,
        Edited.with(
            Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project.value() + "\""),
            "/herds/0/heads",
            "9000"));
    projects.endPublicity();
    assertThat(verdict(with(List.of(), Opinion.NEGATIVE))).isEqualTo("APPLIED");
  }

  @Test
  void a_negative_opinion_may_leave_findings_open() {
    projects.endPublicity();
    Finding open = new Finding(Optional.empty(), Finding.Kind.MUST_CLOSE, "No sales records.");
    assertThat(verdict(with(List.of(), Opinion.NEGATIVE, open))).isEqualTo("APPLIED");
  }

  @Test
  void a_verification_needs_the_calendar_of_every_year_of_publicity() {
    projects.setDate("2026-12-28");
    InstructionId late = projects.ledger.apply(projects.owner, lateReport());
    projects.setDate("2027-03-01");
    assertThat(verdict(projects.verification(late))).isEqualTo("NO_CALENDAR");
  }

  private SubmitMonitoringReport lateReport() {
    SubmitMonitoringReport first = projects.report(projects.reportOf(report).project());
    List<Datum> rows =
        first.data().stream()
            .filter(row -> row.year() == 2024)
            .map(row -> new Datum(row.stratum(), row.symbol(), row.unit(), row.value(), 2025))
            .toList();
    return Edited.with(
        new SubmitMonitoringReport(
            rows, first.documents(), Optional.empty(), first.period(), first.project()),
        "/period",
        "{\"from\":\"2025-01-01\",\"to\":\"2025-12-31\"}");
  }

  private VerifyMonitoringReport removing(InstructionId of, String symbol) {
    Removal removal =
        new Removal("The tank was filled for others.", Optional.empty(), "S1", symbol, 2023);
    return new VerifyMonitoringReport(
        List.of(),
        List.of(),
        of,
        Opinion.POSITIVE,
        Optional.of(List.of(removal)),
        Sha256.of("verification"));
  }

  @Test
  void a_row_that_does_not_count_is_removed_in_public_with_the_reason() {
    projects.endPublicity();
    assertThat(verdict(removing(report, "FUEL.PETROL")))
        .as("there is no such row")
        .isEqualTo("STRATA_MISMATCH");
    verdict(with(List.of(), Opinion.NEGATIVE));
    Datum fuel = Projects.row("S1", "FUEL.PETROL", "L", "10000", 2023);
    SubmitMonitoringReport without = projects.report(projects.reportOf(report).project());
    List<Datum> rows = new ArrayList<>(without.data());
    rows.add(fuel);
    InstructionId another =
        projects.ledger.apply(
            projects.owner,
            new SubmitMonitoringReport(
                rows, without.documents(), Optional.empty(), without.period(), without.project()));
    projects.endPublicity();
    VerifyMonitoringReport removing = removing(another, "FUEL.PETROL");
    assertThat(verdict(removing)).isEqualTo("APPLIED");
    MonitoringReport verified = projects.reportOf(another);
    assertThat(verified.tonnes())
        .as("as if the row had not been there")
        .hasToString("20819.233766");
    assertThat(verified.verification().orElseThrow().removed()).isEqualTo(removing.removals());
    assertThat(
            projects
                .ledger
                .find(ReportQuantification.key(another, ReportQuantification.Round.VERIFIED))
                .orElseThrow()
                .data())
        .doesNotContain(fuel);
  }

  @Test
  void a_row_that_is_needed_is_not_removed() {
    projects.endPublicity();
    assertThat(verdict(removing(report, "MANAGED_AREA"))).isEqualTo("STRATA_MISMATCH");
  }

  @ParameterizedTest
  @CsvSource({"wp-2-p07-l1, 2023", "'', 2023", "WP-2-P07-L1, 1899", "WP-2-P07-L1, 2201"})
  void a_removal_that_can_name_no_row_is_no_instruction(String sample, int year) {
    VerifyMonitoringReport valid = removing(report, "FUEL.DIESEL");
    assertThatThrownBy(
            () ->
                Edited.with(
                    Edited.with(valid, "/removals/0/sample", "\"" + sample + "\""),
                    "/removals/0/year",
                    String.valueOf(year)))
        .hasMessageContaining("removals");
  }
}
