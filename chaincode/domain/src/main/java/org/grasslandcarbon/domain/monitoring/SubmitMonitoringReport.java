// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
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
import org.grasslandcarbon.domain.methodology.SamplingTerms;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Publishes a monitoring report; the ledger computes its tonnes (LEDGER section 4; CCER measures
 * art. 17 and 19).
 *
 * @param data activity and soil data, one row a stratum, datum and calendar year
 * @param dataParts further rows, submitted before by {@code submitMonitoringData}
 * @param documents hashes of the report and its evidence
 * @param gapExplanation why days before the period are not reported
 * @param period the monitored days
 * @param project the project
 * @param samplings records of samplings, where the version has them
 */
public record SubmitMonitoringReport(
    @Means(en = "Data, one row a stratum, datum and calendar year", zh = "分层、分年度的监测数据")
        @Most(ROWS_MOST)
        List<Datum> data,
    @Means(en = "Ids of parts of the data that were submitted before", zh = "此前分批提交的监测数据编号")
        @Most(PARTS_MOST)
        @Distinct
        Optional<List<InstructionId>> dataParts,
    @Means(en = "SHA-256 of the report and its evidence", zh = "监测报告及证明材料摘要")
        @Least(1)
        @Most(DOCUMENTS_MOST)
        List<Sha256> documents,
    @Means(en = "Why days before the period are not reported", zh = "与上一监测期存在间隔的说明")
        @Most(EXPLANATION_MOST)
        Optional<String> gapExplanation,
    @Means(en = "Monitored days, both included", zh = "监测期（含首尾日）") DateRange period,
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(
            en = "Ids of recorded samplings, where the methodology version asks for records",
            zh = "已登记的采样编号（方法学版本要求登记采样时填写）")
        @Most(SAMPLINGS_MOST)
        @Distinct
        Optional<List<InstructionId>> samplings)
    implements Action {

  /** What an instruction of 64 KiB holds. */
  public static final int ROWS_MOST = 1_000;

  /** A part for each of the strata of a large project. */
  public static final int PARTS_MOST = 20;

  /** Two of each side of each stratum. */
  static final int SAMPLINGS_MOST = 4 * ProjectDesign.STRATA_MOST;

  static final int DOCUMENTS_MOST = 100;
  static final int EXPLANATION_MOST = 1_000;

  /** The action. */
  public static final ActionType<SubmitMonitoringReport> TYPE =
      ActionType.of(
          "submitMonitoringReport",
          "公示监测报告并核算减排量",
          "Publishes a monitoring report and computes its tonnes",
          ExampleReport.submission(),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.PERIOD_OUTSIDE_CREDITING,
          ErrorCode.PERIOD_OVERLAP,
          ErrorCode.PERIOD_GAP,
          ErrorCode.CLAIM_TOO_OLD,
          ErrorCode.UNKNOWN_MONITORING_DATA,
          ErrorCode.SAMPLING_NOT_RECORDED,
          ErrorCode.UNKNOWN_SAMPLING,
          ErrorCode.SAMPLING_OUTSIDE_PERIOD,
          ErrorCode.UNKNOWN_DATUM,
          ErrorCode.DATA_OUT_OF_RANGE,
          ErrorCode.STRATA_MISMATCH,
          ErrorCode.SAMPLING_ALREADY_USED,
          ErrorCode.SAMPLING_NOT_CONTINUED,
          ErrorCode.TOO_LARGE);

  public SubmitMonitoringReport {
    data = List.copyOf(data);
    dataParts = dataParts.map(List::copyOf);
    documents = List.copyOf(documents);
    Check.that(!documents.isEmpty(), zh("报告须至少有一份文件").en("a report has a document"));
    Check.that(
        period.to().getYear() - period.from().getYear() < Quantification.YEARS_MOST,
        zh("监测期最多涉及 12 个公历年").en("a period touches at most 12 calendar years"));
    Check.that(
        dataParts.isEmpty()
            || dataParts.get().stream().distinct().count() == dataParts.get().size(),
        zh("每部分数据只能列一次").en("a part of the data is named once"));
    samplings = samplings.map(List::copyOf);
    Check.that(
        samplings.isEmpty()
            || samplings.get().stream().distinct().count() == samplings.get().size(),
        zh("每次采样只能列一次").en("a sampling is named once"));
  }

  /** A report whose data one instruction holds. */
  public SubmitMonitoringReport(
      List<Datum> data,
      List<Sha256> documents,
      Optional<String> gapExplanation,
      DateRange period,
      InstructionId project) {
    this(data, Optional.empty(), documents, gapExplanation, period, project, Optional.empty());
  }

  /** A report of a version that takes rows of samples. */
  public SubmitMonitoringReport(
      List<Datum> data,
      Optional<List<InstructionId>> dataParts,
      List<Sha256> documents,
      Optional<String> gapExplanation,
      DateRange period,
      InstructionId project) {
    this(data, dataParts, documents, gapExplanation, period, project, Optional.empty());
  }

  private List<InstructionId> named() {
    return samplings.orElse(List.of());
  }

  private List<InstructionId> parts() {
    return dataParts.orElse(List.of());
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Project.key(project));
    named.add(CreditingHistory.key(project));
    named.add(VerifiedSamplings.key(project));
    parts().forEach(part -> named.add(MonitoringData.key(part)));
    named().forEach(sampling -> named.add(Sampling.key(sampling)));
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    records
        .find(Project.key(project))
        .ifPresent(
            found -> {
              found
                  .termOf(period)
                  .map(term -> Methodology.key(term.design().methodology()))
                  .ifPresent(following::add);
              following.addAll(SamplingRule.keys(found, rows(records)));
              for (InstructionId sampling : named()) {
                records
                    .find(Sampling.key(sampling))
                    .ifPresent(each -> following.add(SamplingRule.key(found, each.carbon())));
              }
              following.addAll(ReportFlags.keys(records, project, period));
            });
    return following;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return SamplingRule.keysBeforeThereWasARecord(records, project);
  }

  /** The rows of this instruction and of the parts that are there. */
  private List<Datum> rows(Records records) {
    List<Datum> rows = new ArrayList<>(data);
    for (InstructionId part : parts()) {
      records.find(MonitoringData.key(part)).ifPresent(found -> rows.addAll(found.data()));
    }
    return rows;
  }

  @Override
  public void apply(Act act) {
    Project found = Project.registeredOfActor(act, project);
    CreditingHistory history =
        act.find(CreditingHistory.key(project)).orElse(CreditingHistory.begin(project));
    requirePeriod(act, found, history);
    ProjectDesign design = found.termOf(period).orElseThrow().design();
    Methodology methodology =
        act.must(Methodology.key(design.methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    act.require(
        !period.from().isBefore(act.today().minusYears(methodology.terms().yearsToClaim())),
        ErrorCode.CLAIM_TOO_OLD,
        zh("%s 距今已超过 %s 年")
            .en("%s is more than %s years ago", period.from(), methodology.terms().yearsToClaim()));
    Rows rows = rows(act);
    addSampled(act, found, design, methodology, rows);
    Quantification quantification =
        QuantificationRule.quantify(
            methodology, design, period, rows, history.before(period.from(), methodology));
    act.require(
        history.reports().size() < CreditingHistory.REPORTS_MOST,
        ErrorCode.TOO_LARGE,
        zh("该项目已有 %s 份报告").en("the project has %s reports", history.reports().size()));

    ReportQuantification computed =
        new ReportQuantification(
            rows.data(),
            ReportFlags.of(
                act, project, methodology, design, period, rows.data(), named(), quantification),
            quantification,
            act.id(),
            ReportQuantification.Round.SUBMITTED);
    computed.requireStorable();
    SamplingRule.take(act, found, act.id(), rows.data());

    act.write(report(act, found, methodology, computed));
    act.write(computed);
    act.write(history.withReport(new CreditingHistory.Reported(period, act.id())));
    act.refer("report", act.id());
    parts().forEach(part -> act.refer("data", part));
  }

  /** The rows of this instruction and of the parts that it names, in their order. */
  private Rows rows(Act act) {
    Rows rows = Rows.of("data", data);
    for (int i = 0; i < parts().size(); i++) {
      MonitoringData part =
          act.must(MonitoringData.key(parts().get(i)), ErrorCode.UNKNOWN_MONITORING_DATA);
      act.require(
          part.project().equals(project),
          ErrorCode.UNKNOWN_MONITORING_DATA,
          zh("dataParts[%s] 属于项目 %s").en("dataParts[%s] is of project %s", i, part.project()));
      rows.and("dataParts[" + i + "].data", part.data());
    }
    return rows;
  }

  /** Adds what records of samplings tell, where the version has them. */
  private void addSampled(
      Act act, Project found, ProjectDesign design, Methodology methodology, Rows rows) {
    Optional<SamplingTerms> terms = methodology.terms().samplings();
    if (terms.isEmpty()) {
      act.require(
          named().isEmpty(),
          ErrorCode.SAMPLING_NOT_RECORDED,
          zh("方法学 %s 的样品数据随监测报告填报")
              .en("under %s reports bring rows of samples", methodology.version()));
      return;
    }
    List<Datum> data = rows.data();
    for (int i = 0; i < data.size(); i++) {
      act.require(
          !data.get(i).isOfSampling(),
          ErrorCode.SAMPLING_NOT_RECORDED,
          zh("%s：%s 由采样记录得出")
              .en("%s: %s comes from records of samplings", rows.place(i), data.get(i)));
    }
    rows.and(
        "samplings", SampledRows.of(act, found, design.strata(), period, terms.get(), named()));
  }

  private void requirePeriod(Act act, Project found, CreditingHistory history) {
    act.require(
        found.termOf(period).isPresent(),
        ErrorCode.PERIOD_OUTSIDE_CREDITING,
        zh("%s 不在同一计入期内；现计入期为 %s")
            .en(
                "%s is not within one crediting period; the present one is %s",
                period, found.design().creditingPeriod()));
    act.require(
        period.to().isBefore(act.today()),
        ErrorCode.PERIOD_OUTSIDE_CREDITING,
        zh("%s 止于 %s，尚未过去：今日为 %s")
            .en("%s ends on %s, which is not over: today is %s", period, period.to(), act.today()));
    Optional<CreditingHistory.Reported> other = history.overlapping(period);
    act.require(
        other.isEmpty(),
        ErrorCode.PERIOD_OVERLAP,
        zh("报告 %s 的监测期为 %s")
            .en(
                "report %s has %s",
                other.map(CreditingHistory.Reported::report).orElse(null),
                other.map(CreditingHistory.Reported::period).orElse(null)));
    LocalDate next = history.nextDayBefore(period.from(), found.creditingFrom());
    act.require(
        gapExplanation.isPresent() || !period.from().isAfter(next),
        ErrorCode.PERIOD_GAP,
        zh("自 %s 起的日期未报告，请从该日起报告，或在 gapExplanation 中说明")
            .en(
                "the days from %s are not reported: begin the period there, or say why in gapExplanation",
                next));
  }

  private MonitoringReport report(
      Act act, Project found, Methodology methodology, ReportQuantification computed) {
    Quantification quantification = computed.quantification();
    return new MonitoringReport(
        Optional.empty(),
        documents,
        computed.flags().map(List::size),
        gapExplanation,
        act.id(),
        Optional.empty(),
        methodology.version(),
        found.owner(),
        period,
        project,
        found.number().orElseThrow(),
        methodology.terms().publicityWorkingDays(),
        found.design().region(),
        samplings.filter(some -> !some.isEmpty()),
        MonitoringReport.State.PUBLICITY,
        act.time(),
        quantification.total(),
        methodology.training(),
        Optional.empty(),
        quantification.vintages());
  }
}
