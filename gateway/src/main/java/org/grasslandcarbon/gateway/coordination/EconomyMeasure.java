// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import org.grasslandcarbon.domain.value.Name;

/** What a region's economy is told in, in the order in which people read it. */
public enum EconomyMeasure {
  /** Tonnes of credits of the region's projects that were traded. */
  SALES_TONNES("成交量", "Tonnes traded", "t"),
  /** Their value. */
  SALES_FEN("成交额", "Value of trades", "fen"),
  /** Value by tonnes. */
  PRICE_FEN_PER_TONNE("平均成交价", "Average price", "fen/t"),
  /** Fees of both sides. */
  FEES_FEN("交易与结算手续费（双方）", "Fees of both sides", "fen"),
  /** What the plans of benefits gave to others than the sellers. */
  BENEFIT_SHARES_FEN("收益分成", "Benefit shares", "fen"),
  /** Tonnes that accepted forwards have to deliver in the year. */
  FORWARD_TONNES("当年到期的远期数量", "Forwards due in the year", "t"),
  /** What of them was delivered. */
  FORWARD_DELIVERED_TONNES("已交付的远期数量", "Delivered of them", "t"),
  /** Delivered by due. */
  FORWARD_DELIVERY_PERCENT("远期交付率", "Delivery ratio of forwards", "%"),
  /** What herders are due. */
  COMPENSATION_DUE_FEN("生态补偿应付", "Compensation due", "fen"),
  /** What they were paid. */
  COMPENSATION_PAID_FEN("生态补偿已付", "Compensation paid", "fen"),
  /** What is due and not paid, scheme by scheme. */
  COMPENSATION_ARREARS_FEN("生态补偿拖欠", "Compensation in arrears", "fen"),
  /** Tonnes issued for days of the year in divisions that are compensated; never netted. */
  OVERLAP_TONNES("补偿地区同年签发量", "Tonnes issued where compensation is due", "t"),
  /** As the office reported it. */
  MANAGEMENT_COST_FEN("管理成本（填报）", "Management cost, as reported", "fen"),
  /** Value and compensation less fees and cost, a mu of land under projects. */
  NET_FEN_PER_MU("每亩净收益", "Net a mu of land under projects", "fen/mu"),
  /** Cost less compensation, a tonne issued for days of the year; 0 where nothing is left. */
  BREAK_EVEN_FEN_PER_TONNE("保本价", "Break-even price", "fen/t"),
  /** Leakage of reports verified in the year. */
  LEAKAGE_TONNES("泄漏", "Leakage of verified reports", "t"),
  /** How many certifiers gave an opinion. */
  CERTIFIERS("核查机构数", "Certifiers at work", "1"),
  /** Opinions by certifiers. */
  CERTIFIER_LOAD("机构平均核查报告数", "Reports a certifier", "1"),
  /** Findings by opinions. */
  FINDINGS_PER_REPORT("每份报告的核查发现", "Findings a report", "1"),
  /** Participants in adopted partnerships that are of the region or for a project in it. */
  PARTNERS("合作方", "Partners", "1"),
  /** As the office reported it. */
  JOBS("就业岗位（填报）", "Jobs, as reported", "1");

  private final Name title;
  private final String unit;

  EconomyMeasure(String zh, String en, String unit) {
    this.title = Name.of(zh, en);
    this.unit = unit;
  }

  public Name title() {
    return title;
  }

  public String unit() {
    return unit;
  }
}
