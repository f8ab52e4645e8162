// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * All that the flags of a report are computed from.
 *
 * @param analyses by what the carbon of recorded samplings was determined, by stratum; empty where
 *     reports bring rows
 * @param depths how deep the cores of samplings went, where it is known; of two of one sampling the
 *     later stands
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
    SortedMap<String, SortedSet<String>> analyses,
    List<Depth> depths,
    List<EarlierReport> earlierReports,
    List<Datum> earlierRows,
    Decimal expectedTonnesPerYear,
    Quantification quantification,
    PlausibilityRules rules,
    SortedMap<Integer, SortedMap<String, Integer>> stocking,
    Subject subject) {

  public Evidence {
    analyses = Collections.unmodifiableSortedMap(new TreeMap<>(analyses));
    depths = List.copyOf(depths);
    earlierReports = List.copyOf(earlierReports);
    earlierRows = List.copyOf(earlierRows);
    stocking = Collections.unmodifiableSortedMap(new TreeMap<>(stocking));
  }

  /**
   * How deep a sampling of a stratum, or of its control site, went.
   *
   * @param centimetres the depth of its cores
   * @param sampling without point and layer
   * @param stratum the stratum
   */
  public record Depth(Decimal centimetres, SampleId sampling, String stratum) {}

  /**
   * What an earlier report yielded.
   *
   * @param period its days
   * @param tonnes net tonnes of its verified data
   */
  public record EarlierReport(DateRange period, Decimal tonnes) {}
}
