// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import org.grasslandcarbon.domain.value.RegionCode;

/** The levels of divisions of GB/T 2260 that are compared with each other. */
public enum RegionLevel {
  /** Two digits, and four zeros. */
  PROVINCE,
  /** Four digits, and two zeros. */
  PREFECTURE,
  /** Six digits. */
  COUNTY;

  /** Whether a division is of the level; the nation is of none. */
  public boolean has(RegionCode region) {
    return !region.equals(RegionCode.NATION) && of(region) == this;
  }

  /** Whether divisions of the level can lie in a division. */
  public boolean isBelow(RegionCode region) {
    return region.equals(RegionCode.NATION) || compareTo(of(region)) > 0;
  }

  private static RegionLevel of(RegionCode region) {
    if (region.equals(region.province())) {
      return PROVINCE;
    }
    return region.equals(region.prefecture()) ? PREFECTURE : COUNTY;
  }
}
