// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import org.grasslandcarbon.domain.value.Name;

/**
 * A datum that an algorithm reads.
 *
 * @param name what it is
 * @param over how a part of a year is reported
 * @param isRequired whether every stratum reports it for every year; otherwise only strata whose
 *     baseline has it must, and what is not reported is zero
 * @param symbol e.g. {@code HEAD.SHEEP}
 * @param unit e.g. {@code head}
 */
public record DatumType(Name name, Over over, boolean isRequired, String symbol, String unit) {

  /** What the value of a part of a year is. */
  public enum Over {
    /** The average over the monitored days, as of a herd. */
    AVERAGE,
    /** The sum over the monitored days, as of fuel burnt. */
    TOTAL,
    /** Given once for the whole monitoring period, with the year of its last day. */
    PERIOD,
    /** Measured on a named sample; given once, as {@link #PERIOD}. */
    SAMPLE
  }

  /** Whether it is given for each calendar year, so that a baseline can have a level of it. */
  public boolean isYearly() {
    return over == Over.AVERAGE || over == Over.TOTAL;
  }
}
