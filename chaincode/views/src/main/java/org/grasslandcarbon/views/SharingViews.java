// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.coordination.CaseKind;
import org.grasslandcarbon.domain.coordination.CoordinationCase;
import org.grasslandcarbon.domain.coordination.Mandate;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.Notice;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.RefusalGround;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/** Who is responsible in regions, what these announce, and what they ask each other. */
public final class SharingViews {
  /** The last working day of a case, as answers tell it. */
  public static final String LAST_DAY = "lastDay";

  /** Who is responsible for a function in a region. */
  public static final View MANDATES =
      View.of(Mandate.TYPE, "mandate", "地区职能", "Who is responsible in regions")
          .at("mandates")
          .namedBy("region", "function")
          .large()
          .text("region", RegionCode.class, "/region")
          .text("function", MandateFunction.class, "/function")
          .each("holders", ParticipantId.class, "/terms", "holder")
          .each("delegates", ParticipantId.class, "/terms", "delegate")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("function", "function", "职能", "Function")
          .filter("holder", "holders", "现在或曾经的责任机构", "Who is or was responsible")
          .filter("delegate", "delegates", "现在或曾经的代理机构", "Who is or was a delegate")
          .brief("行政区划", "Division", "/region")
          .brief("职能", "Function", "/function")
          .brief("责任机构", "Holder", "/terms/*/holder")
          .shown("代理机构", "Delegate", "/terms/*/delegate")
          .shown("能力等级", "Capability Level", "/terms/*/level")
          .brief("起始日期", "From", "/terms/*/from")
          .brief("终止日期", "To", "/terms/*/to")
          .shown("决定文件摘要", "Digest of the Decision", "/terms/*/document")
          .done();

  /** What offices tell everybody. */
  public static final View NOTICES =
      View.of(Notice.TYPE, "notice", "协同通知", "Notices of regions")
          .at("notices")
          .newestFirst()
          .large()
          .time("at", "/at")
          .text("by", ParticipantId.class, "/by")
          .text("kind", NoticeKind.class, "/kind")
          .text("region", RegionCode.class, "/region")
          .present("replaced", "/replacedBy")
          .word("number", "/fields/policy/number")
          .word("standard", "/fields/standard/code")
          .word("scheme", "/fields/compensationRate/scheme")
          .search("search", "/title")
          .sought("/title", "/title", List.of(), List.of("/kind", "/region"))
          .index("region")
          .filter("by", "by", "发布机关", "Who published it")
          .filter("kind", "kind", "通知类型", "What it announces")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("replaced", "replaced", "是否已被替代", "Whether a later one took its place")
          .filter("number", "number", "政策文号", "Number of a policy")
          .filter("standard", "standard", "标准编号", "Code of a standard")
          .filter("scheme", "scheme", "补偿项目代码", "Code of a scheme of compensation")
          .filter("q", "search", "标题中的文字", "Text in the title")
          .days("at")
          .brief("发布时间", "Date Published", "/at")
          .brief("通知编号", "Notice ID", "/id")
          .brief("类型", "Kind", "/kind")
          .brief("行政区划", "Division", "/region")
          .brief("标题", "Title", "/title")
          .shown("发布机关", "Published By", "/by")
          .shown("起始日期", "Valid From", "/validFrom")
          .brief("终止日期", "Valid To", "/validTo")
          .shown("被替代于", "Replaced By", "/replacedBy")
          .shown("替代", "Replaces", "/replaces")
          .shown("文件摘要", "Digest of the Document", "/document")
          .shown("政策文号", "Policy Number", "/fields/policy/number")
          .shown("政策主题", "Policy Topic", "/fields/policy/topic")
          .shown("标准编号", "Standard", "/fields/standard/code")
          .shown("标准版本", "Standard Version", "/fields/standard/version")
          .shown("补偿项目", "Scheme", "/fields/compensationRate/scheme")
          .shown("记录层级", "Level", "/fields/compensationRate/level")
          .shown("每亩每年补偿（分）", "Rate a mu and Year (fen)", "/fields/compensationRate/fenPerMu")
          .shown("规划首年", "Plan From", "/fields/plan/from")
          .shown("规划末年", "Plan To", "/fields/plan/to")
          .shown("目标表述", "Explicitness", "/fields/plan/explicitness")
          .shown("课程首日", "Course From", "/fields/training/from")
          .shown("课时", "Hours", "/fields/training/hours")
          .shown("名额", "Places", "/fields/training/places")
          .shown("障碍类型", "Barrier", "/fields/barrier/kind")
          .shown("严重程度", "Severity", "/fields/barrier/severity")
          .shown("要素", "Factor", "/fields/supply/factor")
          .shown("数量", "Quantity", "/fields/supply/quantity")
          .shown("单位", "Unit", "/fields/supply/unit")
          .shown("单价（分）", "Price (fen)", "/fields/supply/priceFen")
          .shown("批次", "Batch", "/fields/exportLabel/batch")
          .shown("编号段", "Serials", "/fields/exportLabel/serials")
          .done();

