// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.math.BigDecimal;
import java.math.MathContext;

/** Two coordinates as they are shown. */
final class Coordinates {
  private static final MathContext DIGITS = new MathContext(14);

  private Coordinates() {}

  static String shown(double east, double north) {
    return "[" + shown(east) + "," + shown(north) + "]";
  }

  private static String shown(double number) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    BigDecimal short_ = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    return Math.abs(short_.precision() - short_.scale()) > 20
        ? short_.toString()
        : short_.toPlainString();
  }
}
