// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.Earlier;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What has been reported and issued for a project, so that no day is claimed twice and no batch
 * number is given twice.
 *
 * @param balance tonnes that verified reports left behind, always below one: a loss until later
 *     reports have made it good, or the part of a tonne that rounding down left
 * @param batches how many batches there are, by vintage year
 * @param issued tonnes of all of them
 * @param project the project
 * @param reports the periods of its reports, rejected ones aside, in order
 */
public record CreditingHistory(
    Decimal balance,
    Map<String, Integer> batches,
    Tonnes issued,
    InstructionId project,
    @Most(REPORTS_MOST) List<Reported> reports)
    implements LedgerRecord {

  /** A report a month for the longest crediting period is below it. */
  public static final int REPORTS_MOST = 1_200;

  /** The type of crediting histories. */
  public static final RecordType<CreditingHistory> TYPE =
      new RecordType<>("CREDITING", CreditingHistory.class, Visibility.PUBLIC);

  public CreditingHistory {
    batches = Collections.unmodifiableMap(new TreeMap<>(batches));
    reports = List.copyOf(reports);
  }

  /**
   * A period that is taken.
   *
   * @param displaced the leakage of displaced production that it bears, t CO2e, once verified,
   *     where the algorithm tells it and there is any
   * @param period the days
   * @param report the report
   * @param stockChange the change of the project's stocks, t CO2e, once verified, where the
   *     algorithm tells it
   * @param tonnes net tonnes, once verified
   */
  public record Reported(
      Optional<Decimal> displaced,
      DateRange period,
      InstructionId report,
      Optional<Decimal> stockChange,
      Optional<Decimal> tonnes) {

    /** A report that is not verified. */
    public Reported(DateRange period, InstructionId report) {
      this(Optional.empty(), period, report, Optional.empty(), Optional.empty());
    }
  }

  /** The key of a project's history. */
  public static Key<CreditingHistory> key(InstructionId project) {
    return TYPE.key(project.value());
  }

  /** A project without reports. */
  public static CreditingHistory begin(InstructionId project) {
    return new CreditingHistory(Decimal.of("0"), Map.of(), Tonnes.ZERO, project, List.of());
  }

  /** A report whose period shares a day with another. */
  public Optional<Reported> overlapping(DateRange period) {
    return reports.stream().filter(each -> each.period().overlaps(period)).findFirst();
  }

  /**
   * The day after the last one reported before a day; the start of crediting when there is none.
   */
  public LocalDate nextDayBefore(LocalDate day, LocalDate creditingFrom) {
    return reports.stream()
        .map(each -> each.period().to().plusDays(1))
        .filter(next -> !next.isAfter(day))
        .max(LocalDate::compareTo)
        .orElse(creditingFrom);
  }

  /** Whether a report of the project was ever verified. */
  public boolean isCredited() {
    return lastVerifiedDay().isPresent();
  }

  /** The last day of all reports that were verified. */
  public Optional<LocalDate> lastVerifiedDay() {
    return reports.stream()
        .filter(each -> each.tonnes().isPresent())
        .map(each -> each.period().to())
        .max(LocalDate::compareTo);
  }

  public CreditingHistory withReport(Reported added) {
    List<Reported> more = new ArrayList<>(reports);
    more.add(added);
    more.sort((a, b) -> a.period().from().compareTo(b.period().from()));
    return new CreditingHistory(balance, batches, issued, project, more);
  }

  public CreditingHistory withoutReport(InstructionId report) {
    return new CreditingHistory(
        balance,
        batches,
        issued,
        project,
        reports.stream().filter(each -> !each.report().equals(report)).toList());
  }

  /**
   * What the verified reports of the days before a day counted.
   *
   * @param methodology the version of the report that looks back
   */
  public Earlier before(LocalDate day, Methodology methodology) {
    Decimal displaced = sumBefore(day, Reported::displaced);
    return new Earlier(
        methodology.terms().samplings().map(records -> displaced),
        sumBefore(day, Reported::stockChange));
  }

  private Decimal sumBefore(LocalDate day, Function<Reported, Optional<Decimal>> what) {
    return new Decimal(
        reports.stream()
            .filter(each -> each.period().to().isBefore(day))
            .flatMap(each -> what.apply(each).stream())
            .map(Decimal::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The same with what a verified report yielded. */
  public CreditingHistory withVerified(Reported verified) {
    return new CreditingHistory(
        balance,
        batches,
        issued,
        project,
        reports.stream()
            .map(each -> each.report().equals(verified.report()) ? verified : each)
            .toList());
  }

  public CreditingHistory withBalance(Decimal changed) {
    return new CreditingHistory(changed, batches, issued, project, reports);
  }

  public int batches(int vintage) {
    return batches.getOrDefault(Keys.padded(vintage, 4), 0);
  }

  /** Every batch of the project, whose number is given: oldest vintage first. */
  public List<BatchId> batchIds(ProjectNumber number) {
    List<BatchId> ids = new ArrayList<>();
    for (Map.Entry<String, Integer> vintage : batches.entrySet()) {
      for (int sequence = 1; sequence <= vintage.getValue(); sequence++) {
        ids.add(BatchId.of(number, Integer.parseInt(vintage.getKey()), sequence));
      }
    }
    return ids;
  }

  public CreditingHistory withBatch(int vintage, Tonnes quantity) {
    Map<String, Integer> more = new TreeMap<>(batches);
    more.put(Keys.padded(vintage, 4), batches(vintage) + 1);
    return new CreditingHistory(balance, more, issued.plus(quantity), project, reports);
  }

  @Override
  public Key<CreditingHistory> key() {
    return key(project);
  }
}
