// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.supervision.SupervisionCase;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/** What supervisors record. No list has what is about the one who asks. */
public final class SupervisionViews {
  /** Who is related to whom. */
  public static final View RELATIONS =
      View.of(Relation.TYPE, "relation", "关联关系", "Relations between participants")
          .at("relations")
          .namedBy("participant", "other", "kind")
          .newestFirst()
          .text("participant", ParticipantId.class, "/participant")
          .text("other", ParticipantId.class, "/other")
          .text("kind", Relation.Kind.class, "/kind")
          .keptFrom("participant", "other")
          .index("participant")
          .index("other")
          .filter(
              "participant", "participant", "持股、控制或被代理的一方", "Who owns, controls or is acted for")
          .filter("other", "other", "被持股、被控制或代理的一方", "Who is owned, controlled or acts")
          .filter("kind", "kind", "关系类型", "In which way they are related")
          .brief("主体", "Participant", "/participant")
          .brief("关联主体", "Related To", "/other")
          .brief("关系类型", "Kind", "/kind")
          .brief("起始日期", "From", "/statements/*/from")
          .brief("终止日期", "To", "/statements/*/to")
          .shown("比例（千分比）", "Share (per mille)", "/statements/*/perMille")
          .shown("此前记载有误", "Earlier Statements Wrong", "/statements/*/mistaken")
          .shown("记载方", "Stated By", "/statements/*/by")
          .shown("记载时间", "Date Stated", "/statements/*/at")
          .shown("证明材料摘要", "Digest of the Document", "/statements/*/document")
          .done();

  /** Cases, open and closed. */
  public static final View CASES =
      View.of(SupervisionCase.TYPE, "supervision-case", "监管案件", "Cases of supervision")
          .at("supervision-cases")
          .newestFirst()
          .large()
          .time("at", "/at")
          .text("by", ParticipantId.class, "/by")
          .text("state", SupervisionCase.State.class, "/state")
          .text("detector", "/signal/detector")
          .elements("exchanges", ParticipantId.class, "/exchanges")
          .elements("instruments", InstrumentId.class, "/subjects/instruments")
          .elements("participants", ParticipantId.class, "/subjects/participants")
          .elements("projects", InstructionId.class, "/subjects/projects")
          .elements("regions", RegionCode.class, "/regions")
          .keptFrom("participants")
          .index("by")
          .filter("by", "by", "立案机关", "Who opened it")
          .filter("state", "state", "案件状态", "Status of the case")
          .filter("detector", "detector", "监测指标", "Detector of the signal that it began with")
          .filter("exchange", "exchanges", "涉及的交易机构", "Exchange at which it is traded")
          .filter("instrument", "instruments", "涉及的交易标的", "Instrument that it is about")
          .filter("participant", "participants", "涉及的主体", "Participant that it is about")
          .filter("project", "projects", "涉及的项目", "Project that it is about")
          .filter("region", "regions", "涉及的行政区划", "Division of what it is about")
          .days("at")
          .brief("立案时间", "Date Opened", "/at")
          .brief("案件编号", "Case ID", "/id")
          .brief("立案机关", "Opened By", "/by")
          .brief("状态", "Status", "/state")
          .shown("主体", "Participants", "/subjects/participants")
          .shown("交易标的", "Instruments", "/subjects/instruments")
          .shown("项目", "Projects", "/subjects/projects")
          .shown("行政区划", "Divisions", "/regions")
          .brief("监测指标", "Detector", "/signal/detector")
          .shown("立案理由", "Reason", "/reason")
          .shown("记录", "Notes", "/notes/*/text")
          .brief("结论", "Result", "/closing/result")
          .shown("措施", "Measures", "/closing/measures")
          .shown("结案说明", "Explanation", "/closing/text")
          .shown("结案时间", "Date Closed", "/closing/at")
          .shown("结案机关", "Closed By", "/closing/by")
          .done();

  static final List<View> ALL = List.of(RELATIONS, CASES);

  private SupervisionViews() {}
}
