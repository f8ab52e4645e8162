// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import static org.grasslandcarbon.network.conformance.coordination.Goals.TRAINED;

import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;

/** How regions come to goals, and what becomes of them. */
final class GoalCases {
  private GoalCases() {}

  static List<Case> all() {
    return List.of(
        new Case("E05_target_chain", GoalCases::chain),
        new Case("E06_tasks", GoalCases::tasks),
        new Case("E07_joint_goal", GoalCases::jointGoal),
        new Case("E17_common_decision", GoalCases::decision));
  }

  /** Of 1,000 one county takes on 400: 600 are missing. Another takes on these: none are. */
  private static void chain(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    RegionCode league = ledger.league(5);
    InstructionId first =
        goals.set(
            goals.target(league, TRAINED, "1000"),
            goals.target(ledger.county(5, 1), TRAINED, "400"));
    JsonNode before = target(ledger, league);
    InstructionId second = goals.set(goals.target(ledger.county(5, 2), TRAINED, "600"));
    JsonNode after = target(ledger, league);
    seen.changes(
        "sum of the targets below",
        Pair.of("400", before.path("below").asString()),
        Pair.of("1000", after.path("below").asString()));
    seen.changes(
        "targets below",
        Pair.of(1, before.path("parts").asInt()),
        Pair.of(2, after.path("parts").asInt()));
    seen.changes(
        "breaches",
        Pair.of("CHILDREN_BELOW_PARENT 400 of 1000", breaches(ledger, first)),
        Pair.of("none", breaches(ledger, second)));
  }

  private static JsonNode target(CaseLedger ledger, RegionCode region) {
    return ledger.show(GoalViews.TARGETS, region, ledger.year()).at("/targets/0");
  }

  private static String breaches(CaseLedger ledger, InstructionId goal) {
    return ledger
        .show(GoalViews.GOALS, goal)
        .path("breaches")
        .valueStream()
        .map(
            each ->
                each.path("kind").asString()
                    + " "
                    + each.path("children").asString()
                    + " of "
                    + each.path("parent").asString())
        .reduce((one, other) -> one + ", " + other)
        .orElse("none");
  }

  /** Of two tasks none is done, then one: 0 and 50 %. */
  private static void tasks(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    InstructionId goal = goals.tasks(ledger.county(6, 1), ledger.county(6, 2));
    goals.vote(ledger.office(), ledger.province(), goal, GoalVote.Choice.YES);
    goals.decide(goal);
    long before = donePercent(ledger, goal);
    ledger.does(
        ledger.office(),
        new ReportIndicators(
            Optional.empty(),
            ledger.county(6, 1),
            Optional.of(
                List.of(
                    new ReportIndicators.DoneTask(
                        ledger.today(), CaseLedger.document("course"), goal, 1))),
            Optional.empty(),
            ledger.year()));
    seen.changes(
        "tasks done on time, %", Pair.of(0, before), Pair.of(50, donePercent(ledger, goal)));
  }

  private static long donePercent(CaseLedger ledger, InstructionId goal) {
    List<JsonNode> tasks = ledger.list(GoalViews.TASKS, Map.of("goal", goal.value()));
    long done = tasks.stream().filter(each -> isOnTime(ledger, goal, each)).count();
    return 100 * done / tasks.size();
  }

  private static boolean isOnTime(CaseLedger ledger, InstructionId goal, JsonNode listed) {
    JsonNode task =
        ledger.show(GoalViews.TASKS, goal, "%04d".formatted(listed.path("number").asInt()));
    String day = task.at("/done/day").asString("");
    return !day.isEmpty() && day.compareTo(task.path("due").asString()) <= 0;
  }

  /** One for and one against is no majority; one for and one that abstains is. */
  private static void jointGoal(CaseLedger ledger, Findings seen) {
    JsonNode before = decided(ledger, GoalVote.Choice.NO, seen);
    JsonNode after = decided(ledger, GoalVote.Choice.ABSTAIN, seen);
    seen.changes(
        "outcome",
        Pair.of("REJECTED", before.path("state").asString()),
        Pair.of("ADOPTED", after.path("state").asString()));
    seen.changes(
        "regions that dissent",
        Pair.of(1, before.at("/decision/no").size()),
        Pair.of(0, after.at("/decision/no").size()));
  }

  private static JsonNode decided(CaseLedger ledger, GoalVote.Choice others, Findings seen) {
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
    return ledger.show(GoalViews.GOALS, goal);
  }

  /** One of two provinces has voted, then both: 50 and 100 %; the public is heard by an office. */
  private static void decision(CaseLedger ledger, Findings seen) {
    Goals goals = new Goals(ledger);
    InstructionId goal = goals.tasks(ledger.league(17), ledger.across(17));
    int comments = ledger.listUnder(GoalViews.COMMENTS, goal).size();
    goals.vote(ledger.office(), ledger.province(), goal, GoalVote.Choice.YES);
    long before = participation(ledger, goal);
    ledger.does(
        ledger.neighbour(),
        new CommentOnGoal(Optional.empty(), goal, CaseLedger.document("comment")));
    ledger.does(
        ledger.neighbour(),
        new CommentOnGoal(
            Optional.of(GoalComment.Behalf.PUBLIC), goal, CaseLedger.document("letter")));
    goals.vote(ledger.neighbour(), ledger.neighbourhood(), goal, GoalVote.Choice.YES);
    seen.changes(
        "participation, %", Pair.of(50, before), Pair.of(100, participation(ledger, goal)));
    seen.changes(
        "comments",
        Pair.of(0, comments),
        Pair.of(2, ledger.listUnder(GoalViews.COMMENTS, goal).size()));
    goals.decide(goal);
    seen.is("outcome", "ADOPTED", ledger.show(GoalViews.GOALS, goal).path("state").asString());
  }

  private static long participation(CaseLedger ledger, InstructionId goal) {
    int voters = ledger.show(GoalViews.GOALS, goal).path("voters").size();
    return 100L * ledger.listUnder(GoalViews.VOTES, goal).size() / voters;
  }
}
