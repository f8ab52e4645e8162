// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Parameters;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * All that the flags of a proposed design are computed from.
 *
 * @param areaHectares the project's area
 * @param expectedTonnesPerYear the owner's estimate
 * @param location how the land lies to the stated division, where it is known
 * @param parameters of the methodology version
 * @param rules of the methodology version
 * @param strata the parts of the land
 * @param tops the most that each datum can plausibly be, as the version has it
 */
public record Design(
    Decimal areaHectares,
    Decimal expectedTonnesPerYear,
    Optional<Location> location,
    Parameters parameters,
    PlausibilityRules rules,
    List<Stratum> strata,
    List<Top> tops) {

  public Design {
    strata = List.copyOf(strata);
    tops = List.copyOf(tops);
  }

  /** A design of which the land is not looked at. */
  public Design(
      Decimal areaHectares,
      Decimal expectedTonnesPerYear,
      Parameters parameters,
      PlausibilityRules rules,
      List<Stratum> strata,
      List<Top> tops) {
    this(areaHectares, expectedTonnesPerYear, Optional.empty(), parameters, rules, strata, tops);
  }

  /**
   * How the land lies to what is stated of it. Kilometres are those of the corner that lies
   * farthest outside; zero when none does.
   *
   * @param beyondCountry from the country
   * @param beyondRegion from the province of the division
   * @param region code of the division
   */
  public record Location(Decimal beyondCountry, Decimal beyondRegion, String region) {}

  /**
   * The upper end of a plausible range.
   *
   * @param most included
   * @param perHectare whether it is for each hectare of the stratum
   * @param symbol the datum
   */
  public record Top(Decimal most, boolean perHectare, String symbol) {}
}
