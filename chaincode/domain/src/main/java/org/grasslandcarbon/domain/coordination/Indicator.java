// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * An indicator of the criteria.
 *
 * @param definition the digest of the document that says how it is measured
 * @param direction which way it is better
 * @param group the group in whose score it counts
 * @param id what targets and reports call it
 * @param least the least value that can be reported; 0 where there is none
 * @param ledger what the ledger computes it as; absent where offices report it
 * @param most the greatest value that can be reported, if there is one
 * @param name zh and en
 * @param subsystem the order parameter in which it counts, if it does
 * @param unit of its values
 * @param weightPerMille its weight; the weights of all need not add up to 1,000
 */
public record Indicator(
    @Means(en = "SHA-256 of its definition", zh = "指标定义文件的 SHA-256 摘要") Sha256 definition,
    @Means(en = "Which way it is better", zh = "指标方向") Direction direction,
    @Means(en = "Group in whose score it counts", zh = "指标组") IndicatorGroup group,
    @Means(en = "What targets and reports call it", zh = "指标代码") IndicatorId id,
    @Means(en = "Least value that can be reported; 0 if left out", zh = "可填报的最小值（不填为 0）")
        Optional<Decimal> least,
    @Means(
            en = "What the ledger computes it as; none where offices report it",
            zh = "账本计算项（由主管部门填报的不填）")
        Optional<LedgerIndicator> ledger,
    @Means(en = "Greatest value that can be reported", zh = "可填报的最大值") Optional<Decimal> most,
    @Means(en = "Name", zh = "名称") Name name,
    @Means(en = "Order parameter in which it counts, if it does", zh = "所属子系统（序参量）")
        Optional<Subsystem> subsystem,
    @Means(en = "Unit", zh = "单位") @Most(UNIT_MOST) String unit,
    @Means(en = "Weight, per mille", zh = "权重（千分比）") @Least(1) @Most(WEIGHT_MOST)
        int weightPerMille) {

  /** Longer than any unit that is written in a table's heading. */
  static final int UNIT_MOST = 30;

  /** All of it. */
  static final int WEIGHT_MOST = 1_000;

  private static final Decimal ZERO = Decimal.of("0");

  /** The least value that can be reported. */
  Decimal lower() {
    return least.orElse(ZERO);
  }

  /** Whether there is a value between its bounds. */
  boolean canBeReported() {
    return most.filter(each -> each.compareTo(lower()) < 0).isEmpty();
  }

  /** Whether a value lies within its bounds, which belong to it. */
  boolean admits(Decimal value) {
    return value.compareTo(lower()) >= 0
        && most.filter(each -> each.compareTo(value) < 0).isEmpty();
  }
}
