// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What the ledger has counted in a region, by calendar year: kept by the acts themselves, so that
 * whoever judges a region reads one record and no range (LEDGER section 7). A division counts for
 * its prefecture and its province as well; the nation is the sum of its provinces. Everybody sees
 * it: projects, reports, issuances and prices are public, and these are their sums.
 *
 * <p>What it leaves out: corrections are statements beside a record and change no sum; credits that
 * were cancelled by their holder or by force were issued all the same; a trading day counts once it
 * is closed, or once the next one begins.
 *
 * @param fromFounding whether the ledger has counted all there ever was
 * @param practice whether of what is for practice only, which is never added to the rest
 * @param region the division
 * @param since the first day counted
 * @param years ascending; years to come have the ends of projects that are known
 */
public record RegionTotals(
    boolean fromFounding,
    boolean practice,
    RegionCode region,
    LocalDate since,
    @Most(YEARS_MOST) List<RegionYear> years)
    implements LedgerRecord {

  /** The type of totals. */
  public static final RecordType<RegionTotals> TYPE =
      new RecordType<>("REGION_TOTALS", RegionTotals.class, Visibility.PUBLIC);

  /** Two centuries, and the years to come that crediting periods reach. */
  static final int YEARS_MOST = 300;

  /** The last part of the key of what counts, and of what is for practice. */
  private static final String REAL = "real";

  private static final String PRACTICE = "practice";

  public RegionTotals {
    years = List.copyOf(years);
  }

  /** The key of a region's totals. */
  public static Key<RegionTotals> key(RegionCode region, boolean practice) {
    return TYPE.key(region.value(), practice ? PRACTICE : REAL);
  }

  /** The keys that {@link #of} reads. */
  public static List<Key<?>> keys(RegionCode region, boolean practice) {
    return List.of(CountingStart.KEY, key(region, practice));
  }

  /**
   * The totals of a region, in which perhaps nothing has happened.
   *
   * @return nothing where the ledger does not count yet
   */
  public static Optional<RegionTotals> of(Records records, RegionCode region, boolean practice) {
    return records
        .find(key(region, practice))
        .or(() -> records.find(CountingStart.KEY).map(start -> begin(start, region, practice)));
  }

  /** A region in which nothing has happened since the ledger counts. */
  static RegionTotals begin(CountingStart start, RegionCode region, boolean practice) {
    return new RegionTotals(
        start.fromFounding(), practice, region, BeijingTime.day(start.at()), List.of());
  }

  /**
   * The totals of the nation, which no act keeps: those of its provinces added up.
   *
   * @param provinces of one ledger, all for practice or none
   * @return nothing where nothing has happened in any of them
   */
  public static Optional<RegionTotals> ofNation(List<RegionTotals> provinces) {
    return provinces.stream()
        .reduce(RegionTotals::plus)
        .map(
            sum ->
                new RegionTotals(
                    sum.fromFounding, sum.practice, RegionCode.NATION, sum.since, sum.years));
  }

  private RegionTotals plus(RegionTotals other) {
    if (practice != other.practice) {
      throw new IllegalArgumentException("what is for practice is never added to the rest");
    }
    List<RegionYear> sums = new ArrayList<>();
    Stream.concat(years.stream(), other.years.stream())
        .map(RegionYear::year)
        .distinct()
        .sorted()
        .forEach(each -> sums.add(year(each).plus(other.year(each))));
    return new RegionTotals(
        fromFounding && other.fromFounding,
        practice,
        RegionCode.NATION,
        since.isAfter(other.since) ? since : other.since,
        sums);
  }

  /** What was counted of a year. */
  public RegionYear year(int year) {
    return years.stream()
        .filter(each -> each.year() == year)
        .findFirst()
        .orElseGet(() -> RegionYear.begin(year));
  }

  /**
   * Whether all that the acts of a year did was counted: what was issued, lost, verified and
   * traded. A year before the founding was not lived through by this ledger, and is not counted.
   */
  public boolean isYearCounted(int year) {
    return fromFounding ? year >= since.getYear() : year > since.getYear();
  }

  /**
   * Whether all that was stated of a year was counted, whenever it was stated: balances of grass
   * and livestock, and tonnes by vintage year where the ledger counts from its founding on.
   */
  public boolean isStatedCounted(int year) {
    return fromFounding || year > since.getYear();
  }

  /**
   * Hectares under projects at the end of a year.
   *
   * @return nothing where projects may have begun before the ledger counted, or for years before it
   */
  public Optional<Decimal> hectaresAtEnd(int year) {
    return areStocksCounted(year)
        ? Optional.of(
            new Decimal(
                sum(year, RegionYear.Land::begunHectares)
                    .subtract(sum(year, RegionYear.Land::endedHectares))))
        : Optional.empty();
  }

  /**
   * Projects at the end of a year.
   *
   * @return nothing where they may have begun before the ledger counted, or for years before it
   */
  public Optional<Long> projectsAtEnd(int year) {
    return areStocksCounted(year)
        ? Optional.of(
            lands(year).mapToLong(each -> (long) each.projectsBegun() - each.projectsEnded()).sum())
        : Optional.empty();
  }

  private boolean areStocksCounted(int year) {
    return fromFounding && year >= since.getYear();
  }

  private BigDecimal sum(int to, Function<RegionYear.Land, Decimal> what) {
    return lands(to).map(what).map(Decimal::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Stream<RegionYear.Land> lands(int to) {
    return years.stream().filter(each -> each.year() <= to).flatMap(each -> each.land().stream());
  }

  /** The totals with a change of a year. */
  RegionTotals with(int year, UnaryOperator<RegionYear> change) {
    List<RegionYear> others = new ArrayList<>(years);
    others.removeIf(each -> each.year() == year);
    others.add(change.apply(year(year)));
    others.sort((a, b) -> Integer.compare(a.year(), b.year()));
    return new RegionTotals(fromFounding, practice, region, since, others);
  }

  @Override
  public Key<RegionTotals> key() {
    return key(region, practice);
  }
}
