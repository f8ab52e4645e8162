// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.offset.MarketOffsetUse;
import org.grasslandcarbon.domain.offset.OffsetMarket;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What the ledger itself knows of a region's year, from the totals that the acts of the registry
 * keep and from the market's use: two to four records and never a range. A year that was not
 * counted from its beginning is said to be so, and nothing is estimated.
 */
final class LedgerReadings {
  private static final Figure HUNDRED = Figure.of(100);
  private static final BigDecimal MOST = BigDecimal.valueOf(LedgerIndicator.MAGNITUDE_MOST);

  /**
   * The month of the next year from which on a year's trades are told: a book tells those of its
   * last day when somebody closes it, which anybody can, or when the next begins. Assumed.
   */
  private static final int TOLD_MONTH = 2;

  private final Records records;
  private final RegionCode region;
  private final int year;
  private final boolean practice;
  private final LocalDate today;
  private final Optional<RegionTotals> totals;

  LedgerReadings(Records records, RegionCode region, int year, boolean practice, LocalDate today) {
    this.records = records;
    this.region = region;
    this.year = year;
    this.practice = practice;
    this.today = today;
    this.totals = RegionTotals.of(records, region, practice);
  }

  /** The keys that the readings of a region's year are made of. */
  static List<Key<?>> keys(RegionCode region, int year, boolean practice) {
    List<Key<?>> keys = new ArrayList<>(RegionTotals.keys(region, practice));
    market(region)
        .ifPresent(
            market -> {
              keys.add(OffsetMarket.key(market));
              keys.add(MarketOffsetUse.key(market, year));
            });
    return keys;
  }

  /** The market of a province that has no name of its own beside it; nothing below a province. */
  static Optional<MarketId> market(RegionCode region) {
    boolean isProvince = region.equals(region.province()) && !region.equals(RegionCode.NATION);
    return isProvince
        ? Optional.of(new MarketId("CN-" + region.value().substring(0, 2)))
        : Optional.empty();
  }

  /** What was reached of an indicator. */
  Reading of(LedgerIndicator indicator) {
    return switch (indicator) {
      case VERIFIED_TONNES ->
          counted(
              found -> found.credits().map(each -> whole(each.issued().value(), each.isExact())),
              number(0));
      case PROJECT_AREA_HECTARES -> stock(found -> found.hectaresAtEnd(year));
      case PROJECTS -> stock(found -> found.projectsAtEnd(year).map(LedgerReadings::decimal));
      case OVERLOAD_PERCENT -> overload();
      case CERTIFIERS ->
          counted(found -> found.verifications().map(LedgerReadings::certifiers), number(0));
      case CERTIFIER_LOAD ->
          counted(
              found -> found.verifications().map(LedgerReadings::load),
              Reading.none(NoNumber.ZERO_BASE));
      case PRICE_FEN_PER_TONNE ->
          traded(found -> found.sales().map(LedgerReadings::price), Reading.none(NoNumber.NO_DATA));
      case TRADED_TONNES ->
          traded(
              found -> found.sales().map(each -> whole(each.tonnes().value(), each.isExact())),
              number(0));
      case RETIRED_TONNES -> retired();
      case COMPENSATION_PAID_PERCENT -> compensation();
    };
  }

  private Reading counted(Function<RegionYear, Optional<Reading>> what, Reading ofNothing) {
    return totals
        .filter(each -> each.isYearCounted(year))
        .map(each -> what.apply(each.year(year)).orElse(ofNothing))
        .orElseGet(LedgerReadings::notCounted);
  }

  /** Whether the last trades of a year are taken to be told on a day. */
  static boolean areTradesTold(int year, LocalDate today) {
    return !today.isBefore(tradesTold(year));
  }

  /** The day from which on a year's trades are taken to be told. */
  static LocalDate tradesTold(int year) {
    return LocalDate.of(year + 1, TOLD_MONTH, 1);
  }

  /** Of trades, which books tell the totals of when their day is closed. */
  private Reading traded(Function<RegionYear, Optional<Reading>> what, Reading ofNothing) {
    return areTradesTold(year, today) ? counted(what, ofNothing) : notCounted();
  }

  private Reading stock(Function<RegionTotals, Optional<Decimal>> what) {
    return totals.flatMap(what).map(Reading::of).orElseGet(LedgerReadings::notCounted);
  }

  private Reading stated(Function<RegionYear, Optional<Reading>> what) {
    return totals
        .filter(each -> each.isStatedCounted(year))
        .map(each -> what.apply(each.year(year)).orElse(Reading.none(NoNumber.NO_DATA)))
        .orElseGet(LedgerReadings::notCounted);
  }

  private Reading overload() {
    return stated(
        found ->
            found
                .grazing()
                .map(
                    each -> {
                      if (!each.isExact()) {
                        return notCounted();
                      }
                      Figure capacity = Figure.of(each.capacity());
                      return ratio(
                          Figure.of(each.sheepUnits()).minus(capacity).times(HUNDRED), capacity);
                    }));
  }

  private Reading compensation() {
    return stated(
        found ->
            found
                .compensation()
                .map(
                    each ->
                        ratio(
                            sum(each, RegionYear.Scheme::settled).times(HUNDRED),
                            sum(each, RegionYear.Scheme::due))));
  }

  private static Figure sum(
      RegionYear.Compensation compensation, Function<RegionYear.Scheme, Fen> what) {
    return compensation.schemes().stream()
        .map(what)
        .map(each -> Figure.of(each.value()))
        .reduce(Figure.ZERO, Figure::plus);
  }

  /** Of more certifiers than are told one by one nobody knows how many they are. */
  private static Reading certifiers(RegionYear.Verifications verifications) {
    return verifications.others() > 0 ? notCounted() : number(verifications.certifiers().size());
  }

  private static Reading load(RegionYear.Verifications verifications) {
    return verifications.others() > 0
        ? notCounted()
        : ratio(Figure.of(verifications.reports()), Figure.of(verifications.certifiers().size()));
  }

  private static Reading price(RegionYear.Traded sales) {
    if (!sales.isExact()) {
      return notCounted();
    }
    return sales.tonnes().value() == 0
        ? Reading.none(NoNumber.NO_DATA)
        : ratio(Figure.of(sales.value().value()), Figure.of(sales.tonnes().value()));
  }

  /** A market for practice is not that of real credits, nor the reverse. */
  private Reading retired() {
    return market(region)
        .filter(
            market ->
                records
                    .find(OffsetMarket.key(market))
                    .filter(found -> found.example() == practice && found.addsUp(year))
                    .isPresent())
        .map(
            market ->
                number(
                    records
                        .find(MarketOffsetUse.key(market, year))
                        .map(use -> use.total().value())
                        .orElse(0L)))
        .orElse(Reading.none(NoNumber.NO_MARKET));
  }

  private static Reading ratio(Figure part, Figure whole) {
    if (whole.isZero()) {
      return Reading.none(NoNumber.ZERO_BASE);
    }
    Figure quotient = part.dividedBy(whole);
    return quotient.value().abs().compareTo(MOST) > 0
        ? Reading.none(NoNumber.OUT_OF_RANGE)
        : Reading.of(Scoring.stored(quotient));
  }

  /** A sum that has reached its limit is that or more, and so unknown. */
  private static Reading whole(long sum, boolean exact) {
    return exact ? number(sum) : notCounted();
  }

  private static Reading number(long number) {
    return Reading.of(decimal(number));
  }

  private static Decimal decimal(long number) {
    return Decimal.of(Long.toString(number));
  }

  private static Reading notCounted() {
    return Reading.none(NoNumber.NOT_COUNTED);
  }
}
