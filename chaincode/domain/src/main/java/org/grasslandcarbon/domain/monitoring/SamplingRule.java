// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.monitoring.ReportQuantification.Round;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * No measurement counts twice (LEDGER sections 4 and 8). A report begins with the samplings with
 * which the last verified one ended, and ends with ones that no report of any project has told of.
 * It binds every version, also those that were published before it.
 */
final class SamplingRule {
  private final Act act;
  private final InstructionId project;
  private final Optional<InstructionId> practice;
  private final InstructionId report;
  private final VerifiedSamplings verified;

  /** What reports told of that were verified before there was a record of it. */
  private final Map<Sha256, InstructionId> before = new HashMap<>();

  private SamplingRule(Act act, Project project, InstructionId report) {
    this.act = act;
    this.project = project.id();
    this.practice = practice(project);
    this.report = report;
    this.verified =
        act.find(VerifiedSamplings.key(project.id())).orElseGet(this::beforeThereWasARecord);
  }

  /** The last verified report of a project. */
  private static Optional<InstructionId> lastVerified(Records records, InstructionId project) {
    return records.find(CreditingHistory.key(project)).stream()
        .flatMap(history -> history.reports().stream())
        .filter(each -> each.stockChange().isPresent())
        .reduce((earlier, later) -> later)
        .map(CreditingHistory.Reported::report);
  }

  /**
   * Keys that the rule reads where a project has verified reports and no record of their samplings:
   * it computes what the record would say from the rows of the last one.
   */
  static List<Key<?>> keysBeforeThereWasARecord(Records records, InstructionId project) {
    if (records.find(VerifiedSamplings.key(project)).isPresent()) {
      return List.of();
    }
    return lastVerified(records, project).stream()
        .<Key<?>>flatMap(
            last ->
                Stream.of(
                    ReportQuantification.key(last, Round.SUBMITTED),
                    ReportQuantification.key(last, Round.VERIFIED)))
        .toList();
  }

  private VerifiedSamplings beforeThereWasARecord() {
    VerifiedSamplings found = new VerifiedSamplings(List.of(), project);
    Optional<ReportQuantification> last =
        lastVerified(act, project)
            .flatMap(
                id ->
                    act.find(ReportQuantification.key(id, Round.VERIFIED))
                        .or(() -> act.find(ReportQuantification.key(id, Round.SUBMITTED))));
    for (CarbonSampling each :
        CarbonSampling.of(last.map(ReportQuantification::data).orElse(List.of()))) {
      before.put(each.digest(), last.orElseThrow().report());
      if (each.isLast()) {
        found =
            found.with(
                last(
                    each,
                    lastDay(last.get().report()),
                    Optional.empty(),
                    last.get().report(),
                    last.get().round(),
                    last.get().quantification()));
      }
    }
    return found;
  }

  private LocalDate lastDay(InstructionId verifiedReport) {
    return act.must(CreditingHistory.key(project), ErrorCode.INTERNAL).reports().stream()
        .filter(each -> each.report().equals(verifiedReport))
        .map(each -> each.period().to())
        .findFirst()
        .orElseThrow();
  }

  private static VerifiedSamplings.Last last(
      CarbonSampling sampling,
      LocalDate day,
      Optional<Sampling> recorded,
      InstructionId report,
      Round round,
      Quantification worksheet) {
    return new VerifiedSamplings.Last(
        recorded.map(Sampling::analysis),
        day,
        recorded.flatMap(Sampling::depthCentimetres),
        sampling.wholeDigest(),
        sampling.scenario() == Scenario.WP
            ? Succession.reference(worksheet, sampling.stratum(), CarbonSampling.LAST)
            : Optional.empty(),
        report,
        round,
        sampling.scenario(),
        sampling.scenario() == Scenario.WP
            ? Succession.left(worksheet, sampling.stratum())
            : Optional.empty(),
        sampling.stratum());
  }

  private static Optional<InstructionId> practice(Project project) {
    return project.training() ? Optional.of(project.id()) : Optional.empty();
  }

