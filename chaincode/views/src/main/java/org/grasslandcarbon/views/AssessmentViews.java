// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.Criteria;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/** By what regions are judged, what they report, and what was found. */
public final class AssessmentViews {
  /** Versions of the criteria. */
  public static final View CRITERIA =
      View.of(Criteria.TYPE, "criteria", "统一考核标准", "Criteria of assessments")
          .at("criteria")
          .namedBy("version")
          .newestFirst()
          .large()
          .followed()
          .number("version", "/version")
          .flag("practice", "/practice")
          .foundBy(Forms.NUMBER, "version")
          .filter("practice", "practice", "是否仅考核练习项目", "Whether projects for practice are judged")
          .brief("版本", "Version", "/version")
          .brief("生效日期", "Valid From", "/validFrom")
          .brief("仅供练习", "Training", "/practice")
          .shown(
              "指标（代码、权重千分比、方向、单位）",
              "Indicators (code, weight per mille, direction, unit)",
              "/indicators/*/id,weightPerMille,direction,unit")
          .shown(
              "等级（最低得分、预算和配额份额千分比）",
              "Grades (least score, shares of budget and quota per mille)",
              "/grades/*/fromScore,budgetPerMille,quotaPerMille")
          .shown("等级名称", "Names of Grades", "/grades/*/name")
          .shown("评级所需最低覆盖率（%）", "Least Coverage for a Grade (%)", "/leastCoveragePercent")
          .shown("低碳经济权重（千分比）", "Weight of U1 (per mille)", "/coupling/lowCarbonEconomy")
          .shown("区域协同发展权重（千分比）", "Weight of U2 (per mille)", "/coupling/coordinatedDevelopment")
          .shown("信息请求期限（工作日）", "Days of Information", "/days/information")
          .shown("公众反馈期限（工作日）", "Days of Feedback", "/days/feedback")
          .shown("申诉期限（工作日）", "Days of Appeal", "/days/appeal")
          .shown("征求意见期限（工作日）", "Days of Consultation", "/days/consultation")
          .shown("公布文件摘要", "Digest of the Document", "/document")
          .brief("公布时间", "Date Published", "/publishedAt")
          .done();

  /** What offices report of a region's year. */
  public static final View REPORTS =
      View.of(IndicatorReport.TYPE, "indicator-report", "指标填报", "Reports of indicators")
          .at("indicator-reports")
          .namedBy("region", "year", "kind")
          .newestFirst()
          .large()
          .followed()
          .text("region", RegionCode.class, "/region")
          .number("year", "/year")
          .flag("practice", "/practice")
          .index("region")
          .index("year")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("year", "year", "年度", "Year")
          .filter("practice", "practice", "是否仅供练习", "Whether it is for practice only")
          .brief("行政区划", "Division", "/region")
          .brief("年度", "Year", "/year")
          .brief("指标（代码、首次填报值）", "Indicators (code, first value)", "/values/*/indicator,value")
          .shown("重报值", "Restated Values", "/values/*/restated/*/value")
          .shown("重报于评估之后", "Restated after an Assessment", "/values/*/restated/*/afterAssessment")
          .shown("填报机关", "Reported By", "/values/*/by")
          .shown("填报时间", "Date Reported", "/values/*/at")
          .shown("证明材料摘要", "Digest of the Evidence", "/values/*/evidence")
          .shown("障碍（类型、严重程度）", "Barriers (kind, severity)", "/barriers/*/kind,severity")
          .shown("仅供练习", "Training", "/practice")
          .done();

  /** What assessors found of a region's year, with the numbers that the ledger computed. */
  public static final View ASSESSMENTS =
      View.of(Assessment.TYPE, "assessment", "差距评估", "Assessments of regions")
          .at("assessments")
          .newestFirst()
          .large()
          .time("at", "/at")
          .text("assessor", ParticipantId.class, "/assessor")
          .text("region", RegionCode.class, "/region")
          .number("year", "/year")
          .flag("practice", "/practice")
          .present("upheld", "/upheldBy")
          .number("grade", "/scorecard/award/grade")
          .index("region")
          .index("assessor")
          .filter("assessor", "assessor", "评估机构", "Assessor")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("year", "year", "被评估年度", "Year assessed")
          .filter("practice", "practice", "是否仅供练习", "Whether it is for practice only")
          .filter("upheld", "upheld", "申诉是否成立", "Whether an appeal was upheld")
          .filter("grade", "grade", "等级（1 为最高）", "Grade, 1 the best")
          .days("at")
          .brief("评估时间", "Date Assessed", "/at")
          .brief("评估编号", "Assessment ID", "/id")
          .brief("行政区划", "Division", "/region")
          .brief("年度", "Year", "/year")
          .brief("得分", "Score", "/scorecard/score")
          .brief("覆盖率（%）", "Coverage (%)", "/scorecard/coveragePercent")
          .brief("等级", "Grade", "/scorecard/award/name/zh")
          .shown("英文等级", "Grade (en)", "/scorecard/award/name/en")
          .shown("激励预算份额（千分比）", "Share of Budget (per mille)", "/scorecard/award/budgetPerMille")
          .shown("配额份额（千分比）", "Share of Quota (per mille)", "/scorecard/award/quotaPerMille")
          .shown("评估机构", "Assessor", "/assessor")
          .shown("考核标准版本", "Version of the Criteria", "/criteria")
          .shown(
              "指标（目标、目标生效日期、实际、完成度、差距 %）",
              "Indicators (target, target since, actual, attainment, gap %)",
              "/scorecard/indicators/*/indicator,target,targetSince,actual,attainment,gapPercent")
          .shown("无数值的原因", "Why There Is No Number", "/scorecard/indicators/*/unscored")
          .shown(
              "评估后的填报值（不计）",
              "Reported after an Assessment (not counted)",
              "/scorecard/indicators/*/later")
          .shown("分组得分", "Scores of Groups", "/scorecard/groups/*/group,score,coveragePercent")
          .shown("U1（低碳经济）", "U1 (Low-carbon Economy)", "/scorecard/coupling/u1")
          .shown("U2（区域协同发展）", "U2 (Coordinated Development)", "/scorecard/coupling/u2")
          .shown("C（耦合度）", "C (Coupling Degree)", "/scorecard/coupling/c")
          .shown("T（综合指数）", "T (Comprehensive Index)", "/scorecard/coupling/t")
          .shown("D（耦合协调度）", "D (Coordination Degree)", "/scorecard/coupling/d")
          .shown("D 所在等级（1 至 10）", "Class of D (1 to 10)", "/scorecard/coupling/degree")
          .shown(
              "下级地区（得分、覆盖率、等级）",
              "Divisions below (score, coverage, grade)",
              "/children/*/region,score,coveragePercent,grade")
          .shown("改进措施", "Actions", "/actions/*/title")
          .shown("建议的目标", "Proposed Targets", "/proposals/*/indicator,value,year")
          .brief("申诉末日", "Last Day of an Appeal", "/appealUntil")
          .shown("申诉", "Appeal", "/appeal")
          .shown("成立的申诉", "Upheld By", "/upheldBy")
          .shown("替代的评估", "Replaces", "/replaces")
          .shown("评估发现摘要", "Digest of the Findings", "/findings")
          .shown("评估报告摘要", "Digest of the Report", "/report")
          .shown("仅供练习", "Training", "/practice")
          .done();

  static final List<View> ALL = List.of(CRITERIA, REPORTS, ASSESSMENTS);

  private AssessmentViews() {}
}
