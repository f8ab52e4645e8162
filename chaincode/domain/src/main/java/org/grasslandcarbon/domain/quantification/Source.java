// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

/** A source of emissions in the boundary (VM0042 equations 52 to 59). */
enum Source {
  FUEL(false, "D_FF"),
  LIME(false, "D_LIME"),
  ENTERIC(true, "D_CH4_ENT"),
  MANURE_CH4(true, "D_CH4_MD"),
  BURNING_CH4(false, "D_CH4_BB"),
  BURNING_N2O(false, "D_N2O_BB"),
  FERTILISER(false, "D_N2O_FERT"),
  MANURE_N2O(true, "D_N2O_MD"),
  FIXING(false, "D_N2O_NFIX");

  /** Whether it is of animals that stand on the land: their number is an average, not a sum. */
  private final boolean ofHerd;

  private final String symbol;

  Source(boolean ofHerd, String symbol) {
    this.ofHerd = ofHerd;
    this.symbol = symbol;
  }

  boolean isOfHerd() {
    return ofHerd;
  }

  /** Whether it is a part of soil N2O (equation 16). */
  boolean isOfSoil() {
    return this == FERTILISER || this == MANURE_N2O || this == FIXING;
  }

  /** What is avoided of it. */
  String symbol() {
    return symbol;
  }
}
