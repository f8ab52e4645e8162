// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.offset.MarketOffsetUse;
import org.grasslandcarbon.domain.offset.Obligation;
import org.grasslandcarbon.domain.offset.OffsetMarket;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.offset.OffsetUse;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * What markets take of credits for compliance, and what enterprises have used of it. Rules are
 * everybody's; an enterprise's bases and what its caps leave are its own and its office's.
 */
public final class OffsetViews {
  private static final String MARKET_ZH = "市场";
  private static final String MARKET_EN = "Market";
  private static final String YEAR_ZH = "履约年度";
  private static final String YEAR_EN = "Compliance year";

  /** Markets, with the years of their rules. */
  public static final View MARKETS =
      View.of(OffsetMarket.TYPE, "offset-market", "抵销市场", "Markets that take offsets")
          .at("offset-markets")
          .followed()
          .text("market", MarketId.class, "/market")
          .flag("example", "/example")
          .filter("example", "example", "是否仅供练习", "Whether it is for practice only")
          .brief("市场", "Market", "/market")
          .brief("仅供练习", "Training", "/example")
          .done();

  /** What markets take, by row. */
  public static final View RULES =
      View.of(OffsetRule.TYPE, "offset-rule", "抵销规则", "Offset rules")
          .at("offset-rules")
          .namedBy("market", "version")
          .newestFirst()
          .text("market", MarketId.class, "/market")
          .number("version", "/version")
          .number("firstYear", "/firstYear")
          .text("status", OffsetRule.Status.class, "/status")
          .search("search", "/market", "/name/zh", "/name/en")
          .sought(
              "/name/zh", "/name/en", List.of("/market"), List.of("/market", "/version", "/status"))
          .foundBy(Forms.MARKET, "market", "version")
          .index("market")
          .filter("q", "search", "市场或名称中的文字", "Text in market or name")
          .filter("market", "market", MARKET_ZH, MARKET_EN)
          .filter("status", "status", "规则状态", "Status of the rule")
          .brief("市场", "Market", "/market")
          .brief("版本", "Version", "/version")
          .brief("名称", "Name (zh)", "/name/zh")
          .shown("英文名称", "Name", "/name/en")
          .brief("首个年度", "First Year", "/firstYear")
          .brief("最后年度", "Last Year", "/lastYear")
          .brief("状态", "Status", "/status")
          .shown("接受的种类", "Kinds of Credits", "/terms/kinds")
          .shown(
              "上限（千分比和基数，或吨数）",
              "Caps (per mille of a base, or t)",
              "/terms/caps/*/id,perMille,base,tonnes")
          .shown(
              "最低比例（所依据的上限、千分比）",
              "Minimum Shares (of a cap, per mille)",
              "/terms/minimumShares/*/id,of,perMille")
          .shown("依据和文号", "Sources and Official Numbers", "/sources/*/title,number")
          .shown("尚未查阅", "Not Read", "/unread")
          .shown("公布时间", "Date Published", "/publishedAt")
          .done();

  /** What caps of enterprises are shares of. */
  public static final View OBLIGATIONS =
      View.of(Obligation.TYPE, "obligation", "履约基数", "Obligations")
          .at("obligations")
          .namedBy("market", "year", "enterprise")
          .newestFirst()
          .time("at", "/at")
          .text("enterprise", ParticipantId.class, "/enterprise")
          .text("by", ParticipantId.class, "/by")
          .text("market", MarketId.class, "/market")
          .number("year", "/year")
          .index("enterprise")
          .index("by")
          .ofParticipant("owner", "enterprise")
          .orOf("by", "by", "记载机关：由其记载的全部基数", "Office: all that it recorded")
          .filter("market", "market", MARKET_ZH, MARKET_EN)
          .filter("year", "year", YEAR_ZH, YEAR_EN)
          .brief("企业", "Enterprise", "/enterprise")
          .brief("市场", "Market", "/market")
          .brief("年度", "Year", "/year")
          .brief("确认排放量（吨）", "Confirmed Emissions (t)", "/bases/confirmedEmissions")
          .brief("核发配额（吨）", "Allowances Issued (t)", "/bases/issued")
          .brief("应清缴配额（吨）", "Allowances to Surrender (t)", "/bases/toSurrender")
          .shown("记载机关", "Recorded By", "/by")
          .shown("记载时间", "Date Recorded", "/at")
          .shown("核定文件摘要", "Digest of the Decision", "/document")
          .done();

  /** What enterprises have used, and what their caps leave. */
  public static final View USES =
      View.of(OffsetUse.TYPE, "offset-use", "抵销用量", "Offsets used")
          .at("offset-uses")
          .namedBy("market", "year", "enterprise")
          .text("enterprise", ParticipantId.class, "/enterprise")
          .text("market", MarketId.class, "/market")
          .number("year", "/year")
          .index("enterprise")
          .ofParticipant("owner", "enterprise")
          .filter("market", "market", MARKET_ZH, MARKET_EN)
          .filter("year", "year", YEAR_ZH, YEAR_EN)
          .brief("企业", "Enterprise", "/enterprise")
          .brief("市场", "Market", "/market")
          .brief("年度", "Year", "/year")
          .brief("各上限剩余（吨）", "Left by Cap (t)", "/left/*/cap,left")
          .shown("各上限已用（吨）", "Used by Cap (t)", "/left/*/cap,used")
          .shown("各上限限额（吨）", "Limit by Cap (t)", "/left/*/cap,limit")
          .shown("所用规则版本", "Version of the Rule", "/ruleVersion")
          .done();

  /** What all enterprises of a market have used, where that is bounded. */
  public static final View MARKET_USES =
      View.of(MarketOffsetUse.TYPE, "market-offset-use", "全市场抵销用量", "Offsets used in a market")
          .at("market-offset-uses")
          .followed()
          .namedBy("market", "year")
          .text("market", MarketId.class, "/market")
          .number("year", "/year")
          .index("market")
          .filter("market", "market", MARKET_ZH, MARKET_EN)
          .filter("year", "year", YEAR_ZH, YEAR_EN)
          .brief("市场", "Market", "/market")
          .brief("年度", "Year", "/year")
          .brief(
              "已用（种类、地区、吨）", "Used (kind, division, t)", "/used/*/traits/kind,traits/region,tonnes")
          .done();

  static final List<View> ALL = List.of(MARKETS, RULES, OBLIGATIONS, USES, MARKET_USES);

  private OffsetViews() {}
}
