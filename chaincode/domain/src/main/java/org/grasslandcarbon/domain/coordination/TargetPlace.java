// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * A place in the chain of targets of a year: a region, or a project in it.
 *
 * @param region the region, or that of the project
 * @param project the project, where it is one
 * @param year the calendar year
 * @param practice whether for practice only, whose chain stands apart
 */
record TargetPlace(RegionCode region, Optional<InstructionId> project, int year, boolean practice) {

  private TargetPlace in(RegionCode other) {
    return new TargetPlace(other, Optional.empty(), year, practice);
  }

  /** The place above: of a project its region, of a region the one in which it lies. */
  Optional<TargetPlace> above() {
    if (project.isPresent()) {
      return Optional.of(in(region));
    }
    return above(region).map(this::in);
  }

  /** All places above, the nearest first and the nation last. */
  List<TargetPlace> allAbove() {
    List<TargetPlace> all = new ArrayList<>();
    for (Optional<TargetPlace> next = above(); next.isPresent(); next = next.get().above()) {
      all.add(next.get());
    }
    return all;
  }

  Key<RegionTargets> key() {
    return RegionTargets.key(this);
  }

  /**
   * The region in which another lies by the form of its code: of a banner the league, of a league
   * the province, of a province the nation.
   */
  private static Optional<RegionCode> above(RegionCode region) {
    String code = region.value();
    if (region.equals(RegionCode.NATION)) {
      return Optional.empty();
    }
    if (code.endsWith("0000")) {
      return Optional.of(RegionCode.NATION);
    }
    return Optional.of(
        new RegionCode(
            code.endsWith("00") ? code.substring(0, 2) + "0000" : code.substring(0, 4) + "00"));
  }
}
