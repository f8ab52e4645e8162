// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * What the verified reports of a project's earlier days counted, for algorithms that look back.
 *
 * @param displaced the leakage of displaced production that they bore, t CO2e; absent under
 *     versions that let reports state it
 * @param stockChange the change of the project's stocks, t CO2e
 */
public record Earlier(Optional<Decimal> displaced, Decimal stockChange) {

  /** There is no earlier report. */
  public static final Earlier NONE = of(Decimal.of("0"));

  /** A change of stocks; leakage is what the report states. */
  public static Earlier of(Decimal stockChange) {
    return new Earlier(Optional.empty(), stockChange);
  }
}
