// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import static org.grasslandcarbon.network.conformance.coordination.Goals.TRAINED;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.CommentOnGoal;
import org.grasslandcarbon.domain.coordination.DecideGoal;
import org.grasslandcarbon.domain.coordination.GoalComment;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.ReportIndicators;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.network.conformance.coordination.Findings.Pair;
import org.grasslandcarbon.views.GoalViews;

/** How regions come to goals, and what becomes of them. */
final class GoalCases {
  private static final String ON_TIME = "tasksOnTimePercent";

  private GoalCases() {}

  static List<Case> all() {
    return List.of(
        new Case("E05_target_chain", GoalCases::chain),
        new Case("E06_tasks", GoalCases::tasks),
        new Case("E07_joint_goal", GoalCases::jointGoal),
        new Case("E17_common_decision", GoalCases::decision));
  }

  /**
   * Of 1,000 one county takes on 400, which is 40 %: 600 are missing. Another takes on these: all
   * 1,000 are, 100 %. What was missing stays listed with the first goal.
   */
  private static void chain(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode league = ledger.league(5);
    RegionCode rest = ledger.county(5, 2);
    InstructionId first =
        goals.set(
            goals.target(league, TRAINED, "1000"),
            goals.target(ledger.county(5, 1), TRAINED, "400"));
    ReadModels.Tree before = ledger.reads().goalTree(first);
    InstructionId second = goals.set(goals.target(rest, TRAINED, "600"));
    ReadModels.Tree after = ledger.reads().goalTree(first);
    seen.changes(
        "sum of the targets below",
        Pair.of("400", before.target(league, TRAINED, "below")),
        Pair.of("1000", after.target(league, TRAINED, "below")));
    seen.changes(
        "coverage, %",
        Pair.of("40", before.target(league, TRAINED, "coveragePercent")),
        Pair.of("100", after.target(league, TRAINED, "coveragePercent")));
    seen.is(
        "share of the first county, %",
        "40", after.target(ledger.county(5, 1), TRAINED, "shareOfParentPercent"));
    ReadModels.Tree added = ledger.reads().goalTree(second);
    seen.is(
        "share of the second county, %", "60", added.target(rest, TRAINED, "shareOfParentPercent"));
    seen.changes(
        "breaches when it was decided",
        Pair.of("CHILDREN_BELOW_PARENT 400 of 1000", before.breach(league, TRAINED)),
        Pair.of(Card.NONE, added.breach(rest, TRAINED)));
  }

  /**
   * Of two tasks, which are due in the future, none is done: nothing is due, 0 of 0. One is done
   * before its day: of those that are done or due it is all, 100 %, and the other county's part is
   * as before.
   */
  private static void tasks(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode one = ledger.county(6, 1);
    RegionCode other = ledger.county(6, 2);
    InstructionId goal = goals.tasks(one, other);
    String open = ledger.reads().goalTree(goal).number(ON_TIME);
    goals.vote(ledger.office(), ledger.province(), goal, GoalVote.Choice.YES);
    goals.decide(goal);
    ReadModels.Tree before = ledger.reads().goalTree(goal);
    ledger.does(
        ledger.office(),
        new ReportIndicators(
            Optional.empty(),
            one,
            Optional.of(
                List.of(
                    new ReportIndicators.DoneTask(
                        ledger.today(), CaseLedger.document("course"), goal, 1))),
            Optional.empty(),
            ledger.year()));
    ReadModels.Tree after = ledger.reads().goalTree(goal);
    seen.is("tasks done on time while the goal is open", "NOT_DECIDED", open);
    seen.is("tasks of the goal", "2", before.number("tasks"));
    seen.changes(
        "tasks done on time, %",
        Pair.of("NOTHING_DUE", before.number(ON_TIME)), Pair.of("100", after.number(ON_TIME)));
    seen.is("of the county that has one to do", "NOTHING_DUE", after.region(other).number(ON_TIME));
  }

  /**
   * One for and one against is no majority; one for and one that abstains is. Two thirds of two
   * voters are two, rounded up.
   */
  private static void jointGoal(CaseLedger ledger, Findings seen) {
    ReadModels.Tree before = decided(ledger, GoalVote.Choice.NO, seen);
    ReadModels.Tree after = decided(ledger, GoalVote.Choice.ABSTAIN, seen);
    seen.is("quorum of two", "2", after.number("quorum"));
    seen.changes("outcome", Pair.of("REJECTED", before.state()), Pair.of("ADOPTED", after.state()));
    seen.changes("regions that dissent", Pair.of(1, before.dissent()), Pair.of(0, after.dissent()));
    seen.changes(
        "votes that abstain",
        Pair.of("0", before.number("votesAbstaining")),
        Pair.of("1", after.number("votesAbstaining")));
  }

  private static ReadModels.Tree decided(CaseLedger ledger, GoalVote.Choice others, Findings seen) {
    Goals goals = new Goals(ledger);
    InstructionId goal = goals.roadMap(ledger.league(7), ledger.across(7));
    goals.vote(ledger.office(), ledger.province(), goal, GoalVote.Choice.YES);
    // One of two is less than two thirds, and the other's vote may still change the outcome.
    seen.is(
        "decided after one vote of two",
        ErrorCode.CONSULTATION_NOT_OVER,
        ledger.outcome(ledger.office(), new DecideGoal(goal)));
    goals.vote(ledger.neighbour(), ledger.neighbourhood(), goal, others);
    goals.decide(goal);
    return ledger.reads().goalTree(goal);
  }

  /** One of two provinces has voted, then both: 50 and 100 %; the public is heard by an office. */
  private static void decision(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    InstructionId goal = goals.tasks(ledger.league(17), ledger.across(17));
    int comments = ledger.listUnder(GoalViews.COMMENTS, goal).size();
    goals.vote(ledger.office(), ledger.province(), goal, GoalVote.Choice.YES);
    ReadModels.Tree before = ledger.reads().goalTree(goal);
    ledger.does(
        ledger.neighbour(),
        new CommentOnGoal(Optional.empty(), goal, CaseLedger.document("comment")));
    ledger.does(
        ledger.neighbour(),
        new CommentOnGoal(
            Optional.of(GoalComment.Behalf.PUBLIC), goal, CaseLedger.document("letter")));
    goals.vote(ledger.neighbour(), ledger.neighbourhood(), goal, GoalVote.Choice.YES);
    ReadModels.Tree after = ledger.reads().goalTree(goal);
    seen.changes(
        "participation, %",
        Pair.of("50", before.number("turnoutPercent")),
        Pair.of("100", after.number("turnoutPercent")));
    seen.changes(
        "the quorum is reached",
        Pair.of(false, before.goal().path("quorumReached").booleanValue(true)),
        Pair.of(true, after.goal().path("quorumReached").booleanValue(false)));
    seen.changes(
        "comments",
        Pair.of(0, comments),
        Pair.of(2, ledger.listUnder(GoalViews.COMMENTS, goal).size()));
    goals.decide(goal);
    ReadModels.Tree decided = ledger.reads().goalTree(goal);
    seen.changes("state", Pair.of("OPEN", after.state()), Pair.of("ADOPTED", decided.state()));
    seen.changes(
        "days to the decision",
        Pair.of("NOT_DECIDED", after.number("daysToDecide")),
        Pair.of("0", decided.number("daysToDecide")));
  }
}