  /**
   * Keys that the rule reads and writes for rows of a project's report, besides {@link
   * VerifiedSamplings}.
   */
  static List<Key<?>> keys(Project project, List<Datum> rows) {
    List<Key<?>> keys = new ArrayList<>();
    for (CarbonSampling sampling : CarbonSampling.of(rows)) {
      keys.add(key(project, sampling));
    }
    return keys;
  }

  /** The key of what was measured in one of them. */
  static Key<SamplingUse> key(Project project, CarbonSampling sampling) {
    return SamplingUse.key(sampling.digest(), practice(project));
  }

  /**
   * Refuses a record of a sampling that was recorded again since.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code UNKNOWN_SAMPLING}
   */
  static void requireLatest(Act act, Project project, Sampling sampling) {
    Optional<InstructionId> latest =
        act.find(key(project, sampling.carbon())).flatMap(SamplingUse::sampling);
    act.require(
        latest.equals(Optional.of(sampling.id())),
        ErrorCode.UNKNOWN_SAMPLING,
        zh("采样 %s 已重新登记为 %s")
            .en("sampling %s was recorded again as %s", sampling.id(), latest.orElse(null)));
  }

  /**
   * Takes the samplings of a report's rows, which nobody may report again.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code SAMPLING_ALREADY_USED},
   *     {@code SAMPLING_NOT_CONTINUED}
   */
  static void take(Act act, Project project, InstructionId report, List<Datum> rows) {
    new SamplingRule(act, project, report).takeAll(CarbonSampling.of(rows));
  }

  private void takeAll(List<CarbonSampling> samplings) {
    requireDifferent(samplings);
    samplings.forEach(this::take);
  }

  /**
   * Refuses a report with samplings while one of earlier days waits for its verification: what that
   * ends with is what this one begins with.
   */
  private void requireInOrder(CreditingHistory history, DateRange period) {
    Optional<InstructionId> waiting =
        history.reports().stream()
            .filter(each -> each.period().to().isBefore(period.from()))
            .filter(each -> each.tonnes().isEmpty())
            .map(CreditingHistory.Reported::report)
            .findFirst();
    act.require(
        waiting.isEmpty(),
        ErrorCode.SAMPLING_NOT_CONTINUED,
        zh("更早监测期的报告 %s 尚未核查；请先核查该报告")
            .en(
                "report %s of earlier days waits for its verification: verify it first",
                waiting.orElse(null)));
  }

  /**
   * Takes the samplings of a report's verified rows, and lets the next report begin with its last
   * ones.
   *
   * @param period of the report
   * @param ends the records with which it ends
   * @param worksheet of the verified rows
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code SAMPLING_ALREADY_USED},
   *     {@code SAMPLING_NOT_CONTINUED}
   */
  static void verify(
      Act act,
      Project project,
      InstructionId report,
      DateRange period,
      Round round,
      List<Datum> rows,
      Ends ends,
      Quantification worksheet) {
    List<CarbonSampling> samplings = CarbonSampling.of(rows);
    if (samplings.isEmpty()) {
      return;
    }
    SamplingRule rule = new SamplingRule(act, project, report);
    rule.requireInOrder(act.must(CreditingHistory.key(project.id()), ErrorCode.INTERNAL), period);
    rule.takeAll(samplings);
    VerifiedSamplings after = rule.verified;
    for (CarbonSampling sampling : samplings) {
      if (sampling.isLast()) {
        Optional<Sampling> recorded = ends.of(sampling.stratum(), sampling.scenario());
        LocalDate day = recorded.map(each -> each.days().to()).orElse(period.to());
        after = after.with(last(sampling, day, recorded, report, round, worksheet));
      }
    }
    act.write(after);
  }

  /** The record of the sampling with which a report ends; none of rows that a report brought. */
  interface Ends {
    Optional<Sampling> of(String stratum, Scenario scenario);
  }

  /** Lets a project report the samplings of a rejected report anew. */
  static void release(Act act, Project project, InstructionId report, List<Datum> rows) {
    for (CarbonSampling sampling : CarbonSampling.of(rows)) {
      act.find(SamplingUse.key(sampling.digest(), practice(project)))
          .filter(use -> use.report().equals(Optional.of(report)))
          .ifPresent(use -> act.write(use.withReleased(true)));
    }
  }

