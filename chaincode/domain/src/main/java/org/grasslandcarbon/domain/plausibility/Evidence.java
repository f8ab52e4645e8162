// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * All that the flags of a report are computed from.
 *
 * @param earlierReports the project's verified reports of earlier days
 * @param earlierRows the rows of the last of them, for what was sampled then; empty when there is
 *     none, or none that samples
 * @param expectedTonnesPerYear as the design has it
 * @param quantification the worksheet of the subject
 * @param rules of the methodology version
 * @param stocking the herds that were recorded with the balance of grass and livestock: heads by
 *     species for each year that has a record; a year without one is absent
 * @param subject what the tonnes were computed from
 */
public record Evidence(
    List<EarlierReport> earlierReports,
    List<Datum> earlierRows,
    Decimal expectedTonnesPerYear,
    Quantification quantification,
    PlausibilityRules rules,
    SortedMap<Integer, SortedMap<String, Integer>> stocking,
    Subject subject) {

  public Evidence {
    earlierReports = List.copyOf(earlierReports);
    earlierRows = List.copyOf(earlierRows);
    stocking = Collections.unmodifiableSortedMap(new TreeMap<>(stocking));
  }

  /**
   * What an earlier report yielded.
   *
   * @param period its days
   * @param tonnes net tonnes of its verified data
   */
  public record EarlierReport(DateRange period, Decimal tonnes) {}
}
