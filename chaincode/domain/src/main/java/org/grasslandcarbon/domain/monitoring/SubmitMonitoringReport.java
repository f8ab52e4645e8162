// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.Project;
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
 * @param documents hashes of the report and its evidence
 * @param gapExplanation why days before the period are not reported
 * @param period the monitored days
 * @param project the project
 */
public record SubmitMonitoringReport(
    @Means(en = "Data, one row a stratum, datum and calendar year", zh = "分层、分年度的监测数据")
        @Most(ROWS_MOST)
        List<Datum> data,
    @Means(en = "SHA-256 of the report and its evidence", zh = "监测报告及证明材料摘要") @Most(DOCUMENTS_MOST)
        List<Sha256> documents,
    @Means(en = "Why days before the period are not reported", zh = "与上一监测期存在间隔的说明")
        @Most(EXPLANATION_MOST)
        Optional<String> gapExplanation,
    @Means(en = "Monitored days, both included", zh = "监测期（含首尾日）") DateRange period,
    @Means(en = "Project", zh = "项目编号") InstructionId project)
    implements Action {

  /** What an instruction of 64 KiB holds. */
  static final int ROWS_MOST = 1_000;

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
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.PERIOD_OUTSIDE_CREDITING,
          ErrorCode.PERIOD_OVERLAP,
          ErrorCode.PERIOD_GAP,
          ErrorCode.CLAIM_TOO_OLD,
          ErrorCode.UNKNOWN_DATUM,
          ErrorCode.DATA_OUT_OF_RANGE,
          ErrorCode.STRATA_MISMATCH,
          ErrorCode.TOO_LARGE);

  public SubmitMonitoringReport {
    data = List.copyOf(data);
    documents = List.copyOf(documents);
    Check.that(!documents.isEmpty(), "a report has a document");
    Check.that(
        period.to().getYear() - period.from().getYear() < Quantification.YEARS_MOST,
        "a period touches at most 12 calendar years");
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Project.key(project), CreditingHistory.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Project.key(project))
        .<List<Key<?>>>map(found -> List.of(Methodology.key(found.design().methodology())))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        found.owner().equals(act.actor().id()), ErrorCode.NOT_ALLOWED, "the project is another's");
    act.require(
        found.state() == Project.State.REGISTERED,
        ErrorCode.WRONG_STATE,
        "the project is %s",
        found.state());
    CreditingHistory history =
        act.find(CreditingHistory.key(project)).orElse(CreditingHistory.begin(project));
    Methodology methodology =
        act.must(Methodology.key(found.design().methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    requirePeriod(act, found.design().creditingPeriod(), history);
    act.require(
        !period.from().isBefore(act.today().minusYears(methodology.terms().yearsToClaim())),
        ErrorCode.CLAIM_TOO_OLD,
        "%s is more than %s years ago",
        period.from(),
        methodology.terms().yearsToClaim());
    Quantification quantification =
        QuantificationRule.quantify(
            methodology, found.design(), period, data, history.stockChangeBefore(period.from()));
    act.require(
        history.reports().size() < CreditingHistory.REPORTS_MOST,
        ErrorCode.TOO_LARGE,
        "the project has %s reports",
        history.reports().size());

    act.write(report(act, found, methodology, quantification));
    act.write(
        new ReportQuantification(
            data, quantification, act.id(), ReportQuantification.Round.SUBMITTED));
    act.write(history.withReport(new CreditingHistory.Reported(period, act.id())));
    act.refer("report", act.id());
  }

  private void requirePeriod(Act act, DateRange crediting, CreditingHistory history) {
    act.require(
        crediting.contains(period) && period.to().isBefore(act.today()),
        ErrorCode.PERIOD_OUTSIDE_CREDITING,
        "%s; crediting is %s",
        period,
        crediting);
    Optional<CreditingHistory.Reported> other = history.overlapping(period);
    act.require(
        other.isEmpty(),
        ErrorCode.PERIOD_OVERLAP,
        "report %s has %s",
        other.map(CreditingHistory.Reported::report).orElse(null),
        other.map(CreditingHistory.Reported::period).orElse(null));
    LocalDate next = history.nextDayBefore(period.from(), crediting.from());
    act.require(
        gapExplanation.isPresent() || !period.from().isAfter(next),
        ErrorCode.PERIOD_GAP,
        "the days from %s are not reported",
        next);
  }

  private MonitoringReport report(
      Act act, Project found, Methodology methodology, Quantification quantification) {
    return new MonitoringReport(
        Optional.empty(),
        documents,
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
        MonitoringReport.State.PUBLICITY,
        act.time(),
        quantification.total(),
        methodology.training(),
        Optional.empty(),
        quantification.vintages());
  }
}
