// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.Coupling;
import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.Scorecard;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.gateway.coordination.RegionNotices;
import org.grasslandcarbon.gateway.coordination.RegionScorecard;
import org.grasslandcarbon.gateway.paper.RowsWorkbook.Sheet;

/** Scorecards as tables. Nothing stands where there is no number; why there is none beside it. */
final class ScorecardSheets {
  private static final List<String> SCORES =
      List.of(
          "得分 Score",
          "覆盖率 Coverage (%)",
          "等级 Grade",
          "等级名称 Name of the Grade (zh)",
          "Name of the Grade",
          "激励预算份额 Share of Budget (per mille)",
          "配额份额 Share of Quota (per mille)",
          "U1",
          "U2",
          "C",
          "T",
          "D",
          "D 所在等级 Class of D",
          "填报距今天数 Days since the Oldest Report",
          "仅供练习 Training",
          "考核标准 Criteria");

  private ScorecardSheets() {}

  /** A region's years: scores in one sheet, indicators and what notices say in two others. */
  static List<Sheet> of(RegionScorecard.History history) {
    return List.of(
        new Sheet("scores", scores(history)),
        new Sheet("indicators", indicators(history)),
        new Sheet("notices", notices(history)));
  }

  /** The plan, where there is one, and a row for each standard. */
  private static List<List<Object>> notices(RegionScorecard.History history) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "行政区划 Division",
            "类型 Kind",
            "标准编号 Standard",
            "版本 Version",
            "是否强制 Mandatory",
            "目标表述 Explicitness",
            "规划首年 Plan From",
            "规划末年 Plan To",
            "起始日期 Valid From",
            "来源 From"));
    history
        .plan()
        .ifPresent(
            plan ->
                rows.add(
                    List.of(
                        history.region().value(),
                        NoticeKind.PLAN.name(),
                        "",
                        "",
                        "",
                        plan.explicitness().name(),
                        plan.firstYear(),
                        plan.lastYear(),
                        plan.since().toString(),
                        plan.from())));
    for (RegionNotices.Standard each : history.standards()) {
      rows.add(
          List.of(
              each.region().value(),
              NoticeKind.STANDARD.name(),
              each.code(),
              each.version(),
              Boolean.toString(each.mandatory()),
              "",
              "",
              "",
              each.since().toString(),
              each.from()));
    }
    return rows;
  }

  /** A row for each year and indicator. */
  static List<List<Object>> indicators(RegionScorecard.History history) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "行政区划 Division",
            "年度 Year",
            "指标 Indicator",
            "名称 Name (zh)",
            "Name",
            "指标组 Group",
            "方向 Direction",
            "权重 Weight (per mille)",
            "单位 Unit",
            "目标 Target",
            "目标生效日期 Target Since",
            "实际 Actual",
            "首次填报 Reported First",
            "差距 Gap (%)",
            "完成度 Attainment",
            "无实际值的原因 Why There Is No Actual",
            "不计分的原因 Why It Is Not Scored",
            "填报距今天数 Days since It Was Reported",
            "来源 From"));
    for (RegionScorecard.OneYear year : history.years()) {
      for (RegionScorecard.Line each : year.indicators()) {
        rows.add(
            List.of(
                history.region().value(),
                year.year(),
                each.indicator().value(),
                each.name().zh(),
                each.name().en(),
                each.group().name(),
                each.direction().name(),
                each.weightPerMille(),
                each.unit(),
                text(each.target()),
                text(each.targetSince()),
                text(each.actual()),
                text(each.first()),
                text(each.gapPercent().map(gap -> gap.value().toPlainString())),
                text(each.attainment()),
                text(each.unknown()),
                text(each.unscored()),
                text(each.freshnessDays()),
                String.join("; ", each.from())));
      }
    }
    return rows;
  }

  private static List<List<Object>> scores(RegionScorecard.History history) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> headings = new ArrayList<>(List.of("行政区划 Division", "年度 Year"));
    headings.addAll(SCORES);
    addGroupHeadings(headings);
    headings.add("评估 Assessment");
    headings.add("没有评分的原因 Why There Is No Scorecard");
    rows.add(headings);
    for (RegionScorecard.OneYear each : history.years()) {
      List<Object> row = new ArrayList<>(List.of(history.region().value(), each.year()));
      row.add(text(each.score()));
      row.add(text(each.coveragePercent()));
      addAward(row, each.award());
      addCoupling(row, each.coupling());
      row.add(text(each.freshnessDays()));
      row.add(text(each.practice()));
      row.add(text(each.criteria()));
      addGroups(row, each.groups());
      row.add(text(each.assessment()));
      row.add(text(each.reason()));
      rows.add(row);
    }
    return rows;
  }

  /** A row for each region and year. */
  static List<List<Object>> ranking(List<RegionScorecard.Row> items) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> headings =
        new ArrayList<>(List.of("年度 Year", "名次 Rank", "行政区划 Division", "名称 Name (zh)", "Name"));
    headings.addAll(SCORES);
    addGroupHeadings(headings);
    headings.add("来源 From");
    rows.add(headings);
    for (RegionScorecard.Row each : items) {
      Name name = each.name();
      List<Object> row =
          new ArrayList<>(
              List.of(each.year(), text(each.rank()), each.region().value(), name.zh(), name.en()));
      row.add(text(each.score()));
      row.add(each.coveragePercent().toString());
      addAward(row, each.award());
      addCoupling(row, each.coupling());
      row.add(text(each.freshnessDays()));
      row.add(Boolean.toString(each.practice()));
      row.add(each.criteria());
      addGroups(row, each.groups());
      row.add(each.from());
      rows.add(row);
    }
    return rows;
  }

  private static void addAward(List<Object> row, Optional<Scorecard.Award> award) {
    row.add(text(award.map(Scorecard.Award::grade)));
    row.add(text(award.map(each -> each.name().zh())));
    row.add(text(award.map(each -> each.name().en())));
    row.add(text(award.map(Scorecard.Award::budgetPerMille)));
    row.add(text(award.map(Scorecard.Award::quotaPerMille)));
  }

  private static void addCoupling(List<Object> row, Optional<Coupling> coupling) {
    row.add(text(coupling.map(Coupling::u1)));
    row.add(text(coupling.map(Coupling::u2)));
    row.add(text(coupling.flatMap(Coupling::c)));
    row.add(text(coupling.map(Coupling::t)));
    row.add(text(coupling.map(Coupling::d)));
    row.add(text(coupling.map(Coupling::degree)));
  }

  private static void addGroupHeadings(List<Object> headings) {
    for (IndicatorGroup group : IndicatorGroup.values()) {
      headings.add("得分 Score: " + group);
      headings.add("覆盖率 Coverage (%): " + group);
    }
  }

  private static void addGroups(List<Object> row, List<Scorecard.GroupScore> groups) {
    for (IndicatorGroup group : IndicatorGroup.values()) {
      Optional<Scorecard.GroupScore> found =
          groups.stream().filter(each -> each.group() == group).findFirst();
      row.add(text(found.flatMap(Scorecard.GroupScore::score)));
      row.add(text(found.map(Scorecard.GroupScore::coveragePercent)));
    }
  }

  private static Object text(Optional<?> value) {
    return value.<Object>map(each -> each instanceof Number ? each : each.toString()).orElse("");
  }
}