  /** Which credits are set apart for use abroad, a record a batch. */
  public static final View EXPORT_LABELS =
      View.of(ExportLabel.TYPE, "export-label", "境外使用标记", "Credits for use abroad")
          .at("export-labels")
          .namedBy("batch")
          .large()
          .text("batch", BatchId.class, "/batch")
          .refers("of", CreditViews.BATCHES, "batch")
          .with("project", "of.project")
          .with("region", "of.region")
          .with("training", "of.training")
          .filter("batch", "batch", "批次", "Batch")
          .filter("project", "of.project", "项目编号", "Project")
          .filter("region", "of.region", "行政区划（含下级）", "Division, with those in it")
          .brief("批次", "Batch", "/batch")
          .brief("编号段", "Serials", "/labels/*/serials")
          .shown("标记时间", "Date Labelled", "/labels/*/at")
          .shown("通知", "Notice", "/labels/*/id")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** What is asked of regions, for those who may see all of it. */
  public static final View CASES =
      View.of(CoordinationCase.TYPE, "information-case", "协同案件", "Cases between regions")
          .at("information-cases")
          .newestFirst()
          .large()
          .time("openedAt", "/openedAt")
          .text("by", ParticipantId.class, "/by")
          .text("kind", CaseKind.class, "/kind")
          .text("function", MandateFunction.class, "/function")
          .text("region", RegionCode.class, "/region")
          .text("fromRegion", RegionCode.class, "/fromRegion")
          .text("state", CoordinationCase.State.class, "/state")
          .text("ground", RefusalGround.class, "/answer/ground")
          .present("reopened", "/reopenedBy")
          .flag("onTime", "/answer/onTime")
          .present("mine", "/by")
          .text("first", InstructionId.class, "/reopens")
          .text("responsible", ParticipantId.class, "/responsible")
          .text("delegate", ParticipantId.class, "/delegate")
          .reserved(
              "kind", List.of("by", "responsible", "delegate"), List.of("fromRegion", "region"))
          .index("by")
          .index("responsible")
          .filter("by", "by", "提出者", "Who asked")
          .filter("kind", "kind", "案件类型", "Who asks whom")
          .filter("function", "function", "事项所属职能", "What it is about")
          .filter("region", "region", "被请求的行政区划（含下级）", "Division that is asked, with those in it")
          .filter(
              "fromRegion", "fromRegion", "提出者所在行政区划（含下级）", "Division that asks, with those in it")
          .filter("state", "state", "状态", "Where it stands")
          .filter("ground", "ground", "拒绝理由", "Why it was refused")
          .filter("reopened", "reopened", "是否已重新提出", "Whether it was reopened")
          .filter("responsible", "responsible", "办理者", "Who is to answer, or was")
          .days("openedAt")
          .brief("提出时间", "Date Opened", "/openedAt")
          .brief("案件编号", "Case ID", "/id")
          .brief("类型", "Kind", "/kind")
          .brief("职能", "Function", "/function")
          .brief("提出地区", "From Division", "/fromRegion")
          .brief("被请求地区", "To Division", "/region")
          .brief("状态", "Status", "/state")
          .brief("末日", "Last Day", "/" + LAST_DAY)
          .shown("提出者", "Asked By", "/by")
          .shown("代公众提出", "On Behalf", "/behalf")
          .shown("申请标记的批次", "Batch to Label", "/label/batch")
          .shown("申请标记的编号段", "Serials to Label", "/label/serials")
          .shown("工作日数", "Working Days", "/due/days")
          .shown("期限为假定", "Days Assumed", "/due/assumed")
          .shown("办理者", "Responsible", "/responsible")
          .shown("经办", "Route", "/route/*/responsible")
          .shown("职能空缺地区", "Vacancies", "/route/*/vacancies")
          .shown("代理办理者", "Delegate", "/delegate")
          .shown("内容文件摘要", "Digest of the Question", "/text")
          .shown("答复时间", "Date Answered", "/answer/at")
          .shown("答复者", "Answered By", "/answer/by")
          .shown("是否按期", "On Time", "/answer/onTime")
          .shown("拒绝理由", "Ground of Refusal", "/answer/ground")
          .shown("答复文件摘要", "Digest of the Answer", "/answer/document")
          .shown("原案件", "Reopens", "/reopens")
          .shown("重新提出的案件", "Reopened By", "/reopenedBy")
          .withLastDay(LAST_DAY, "/due/from", "/due/days")
          .done();

  /** The same of one who asked, for whoever may see it. */
  public static final View OWN_CASES =
      View.of(CASES, "mine", "own-case", "本主体提出的协同案件", "Cases that a participant has opened")
          .at("own-cases")
          .newestFirst()
          .ofParticipant("owner", "by")
          .filter("kind", "kind", "案件类型", "Who asks whom")
          .filter("state", "state", "状态", "Where it stands")
          .brief("提出时间", "Date Opened", "/openedAt")
          .brief("案件编号", "Case ID", "/id")
          .brief("类型", "Kind", "/kind")
          .brief("职能", "Function", "/function")
          .brief("被请求地区", "To Division", "/region")
          .brief("状态", "Status", "/state")
          .brief("末日", "Last Day", "/" + LAST_DAY)
          .shown("办理者", "Responsible", "/responsible")
          .shown("答复时间", "Date Answered", "/answer/at")
          .shown("拒绝理由", "Ground of Refusal", "/answer/ground")
          .shown("答复文件摘要", "Digest of the Answer", "/answer/document")
          .withLastDay(LAST_DAY, "/due/from", "/due/days")
          .done();

  static final List<View> ALL = List.of(MANDATES, NOTICES, EXPORT_LABELS, CASES, OWN_CASES);

  private SharingViews() {}
}
