// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.domain.coordination.AssessGap;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.AssignMandate;
import org.grasslandcarbon.domain.coordination.DecideGoal;
import org.grasslandcarbon.domain.coordination.GoalKind;
import org.grasslandcarbon.domain.coordination.GoalPartner;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.Milestone;
import org.grasslandcarbon.domain.coordination.PlanStatement;
import org.grasslandcarbon.domain.coordination.PlannedTask;
import org.grasslandcarbon.domain.coordination.ProposeGoal;
import org.grasslandcarbon.domain.coordination.ProposedGoalTarget;
import org.grasslandcarbon.domain.coordination.ReportIndicators;
import org.grasslandcarbon.domain.coordination.VoteOnGoal;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;

/** How cases come to goals in force, reports and assessments. */
final class Goals {
  static final IndicatorId TRAINED = new IndicatorId("TRAINED_PERSONS");
  static final IndicatorId JOBS = new IndicatorId("JOBS");
  static final IndicatorId OVERLOAD = new IndicatorId("OVERLOAD_PERCENT");

  /** More than any consultation of working days that criteria ask for. */
  private static final int CONSULTATION_DAYS = 60;

  private final CaseLedger ledger;

  Goals(CaseLedger ledger) {
    this.ledger = ledger;
  }

  private LocalDate lastDay() {
    return ledger.today().plusDays(CONSULTATION_DAYS);
  }

  /** A target of this year. */
  ProposedGoalTarget target(RegionCode region, IndicatorId indicator, String value) {
    return target(region, indicator, value, ledger.year());
  }

  static ProposedGoalTarget target(
      RegionCode region, IndicatorId indicator, String value, int year) {
    return new ProposedGoalTarget(
        indicator, Optional.empty(), Optional.of(region), Decimal.of(value), year);
  }

  /** Targets come into force. */
  InstructionId set(ProposedGoalTarget... targets) {
    return adopted(
        proposal(
            GoalKind.TARGETS, Optional.empty(), Optional.empty(), Optional.of(List.of(targets))));
  }

  /** A goal is revised on a report. */
  InstructionId revise(
      InstructionId goal, InstructionId assessment, ProposedGoalTarget... targets) {
    return adopted(
        proposal(
            GoalKind.REVISION,
            Optional.of(assessment),
            Optional.of(goal),
            Optional.of(List.of(targets))));
  }

  private ProposeGoal proposal(
      GoalKind kind,
      Optional<InstructionId> assessment,
      Optional<InstructionId> revises,
      Optional<List<ProposedGoalTarget>> targets) {
    return new ProposeGoal(
        assessment,
        CaseLedger.document("goal"),
        kind,
        lastDay(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        revises,
        targets,
        Optional.empty(),
        Name.of("练习目标", "Goal for practice"));
  }

  /**
   * A road map with what the plans of regions say and a task for each: plans alone would make
   * nobody a voter.
   */
  InstructionId roadMap(RegionCode... regions) {
    List<PlanStatement> plans =
        List.of(regions).stream()
            .map(
                each ->
                    new PlanStatement(
                        Optional.of(CaseLedger.document("plan")),
                        PlanStatement.Explicitness.EXPLICIT,
                        each))
            .toList();
    return propose(
        new ProposeGoal(
            Optional.empty(),
            CaseLedger.document("road map"),
            GoalKind.ROADMAP,
            lastDay(),
            Optional.of(
                List.of(
                    new Milestone(lastDay().plusDays(1), Name.of("本底调查", "The baseline survey")))),
            Optional.empty(),
            Optional.of(plans),
            Optional.empty(),
            Optional.empty(),
            Optional.of(planned(regions)),
            Name.of("练习路线图", "Road map for practice")));
  }

  private List<PlannedTask> planned(RegionCode... owners) {
    return List.of(owners).stream()
        .map(
            each ->
                new PlannedTask(
                    Optional.empty(),
                    lastDay().plusDays(1),
                    Optional.of(TRAINED),
                    each,
                    Name.of("培训 " + each, "Train those of " + each)))
        .toList();
  }

  /** A decision on tasks, one for each owner. */
  InstructionId tasks(RegionCode... owners) {
    return propose(
        new ProposeGoal(
            Optional.empty(),
            CaseLedger.document("decision"),
            GoalKind.SHARED_DECISION,
            lastDay(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(planned(owners)),
            Name.of("练习共同决定", "Decision for practice")));
  }

  /** A partnership is agreed on. */
  InstructionId partnership(GoalPartner... partners) {
    return adopted(
        new ProposeGoal(
            Optional.empty(),
            CaseLedger.document("partnership"),
            GoalKind.PARTNERSHIP,
            lastDay(),
            Optional.empty(),
            Optional.of(List.of(partners)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Name.of("练习合作", "Partnership for practice")));
  }

  private InstructionId propose(ProposeGoal proposal) {
    return ledger.does(ledger.office(), proposal).id();
  }

  private InstructionId adopted(ProposeGoal proposal) {
    InstructionId goal = propose(proposal);
    vote(ledger.office(), ledger.province(), goal, GoalVote.Choice.YES);
    decide(goal);
    return goal;
  }

  /** An office votes for its province. */
  void vote(InstructionSigner who, RegionCode voter, InstructionId goal, GoalVote.Choice choice) {
    ledger.does(
        who,
        new VoteOnGoal(choice, goal, Optional.of(CaseLedger.document("reason of a vote")), voter));
  }

  /** The outcome is computed. */
  void decide(InstructionId goal) {
    ledger.does(ledger.office(), new DecideGoal(goal));
  }

  /** The office reports what a region has reached this year. */
  void report(RegionCode region, IndicatorId indicator, String value) {
    report(region, indicator, value, ledger.year());
  }

  void report(RegionCode region, IndicatorId indicator, String value, int year) {
    ledger.does(
        ledger.office(),
        new ReportIndicators(
            Optional.empty(),
            region,
            Optional.empty(),
            Optional.of(
                List.of(
                    new ReportIndicators.Value(
                        CaseLedger.document("evidence"), indicator, Decimal.of(value)))),
            year));
  }

  /** The assignment of somebody to assess a region's last year. */
  AssignMandate assignment(InstructionSigner assessor, RegionCode region) {
    int year = ledger.year() - 1;
    return new AssignMandate(
        Optional.empty(),
        CaseLedger.document("decision on the assessor"),
        LocalDate.of(year, 1, 1),
        MandateFunction.ASSESSMENT,
        Optional.of(assessor.participant()),
        0,
        region,
        Optional.of(LocalDate.of(year, 12, 31)));
  }

  /** The assessment of a region's last year. */
  InstructionId assess(RegionCode region, Assessment.ProposedTarget... proposals) {
    ledger.does(ledger.authority(), assignment(ledger.assessor(), region));
    return ledger
        .does(
            ledger.assessor(),
            new AssessGap(
                List.of(
                    new Assessment.RankedAction(TRAINED, Name.of("增办培训班", "Hold more courses"))),
                CaseLedger.document("findings"),
                List.of(proposals),
                region,
                CaseLedger.document("report of the assessor"),
                ledger.year() - 1))
        .id();
  }
}
