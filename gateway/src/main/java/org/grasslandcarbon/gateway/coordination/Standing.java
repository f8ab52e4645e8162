// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.Coupling;
import org.grasslandcarbon.domain.coordination.Scorecard;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * How a region stood in a year: its scorecard without the indicators, which are some thirty times
 * as much.
 *
 * @param award the grade and what it brings
 * @param coupling how the two order parameters go together
 * @param coveragePercent how much of all weights has a number
 * @param groups the scores of groups
 * @param oldestReport when the oldest of the values that offices reported was reported
 * @param region the region
 * @param score 0 to 100
 */
record Standing(
    Optional<Scorecard.Award> award,
    Optional<Coupling> coupling,
    Decimal coveragePercent,
    List<Scorecard.GroupScore> groups,
    Optional<Instant> oldestReport,
    RegionCode region,
    Optional<Decimal> score) {

  private static final BigDecimal NOT_SCORED = BigDecimal.ONE.negate();

  /** The best first, those without a score last, equal ones in the order of their codes. */
  static final Comparator<Standing> BEST_FIRST =
      Comparator.comparing(Standing::comparable)
          .reversed()
          .thenComparing(Standing::region);

  static Standing of(RegionCode region, Scorecard scorecard, Optional<Instant> oldestReport) {
    return new Standing(
        scorecard.award(),
        scorecard.coupling(),
        scorecard.coveragePercent(),
        scorecard.groups(),
        oldestReport,
        region,
        scorecard.score());
  }

  private BigDecimal comparable() {
    return score.map(Decimal::value).orElse(NOT_SCORED);
  }
}
