// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Why a goal's targets cannot come into force: a proposal is refused for it, and a goal that met it
 * only after its proposal is overtaken.
 *
 * @param goal the goal that stands in the way, where one does
 * @param indicator of the criteria, where it is one's target
 * @param kind what it is
 * @param region the region, where it is one's
 * @param year the calendar year, where it is a target's
 */
public record Obstacle(
    Optional<InstructionId> goal,
    Optional<IndicatorId> indicator,
    Kind kind,
    Optional<RegionCode> region,
    Optional<Integer> year) {

  /** What stands in the way. */
  public enum Kind {
    /** Another goal's target is in force there. */
    TARGET_IN_FORCE(ErrorCode.TARGET_IN_FORCE),
    /** The goal that is to be revised is not in force any more. */
    GOAL_NOT_IN_FORCE(ErrorCode.WRONG_STATE),
    /** The region has targets for as many indicators as can be. */
    TOO_MANY_TARGETS(ErrorCode.TOO_MANY_TARGETS),
    /** As many regions as can be have the region as the nearest above. */
    TOO_MANY_CHILDREN(ErrorCode.TOO_MANY_TARGETS),
    /** The targets below the region add up to more than a number can be. */
    SUM_TOO_LARGE(ErrorCode.TOO_MANY_TARGETS);

    private final ErrorCode code;

    Kind(ErrorCode code) {
      this.code = code;
    }

    /** The code with which a proposal is refused. */
    ErrorCode code() {
      return code;
    }
  }
}
