// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;

/** Years of monitoring become credits; nobody types the amount. */
public final class ReportChapter {
  private final Stage stage;
  private final Setting setting;
  private final InstructionId project;
  private InstructionId report;

  /**
   * @param project a registered project of the story
   */
  public ReportChapter(Stage stage, Setting setting, InstructionId project) {
    this.stage = stage;
    this.setting = setting;
    this.project = project;
  }

  /**
   * From the report to the issuance.
   *
   * @return what was issued, a batch a vintage year
   */
  public List<BatchId> play() {
    submit();
    verify();
    approve();
    return issue();
  }

  /**
   * The owner reports.
   *
   * @return the report
   */
  public InstructionId submit() {
    stage.refused(
        Part.OWNER,
        "不合理的数据（一亿只羊）不予受理",
        "Data beyond reason (a hundred million sheep) are refused",
        setting.report(project, Optional.of(Decimal.of("100000000"))),
        ErrorCode.DATA_OUT_OF_RANGE);
    SubmitMonitoringReport submission = setting.report(project);
    LocalDate from = submission.period().from();
    LocalDate to = submission.period().to();
    String algorithm = setting.methodology().algorithm();
    report =
        stage
            .does(
                Part.OWNER,
                "业主提交 " + from + " 至 " + to + " 的监测数据，账本按 " + algorithm + " 核算",
                "The owner reports " + from + " to " + to + "; the ledger computes by " + algorithm,
                submission)
            .id();
    stage.refused(
        Part.OWNER,
        "同一监测期不得重复提交",
        "The same period is not reported twice",
        submission,
        ErrorCode.PERIOD_OVERLAP);
    return report;
  }

  /** A certifier that did not validate the project verifies. */
  public void verify() {
    stage.publicityEnds();
    stage.refused(
        Part.VALIDATOR,
        "审定该项目的机构不得核查",
        "The certifier that validated the project does not verify",
        verification(),
        ErrorCode.VERIFIER_VALIDATED_PROJECT);
    stage.does(Part.VERIFIER, "另一机构核查", "Another certifier verifies", verification());
  }

  private VerifyMonitoringReport verification() {
    return new VerifyMonitoringReport(
        List.of(), List.of(), report, Opinion.POSITIVE, Setting.document("verification report"));
  }

  /** The office approves the issuance. */
  public void approve() {
    stage.refused(
        Part.VERIFIER,
        "未经批准不得签发",
        "No issuance before the office approves",
        new IssueCredits(report),
        ErrorCode.WRONG_STATE);
    stage.does(
        Part.OFFICE, "主管部门批准签发", "The office approves issuance", new ApproveIssuance(report));
  }

  /**
   * The certifier that verified issues.
   *
   * @return what was issued, a batch a vintage year
   */
  public List<BatchId> issue() {
    stage.refused(
        Part.VALIDATOR,
        "非核查机构不得签发",
        "Only the certifier that verified issues",
        new IssueCredits(report),
        ErrorCode.NOT_THE_VERIFIER);
    Stage.Played issued =
        stage.does(
            Part.VERIFIER,
            "核查机构签发：每个年份一个批次，按比例计入缓冲",
            "The verifier issues: a batch a year, a share to the buffer",
            new IssueCredits(report));
    stage.refused(
        Part.VERIFIER,
        "同一报告不得再次签发",
        "A report is issued once",
        new IssueCredits(report),
        ErrorCode.WRONG_STATE);
    return issued.ids("batch").stream().map(BatchId::new).toList();
  }
}
