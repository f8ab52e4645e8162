// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.monitoring.ReportQuantification.Round;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.LargeSurvey;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;

class SubmitMonitoringDataTest {
  private final StockChangeProject measured = new StockChangeProject();
  private final TestLedger ledger = measured.projects.ledger;
  private final ParticipantId owner = measured.projects.owner;
  private final InstructionId project = measured.registered();
  private final List<Datum> rows = StockChangeProject.data(2023, 2024, "0.8");
  private final SubmitMonitoringData valid = new SubmitMonitoringData(rows, project);

  private void isRefused(ParticipantId by, SubmitMonitoringData action, ErrorCode code) {
    assertThat(ledger.submit(by, action).code()).isEqualTo(code.name());
  }

  private SubmitMonitoringReport report(List<Datum> own, InstructionId... parts) {
    SubmitMonitoringReport whole = measured.report(project, 2023, 2024, "0.8");
    return new SubmitMonitoringReport(
        own,
        Optional.of(List.of(parts)),
        whole.documents(),
        Optional.empty(),
        whole.period(),
        project);
  }

  private ReportQuantification submitted(SubmitMonitoringReport report) {
    InstructionId id = ledger.apply(owner, report);
    return ledger.find(ReportQuantification.key(id, Round.SUBMITTED)).orElseThrow();
  }

  @Test
  void a_part_is_kept_as_it_was_signed() {
    InstructionId part = ledger.apply(owner, valid);
    MonitoringData kept = ledger.find(MonitoringData.key(part)).orElseThrow();
    assertThat(kept).isEqualTo(new MonitoringData(rows, part, project, ledger.time()));
  }

  @Test
  void data_in_parts_yield_the_worksheet_of_the_same_data_in_one() {
    InstructionId first =
        ledger.apply(owner, new SubmitMonitoringData(rows.subList(0, 20), project));
    InstructionId second =
        ledger.apply(owner, new SubmitMonitoringData(rows.subList(20, 60), project));
    ReportQuantification inParts = submitted(report(rows.subList(60, rows.size()), first, second));

    StockChangeProject other = new StockChangeProject();
    InstructionId otherProject = other.registered();
    InstructionId inOne =
        other.projects.ledger.apply(
            other.projects.owner, other.report(otherProject, 2023, 2024, "0.8"));
    assertThat(Codec.text(inParts.quantification()))
        .isEqualTo(
            Codec.text(
                other
                    .projects
                    .ledger
                    .find(ReportQuantification.key(inOne, Round.SUBMITTED))
                    .orElseThrow()
                    .quantification()));
    assertThat(inParts.data()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void a_part_may_stand_in_the_batch_of_its_report() {
    InstructionId part = TestLedger.newInstruction();
    List<Verdict> verdicts =
        ledger.submit(
            ledger.sign(part, owner, valid),
            ledger.sign(TestLedger.newInstruction(), owner, report(List.of(), part)));
    assertThat(verdicts).extracting(Verdict::code).containsOnly(Verdict.APPLIED);
  }

  @Test
  void the_journal_of_a_report_names_its_parts() {
    InstructionId part = ledger.apply(owner, valid);
    InstructionId report = ledger.apply(owner, report(List.of(), part));
    assertThat(ledger.journal(report).references())
        .anyMatch(each -> each.type().equals("data") && each.id().equals(part.value()));
  }

  @Test
  void a_survey_of_hundreds_of_points_is_reported_in_parts_and_verified() {
    List<Datum> survey = LargeSurvey.rows(100);
    assertThat(survey).hasSizeGreaterThan(2_400);
    InstructionId report = ledger.apply(owner, LargeSurvey.inParts(measured, project, survey));
    measured.projects.endPublicity();
    VerifyMonitoringReport verification = measured.projects.verification(report);
    int row = survey.size() - 1;
    ledger.apply(
        measured.projects.verifier,
        new VerifyMonitoringReport(
            List.of(Edited.with(survey.get(row), "/value", "\"24.5\"")),
            verification.findings(),
            report,
            verification.opinion(),
            verification.report()));
    assertThat(ledger.find(ReportQuantification.key(report, Round.VERIFIED)).orElseThrow().data())
        .hasSize(survey.size());
  }

  @Test
  void a_survey_that_no_transaction_can_carry_is_refused_alone() {
    List<Datum> survey = LargeSurvey.rows(205);
    assertThat(survey).hasSizeLessThan(ReportQuantification.ROWS_MOST);
    SubmitMonitoringReport report = LargeSurvey.inParts(measured, project, survey);
    Verdict verdict = ledger.submit(owner, report);
    assertThat(verdict.code()).isEqualTo(ErrorCode.TOO_LARGE.name());
    assertThat(verdict.detail().orElseThrow()).contains("report a shorter period or fewer points");
  }

  @Test
  void a_part_that_is_not_there_or_is_another_projects_is_refused() {
    assertThat(ledger.submit(owner, report(rows, TestLedger.newInstruction())).code())
        .isEqualTo(ErrorCode.UNKNOWN_MONITORING_DATA.name());
  }

  @Test
  void a_slip_in_a_part_is_told_by_row_and_column() {
    for (String[] each :
        new String[][] {
          {"/value", "\"-1\"", "DATA_OUT_OF_RANGE", "data[3].value: "},
          {"/unit", "\"kg\"", "UNKNOWN_DATUM", "data[3].unit: "},
          {"/symbol", "\"SOC\"", "UNKNOWN_DATUM", "data[3].symbol: "},
          {"/sample", "\"WP-1\"", "UNKNOWN_DATUM", "data[3].sample: "},
          {"/stratum", "\"S9\"", "STRATA_MISMATCH", "data[3].stratum: "}
        }) {
      Verdict verdict = ledger.submit(owner, Edited.with(valid, "/data/3" + each[0], each[1]));
      assertThat(verdict.code()).isEqualTo(each[2]);
      assertThat(verdict.detail().orElseThrow()).startsWith(each[3]);
    }
  }

  @Test
  void a_slip_that_only_the_report_shows_is_told_by_part_row_and_column() {
    InstructionId part = ledger.apply(owner, Edited.with(valid, "/data/2/year", "2021"));
    Verdict verdict = ledger.submit(owner, report(List.of(), part));
    assertThat(verdict.code()).isEqualTo(ErrorCode.STRATA_MISMATCH.name());
    assertThat(verdict.detail().orElseThrow()).startsWith("dataParts[0].data[2].year: ");
  }

  @Test
  void a_row_that_two_parts_give_is_refused() {
    InstructionId part = ledger.apply(owner, valid);
    Verdict verdict = ledger.submit(owner, report(rows.subList(0, 1), part));
    assertThat(verdict.detail().orElseThrow())
        .startsWith("dataParts[0].data[0]: ")
        .endsWith("stands twice");
  }

  @Test
  void only_the_owner_of_a_registered_project_submits_its_data() {
    isRefused(
        owner,
        new SubmitMonitoringData(rows, TestLedger.newInstruction()),
        ErrorCode.UNKNOWN_PROJECT);
    ParticipantId other =
        ledger.admit(TestLedger.XILINHOT, org.grasslandcarbon.domain.value.Role.OWNER);
    isRefused(other, valid, ErrorCode.NOT_ALLOWED);
    isRefused(measured.projects.verifier, valid, ErrorCode.NOT_ALLOWED);
    ledger.apply(owner, new DeregisterProject(project, "given up"));
    isRefused(owner, valid, ErrorCode.WRONG_STATE);
  }
}