  /** One measurement is not that of two strata. */
  private void requireDifferent(List<CarbonSampling> samplings) {
    Map<Sha256, CarbonSampling> seen = new HashMap<>();
    for (CarbonSampling each : samplings) {
      CarbonSampling other = seen.putIfAbsent(each.digest(), each);
      act.require(
          other == null || other.stratum().equals(each.stratum()),
          ErrorCode.SAMPLING_ALREADY_USED,
          zh("分层 %s 与 %s 的土壤碳测定值完全相同")
              .en(
                  "%s and %s have the same carbon at all points",
                  other == null ? "" : other.stratum(), each.stratum()));
    }
  }

  private void take(CarbonSampling sampling) {
    Optional<VerifiedSamplings.Last> last = verified.of(sampling);
    if (!sampling.isLast() && last.isPresent()) {
      act.require(
          last.get().digest().equals(sampling.wholeDigest()),
          ErrorCode.SAMPLING_NOT_CONTINUED,
          zh("%s：须以报告 %s 的末次采样为起点")
              .en(
                  "%s: begin with the last sampling of report %s",
                  place(sampling), last.get().report()));
      return;
    }
    InstructionId earlier = before.get(sampling.digest());
    act.require(
        earlier == null,
        ErrorCode.SAMPLING_ALREADY_USED,
        zh("%s：报告 %s 已使用同样的测定值")
            .en("%s: report %s has the same measurements", place(sampling), earlier));
    Optional<SamplingUse> use = act.find(SamplingUse.key(sampling.digest(), practice));
    act.require(
        use.isEmpty() || isFree(use.get(), sampling),
        ErrorCode.SAMPLING_ALREADY_USED,
        zh("%s：报告 %s 已使用同样的测定值（项目 %s）")
            .en(
                "%s: report %s of project %s has the same measurements",
                place(sampling),
                use.flatMap(each -> each.report().or(each::sampling)).orElse(report),
                use.map(SamplingUse::project).orElse(project)));
    if (use.isEmpty() || !use.get().isOfReport()) {
      act.write(
          new SamplingUse(
              sampling.digest(),
              practice,
              project,
              false,
              Optional.of(report),
              use.flatMap(SamplingUse::sampling),
              sampling.scenario(),
              sampling.stratum()));
    }
  }

  /**
   * Takes a sampling that is recorded, which no other project may record or report; its own may
   * record it again as long as no report tells of it.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code SAMPLING_ALREADY_USED}
   */
  static void record(Act act, Project project, CarbonSampling sampling) {
    Optional<SamplingUse> use = act.find(SamplingUse.key(sampling.digest(), practice(project)));
    act.require(
        use.isEmpty() || use.get().isOf(project.id(), sampling) && !use.get().isOfReport(),
        ErrorCode.SAMPLING_ALREADY_USED,
        zh("同样的测定值见 %s（项目 %s）")
            .en(
                "%s of project %s has the same measurements",
                use.flatMap(each -> each.report().or(each::sampling)).orElse(act.id()),
                use.map(SamplingUse::project).orElse(project.id())));
    act.write(
        new SamplingUse(
            sampling.digest(),
            practice(project),
            project.id(),
            false,
            Optional.empty(),
            Optional.of(act.id()),
            sampling.scenario(),
            sampling.stratum()));
  }

  /**
   * A report has its own; it may begin with what another one of the same place ends with, which
   * waits for its verification; what a rejected report told may be told anew by the same project.
   */
  private boolean isFree(SamplingUse use, CarbonSampling sampling) {
    return use.report().equals(Optional.of(report))
        || use.isOf(project, sampling) && (!use.isOfReport() || !sampling.isLast());
  }

  private static Detail place(CarbonSampling sampling) {
    return zh("分层 %s 的 %s-%s")
        .en("%s, %s-%s", sampling.stratum(), sampling.scenario(), sampling.round());
  }
}
