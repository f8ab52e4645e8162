// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * A target as somebody proposes it: of a region or of a project.
 *
 * @param indicator of the criteria in force
 * @param project the project, where it is one's
 * @param region the region, where it is one's; {@code 000000} for the nation
 * @param value in the indicator's unit, 0 or more
 * @param year the calendar year for which it is set
 */
public record ProposedGoalTarget(
    @Means(en = "Indicator of the criteria in force", zh = "现行考核标准中的指标") IndicatorId indicator,
    @Means(en = "Project, where the target is one's", zh = "项目编号（项目目标时填）")
        Optional<InstructionId> project,
    @Means(
            en = "Region, where the target is one's; 000000 for the nation",
            zh = "地区（地区目标时填），全国为 000000")
        Optional<RegionCode> region,
    @Means(en = "Value in the indicator's unit", zh = "目标值（以指标的单位计）") Decimal value,
    @Means(en = "Calendar year", zh = "年度") @Least(YEAR_LEAST) @Most(YEAR_MOST) int year) {

  /** Before there was any registry. */
  static final int YEAR_LEAST = 2000;

  /** Further ahead than any plan goes. */
  static final int YEAR_MOST = 2100;

  /** Digits before the point: ten thousand million yuan in fen. */
  static final int VALUE_DIGITS = 12;

  private static final BigDecimal VALUE_BELOW = BigDecimal.TEN.pow(VALUE_DIGITS);

  public ProposedGoalTarget {
    Check.that(
        region.isPresent() != project.isPresent(),
        zh("目标须属于一个地区或一个项目（region 或 project 填其一）")
            .en("a target is of a region or of a project: give one of the two"));
    Check.that(
        value.value().signum() >= 0 && value.value().compareTo(VALUE_BELOW) < 0,
        zh("目标值须在 0 以上，小数点前最多 %s 位")
            .en("a target is 0 or more, with at most %s digits before the point", VALUE_DIGITS));
  }

  /** What it is as a link of the chain. */
  GoalTarget in(RegionCode place) {
    return new GoalTarget(indicator, Optional.empty(), project, place, value, year);
  }
}
