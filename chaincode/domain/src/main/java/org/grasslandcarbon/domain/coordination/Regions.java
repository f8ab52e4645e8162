// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.RegionCode;

/** The regions that act together: those on the ledger, and the nation. */
final class Regions {
  private Regions() {}

  /**
   * Refuses a region that is not valid today.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code UNKNOWN_REGION}
   */
  static void require(Act act, RegionCode region) {
    boolean isValid =
        region.equals(RegionCode.NATION)
            || act.find(Region.key(region)).filter(each -> each.isValidOn(act.today())).isPresent();
    act.require(isValid, ErrorCode.UNKNOWN_REGION, zh("行政区划代码 %s").en("region %s", region));
  }
}
