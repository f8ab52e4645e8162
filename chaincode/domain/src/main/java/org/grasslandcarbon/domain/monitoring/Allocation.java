// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Whole tonnes by vintage year. Their sum is the report's net tonnes, with what was brought
 * forward, rounded down; never below zero.
 *
 * <p>A year below zero takes tonnes from the years before it, the latest first, and what is still
 * missing from the years after it: up to the end of any year no more tonnes carry that year or an
 * earlier one than the smallest running total from there on. Parts of a tonne run into the next
 * year, and what is left after the last year into the next report.
 *
 * @param carriedForward what is left to the next report: a part of a tonne, or what is missing when
 *     all years together are below zero
 * @param shares the years with at least one tonne, ascending
 */
record Allocation(Decimal carriedForward, List<Share> shares) {

  /**
   * The whole tonnes of a year.
   *
   * @param days the days of the period in the year
   * @param tonnes above zero
   * @param year the calendar year
   */
  record Share(DateRange days, Tonnes tonnes, int year) {}

  /** Allocates the net tonnes of each year, ascending, after what is brought forward. */
  static Allocation of(List<Quantification.Vintage> vintages, Decimal broughtForward) {
    List<BigDecimal> ceilings = smallestFromHereOn(vintages, broughtForward);
    List<Share> shares = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < vintages.size(); i++) {
      long whole =
          ceilings.get(i).setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO).longValueExact();
      if (whole > before) {
        Quantification.Vintage vintage = vintages.get(i);
        shares.add(new Share(vintage.days(), Tonnes.of(whole - before), vintage.year()));
      }
      before = whole;
    }
    BigDecimal total = ceilings.get(ceilings.size() - 1);
    return new Allocation(new Decimal(total.subtract(BigDecimal.valueOf(before))), shares);
  }

  private static List<BigDecimal> smallestFromHereOn(
      List<Quantification.Vintage> vintages, Decimal broughtForward) {
    List<BigDecimal> running = new ArrayList<>();
    BigDecimal total = broughtForward.value();
    for (Quantification.Vintage vintage : vintages) {
      total = total.add(vintage.tonnes().value());
      running.add(total);
    }
    for (int i = running.size() - 2; i >= 0; i--) {
      running.set(i, running.get(i).min(running.get(i + 1)));
    }
    return running;
  }

  Tonnes total() {
    return shares.stream().map(Share::tonnes).reduce(Tonnes.ZERO, Tonnes::plus);
  }
}
