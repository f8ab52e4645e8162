// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

/**
 * Why credits are not taken by a market, in the order in which it is looked for, each with what
 * would make them eligible.
 */
public enum OffsetReason {
  /** No row is for the market and the year. */
  NO_RULE("请主管部门公布该市场该年度的抵销规则。", "Have the office publish a rule for the market and the year."),
  /** A document is known and was not read. */
  RULE_NOT_LOADED(
      "请主管部门查阅所列文件并公布其内容。",
      "Have the office read the document that is named and publish what it says."),
  /** The row held once, or is not known to hold. */
  RULE_HISTORICAL(
      "请主管部门公布现行规则；历史规则不能用于履约。",
      "Have the office publish the rule in force: nobody complies by a historical one."),
  /** Credits for practice are taken by a market for practice only. */
  TRAINING_CREDITS(
      "请使用正式减排量，或在标为 EXAMPLE 的市场练习。",
      "Use credits that are not for practice, or practise in a market that is EXAMPLE."),
  /** A market for practice takes nothing else. */
  MARKET_FOR_PRACTICE(
      "请选择实际的市场；练习用市场只接受练习用减排量。",
      "Choose a real market: one for practice takes credits for practice only."),
  /** The market does not take this kind of credits. */
  KIND_NOT_TAKEN("请改用所列种类的减排量。", "Use credits of a kind that is named."),
  /** The market does not take this type of project. */
  TYPE_NOT_TAKEN("请改用其他类型项目的减排量。", "Use credits of another type of project."),
  /** The market does not take credits from there. */
  REGION_NOT_TAKEN("请改用所列地区项目的减排量。", "Use credits of projects in the divisions that are named."),
  /** They arose too early. */
  AROSE_TOO_EARLY("请改用较晚产生的减排量。", "Use credits that arose later."),
  /** They arose too late. */
  AROSE_TOO_LATE("请改用较早产生的减排量。", "Use credits that arose earlier."),
  /** They are of the enterprise's own project. */
  OWN_PROJECT("请改用其他主体项目的减排量。", "Use credits of somebody else's project."),
  /** A cap is a share of what is not known. */
  BASE_NOT_RECORDED(
      "请主管部门以 recordObligation 记载该基数。", "Have the office record the base with recordObligation.");

  private final String remedyZh;
  private final String remedyEn;

  OffsetReason(String remedyZh, String remedyEn) {
    this.remedyZh = remedyZh;
    this.remedyEn = remedyEn;
  }

  /** What would make them eligible, in Chinese. */
  public String remedyZh() {
    return remedyZh;
  }

  /** The same in English. */
  public String remedyEn() {
    return remedyEn;
  }
}
