// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.List;
import org.grasslandcarbon.domain.quantification.Parameters;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * All that the flags of a proposed design are computed from.
 *
 * @param areaHectares the project's area
 * @param expectedTonnesPerYear the owner's estimate
 * @param parameters of the methodology version
 * @param rules of the methodology version
 * @param strata the parts of the land
 * @param tops the most that each datum can plausibly be, as the version has it
 */
public record Design(
    Decimal areaHectares,
    Decimal expectedTonnesPerYear,
    Parameters parameters,
    PlausibilityRules rules,
    List<Stratum> strata,
    List<Top> tops) {

  public Design {
    strata = List.copyOf(strata);
    tops = List.copyOf(tops);
  }

  /**
   * The upper end of a plausible range.
   *
   * @param most included
   * @param perHectare whether it is for each hectare of the stratum
   * @param symbol the datum
   */
  public record Top(Decimal most, boolean perHectare, String symbol) {}
}
