// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the ledger knows of a region's year without being told: nobody reports these, and nobody can
 * report otherwise.
 */
public enum LedgerIndicator {
  /** Tonnes of CO2e issued to projects in the year, before the buffer. */
  VERIFIED_TONNES("tCO2e"),
  /** Hectares under registered projects at the end of the year. */
  PROJECT_AREA_HECTARES("ha"),
  /** Registered projects at the end of the year. */
  PROJECTS("1"),
  /** How far the sheep units kept exceed those that the land carries, in percent of these. */
  OVERLOAD_PERCENT("%"),
  /** Certifiers who verified reports in the year. */
  CERTIFIERS("1"),
  /** Reports verified for each certifier who verified in the year. */
  CERTIFIER_LOAD("1"),
  /** Fen paid for a tonne, over all sales of the year. */
  PRICE_FEN_PER_TONNE("fen/t"),
  /** Tonnes sold in the year. */
  TRADED_TONNES("tCO2e"),
  /** Tonnes that enterprises of the region's market used for compliance of the year. */
  RETIRED_TONNES("tCO2e"),
  /**
   * Of the compensation that is due, what was paid in percent, 0 to 100: what one record was paid
   * beyond what is due counts for no other.
   */
  COMPENSATION_PAID_PERCENT("%");

  /**
   * Beyond any quotient that means something: the price of a tonne, reports of a certifier, percent
   * of a pasture that feeds one sheep. One beyond is {@link NoNumber#OUT_OF_RANGE}.
   */
  public static final long MAGNITUDE_MOST = 1_000_000_000;

  private final String unit;

  LedgerIndicator(String unit) {
    this.unit = unit;
  }

  /** What the ledger computes under an id, if it does. */
  public static Optional<LedgerIndicator> of(IndicatorId id) {
    return Arrays.stream(values()).filter(each -> each.name().equals(id.value())).findFirst();
  }

  /** Whether it is computed from what people state of a year, which may be after its end. */
  boolean isStated() {
    return this == OVERLOAD_PERCENT || this == COMPENSATION_PAID_PERCENT;
  }

  /** Whether it is computed from trades, which are told some time after a year's end. */
  boolean isOfTrades() {
    return this == PRICE_FEN_PER_TONNE || this == TRADED_TONNES;
  }

  /** The unit that criteria must name. */
  public String unit() {
    return unit;
  }
}
