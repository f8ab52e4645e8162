// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A grade of a region's score and what it brings. The ledger states the incentive and pays nothing.
 *
 * @param budgetPerMille share of the incentive budget
 * @param fromScore the least score of the grade, 0 to 100
 * @param name zh and en
 * @param quotaPerMille share of the quota
 * @param rule the digest of the rule of the incentive
 */
public record Grade(
    @Means(en = "Share of the incentive budget, per mille", zh = "激励预算份额（千分比）")
        @Least(0)
        @Most(CouplingWeights.WHOLE)
        int budgetPerMille,
    @Means(en = "Least score of the grade, 0 to 100", zh = "该等级的最低得分（0 至 100）")
        @Least(0)
        @Most(SCORE_MOST)
        int fromScore,
    @Means(en = "Name", zh = "名称") Name name,
    @Means(en = "Share of the quota, per mille", zh = "配额优先份额（千分比）")
        @Least(0)
        @Most(CouplingWeights.WHOLE)
        int quotaPerMille,
    @Means(en = "SHA-256 of the rule of the incentive", zh = "激励规则文件的 SHA-256 摘要") Sha256 rule) {

  /** As many classes as the degree of coordination has. */
  static final int GRADES_MOST = 10;

  /** The score of a region that reaches every target. */
  static final int SCORE_MOST = 100;
}
