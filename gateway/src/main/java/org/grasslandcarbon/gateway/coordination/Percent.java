// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.grasslandcarbon.domain.quantification.Figure;

/** Parts of a hundred, with two digits after the point, half up. */
final class Percent {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 2;

  private Percent() {}

  /** A part of a whole; none where the whole is 0. */
  static Sourced of(BigDecimal part, BigDecimal whole, List<String> from) {
    return whole.signum() == 0
        ? Sourced.none(NoFigure.ZERO_BASE, from)
        : Sourced.of(
            new Figure(part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_UP)), from);
  }
}
