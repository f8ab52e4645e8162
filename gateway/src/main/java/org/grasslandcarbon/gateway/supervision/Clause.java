// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import org.grasslandcarbon.domain.value.Name;

/**
 * The six kinds of abnormal trading of article 44 of the trading and settlement rules (trial) for
 * voluntary reductions, in its order. What stands here is their sense and not their words.
 */
enum Clause {
  /** Large purchases or sales round news. */
  NEWS(1, "重大信息公布前后大量买入或卖出", "large purchases or sales round news"),
  /** Frequent trades with each other between fixed or related accounts. */
  MUTUAL(2, "固定或关联账户之间频繁互相交易", "frequent mutual trades between fixed or related accounts"),
  /** Large, continuous or dense orders, or prices far from the last. */
  ORDERS(
      3,
      "大额、连续或密集申报，或申报价格明显偏离最新成交价",
      "large, continuous or dense orders, or prices far from the last"),
  /** Frequent or large orders that are withdrawn. */
  WITHDRAWALS(4, "频繁或大额申报后撤销", "frequent or large orders that are withdrawn"),
  /** Frequent buying high and selling low. */
  HIGH_LOW(5, "频繁高买低卖", "frequent buying high and selling low"),
  /** Anything else that the exchange finds abnormal. */
  OTHER(6, "其他异常交易行为", "other abnormal trading");

  private final int number;
  private final Name sense;

  Clause(int number, String zh, String en) {
    this.number = number;
    this.sense = Name.of(zh, en);
  }

  /** Its number in article 44. */
  int number() {
    return number;
  }

  Name sense() {
    return sense;
  }
}
