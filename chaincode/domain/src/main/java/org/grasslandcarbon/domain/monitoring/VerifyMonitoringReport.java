// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.participant.WorkingDays;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Finding;
import org.grasslandcarbon.domain.project.FlagAnswers;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.stocking.Stocking;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Gives a certifier's opinion on a monitoring report after publicity (LEDGER section 4; CCER
 * measures art. 18 and 20, CNCA-CCER-01:2023 on findings). Corrected data are computed again.
 *
 * @param corrections rows that take the place of the owner's, or are added
 * @param findings what was found and how it was closed
 * @param monitoringReport the report on the ledger
 * @param opinion the conclusion
 * @param removals rows of the owner that do not count, each with the reason
 * @param report the verification report
 */
public record VerifyMonitoringReport(
    @Means(en = "Corrected or added rows of data", zh = "更正或补充的数据行")
        @Most(SubmitMonitoringReport.ROWS_MOST)
        List<Datum> corrections,
    @Means(en = "Findings, and how they were closed", zh = "核查发现及关闭情况") @Most(Finding.FINDINGS_MOST)
        List<Finding> findings,
    @Means(en = "Monitoring report", zh = "监测报告编号") InstructionId monitoringReport,
    @Means(en = "Conclusion", zh = "核查结论") Opinion opinion,
    @Means(en = "Rows of data that do not count", zh = "不予采用的数据行") @Least(1) @Most(REMOVALS_MOST)
        Optional<List<Removal>> removals,
    @Means(en = "SHA-256 of the verification report", zh = "核查报告摘要") Sha256 report)
    implements Action {

  /** More of them are a report that is to be rejected. */
  static final int REMOVALS_MOST = 100;

  private static final Decimal ZERO = Decimal.of("0");

  /** The action. */
  public static final ActionType<VerifyMonitoringReport> TYPE =
      ActionType.of(
          "verifyMonitoringReport",
          "出具监测报告核查结论",
          "Gives a certifier's opinion on a monitoring report",
          new VerifyMonitoringReport(
              List.of(ExampleReport.row("S1", "HEAD.SHEEP", "head", "5900", 2024)),
              List.of(
                  new Finding(
                      Optional.of("Counted again on 12 May; data corrected."),
                      Finding.Kind.MUST_CLOSE,
                      "The herd of S1 was counted in winter only.")),
              ExampleReport.ID,
              Opinion.POSITIVE,
              Optional.of(
                  List.of(
                      new Removal(
                          "The tank was filled for a neighbour.",
                          Optional.empty(),
                          "S1",
                          "FUEL.DIESEL",
                          2024),
                      new Removal(
                          "The core was lost on the way.",
                          Optional.of("WP-2-P07-L1"),
                          "S1",
                          "OC",
                          2024))),
              Sha256.of("verification report")),
          EnumSet.of(Role.CERTIFIER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_REPORT,
          ErrorCode.WRONG_STATE,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.VERIFIER_VALIDATED_PROJECT,
          ErrorCode.NO_CALENDAR,
          ErrorCode.PUBLICITY_NOT_OVER,
          ErrorCode.FINDINGS_OPEN,
          ErrorCode.OVERLOAD_NOT_ADDRESSED,
          ErrorCode.FLAG_NOT_ADDRESSED,
          ErrorCode.UNKNOWN_DATUM,
          ErrorCode.DATA_OUT_OF_RANGE,
          ErrorCode.STRATA_MISMATCH,
          ErrorCode.SAMPLING_NOT_RECORDED,
          ErrorCode.SAMPLING_ALREADY_USED,
          ErrorCode.SAMPLING_NOT_CONTINUED,
          ErrorCode.PREDECESSOR_UNSETTLED,
          ErrorCode.TOO_LARGE);

  public VerifyMonitoringReport {
    corrections = List.copyOf(corrections);
    findings = List.copyOf(findings);
    removals = removals.map(List::copyOf);
    Check.that(
        opinion == Opinion.POSITIVE || corrections.isEmpty() && removals.isEmpty(),
        zh("否定意见不得更正或删除数据").en("a negative opinion corrects and removes no data"));
  }

  /** An opinion that removes nothing. */
  public VerifyMonitoringReport(
      List<Datum> corrections,
      List<Finding> findings,
      InstructionId monitoringReport,
      Opinion opinion,
      Sha256 report) {
    this(corrections, findings, monitoringReport, opinion, Optional.empty(), report);
  }

  private List<Removal> allRemovals() {
    return removals.orElse(List.of());
  }

  private boolean changesData() {
    return !corrections.isEmpty() || removals.isPresent();
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        MonitoringReport.key(monitoringReport), submittedKey(), Accreditation.key(actor));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    records
        .find(MonitoringReport.key(monitoringReport))
        .ifPresent(
            found -> {
              following.add(Project.key(found.project()));
              following.add(Methodology.key(found.methodology()));
              following.add(CreditingHistory.key(found.project()));
              following.add(VerifiedSamplings.key(found.project()));
              samplings(found).forEach(id -> following.add(Sampling.key(id)));
              following.addAll(WorkingDays.keys(found.publicFrom()));
              following.addAll(Stocking.keys(found.project(), found.period()));
            });
    return following;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    List<Key<?>> further = new ArrayList<>();
    records
        .find(MonitoringReport.key(monitoringReport))
        .flatMap(found -> records.find(Project.key(found.project())))
        .ifPresent(
            project -> {
              List<Datum> submitted =
                  records.find(submittedKey()).map(ReportQuantification::data).orElse(List.of());
              further.addAll(SamplingRule.keys(project, submitted));
              further.addAll(SamplingRule.keys(project, verified(submitted).data()));
              further.addAll(SamplingRule.keysBeforeThereWasARecord(records, project.id()));
              further.addAll(SampledRows.keys(records, project.id()));
              further.addAll(Succession.keys(project));
              further.addAll(project.count().keys());
            });
    return further;
  }

  private static List<InstructionId> samplings(MonitoringReport found) {
    return found.samplings().orElse(List.of());
  }

  /** The records with which a report ends. */
  private static SamplingRule.Ends ends(Act act, MonitoringReport found) {
    List<Sampling> named =
        samplings(found).stream()
            .map(id -> act.must(Sampling.key(id), ErrorCode.UNKNOWN_SAMPLING))
            .toList();
    return (stratum, scenario) ->
        named.stream()
            .filter(each -> each.stratum().equals(stratum) && each.scenario() == scenario)
            .max(Sampling.IN_TIME);
  }

  private Key<ReportQuantification> submittedKey() {
    return ReportQuantification.key(monitoringReport, ReportQuantification.Round.SUBMITTED);
  }

  /** The submitted rows without those that do not count, and with the corrections. */
  private Rows verified(List<Datum> submitted) {
    return Rows.of("submitted", submitted)
        .without(row -> allRemovals().stream().anyMatch(removal -> removal.isOf(row)))
        .without(row -> corrections.stream().anyMatch(row::isSameAs))
        .and("corrections", corrections);
  }

  /** What is removed is there, and is not corrected as well. */
  private void requireRemovable(Act act, List<Datum> submitted) {
    for (int i = 0; i < allRemovals().size(); i++) {
      Removal removal = allRemovals().get(i);
      act.require(
          submitted.stream().anyMatch(removal::isOf)
              && corrections.stream().noneMatch(removal::isOf),
          ErrorCode.STRATA_MISMATCH,
          zh("removals[%s]：报告中没有该行，或该行同时被更正")
              .en("removals[%s]: the report has no such row, or it is corrected too", i));
    }
  }

  @Override
  public void apply(Act act) {
    MonitoringReport found =
        act.must(MonitoringReport.key(monitoringReport), ErrorCode.UNKNOWN_REPORT);
    Project project = act.must(Project.key(found.project()), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        found.state() == MonitoringReport.State.PUBLICITY,
        ErrorCode.WRONG_STATE,
        zh("报告状态为 %s").en("the report is %s", found.state()));
    act.require(
        project.state() == Project.State.REGISTERED,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", project.state()));
    Accreditation.require(act, act.actor().id(), found.methodology().id());
    act.require(
        !project.wasValidatedBy(act.actor().id()),
        ErrorCode.VERIFIER_VALIDATED_PROJECT,
        zh("项目 %s").en("project %s", found.projectNumber()));
    act.require(
        WorkingDays.areOver(act, found.publicFrom(), found.publicityWorkingDays(), act.today()),
        ErrorCode.PUBLICITY_NOT_OVER,
        zh("公示期为 %s 个工作日，始于 %s；%s")
            .en(
                "publicity of %s working days began on %s; %s",
                found.publicityWorkingDays(),
                found.publicFrom(),
                WorkingDays.lastDayInWords(act, found.publicFrom(), found.publicityWorkingDays())));
    act.require(
        opinion == Opinion.NEGATIVE || findings.stream().noneMatch(Finding::isOpen),
        ErrorCode.FINDINGS_OPEN,
        zh("对每项须关闭的核查发现，请说明如何关闭")
            .en("say for every finding that must be closed how it was closed"));
    List<Integer> overloaded = Stocking.overloadedYears(act, found.project(), found.period());
    act.require(
        opinion == Opinion.NEGATIVE
            || overloaded.isEmpty()
            || findings.stream().anyMatch(each -> each.addresses(Finding.Topic.OVERLOAD)),
        ErrorCode.OVERLOAD_NOT_ADDRESSED,
        zh("项目在 %s 年超载：须有一项主题为 OVERLOAD 的核查发现")
            .en("the project was overloaded in %s: a finding has the topic OVERLOAD", overloaded));

    ReportQuantification submitted = act.must(submittedKey(), ErrorCode.UNKNOWN_REPORT);
    Decimal leakage = ZERO;
    if (opinion == Opinion.POSITIVE) {
      leakage = accept(act, found, project, submitted).leakage();
    } else {
      reject(act, found);
      SamplingRule.release(act, project, monitoringReport, submitted.data());
    }
    project.count().verified(act, act.actor().id(), findings.size(), leakage);
    act.refer("report", monitoringReport);
  }

  /** Writes what a positive opinion leads to, and answers the computation that counts. */
  private Quantification accept(
      Act act, MonitoringReport found, Project project, ReportQuantification submitted) {
    CreditingHistory history =
        act.must(CreditingHistory.key(found.project()), ErrorCode.UNKNOWN_REPORT);
    requireRemovable(act, submitted.data());
    requireRecorded(act, found, submitted.data());
    Rows rows = verified(submitted.data());
    Optional<ReportQuantification> computed =
        computeAgain(act, found, project, history, submitted, rows);
    Optional<Quantification> again = computed.map(ReportQuantification::quantification);
    Quantification counts = again.orElse(submitted.quantification());
    List<Flag> flags = computed.orElse(submitted).flags().orElse(List.of());
    FlagAnswers.require(act, flags, findings);
    SamplingRule.verify(
        act,
        project,
        monitoringReport,
        found.period(),
        again.isPresent()
            ? ReportQuantification.Round.VERIFIED
            : ReportQuantification.Round.SUBMITTED,
        rows.data(),
        ends(act, found),
        counts);
    Decimal tonnes = again.map(Quantification::total).orElse(found.tonnes());
    List<Quantification.Vintage> vintages =
        again.map(Quantification::vintages).orElse(found.vintages());
    Decimal broughtForward =
        Succession.broughtForward(
            act,
            project,
            history,
            project.termOf(found.period()).orElseThrow().design().strata(),
            counts);
    CreditingHistory changed =
        history.withBalance(Allocation.of(vintages, broughtForward).carriedForward());
    act.write(
        changed.withVerified(
            new CreditingHistory.Reported(
                counts.displaced(),
                found.period(),
                monitoringReport,
                stockChange(vintages),
                Optional.of(tonnes))));
    act.write(
        found
            .withFlags(computed.orElse(submitted).flags().map(List::size))
            .withVerification(
                verification(act, broughtForward, again.isPresent(), FlagAnswers.severe(flags)),
                tonnes,
                vintages));
    return counts;
  }

  /** Where samplings are records, a certifier corrects what was measured and brings no more. */
  private void requireRecorded(Act act, MonitoringReport found, List<Datum> submitted) {
    boolean areRecords =
        act.must(Methodology.key(found.methodology()), ErrorCode.UNKNOWN_METHODOLOGY)
            .terms()
            .samplings()
            .isPresent();
    for (int i = 0; i < corrections.size(); i++) {
      Datum row = corrections.get(i);
      act.require(
          !areRecords || row.sample().isEmpty() || submitted.stream().anyMatch(row::isSameAs),
          ErrorCode.SAMPLING_NOT_RECORDED,
          zh("corrections[%s]：%s 未在采样记录中；只能更正或删除已登记的测定值")
              .en(
                  "corrections[%s]: %s is in no record of a sampling; what is recorded is corrected or"
                      + " removed",
                  i, row));
    }
  }

  private static Optional<Decimal> stockChange(List<Quantification.Vintage> vintages) {
    return vintages.stream()
        .flatMap(each -> each.breakdown().stream())
        .map(Quantification.Breakdown::stockChange)
        .reduce((sum, each) -> new Decimal(sum.value().add(each.value())));
  }

  /**
   * The worksheet of the verified data, when it is another than the submitted one: the certifier
   * corrected data, or an earlier report that this one looks back on was verified since.
   */
  private Optional<ReportQuantification> computeAgain(
      Act act,
      MonitoringReport found,
      Project project,
      CreditingHistory history,
      ReportQuantification submitted,
      Rows rows) {
    boolean looksBack = found.vintages().stream().anyMatch(each -> each.breakdown().isPresent());
    Methodology methodology =
        act.must(Methodology.key(found.methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    requireYearsUncorrected(act, methodology);
    boolean isFlagged = methodology.science().plausibility().isPresent();
    if (!changesData() && !looksBack && !isFlagged) {
      return Optional.empty();
    }
    ProjectDesign design = project.termOf(found.period()).orElseThrow().design();
    Quantification again =
        QuantificationRule.quantify(
            methodology,
            design,
            found.period(),
            rows,
            history.before(found.period().from(), methodology));
    Optional<List<Flag>> flags =
        ReportFlags.of(
            act,
            project.id(),
            methodology,
            design,
            found.period(),
            rows.data(),
            samplings(found),
            again);
    if (!changesData()
        && again.equals(submitted.quantification())
        && flags.equals(submitted.flags())) {
      return Optional.empty();
    }
    ReportQuantification verified =
        new ReportQuantification(
            rows.data(), flags, again, monitoringReport, ReportQuantification.Round.VERIFIED);
    verified.requireStorable();
    act.write(verified);
    return Optional.of(verified);
  }

  /** The years between recorded samplings come from their days: nobody types them. */
  private void requireYearsUncorrected(Act act, Methodology methodology) {
    act.require(
        methodology.terms().samplings().isEmpty()
            || corrections.stream().noneMatch(Datum::isYearsBetweenSamplings)
                && allRemovals().stream().noneMatch(Removal::isOfYearsBetweenSamplings),
        ErrorCode.SAMPLING_NOT_RECORDED,
        zh("采样间隔年数由采样记录得出").en("the years between samplings come from their records"));
  }

  private void reject(Act act, MonitoringReport found) {
    CreditingHistory history =
        act.must(CreditingHistory.key(found.project()), ErrorCode.UNKNOWN_REPORT);
    act.write(history.withoutReport(monitoringReport));
    act.write(
        found.withVerification(
            verification(act, ZERO, false, Optional.empty()), found.tonnes(), found.vintages()));
  }

  private MonitoringReport.Verification verification(
      Act act, Decimal broughtForward, boolean computedAgain, Optional<List<AnsweredFlag>> severe) {
    return new MonitoringReport.Verification(
        act.time(),
        broughtForward,
        act.actor().id(),
        computedAgain,
        findings,
        opinion,
        removals,
        report,
        severe);
  }
}
