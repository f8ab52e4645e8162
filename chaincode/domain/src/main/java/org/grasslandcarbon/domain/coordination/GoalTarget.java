// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * A target of a goal, as a link of the chain nation, province, league, banner, project (GB/T 2260).
 *
 * @param indicator of the criteria
 * @param parent the nearest region above it that has a target for the same indicator and year, by
 *     this goal or in force; absent where there is none
 * @param project the project, where it is one's and not the region's
 * @param region the region, or that of the project
 * @param value in the indicator's unit
 * @param year the calendar year for which it is set
 */
public record GoalTarget(
    IndicatorId indicator,
    Optional<RegionCode> parent,
    Optional<InstructionId> project,
    RegionCode region,
    Decimal value,
    int year) {

  /** Where it stands in the chain: that of practice, or the other. */
  TargetPlace place(boolean practice) {
    return new TargetPlace(region, project, year, practice);
  }

  GoalTarget under(Optional<RegionCode> region) {
    return new GoalTarget(indicator, region, project, this.region, value, year);
  }
}
