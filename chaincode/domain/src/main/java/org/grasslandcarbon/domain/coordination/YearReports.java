// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What of a year is still to be said before it is assessed. An assessment fixes what it judges by;
 * one on the first of January would leave out all that offices have not had the time to report. So
 * until {@link #lastDay} what has a target must have been said. The day is ours: no rule names one.
 */
final class YearReports {
  private YearReports() {}

  /** The last day on which an assessment waits for reports of a year: three months after it. */
  static LocalDate lastDay(int year) {
    return LocalDate.of(year + 1, 3, 31);
  }

  /**
   * Refuses to judge by scorecards that miss what may still come. An indicator without a target
   * counts for nothing, reported or not.
   *
   * @param scorecards those of the assessed region and of the regions below that are scored
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code ASSESSED_TOO_EARLY}
   */
  static void require(Act act, Criteria criteria, int year, Map<RegionCode, Scorecard> scorecards) {
    scorecards.forEach(
        (region, scorecard) -> {
          for (Scorecard.IndicatorScore each : scorecard.indicators()) {
            Optional<LocalDate> from = awaited(criteria, year, each);
            act.require(
                from.filter(act.today()::isBefore).isEmpty(),
                ErrorCode.ASSESSED_TOO_EARLY,
                zh("%s 的 %s 尚未填报或统计；最早可于北京时间 %s 评估")
                    .en(
                        "%s, %s is not said yet; from %s on, Beijing time, the year is assessed without it",
                        region, each.indicator(), from.orElse(act.today())));
          }
        });
  }

  /** From which day on nobody waits for an indicator any more; absent where nobody does at all. */
  private static Optional<LocalDate> awaited(
      Criteria criteria, int year, Scorecard.IndicatorScore score) {
    if (score.target().isEmpty()) {
      return Optional.empty();
    }
    Optional<LedgerIndicator> ledger = criteria.find(score.indicator()).flatMap(Indicator::ledger);
    if (ledger.filter(LedgerIndicator::isOfTrades).isPresent()) {
      return Optional.of(LedgerReadings.tradesTold(year));
    }
    boolean isUnsaid =
        score.unknown().filter(NoNumber.NOT_REPORTED::equals).isPresent()
            || ledger.filter(LedgerIndicator::isStated).isPresent()
                && score.unknown().filter(NoNumber.NO_DATA::equals).isPresent();
    return isUnsaid ? Optional.of(lastDay(year).plusDays(1)) : Optional.empty();
  }
}
