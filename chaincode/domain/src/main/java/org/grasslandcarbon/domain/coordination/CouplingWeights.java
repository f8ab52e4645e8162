// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * How much each of the two order parameters counts in the comprehensive index T; together 1,000.
 *
 * @param coordinatedDevelopment of the coordinated development of regions, per mille
 * @param lowCarbonEconomy of the low-carbon economy, per mille
 */
public record CouplingWeights(
    @Means(en = "Weight of coordinated development, per mille", zh = "区域协同发展的权重（千分比）")
        @Least(1)
        @Most(WHOLE - 1)
        int coordinatedDevelopment,
    @Means(en = "Weight of the low-carbon economy, per mille", zh = "低碳经济的权重（千分比）")
        @Least(1)
        @Most(WHOLE - 1)
        int lowCarbonEconomy) {

  static final int WHOLE = 1_000;

  public CouplingWeights {
    Check.that(
        coordinatedDevelopment + lowCarbonEconomy == WHOLE,
        zh("两个子系统的权重之和须为 %s").en("the weights of the two are %s together", WHOLE));
  }
}
