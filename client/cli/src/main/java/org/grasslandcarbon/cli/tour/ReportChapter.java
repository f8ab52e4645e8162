// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.util.List;
import org.grasslandcarbon.cli.FaultFound;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.Sha256;

/** Two years of monitoring become credits; nobody types the amount. */
final class ReportChapter {
  private final Story story;
  private final Stage stage;
  private final PracticeLand land;

  ReportChapter(Story story, PracticeLand land) {
    this.story = story;
    this.stage = story.stage;
    this.land = land;
  }

  void play() {
    stage.chapter("监测报告：提交、核查、批准、签发", "Monitoring: report, verification, approval, issuance");
    stage.refused(
        story.owner,
        "不合理的数据（一亿只羊）不予受理",
        "Data beyond reason (a hundred million sheep) are refused",
        land.report(story.project, "100000000"),
        ErrorCode.DATA_OUT_OF_RANGE);
    Outcome submitted =
        stage.does(
            story.owner,
            "业主提交两年监测数据，账本按 " + PracticeLand.algorithm() + " 核算",
            "The owner reports two years; the ledger computes by " + PracticeLand.algorithm(),
            land.report(story.project));
    story.report = new InstructionId(submitted.id());
    stage.refused(
        story.owner,
        "同一监测期不得重复提交",
        "The same period is not reported twice",
        land.report(story.project),
        ErrorCode.PERIOD_OVERLAP);
    stage.refused(
        story.validator,
        "审定该项目的机构不得核查",
        "The certifier that validated the project does not verify",
        verification(),
        ErrorCode.VERIFIER_VALIDATED_PROJECT);
    stage.does(story.verifier, "另一机构核查", "Another certifier verifies", verification());
    stage.refused(
        story.verifier,
        "未经批准不得签发",
        "No issuance before the office approves",
        new IssueCredits(story.report),
        ErrorCode.WRONG_STATE);
    stage.does(
        story.office,
        "主管部门批准签发",
        "The office approves issuance",
        new ApproveIssuance(story.report));
    stage.refused(
        story.validator,
        "非核查机构不得签发",
        "Only the certifier that verified issues",
        new IssueCredits(story.report),
        ErrorCode.NOT_THE_VERIFIER);
    Outcome issued =
        stage.does(
            story.verifier,
            "核查机构签发：每个年份一个批次，按比例计入缓冲",
            "The verifier issues: a batch a year, a share to the buffer",
            new IssueCredits(story.report));
    issued.references().stream()
        .filter(reference -> reference.type().equals("batch"))
        .forEach(reference -> story.batches.add(new BatchId(reference.id())));
    if (story.batches.isEmpty()) {
      throw new FaultFound("签发没有产生批次。", "The issuance named no batch.");
    }
    stage.refused(
        story.verifier,
        "同一报告不得再次签发",
        "A report is issued once",
        new IssueCredits(story.report),
        ErrorCode.WRONG_STATE);
    stage.equal("两个年份，两个批次", "Two years, two batches", 2, story.batches::size);
  }

  private VerifyMonitoringReport verification() {
    return new VerifyMonitoringReport(
        List.of(),
        List.of(),
        story.report,
        Opinion.POSITIVE,
        Sha256.of("tour: verification report"));
  }
}
