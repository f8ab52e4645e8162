// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.methodology.SamplingTerms;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * The rows of samples of a report whose version has samplings as records (LEDGER section 4). The
 * sampling with which it begins is the last verified one of each stratum and side, which the ledger
 * carries over; the one with which it ends, and before the first verified report the one with which
 * it begins as well, it names. The years between them come from their days, not from the owner.
 */
final class SampledRows {
  private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

  /** Finer than a minute. */
  private static final int DECIMALS_OF_YEARS = 6;

  private final Act act;
  private final Project project;
  private final DateRange period;
  private final SamplingTerms terms;
  private final VerifiedSamplings verified;
  private final List<Datum> rows = new ArrayList<>();
  private LocalDate earliestFirst = LocalDate.MAX;
  private LocalDate latestLast = LocalDate.MIN;

  private SampledRows(Act act, Project project, DateRange period, SamplingTerms terms) {
    this.act = act;
    this.project = project;
    this.period = period;
    this.terms = terms;
    this.verified = VerifiedSamplings.of(act, project.id());
  }

  /** A stratum's land, or its control site. */
  record Side(String stratum, Scenario scenario) {
    Side(Sampling sampling) {
      this(sampling.stratum(), sampling.scenario());
    }

    private static final Comparator<Side> ORDER =
        Comparator.comparing(Side::stratum).thenComparing(Side::scenario);
  }

  /** Keys of what a report is to begin with, once the last verified samplings are known. */
  static List<Key<?>> keys(Records records, InstructionId project) {
    return VerifiedSamplings.of(records, project).last().stream()
        .map(each -> ReportQuantification.key(each.report(), each.round()))
        .distinct()
        .<Key<?>>map(each -> each)
        .toList();
  }

  /**
   * The rows that named samplings give, with the years between them for each stratum.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code UNKNOWN_SAMPLING}, {@code
   *     SAMPLING_NOT_CONTINUED}, {@code SAMPLING_OUTSIDE_PERIOD}
   */
  static List<Datum> of(
      Act act,
      Project project,
      List<Stratum> strata,
      DateRange period,
      SamplingTerms terms,
      List<InstructionId> named) {
    SampledRows sampled = new SampledRows(act, project, period, terms);
    Map<Side, List<Sampling>> bySide = new TreeMap<>(Side.ORDER);
    for (InstructionId id : named) {
      Sampling each = sampled.the(id);
      bySide.computeIfAbsent(new Side(each), none -> new ArrayList<>()).add(each);
    }
    bySide.forEach(sampled::add);
    sampled.addYears(strata);
    return sampled.rows;
  }

  private Sampling the(InstructionId id) {
    Sampling found = act.must(Sampling.key(id), ErrorCode.UNKNOWN_SAMPLING);
    act.require(
        found.project().equals(project.id()),
        ErrorCode.UNKNOWN_SAMPLING,
        zh("采样 %s 属于项目 %s").en("sampling %s is of project %s", id, found.project()));
    SamplingRule.requireLatest(act, project, found);
    LocalDate from = period.from().minusDays(terms.daysFromPeriod().most());
    LocalDate to = period.to().plusDays(terms.daysFromPeriod().most());
    act.require(
        !found.days().from().isBefore(from) && !found.days().to().isAfter(to),
        ErrorCode.SAMPLING_OUTSIDE_PERIOD,
        zh("采样 %s 的日期为 %s，须在 %s 至 %s 之间")
            .en("sampling %s was on %s, must be from %s to %s", id, found.days(), from, to));
    return found;
  }

  private void add(Side side, List<Sampling> named) {
    List<Sampling> inOrder = new ArrayList<>(named);
    inOrder.sort(Sampling.IN_TIME);
    Optional<VerifiedSamplings.Last> before = verified.of(side.stratum, side.scenario);
    int wanted = before.isPresent() ? 1 : 2;
    act.require(
        inOrder.size() == wanted,
        ErrorCode.SAMPLING_NOT_CONTINUED,
        before.isPresent()
            ? zh("%s：期初采样由账本结转，只须引用期末采样，现引用 %s 个")
                .en(
                    "%s: the first sampling is carried over, name the last only; these are %s",
                    named(side), inOrder.size())
            : zh("%s：首份报告须引用期初和期末两次采样，现引用 %s 个")
                .en(
                    "%s: a first report names the first and the last sampling; these are %s",
                    named(side), inOrder.size()));
    LocalDate first = before.map(VerifiedSamplings.Last::day).orElse(inOrder.get(0).days().to());
    Sampling last = inOrder.get(inOrder.size() - 1);
    act.require(
        first.isBefore(last.days().from()),
        ErrorCode.SAMPLING_NOT_CONTINUED,
        zh("%s：期末采样 %s 须晚于期初采样 %s")
            .en(
                "%s: the last sampling %s is after the first, %s",
                named(side), last.days(), first));
    int year = period.to().getYear();
    rows.addAll(
        before
            .map(each -> carriedOver(side, each, year))
            .orElseGet(() -> inOrder.get(0).rows(CarbonSampling.FIRST, year)));
    rows.addAll(last.rows(CarbonSampling.LAST, year));
    earliestFirst = first.isBefore(earliestFirst) ? first : earliestFirst;
    latestLast = last.days().to().isAfter(latestLast) ? last.days().to() : latestLast;
  }

  private List<Datum> carriedOver(Side side, VerifiedSamplings.Last before, int year) {
    ReportQuantification report =
        act.must(ReportQuantification.key(before.report(), before.round()), ErrorCode.INTERNAL);
    return CarbonSampling.renamed(
        report.data(),
        side.stratum,
        side.scenario,
        CarbonSampling.LAST,
        CarbonSampling.FIRST,
        year);
  }

  /** Rounded up, and over the longest of all intervals: a gain a year is never overstated. */
  private void addYears(List<Stratum> strata) {
    if (rows.isEmpty()) {
      return;
    }
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(earliestFirst, latestLast));
    Decimal years = new Decimal(days.divide(DAYS_OF_YEAR, DECIMALS_OF_YEARS, RoundingMode.CEILING));
    strata.forEach(stratum -> rows.add(Datum.yearsBetweenSamplings(stratum.name(), years, period)));
  }

  private static Detail named(Side side) {
    return zh("分层 %s（%s）").en("%s, %s", side.stratum, side.scenario);
  }
}
