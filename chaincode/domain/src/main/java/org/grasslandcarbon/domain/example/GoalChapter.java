// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.CommentOnGoal;
import org.grasslandcarbon.domain.coordination.DecideGoal;
import org.grasslandcarbon.domain.coordination.ExampleCriteria;
import org.grasslandcarbon.domain.coordination.GoalComment;
import org.grasslandcarbon.domain.coordination.GoalKind;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.Milestone;
import org.grasslandcarbon.domain.coordination.PlanStatement;
import org.grasslandcarbon.domain.coordination.PlannedTask;
import org.grasslandcarbon.domain.coordination.ProposeGoal;
import org.grasslandcarbon.domain.coordination.ProposedGoalTarget;
import org.grasslandcarbon.domain.coordination.VoteOnGoal;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * An office proposes targets for its province and what lies in it, the public and others comment,
 * the province votes, and the goal is decided by its votes; later it is revised on a report.
 */
public final class GoalChapter {
  /** Longer than any consultation of working days that criteria ask for. */
  private static final int CONSULTATION_DAYS = 200;

  private final Stage stage;
  private final RegionCode region;
  private final LocalDate today;

  /**
   * @param region in the office's province
   * @param today the day in Beijing on which it is played
   */
  public GoalChapter(Stage stage, RegionCode region, LocalDate today) {
    this.stage = stage;
    this.region = region;
    this.today = today;
  }

  /** The year for which targets are set. */
  public int year() {
    return today.getYear() + 1;
  }

  /**
   * The office proposes targets that do not add up, and a task.
   *
   * @return the goal
   */
  public InstructionId propose() {
    return stage
        .does(
            Part.OFFICE,
            "主管部门提出 " + year() + " 年的目标，并向有关地区征求意见",
            "The office proposes targets of " + year() + " to the regions concerned",
            targets(GoalKind.TARGETS, Optional.empty(), Optional.empty(), "1000", "600"))
        .id();
  }

  /**
   * The office proposes a road map.
   *
   * @return the goal
   */
  public InstructionId proposeRoadMap() {
    return stage.does(Part.OFFICE, "主管部门提出路线图", "The office proposes a road map", roadMap()).id();
  }

  /**
   * The same where the calendar may not be published by which a consultation is counted.
   *
   * @return the goal, if it was proposed
   */
  public Optional<InstructionId> tryRoadMap() {
    return stage
        .tries(
            Part.OFFICE,
            "主管部门提出路线图（已公布工作日历时）",
            "The office proposes a road map, where the calendar is published",
            roadMap(),
            ErrorCode.NO_CALENDAR)
        .map(Stage.Played::id);
  }

  private ProposeGoal roadMap() {
    return new ProposeGoal(
        Optional.empty(),
        Setting.document("road map"),
        GoalKind.ROADMAP,
        lastDay(),
        Optional.of(
            List.of(
                new Milestone(
                    lastDay().plusYears(2), Name.of("完成本底调查", "The baseline survey is complete")))),
        Optional.empty(),
        Optional.of(
            List.of(
                new PlanStatement(
                    Optional.of(Setting.document("plan of the province")),
                    PlanStatement.Explicitness.EXPLICIT,
                    region.province()))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Name.of("练习路线图", "Road map for practice"));
  }

  /**
   * The office proposes to revise a goal on a report.
   *
   * @return the goal
   */
  public InstructionId revise(InstructionId goal, InstructionId assessment) {
    return stage
        .does(
            Part.OFFICE,
            "主管部门依据评估报告提出修订目标",
            "The office proposes to revise the goal on the assessor's report",
            targets(GoalKind.REVISION, Optional.of(assessment), Optional.of(goal), "1000", "1000"))
        .id();
  }

  /** What is in force is changed by a revision only. */
  public void refuseToSetAnew() {
    stage.refused(
        Part.OFFICE,
        "生效目标只能通过修订更改",
        "A target in force is changed by a revision only",
        targets(GoalKind.TARGETS, Optional.empty(), Optional.empty(), "900", "900"),
        ErrorCode.TARGET_IN_FORCE);
  }

  private LocalDate lastDay() {
    return today.plusDays(CONSULTATION_DAYS);
  }

  private ProposeGoal targets(
      GoalKind kind,
      Optional<InstructionId> assessment,
      Optional<InstructionId> revises,
      String ofProvince,
      String ofRegion) {
    return new ProposeGoal(
        assessment,
        Setting.document("goal of " + year()),
        kind,
        lastDay(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        revises,
        Optional.of(List.of(target(region.province(), ofProvince), target(region, ofRegion))),
        Optional.of(
            List.of(
                new PlannedTask(
                    Optional.empty(),
                    lastDay().plusDays(CONSULTATION_DAYS),
                    Optional.of(ExampleCriteria.TRAINED_PERSONS),
                    region,
                    Name.of("培训监测人员", "Train those who monitor")))),
        Name.of("练习目标", "Goal for practice"));
  }

  private ProposedGoalTarget target(RegionCode place, String value) {
    return new ProposedGoalTarget(
        ExampleCriteria.TRAINED_PERSONS,
        Optional.empty(),
        Optional.of(place),
        Decimal.of(value),
        year());
  }

  /** Somebody comments, and the office passes on what the public says. */
  public void comment(Part part, InstructionId goal) {
    stage.does(
        part,
        part.zh() + "对目标提出意见",
        "The " + part.en() + " comments on the goal",
        new CommentOnGoal(Optional.empty(), goal, Setting.document("comment on a goal")));
    stage.does(
        Part.OFFICE,
        "主管部门转交公众的意见",
        "The office passes on what the public says",
        new CommentOnGoal(
            Optional.of(GoalComment.Behalf.PUBLIC), goal, Setting.document("letter on a goal")));
  }

  /** The province votes by its office. */
  public void vote(InstructionId goal, GoalVote.Choice choice) {
    stage.does(
        Part.OFFICE,
        "主管部门代表本省（区）表决：" + choice,
        "The office votes for its province: " + choice,
        vote(goal, choice, region.province()));
  }

  private static VoteOnGoal vote(InstructionId goal, GoalVote.Choice choice, RegionCode voter) {
    return new VoteOnGoal(choice, goal, Optional.of(Setting.document("reason of a vote")), voter);
  }

  /** A region votes once. */
  public void refuseToVoteAgain(InstructionId goal) {
    stage.refused(
        Part.OFFICE,
        "一个地区只表决一次",
        "A region votes once",
        vote(goal, GoalVote.Choice.NO, region.province()),
        ErrorCode.ALREADY_VOTED);
  }

  /** Nothing is decided while votes can change it. */
  public void refuseToDecide(InstructionId goal) {
    stage.refused(
        Part.OFFICE,
        "表决结果未定之前不得决定",
        "Nothing is decided while votes can change it",
        new DecideGoal(goal),
        ErrorCode.CONSULTATION_NOT_OVER);
  }

  /** The goal is decided by its votes. */
  public void decide(InstructionId goal) {
    stage.does(Part.OFFICE, "按表决结果决定目标", "The goal is decided by its votes", new DecideGoal(goal));
  }
}
