// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What is known of an enterprise's year. What is absent is not known, and never zero.
 *
 * @param confirmedEmissions emissions as confirmed
 * @param issued allowances issued
 * @param toSurrender allowances to be surrendered
 */
public record OffsetBases(
    @Means(en = "Confirmed emissions of the year, t CO2e", zh = "经确认的年度排放量（吨二氧化碳当量）")
        Optional<Tonnes> confirmedEmissions,
    @Means(en = "Allowances issued for the year, t CO2e", zh = "核发的年度配额（吨二氧化碳当量）")
        Optional<Tonnes> issued,
    @Means(en = "Allowances to be surrendered for the year, t CO2e", zh = "应清缴的年度配额（吨二氧化碳当量）")
        Optional<Tonnes> toSurrender) {
  /** Nothing is known. */
  public static final OffsetBases NONE =
      new OffsetBases(Optional.empty(), Optional.empty(), Optional.empty());

  /** The tonnes of one base, if they are known. */
  public Optional<Tonnes> of(OffsetBase base) {
    return switch (base) {
      case CONFIRMED_EMISSIONS -> confirmedEmissions;
      case ISSUED -> issued;
      case TO_SURRENDER -> toSurrender;
    };
  }

  /** Whether anything is known. */
  public boolean hasAny() {
    return confirmedEmissions.isPresent() || issued.isPresent() || toSurrender.isPresent();
  }
}
