// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import java.util.Optional;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Parameters;

/**
 * What a sheep unit is, as a methodology version publishes it: the hay that one eats a day ({@code
 * DAILY_HAY}) and how many of them an animal of each species is ({@code SHEEP_UNITS.*}). Standards
 * differ by province and year, so the numbers are the version's, each with its source.
 *
 * @param dailyHay kilograms of standard hay that a sheep unit eats a day
 * @param parameters all parameters of the version
 */
record StockingStandard(Parameter dailyHay, Parameters parameters) {
  static final String DAILY_HAY = "DAILY_HAY";
  static final String DAILY_HAY_UNIT = "kg/SU/d";
  static final String SHEEP_UNITS = "SHEEP_UNITS.";
  static final String SHEEP_UNITS_UNIT = "SU/head";

  /** The standard of a version; nothing when it publishes none that can be computed with. */
  static Optional<StockingStandard> of(Methodology methodology) {
    Parameters parameters = methodology.science().byName();
    return parameters
        .find(DAILY_HAY)
        .filter(each -> isUsable(each, DAILY_HAY_UNIT))
        .map(each -> new StockingStandard(each, parameters));
  }

  /** How many sheep units an animal of a species is. */
  Optional<Parameter> sheepUnits(String species) {
    return parameters.find(SHEEP_UNITS + species).filter(each -> isUsable(each, SHEEP_UNITS_UNIT));
  }

  private static boolean isUsable(Parameter parameter, String unit) {
    return parameter.unit().equals(unit) && parameter.value().value().signum() > 0;
  }
}
