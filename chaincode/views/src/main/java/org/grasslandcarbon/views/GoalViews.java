// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.coordination.Goal;
import org.grasslandcarbon.domain.coordination.GoalComment;
import org.grasslandcarbon.domain.coordination.GoalKind;
import org.grasslandcarbon.domain.coordination.GoalState;
import org.grasslandcarbon.domain.coordination.GoalTask;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.RegionTargets;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/** What regions propose to each other, how they vote on it, and what is in force of it. */
public final class GoalViews {
  private static final String GOAL_ZH = "目标编号";
  private static final String GOAL_EN = "Goal";

  /** Goals, open and decided. */
  public static final View GOALS =
      View.of(Goal.TYPE, "goal", "协同目标", "Goals of regions")
          .at("goals")
          .newestFirst()
          .large()
          .time("at", "/at")
          .text("by", ParticipantId.class, "/by")
          .text("kind", GoalKind.class, "/kind")
          .text("state", GoalState.class, "/state")
          .text("lastDay", "/lastDay")
          .flag("practice", "/practice")
          .text("assessment", InstructionId.class, "/assessment")
          .text("revises", InstructionId.class, "/revises")
          .elements("voters", RegionCode.class, "/voters")
          .each("regions", RegionCode.class, "/targets", "region")
          .each("indicators", IndicatorId.class, "/targets", "indicator")
          .each("owners", RegionCode.class, "/tasks", "owner")
          .each("partners", ParticipantId.class, "/partners", "participant")
          .search("search", "/title/zh", "/title/en")
          .sought("/title/zh", "/title/en", List.of(), List.of("/kind", "/state", "/lastDay"))
          .index("state")
          .index("revises")
          .index("assessment")
          .filter("q", "search", "标题中的文字", "Text in the title")
          .filter("by", "by", "提出方", "Who proposed it")
          .filter("kind", "kind", "目标类型", "Kind of goal")
          .filter("state", "state", "目标状态", "Status of the goal")
          .filter("practice", "practice", "是否仅供练习", "Whether it is for practice only")
          .filter("voter", "voters", "表决地区", "Region that votes on it")
          .filter("region", "regions", "有目标值的地区", "Region with a target")
          .filter("indicator", "indicators", "指标", "Indicator of a target")
          .filter("taskRegion", "owners", "任务的责任地区", "Region with a task")
          .filter("partner", "partners", "合作方", "Partner")
          .filter("revises", "revises", "所修订的目标", "Goal that it revises")
          .filter("assessment", "assessment", "所依据或申诉的评估", "Assessment that it rests on")
          .days("at")
          .brief(GOAL_ZH, "Goal ID", "/id")
          .brief("标题", "Title (zh)", "/title/zh")
          .shown("英文标题", "Title", "/title/en")
          .brief("类型", "Kind", "/kind")
          .brief("状态", "Status", "/state")
          .brief("提出时间", "Date Proposed", "/at")
          .shown("提出方", "Proposed By", "/by")
          .brief("末日", "Last Day", "/lastDay")
          .shown("表决地区", "Voters", "/voters")
          .shown("目标地区", "Regions of Targets", "/targets/*/region")
          .shown("指标", "Indicators", "/targets/*/indicator")
          .shown("年度", "Years", "/targets/*/year")
          .shown("目标值", "Targets", "/targets/*/value")
          .shown("任务", "Tasks (zh)", "/tasks/*/title/zh")
          .shown("任务责任地区", "Owners of Tasks", "/tasks/*/owner")
          .shown("任务期限", "Tasks Due", "/tasks/*/due")
          .shown("节点", "Milestones (zh)", "/milestones/*/title/zh")
          .shown("合作方", "Partners", "/partners/*/participant")
          .shown("上下级不一致的地区", "Regions of Breaches", "/breaches/*/region")
          .shown("不一致类型", "Kinds of Breaches", "/breaches/*/kind")
          .shown("所依据或申诉的评估", "Assessment", "/assessment")
          .shown("所修订的目标", "Revises", "/revises")
          .shown("赞成", "For", "/decision/yes")
          .shown("反对", "Against", "/decision/no")
          .shown("弃权", "Abstained", "/decision/abstained")
          .shown("未赞成而不受约束的地区", "Not Bound", "/decision/unbound")
          .shown("未能生效的原因", "What Stood in Its Way", "/decision/obstacle/kind")
          .shown("决定时间", "Date Decided", "/decision/at")
          .shown("评估建议数", "Targets Proposed by the Report", "/decision/proposals")
          .shown("采纳的建议数", "Of These Adopted", "/decision/proposalsAdopted")
          .shown("文件摘要", "Digest of the Document", "/document")
          .shown("仅供练习", "Training", "/practice")
          .done();

