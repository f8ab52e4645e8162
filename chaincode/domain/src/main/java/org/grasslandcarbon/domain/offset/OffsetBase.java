// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;

/**
 * The tonnes of an enterprise and year of which a market's cap is a share. Markets and years differ
 * in it, so that it is a part of the row and never assumed.
 */
public enum OffsetBase implements Bilingual {
  /** Emissions as confirmed after verification (经确认的排放量). */
  CONFIRMED_EMISSIONS(zh("经确认的年度排放量").en("confirmed emissions of the year")),
  /** Allowances issued for the year (核发配额). */
  ISSUED(zh("核发的年度配额").en("allowances issued for the year")),
  /** Allowances to be surrendered for the year (应清缴配额). */
  TO_SURRENDER(zh("应清缴的年度配额").en("allowances to be surrendered for the year"));

  private final Detail words;

  OffsetBase(Detail words) {
    this.words = words;
  }

  @Override
  public Detail inWords() {
    return words;
  }
}
