// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.math.BigDecimal;
import org.grasslandcarbon.domain.value.Decimal;

/** In what an area is stated. Each is an exact number of mu: a hectare has 15, by definition. */
public enum AreaUnit {
  /** Mu (亩), a fifteenth of a hectare. */
  MU("1"),
  /** Hectares (公顷). */
  HECTARE("15"),
  /** Square metres (平方米). */
  SQUARE_METRE("0.0015");

  private final BigDecimal mu;

  AreaUnit(String mu) {
    this.mu = new BigDecimal(mu);
  }

  /** An area of so many in mu, exactly. */
  BigDecimal toMu(Decimal area) {
    return area.value().multiply(mu);
  }
}
