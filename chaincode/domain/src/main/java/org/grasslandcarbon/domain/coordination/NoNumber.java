// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** Why there is no number where one is asked for. It is never told as 0. */
public enum NoNumber {
  /** No target is in force for the indicator, region and year. */
  NO_TARGET,
  /** The office has not reported the indicator. */
  NOT_REPORTED,
  /** What it would be divided by is 0, or a target below 0, of which nothing is a share. */
  ZERO_BASE,
  /** Totals of the year were not kept, or not from its beginning. */
  NOT_COUNTED,
  /** The region has no market of its own whose use is added up. */
  NO_MARKET,
  /** Nothing of the kind is recorded for the region and year. */
  NO_DATA,
  /** A quotient beyond {@value LedgerIndicator#MAGNITUDE_MOST}, of next to nothing. */
  OUT_OF_RANGE
}
