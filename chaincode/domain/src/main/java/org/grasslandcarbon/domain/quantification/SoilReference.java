// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.Optional;

/** What the soil of a stratum is compared by: equal masses (VM0042 equation 3) or a depth (4). */
public final class SoilReference {
  private SoilReference() {}

  /** The mass or depth that a stratum chose; nothing where its version measures no soil. */
  public static Optional<Parameter> of(Stratum stratum, Parameters parameters) {
    return stratum.choice(StockChangeParameters.SOIL_REFERENCE).flatMap(parameters::find);
  }

  /** Whether a parameter is a mass or depth that strata choose from. */
  public static boolean isOne(String parameter) {
    return Parameters.isIn(StockChangeParameters.SOIL_REFERENCE, parameter);
  }

  /** The reference mass of a stratum, Mg/ha; nothing where its soil is not compared by mass. */
  public static Optional<Figure> mass(Stratum stratum, Parameters parameters) {
    return of(stratum, parameters)
        .filter(reference -> reference.unit().equals(StockChangeParameters.MASS_UNIT))
        .map(reference -> Figure.of(reference.value()));
  }

  /** Whether the soil of a stratum is compared by mass. */
  public static boolean isMass(Stratum stratum, Parameters parameters) {
    return mass(stratum, parameters).isPresent();
  }
}
