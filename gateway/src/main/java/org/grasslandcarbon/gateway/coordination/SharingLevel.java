// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import org.grasslandcarbon.domain.value.RegionCode;

/** By what regions are told apart. */
public enum SharingLevel {
  /** Each division by itself, as records name it. */
  DIVISION,
  /** A province with all divisions in it; the nation stays the nation. */
  PROVINCE;

  RegionCode of(RegionCode region) {
    return this == PROVINCE ? region.province() : region;
  }
}
