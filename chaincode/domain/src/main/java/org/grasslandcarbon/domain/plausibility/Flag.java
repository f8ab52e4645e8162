// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Stratum;

/**
 * Something implausible about a report or a design, for a certifier to answer. There is one for a
 * code and a stratum, with the worst of the figures found.
 *
 * @param code what is implausible
 * @param figures what was measured first, then what it was measured from, the limit last
 * @param severity as the methodology version has it
 * @param stratum the stratum; absent when it is about the whole project, or about several strata of
 *     which the figures name the worst
 */
public record Flag(
    FlagCode code,
    @Most(FIGURES_MOST) List<Value> figures,
    Severity severity,
    @Most(Stratum.NAME_MOST) Optional<String> stratum) {

  /** Flags of a report: fewer than the findings of a verification, so that all can be answered. */
  public static final int FLAGS_MOST = 40;

  /** A rate, its parts by source, and the limit. */
  public static final int FIGURES_MOST = 12;

  /** A symbol with stratum, sample and year. */
  private static final int NAME_MOST = 200;

  public Flag {
    figures = List.copyOf(figures);
  }

  /**
   * One figure of a flag.
   *
   * @param name what it is, with stratum, sample and year, as a line of a worksheet has it
   * @param unit of the value
   * @param value the value
   */
  public record Value(@Most(NAME_MOST) String name, @Most(100) String unit, Figure value) {}
}
