// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;

/** Numbers of physics and arithmetic that equations have among their inputs. */
final class Constants {
  static final Input DAYS_OF_YEAR = constant("days of a year", "d", Figure.of(365));
  static final Input CO2 = constant("molar mass of CO2", "g/mol", Figure.of(44));
  static final Input CARBON = constant("molar mass of C", "g/mol", Figure.of(12));
  static final Input N2O = constant("molar mass of N2O", "g/mol", Figure.of(44));
  static final Input NITROGEN = constant("molar mass of N2", "g/mol", Figure.of(28));
  static final Input KG_PER_TONNE = constant("kg of a tonne", "kg/t", Figure.of(1000));
  static final Input G_PER_TONNE = constant("g of a tonne", "g/t", Figure.of(1_000_000));
  static final Input PI = constant("pi", "1", new Figure(StudentT.PI));

  private Constants() {}

  private static Input constant(String symbol, String unit, Figure value) {
    return Input.of(Origin.CONSTANT, symbol, unit, value);
  }
}
