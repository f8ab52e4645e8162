// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.Sampling;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.project.BaselineEvidence;
import org.grasslandcarbon.domain.project.Comment;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.Renewal;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.stocking.Stocking;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;

/** Methodologies, projects and what belongs to them. Their reports are in {@link CreditViews}. */
public final class ProjectViews {
  /** The last day on which comments are taken. */
  private static final String PUBLICITY_TO = "publicityTo";

  private static final String METHODOLOGY_ZH = "方法学编号";
  private static final String METHODOLOGY_EN = "Id of the methodology";

  /** Versions of methodologies; one is named by its id and its version. */
  public static final View METHODOLOGIES =
      View.of(Methodology.TYPE, "methodology", "方法学", "Methodologies")
          .at("methodologies")
          .namedBy("id", "version")
          .large()
          .flag("training", "/training")
          .search("search", "/version/id", "/name/zh", "/name/en")
          .sought(
              "/name/zh",
              "/name/en",
              List.of("/version/id"),
              List.of("/version/id", "/version/version"))
          .filter("training", "training", "是否仅供练习", "Whether it is for practice only")
          .filter("q", "search", "编号或名称中的文字", "Text in id or name")
          .brief("方法学", "Protocol", "/version/id")
          .brief("版本", "Protocol Version", "/version/version")
          .brief("名称", "Name (zh)", "/name/zh")
          .shown("英文名称", "Name (en)", "/name/en")
          .shown("算法", "Algorithm", "/algorithm")
          .brief("生效日期", "Valid From", "/validity/validFrom")
          .brief("失效日期", "Valid To", "/validity/validTo")
          .shown("发布时间", "Date Published", "/publishedAt")
          .shown("停用日期", "Date Withdrawn", "/withdrawal/from")
          .shown("依据", "Document", "/document")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Projects; one is named by its id or, once it is registered, by its number. */
  public static final View PROJECTS =
      View.of(Project.TYPE, "project", "项目", "Projects")
          .at("projects")
          .newestFirst()
          .large()
          .text("number", ProjectNumber.class, "/number")
          .text("state", Project.State.class, "/state")
          .text("region", RegionCode.class, "/design/region")
          .word("methodology", "/design/methodology/id")
          .text("owner", ParticipantId.class, "/owner")
          .text("certifier", ParticipantId.class, "/design/certifier")
          .time("proposedAt", "/proposedAt")
          .flag("training", "/training")
          .search("search", "/number", "/design/name/zh", "/design/name/en")
          .index("number")
          .refers("by", ParticipantViews.PARTICIPANTS, "owner")
          .sought(
              "/design/name/zh",
              "/design/name/en",
              List.of("/number"),
              List.of("/number", "/design/region", "/design/methodology/id", "/state"))
          .foundBy(Forms.PROJECT_NUMBER, "number")
          .filter("number", "number", "项目编号", "Its number")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("state", "state", "状态", "Where it stands")
          .filter("methodology", "methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("owner", "owner", "项目业主", "Project owner")
          .filter("ownerName", "by.search", "项目业主名称中的文字", "Text in the project owner's name")
          .filter("certifier", "certifier", "选定的审定机构", "Certifier that it chose")
          .days("proposedAt")
          .filter("training", "training", "是否仅供练习", "Whether it is for practice only")
          .filter("q", "search", "编号或名称中的文字", "Text in number or name")
          .brief("项目编号", "Project ID", "/number")
          .brief("项目名称", "Project Name", "/design/name/zh")
          .shown("项目英文名称", "Project Name (en)", "/design/name/en")
          .shown("项目业主", "Project Developer", "/owner")
          .brief("状态", "Project Status", "/state")
          .brief("所在区划", "Project Site Location", "/design/region")
          .brief("面积（公顷）", "Area (ha)", "/design/areaHectares")
          .brief("方法学", "Protocol", "/design/methodology/id")
          .shown("方法学版本", "Protocol Version", "/design/methodology/version")
          .shown("审定机构", "Validation Body", "/validator")
          .shown("申报时间", "Project Listed Date", "/proposedAt")
          .shown("公示末日", "Last Day of Publicity", "/" + PUBLICITY_TO)
          .shown("登记时间", "Project Registered Date", "/registeredAt")
          .shown("计入期首日", "Crediting Period Start Date", "/design/creditingPeriod/from")
          .shown("计入期末日", "Crediting Period End Date", "/design/creditingPeriod/to")
          .shown("预计年减排量", "Estimated Annual Emission Reductions", "/design/expectedTonnesPerYear")
          .shown("累计签发量", "Total Credits Issued", "/totals/issued")
          .shown("累计注销量", "Total Credits Retired", "/totals/retired")
          .brief("指令编号", "Instruction ID", "/id")
          .brief("仅供练习", "Training", "/training")
          .attached("validation", Validation.TYPE)
          .attached("reversals", Reversals.TYPE)
          .withSum("totals.issued", Batch.TYPE, "project", "issued")
          .withTotal("totals.retired", Account.Kind.RETIRED, Batch.TYPE, "project")
          .withTotal("totals.cancelled", Account.Kind.CANCELLED, Batch.TYPE, "project")
          .withTotal("totals.buffered", Account.Kind.BUFFER, Batch.TYPE, "project")
          .withLastDay(PUBLICITY_TO, "/proposedAt", "/publicityWorkingDays")
          .done();

  /** Comments on a project, in their order. */
  public static final View COMMENTS =
      View.of(Comment.TYPE, "comment", "公示意见", "Comments")
          .large()
          .text("project", InstructionId.class, "/project")
          .index("project")
          .under(PROJECTS, "comments", "project")
          .refers("of", PROJECTS, "project")
          .with("training", "of.training")
          .brief("序号", "Number", "/number")
          .brief("时间", "Date", "/at")
          .brief("提交方", "Sent By", "/by")
          .brief("意见人", "Author", "/author")
          .brief("意见", "Comment", "/text")
          .shown("仅供练习", "Training", "/training")
          .done();

  /** Renewals of a project, proposed, registered or refused. */
  public static final View RENEWALS =
      View.of(Renewal.TYPE, "renewal", "项目续期", "Renewals of projects")
          .newestFirst()
          .large()
          .text("project", InstructionId.class, "/project")
          .text("state", Renewal.State.class, "/state")
          .index("project")
          .under(PROJECTS, "renewals", "project")
          .refers("of", PROJECTS, "project")
          .with("training", "of.training")
          .brief("续期编号", "Renewal ID", "/id")
          .brief("状态", "Status", "/state")
          .brief("申报时间", "Date Proposed", "/proposedAt")
          .brief("计入期首日", "Crediting Period Start Date", "/design/creditingPeriod/from")
          .brief("计入期末日", "Crediting Period End Date", "/design/creditingPeriod/to")
          .shown("方法学", "Protocol", "/design/methodology/id")
          .shown("方法学版本", "Protocol Version", "/design/methodology/version")
          .shown("审定机构", "Validation Body", "/design/certifier")
          .brief("公示末日", "Last Day of Publicity", "/" + PUBLICITY_TO)
          .shown("登记时间", "Date Registered", "/registeredAt")
          .withLastDay(PUBLICITY_TO, "/proposedAt", "/publicityWorkingDays")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** The balance of grass and livestock, a record a project and year. */
  public static final View STOCKING =
      View.of(Stocking.TYPE, "stocking", "草畜平衡", "Balance of grass and livestock")
          .at("stocking")
          .namedBy("project", "year")
          .newestFirst()
          .large()
          .text("project", InstructionId.class, "/project")
          .number("year", "/year")
          .flag("overloaded", "/overloaded")
          .index("project", "year")
          .refers("of", PROJECTS, "project")
          .foundBy(Forms.PROJECT_NUMBER, "of.number", "year")
          .with("projectNumber", "of.number")
          .with("region", "of.region")
          .with("training", "of.training")
          .filter("project", Forms.PROJECT_NUMBER, "of.number", "project", Forms.ZH, Forms.EN)
          .filter("region", "of.region", "行政区划（含下级）", "Division, with those in it")
          .filter("year", "year", "年份", "Year")
          .filter("overloaded", "overloaded", "是否超载", "Whether it was overloaded")
          .filter("training", "of.training", "是否仅供练习", "Whether it is for practice only")
          .brief("年份", "Year", "/year")
          .brief("项目编号", "Project ID", "/projectNumber")
          .brief("载畜量（羊单位）", "Sheep Units", "/sheepUnits")
          .brief("合理载畜量（羊单位）", "Carrying Capacity (sheep units)", "/capacity")
          .brief("超载率（%）", "Overload (%)", "/overloadPercent")
          .brief("是否超载", "Overloaded", "/overloaded")
          .shown("放牧天数", "Days Grazed", "/days")
          .shown("记录时间", "Date Recorded", "/recordedAt")
          .shown("记录方", "Recorded By", "/recordedBy")
          .shown("由主管部门记录", "Recorded by an Office", "/byOffice")
          .shown("依据", "Document", "/document")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Evidence of baselines, a record a project. */
  public static final View BASELINES =
      View.of(BaselineEvidence.TYPE, "baseline", "基准线证明", "Evidence of baselines")
          .at("baselines")
          .newestFirst()
          .large()
          .text("project", InstructionId.class, "/project")
          .index("project")
          .refers("of", PROJECTS, "project")
          .foundBy(Forms.PROJECT_NUMBER, "of.number")
          .with("projectNumber", "of.number")
          .with("region", "of.region")
          .with("training", "of.training")
          .filter("project", Forms.PROJECT_NUMBER, "of.number", "project", Forms.ZH, Forms.EN)
          .filter("region", "of.region", "行政区划（含下级）", "Division, with those in it")
          .filter("training", "of.training", "是否仅供练习", "Whether it is for practice only")
          .brief("项目编号", "Project ID", "/projectNumber")
          .brief("首年", "First Year", "/firstYear")
          .brief("登记时间", "Date Recorded", "/recordedAt")
          .shown("各项活动", "Activities", "/activities")
          .shown("证明材料", "Documents", "/documents")
          .shown("登记方", "Recorded By", "/recordedBy")
          .shown("所在区划", "Project Site Location", "/region")
          .shown("仅供练习", "Training", "/training")
          .done();

  /** Samplings of strata and of their control sites. */
  public static final View SAMPLINGS =
      View.of(Sampling.TYPE, "sampling", "采样", "Samplings")
          .at("samplings")
          .newestFirst()
          .large()
          .text("project", InstructionId.class, "/project")
          .word("stratum", "/stratum")
          .text("scenario", Scenario.class, "/scenario")
          .text("laboratory", ParticipantId.class, "/laboratory")
          .index("project")
          .under(PROJECTS, "samplings", "project")
          .refers("of", PROJECTS, "project")
          .with("projectNumber", "of.number")
          .with("training", "of.training")
          .filter("project", Forms.PROJECT_NUMBER, "of.number", "project", Forms.ZH, Forms.EN)
          .filter("stratum", "stratum", "分层", "Stratum")
          .filter("scenario", "scenario", "项目地块或对照样地", "The project's land, or its control site")
          .filter("laboratory", "laboratory", "实验室", "Laboratory")
          .filter("training", "of.training", "是否仅供练习", "Whether it is for practice only")
          .brief("采样编号", "Sampling ID", "/id")
          .brief("项目编号", "Project ID", "/projectNumber")
          .brief("分层", "Stratum", "/stratum")
          .brief("对象", "Side", "/scenario")
          .brief("采样首日", "First Day", "/days/from")
          .brief("采样末日", "Last Day", "/days/to")
          .shown("采样深度（厘米）", "Depth of Cores, cm", "/depthCentimetres")
          .shown("分析方法", "Analysis", "/analysis")
          .shown("实验室", "Laboratory", "/laboratory")
          .shown("检测报告", "Laboratory Report", "/laboratoryReport")
          .shown("登记时间", "Date Recorded", "/recordedAt")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Monitoring reports. */
  public static final View REPORTS =
      View.of(MonitoringReport.TYPE, "report", "监测报告", "Monitoring reports")
          .at("reports")
          .newestFirst()
          .large()
          .text("project", InstructionId.class, "/project")
          .text("projectNumber", ProjectNumber.class, "/projectNumber")
          .text("state", MonitoringReport.State.class, "/state")
          .text("region", RegionCode.class, "/region")
          .word("methodology", "/methodology/id")
          .text("owner", ParticipantId.class, "/owner")
          .text("verifier", ParticipantId.class, "/verification/by")
          .text("approvedBy", ParticipantId.class, "/approval/by")
          .time("submittedAt", "/submittedAt")
          .time("issuedAt", "/issuance/at")
          .present("issued", "/issuance")
          .each("vintages", Integer.class, "/vintages", "year")
          .flag("training", "/training")
          .index("project")
          .refers("of", PROJECTS, "project")
          .refers("from", ParticipantViews.PARTICIPANTS, "owner")
          .under(PROJECTS, "reports", "project")
          .filter("project", Forms.PROJECT_NUMBER, "projectNumber", "project", Forms.ZH, Forms.EN)
          .filter("projectName", "of.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("methodology", "methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("vintage", "vintages", "监测期内的年份", "Year within the period")
          .filter("owner", "owner", "项目业主", "Project owner")
          .filter("ownerName", "from.search", "项目业主名称中的文字", "Text in the project owner's name")
          .filter("verifier", "verifier", "核查机构", "Certifier that verified it")
          .filter("state", "state", "状态", "Where it stands")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .days("submittedAt")
          .filter("training", "training", "是否仅供练习", "Whether it is for practice only")
          .brief("报告编号", "Report ID", "/id")
          .brief("项目编号", "Project ID", "/projectNumber")
          .brief("状态", "Status", "/state")
          .brief("监测期首日", "Monitoring Period Start Date", "/period/from")
          .brief("监测期末日", "Monitoring Period End Date", "/period/to")
          .brief("净减排量（吨）", "Net Tonnes CO2e", "/tonnes")
          .brief("合理性提示", "Flags", "/flags")
          .shown("提交时间", "Date Submitted", "/submittedAt")
          .shown("公示末日", "Last Day of Publicity", "/" + PUBLICITY_TO)
          .withLastDay(PUBLICITY_TO, "/submittedAt", "/publicityWorkingDays")
          .shown("核查机构", "Verification Body", "/verification/by")
          .shown("结转量", "Brought Forward", "/verification/broughtForward")
          .brief("签发量", "Total Credits Issued", "/issuance/issued")
          .shown("缓冲量", "Credits Issued to Buffer Pool", "/issuance/buffered")
          .shown("余量", "Remainder", "/issuance/remainder")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /**
   * Reports of which credits were issued: who approved it and when, how many, what was kept back.
   */
  public static final View ISSUANCES =
      View.of(REPORTS, "issued", "issuance", "签发", "Issuances")
          .at("issuances")
          .newestFirst()
          .filter("project", Forms.PROJECT_NUMBER, "projectNumber", "project", Forms.ZH, Forms.EN)
          .filter("projectName", "of.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("methodology", "methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("vintage", "vintages", "监测期内的年份", "Year within the period")
          .filter("owner", "owner", "项目业主", "Project owner")
          .filter("ownerName", "from.search", "项目业主名称中的文字", "Text in the project owner's name")
          .filter("verifier", "verifier", "核查机构", "Certifier that verified it")
          .filter("approvedBy", "approvedBy", "批准机关", "Office that approved it")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .days("issuedAt")
          .filter("training", "training", "是否仅供练习", "Whether it is for practice only")
          .brief("签发时间", "Date Issued", "/issuance/at")
          .brief("项目编号", "Project ID", "/projectNumber")
          .shown("报告编号", "Report ID", "/id")
          .brief("批次", "Batches", "/issuance/batches")
          .shown("监测期首日", "Monitoring Period Start Date", "/period/from")
          .shown("监测期末日", "Monitoring Period End Date", "/period/to")
          .shown("方法学", "Protocol", "/methodology/id")
          .shown("方法学版本", "Protocol Version", "/methodology/version")
          .brief("净减排量（吨）", "Net Tonnes CO2e", "/tonnes")
          .shown("结转量", "Brought Forward", "/verification/broughtForward")
          .brief("签发量", "Total Credits Issued", "/issuance/issued")
          .brief("缓冲量", "Credits Issued to Buffer Pool", "/issuance/buffered")
          .shown("余量", "Remainder", "/issuance/remainder")
          .shown("核查机构", "Verification Body", "/verification/by")
          .shown("核查时间", "Date Verified", "/verification/at")
          .shown("批准机关", "Approved By", "/approval/by")
          .shown("批准时间", "Date Approved", "/approval/at")
          .shown("项目业主", "Project Owner", "/owner")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Losses of credited carbon and how the buffer paid for them. */
  public static final View REVERSALS =
      View.of(Reversal.TYPE, "reversal", "碳储量逆转", "Losses of credited carbon")
          .at("reversals")
          .newestFirst()
          .large()
          .text("project", InstructionId.class, "/project")
          .text("projectNumber", ProjectNumber.class, "/projectNumber")
          .text("region", RegionCode.class, "/region")
          .text("cause", Reversal.Cause.class, "/cause")
          .time("reportedAt", "/reportedAt")
          .present("settled", "/settlement")
          .credits("quantityHeld", "/held")
          .credits("quantityCancelled", "/settlement/cancelled")
          .index("project")
          .index("projectNumber")
          .refers("of", PROJECTS, "project")
          .with("settled")
          .with("quantityHeld")
          .with("quantityCancelled")
          .with("training", "of.training")
          .filter("project", Forms.PROJECT_NUMBER, "projectNumber", "project", Forms.ZH, Forms.EN)
          .filter("projectName", "of.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("methodology", "of.methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("cause", "cause", "原因", "What happened")
          .filter("settled", "settled", "是否已核定", "Whether it is settled")
          .days("reportedAt")
          .filter("training", "of.training", "是否仅供练习", "Whether it is for practice only")
          .shown("报告时间", "Date Reported", "/reportedAt")
          .brief("编号", "Reversal ID", "/id")
          .brief("项目编号", "Project ID", "/projectNumber")
          .brief("事件日期", "Date of Event", "/eventDate")
          .brief("原因", "Cause", "/cause")
          .brief("估计损失", "Estimated Loss", "/estimate")
          .brief("冻结缓冲量", "Credits Put on Hold", "/quantityHeld")
          .brief("是否已核定", "Settled", "/settled")
          .shown("核定时间", "Date Settled", "/settlement/at")
          .brief("核定损失", "Verified Loss", "/settlement/loss")
          .shown("注销缓冲量", "Credits Cancelled from Buffer Pool", "/quantityCancelled")
          .shown("差额", "Shortfall", "/settlement/shortfall")
          .shown("核查机构", "Verification Body", "/settlement/by")
          .shown("报告方", "Reported By", "/reportedBy")
          .shown("说明", "Details", "/statement")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Every instruction that changed a project or one of its reports, the first first. */
  public static final View HISTORY =
      View.ofRows("history", "项目历程", "History of a project", Visibility.PUBLIC)
          .row("project", InstructionId.class)
          .row("at", Instant.class)
          .row("action", String.class)
          .row("participant", ParticipantId.class)
          .row("record", String.class)
          .row("recordId", String.class)
          .row("instruction", InstructionId.class)
          .row("block", Long.class)
          .row("transactionId", String.class)
          .index("project")
          .under(PROJECTS, "history", "project")
          .refers("of", PROJECTS, "project")
          .with("at")
          .with("action")
          .with("participant")
          .with("instruction")
          .with("record")
          .with("recordId")
          .with("block")
          .with("transactionId")
          .with("training", "of.training")
          .brief("时间", "Date", "/at")
          .brief("指令", "Action", "/action")
          .brief("主体", "Participant ID", "/participant")
          .brief("记录类型", "Record", "/record")
          .brief("记录编号", "Record ID", "/recordId")
          .shown("指令编号", "Transaction ID", "/instruction")
          .shown("区块", "Block", "/block")
          .shown("仅供练习", "Training", "/training")
          .done();

  static final List<View> ALL =
      List.of(
          METHODOLOGIES,
          PROJECTS,
          COMMENTS,
          RENEWALS,
          STOCKING,
          BASELINES,
          SAMPLINGS,
          REPORTS,
          ISSUANCES,
          REVERSALS,
          HISTORY);

  private ProjectViews() {}
}