  /** Votes on a goal. */
  public static final View VOTES =
      View.of(GoalVote.TYPE, "goal-vote", "目标表决", "Votes on goals")
          .text("goal", InstructionId.class, "/goal")
          .index("goal")
          .under(GOALS, "votes", "goal")
          .brief("地区", "Region", "/region")
          .brief("表决", "Vote", "/choice")
          .brief("时间", "Date", "/at")
          .brief("表决方", "Voted By", "/by")
          .brief("代理", "Delegated", "/delegated")
          .shown("理由摘要", "Digest of the Reason", "/reason")
          .done();

  /** Comments on a goal. */
  public static final View COMMENTS =
      View.of(GoalComment.TYPE, "goal-comment", "目标意见", "Comments on goals")
          .text("goal", InstructionId.class, "/goal")
          .index("goal")
          .under(GOALS, "comments", "goal")
          .brief("意见编号", "Comment ID", "/id")
          .brief("时间", "Date", "/at")
          .brief("提交方", "Sent By", "/by")
          .brief("代谁转交", "On Behalf Of", "/behalf")
          .brief("意见摘要", "Digest of the Comment", "/text")
          .done();

  /** Tasks of goals that were adopted. */
  public static final View TASKS =
      View.of(GoalTask.TYPE, "goal-task", "目标任务", "Tasks of goals")
          .at("goal-tasks")
          .namedBy("goal", "number")
          .newestFirst()
          .text("goal", InstructionId.class, "/goal")
          .number("number", "/number")
          .text("owner", RegionCode.class, "/owner")
          .text("indicator", IndicatorId.class, "/indicator")
          .text("due", "/due")
          .present("done", "/done")
          .text("timing", GoalTask.Timing.class, "/done/timing")
          .index("goal")
          .index("owner")
          .foundBy(Forms.INSTRUCTION, "goal", "number")
          .filter("goal", "goal", GOAL_ZH, GOAL_EN)
          .filter("region", "owner", "责任地区", "Region that answers for it")
          .filter("indicator", "indicator", "所服务的指标", "Indicator that it serves")
          .filter("done", "done", "是否已完成", "Whether it is done")
          .filter("timing", "timing", "是否按期", "Whether it was done by its day")
          .brief(GOAL_ZH, GOAL_EN, "/goal")
          .brief("序号", "Number", "/number")
          .brief("任务", "Task (zh)", "/title/zh")
          .shown("英文名称", "Task", "/title/en")
          .brief("责任地区", "Owner", "/owner")
          .brief("期限", "Due", "/due")
          .brief("完成日期", "Day Done", "/done/day")
          .brief("是否按期", "Timeliness", "/done/timing")
          .shown("目标决定之日", "Day of the Decision", "/from")
          .shown("预算（分）", "Budget (fen)", "/budget")
          .shown("指标", "Indicator", "/indicator")
          .shown("报告时间", "Date Reported", "/done/at")
          .shown("报告方", "Reported By", "/done/by")
          .shown("证明材料摘要", "Digest of the Evidence", "/done/evidence")
          .done();

  /** Targets in force, by region or project and year, with the sums of those below. */
  public static final View TARGETS =
      View.of(RegionTargets.TYPE, "region-target", "生效目标", "Targets in force")
          .at("region-targets")
          .namedBy("place", "year", "kind")
          .followed()
          .text("region", RegionCode.class, "/region")
          .text("project", InstructionId.class, "/project")
          .number("year", "/year")
          .flag("practice", "/practice")
          .each("goals", InstructionId.class, "/targets", "goal")
          .index("region", "year")
          .index("project")
          .filter("region", "region", "地区", "Region, or that of the project")
          .filter("project", "project", "项目编号", "Project")
          .filter("year", "year", "年度", "Calendar year")
          .filter("practice", "practice", "是否仅供练习", "Whether they are for practice only")
          .filter("goal", "goals", "设定目标的目标编号", "Goal that set a target")
          .brief("地区", "Region", "/region")
          .brief("项目", "Project", "/project")
          .brief("年度", "Year", "/year")
          .brief("指标", "Indicators", "/targets/*/indicator")
          .brief("目标值", "Targets", "/targets/*/value")
          .shown("设定的目标", "Set by Goals", "/targets/*/goal")
          .shown("生效日期", "In Force Since", "/targets/*/since")
          .shown("下级目标之和", "Sums of Targets Below", "/targets/*/below")
          .shown("下级目标个数", "Targets in the Sums", "/targets/*/parts")
          .shown("下级地区", "Regions Below", "/children")
          .shown("仅供练习", "Training", "/practice")
          .done();

  static final List<View> ALL = List.of(GOALS, VOTES, COMMENTS, TASKS, TARGETS);

  private GoalViews() {}
}
