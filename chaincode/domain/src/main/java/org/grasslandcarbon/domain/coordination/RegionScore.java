// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The scorecard of a region's year as the records stand: targets in force, totals, what the office
 * has reported, by the criteria of the year. The ledger judges by it, and gateways and auditors
 * come to the same numbers from the same records.
 */
public final class RegionScore {
  private RegionScore() {}

  /** The keys that the scorecard of a region's year is made of, but for the criteria. */
  public static List<Key<?>> keys(RegionCode region, int year, boolean practice) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(RegionTargets.key(region, year, practice));
    keys.add(IndicatorReport.key(region, year, practice));
    keys.addAll(LedgerReadings.keys(region, year, practice));
    return keys;
  }

  /**
   * The market whose use is that of a region, on the ledger or not; only a province has one, which
   * bears its code.
   */
  public static Optional<MarketId> market(RegionCode region) {
    return LedgerReadings.market(region);
  }

  /** Whether a year's trades are judged on a day; a scorecard is the same on days that agree. */
  public static boolean areTradesJudged(int year, LocalDate today) {
    return LedgerReadings.areTradesTold(year, today);
  }

  /**
   * The scorecard of a region's year. For the nation {@code records} have to answer with its totals
   * ({@link org.grasslandcarbon.domain.region.RegionTotals#ofNation}), which no act keeps.
   *
   * @param today the day on which it is asked for, in Beijing time
   */
  public static Scorecard of(
      Records records, Criteria criteria, RegionCode region, int year, LocalDate today) {
    LedgerReadings ledger = new LedgerReadings(records, region, year, criteria.practice(), today);
    Optional<IndicatorReport> report =
        records.find(IndicatorReport.key(region, year, criteria.practice()));
    Optional<RegionTargets> targets =
        records.find(RegionTargets.key(region, year, criteria.practice()));
    return Scoring.of(
        criteria,
        indicator -> targets.flatMap(each -> aim(each, indicator.id())),
        indicator ->
            indicator
                .ledger()
                .map(ledger::of)
                .orElseGet(
                    () ->
                        report
                            .flatMap(each -> each.find(indicator.id()))
                            .map(Reading::of)
                            .orElseGet(() -> Reading.none(NoNumber.NOT_REPORTED))));
  }

  /** A sum of targets below is no target of the region's own. */
  private static Optional<Aim> aim(RegionTargets targets, IndicatorId indicator) {
    return targets
        .find(indicator)
        .flatMap(
            target ->
                target
                    .value()
                    .map(
                        value ->
                            new Aim(
                                target.goal().orElseThrow(), target.since().orElseThrow(), value)));
  }
}
