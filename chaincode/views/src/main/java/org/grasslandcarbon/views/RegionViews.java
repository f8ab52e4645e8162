// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.coordination.Compensation;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.value.RegionCode;

/** What is counted in regions, and what herders there are due. */
public final class RegionViews {
  /** What the ledger has counted, by division and year. */
  public static final View TOTALS =
      View.of(RegionTotals.TYPE, "region-total", "地区合计", "Totals of regions")
          .at("region-totals")
          .namedBy("region", "kind")
          .large()
          .followed()
          .text("region", RegionCode.class, "/region")
          .flag("practice", "/practice")
          .index("region")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("practice", "practice", "是否仅供练习", "Whether it is for practice only")
          .brief("行政区划", "Division", "/region")
          .brief("仅供练习", "Training", "/practice")
          .brief("统计起始日", "Counted Since", "/since")
          .shown("自创立起统计", "Counted from the Founding", "/fromFounding")
          .brief("年度", "Years", "/years/*/year")
          .shown("新增项目", "Projects Begun", "/years/*/land/projectsBegun")
          .shown("结束项目", "Projects Ended", "/years/*/land/projectsEnded")
          .shown("新增面积（公顷）", "Area Begun (ha)", "/years/*/land/begunHectares")
          .shown("结束面积（公顷）", "Area Ended (ha)", "/years/*/land/endedHectares")
          .brief("签发量（吨）", "Issued (t CO2e)", "/years/*/credits/issued")
          .shown("其中缓冲（吨）", "Of It in the Buffer (t CO2e)", "/years/*/credits/buffered")
          .shown("减排年度签发量（吨）", "Issued for Days of the Year (t CO2e)", "/years/*/credits/vintage")
          .shown("逆转损失（吨）", "Lost in Reversals (t CO2e)", "/years/*/credits/lost")
          .shown("泄漏（吨）", "Leakage (t CO2e)", "/years/*/verifications/leakageTonnes")
          .brief("成交量（吨）", "Traded (t CO2e)", "/years/*/sales/tonnes")
          .shown("成交额（分）", "Value (fen)", "/years/*/sales/value")
          .shown("手续费（分）", "Fees (fen)", "/years/*/sales/fees")
          .shown("收益分成（分）", "Benefit Shares (fen)", "/years/*/sales/shares")
          .shown("载畜量（羊单位）", "Sheep Units", "/years/*/grazing/sheepUnits")
          .shown("合理载畜量（羊单位）", "Carrying Capacity (sheep units)", "/years/*/grazing/capacity")
          .done();

  /** What is due and was paid of schemes of compensation. */
  public static final View COMPENSATION =
      View.of(Compensation.TYPE, "compensation", "生态补偿", "Compensation of herders")
          .at("compensation")
          .namedBy("region", "scheme", "year")
          .newestFirst()
          .large()
          .text("region", RegionCode.class, "/region")
          .text("scheme", "/scheme")
          .number("year", "/year")
          .index("region")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("scheme", "scheme", "补偿项目代码", "Code of the scheme")
          .filter("year", "year", "补偿年度", "Year for which it is due")
          .brief("行政区划", "Division", "/region")
          .brief("补偿项目", "Scheme", "/scheme")
          .brief("年度", "Year", "/year")
          .brief("应付（分）", "Due (fen)", "/due")
          .brief("已付（分）", "Paid (fen)", "/paid")
          .brief("拖欠（分）", "Arrears (fen)", "/arrears")
          .shown("同年同地签发量（吨）", "Issued for the Same Year and Division (t CO2e)", "/overlapTonnes")
          .shown("补偿面积", "Compensated Area", "/bases/*/area")
          .shown("面积单位", "Unit of Area", "/bases/*/unit")
          .shown("补偿标准（分/亩）", "Rate (fen per mu)", "/bases/*/fenPerMu")
          .shown("核定文件摘要", "Digest of the Basis", "/bases/*/document")
          .shown("发放日期", "Dates Paid", "/payments/*/day")
          .shown("发放金额（分）", "Amounts Paid (fen)", "/payments/*/fen")
          .shown("发放凭证摘要", "Digests of Payments", "/payments/*/document")
          .shown("撤销发放的指令", "Withdrawn By", "/payments/*/withdrawnBy")
          .done();

  static final List<View> ALL = List.of(TOTALS, COMPENSATION);

  private RegionViews() {}
}
