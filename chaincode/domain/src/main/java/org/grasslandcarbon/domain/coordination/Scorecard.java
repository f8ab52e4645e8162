// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;

/**
 * A region's year by the criteria, with the indicators that it comes from. Numbers have at most six
 * digits after the point, rounded half to even from 34 significant digits.
 *
 * @param award the grade and what it brings; absent where too little has a number
 * @param coupling the degree to which the two order parameters go together; absent where one of
 *     them has no number
 * @param coveragePercent how much of all weights has a number
 * @param groups the scores of the groups that criteria have, in their order
 * @param indicators one an indicator of the criteria, in the order of their ids
 * @param score 0 to 100, over what has a number; absent where nothing has
 */
public record Scorecard(
    Optional<Award> award,
    Optional<Coupling> coupling,
    Decimal coveragePercent,
    @Most(GROUPS_MOST) List<GroupScore> groups,
    @Most(Criteria.INDICATORS_MOST) List<IndicatorScore> indicators,
    Optional<Decimal> score) {

  /** As many as there are. */
  static final int GROUPS_MOST = 4;

  /**
   * The grade of a score, as the criteria have it.
   *
   * @param budgetPerMille share of the incentive budget
   * @param grade from 1, the best
   * @param name zh and en
   * @param quotaPerMille share of the quota
   */
  public record Award(int budgetPerMille, int grade, Name name, int quotaPerMille) {}

  /**
   * The score of a group of indicators.
   *
   * @param coveragePercent how much of the group's weights has a number
   * @param group the group
   * @param score 0 to 100; absent where nothing of the group has a number
   */
  public record GroupScore(
      Decimal coveragePercent, IndicatorGroup group, Optional<Decimal> score) {}

  /**
   * What became of an indicator.
   *
   * @param actual what was reached
   * @param attainment how much of the target was reached, 0 to 1
   * @param first what was reported first, where it was restated since
   * @param gapPercent (target - actual) / target x 100
   * @param goal the goal that set the target
   * @param indicator the indicator
   * @param later what was reported last, where that was after the region's year was assessed; it
   *     counts for nothing
   * @param report the instruction that reported what was reached; absent where the ledger computed
   *     it from the region's totals
   * @param target what was to be reached
   * @param targetSince the day in Beijing from which that holds: whoever reads an attainment sees
   *     whether the target was set when the result could be known
   * @param unknown why there is no actual
   * @param unscored why there is no attainment
   * @param weightPerMille the weight with which it counts
   */
  public record IndicatorScore(
      Optional<Decimal> actual,
      Optional<Decimal> attainment,
      Optional<Decimal> first,
      Optional<Figure> gapPercent,
      Optional<InstructionId> goal,
      IndicatorId indicator,
      Optional<Decimal> later,
      Optional<InstructionId> report,
      Optional<Decimal> target,
      Optional<LocalDate> targetSince,
      Optional<NoNumber> unknown,
      Optional<NoNumber> unscored,
      int weightPerMille) {}

  public Scorecard {
    groups = List.copyOf(groups);
    indicators = List.copyOf(indicators);
  }
}
