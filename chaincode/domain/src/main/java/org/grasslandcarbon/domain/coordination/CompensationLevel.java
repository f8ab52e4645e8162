// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import org.grasslandcarbon.domain.value.RegionCode;

/** The level of divisions for which a scheme of compensation is recorded. */
public enum CompensationLevel {
  /** Provinces, autonomous regions and municipalities (省级). */
  PROVINCE,
  /** Prefectures and leagues (地级). */
  PREFECTURE,
  /** Counties and banners (县级). */
  COUNTY;

  /** The level of a division below the nation. */
  static CompensationLevel of(RegionCode region) {
    if (region.equals(region.province())) {
      return PROVINCE;
    }
    return region.equals(region.prefecture()) ? PREFECTURE : COUNTY;
  }
}
