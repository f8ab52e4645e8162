// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * Has a goal decided (LEDGER section 7; china-rules E4, E5, E7, E17), by whoever proposed it, the
 * office of a province that votes on it, or the authority: after its last day, or when no vote to
 * come could change what follows. Nobody chooses the outcome; it follows from the votes. What is
 * adopted comes into force with it, for the regions that voted for it.
 *
 * @param goal the goal
 */
public record DecideGoal(@Means(en = "Goal", zh = "目标编号") InstructionId goal) implements Action {

  /** The action. */
  public static final ActionType<DecideGoal> TYPE =
      ActionType.of(
          "decideGoal",
          "按表决结果决定目标",
          "Has a goal decided by its votes",
          new DecideGoal(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_GOAL,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.CONSULTATION_NOT_OVER);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Goal.key(goal));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Goal.key(goal))
        .ifPresent(
            found -> {
              keys.add(OpenGoals.key(found.by()));
              keys.addAll(Ballot.keys(found));
              keys.addAll(TargetChain.keys(found.targets(), found.practice()));
              found.criteria().ifPresent(version -> keys.add(Criteria.key(version)));
              found.assessment().ifPresent(id -> keys.add(Assessment.key(id)));
              found.revises().ifPresent(id -> keys.add(Goal.key(id)));
            });
    return keys;
  }

  /** Where the revised goal's targets stand, to see whether any is left. */
  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Goal.key(goal))
        .flatMap(Goal::revises)
        .flatMap(id -> records.find(Goal.key(id)))
        .map(DecideGoal::places)
        .orElse(List.of());
  }

  private static List<Key<?>> places(Goal goal) {
    return goal.targets().stream()
        .<Key<?>>map(each -> each.place(goal.practice()).key())
        .distinct()
        .toList();
  }

  @Override
  public void apply(Act act) {
    Goal found = act.must(Goal.key(goal), ErrorCode.UNKNOWN_GOAL);
    act.require(
        act.actor().is(Role.AUTHORITY)
            || act.actor().id().equals(found.by())
            || act.actor().is(Role.OFFICE) && found.voters().contains(act.actor().region()),
        ErrorCode.NOT_ALLOWED,
        zh("由提出方 %s、表决地区的主管部门或国家主管部门提请")
            .en(
                "its proposer, %s, the office of a region that votes, or the authority asks for it",
                found.by()));
    act.require(
        found.state() == GoalState.OPEN,
        ErrorCode.WRONG_STATE,
        zh("目标状态为 %s").en("the goal is %s", found.state()));
    Ballot ballot = Ballot.of(act, found);
    act.require(
        ballot.decides(found, act.today()),
        ErrorCode.CONSULTATION_NOT_OVER,
        zh("末日为北京时间 %s；%s")
            .en("its last day is %s, Beijing time; %s", found.lastDay(), ballot.inWords()));

    if (OpenGoals.counts(found.kind())) {
      act.write(OpenGoals.of(act, found.by()).decided());
    }
    if (ballot.outcome() == GoalState.ADOPTED) {
      adopt(act, found, ballot);
    } else {
      act.write(
          found.decided(
              ballot.outcome(), decision(act, ballot), found.targets(), found.breaches()));
      if (found.kind() == GoalKind.APPEAL && ballot.outcome() == GoalState.LAPSED) {
        act.write(assessment(act, found).orElseThrow().notAppealed());
      }
    }
    act.refer("goal", goal);
  }

  private static Goal.Decision decision(Act act, Ballot ballot) {
    return new Goal.Decision(
        ballot.abstained(),
        act.time(),
        act.actor().id(),
        ballot.no(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        ballot.yes());
  }

  private static Optional<Assessment> assessment(Act act, Goal found) {
    return found.assessment().map(id -> act.must(Assessment.key(id), ErrorCode.UNKNOWN_ASSESSMENT));
  }

  /**
   * Brings it into force for those that are for it, unless by now something stands in its way. A
   * target or task of a region that did not vote for it is listed and does not hold.
   */
  private static void adopt(Act act, Goal found, Ballot ballot) {
    Optional<Goal> revised =
        found.revises().map(id -> act.must(Goal.key(id), ErrorCode.UNKNOWN_GOAL));
    Optional<Assessment> assessment = assessment(act, found);
    List<GoalTarget> bound =
        found.targets().stream()
            .filter(each -> ballot.yes().contains(each.region().province()))
            .toList();
    TargetChain chain =
        TargetChain.with(act, found.id(), found.revises(), bound, found.practice(), act.today());
    Optional<Obstacle> obstacle = Obstacle.of(act, found, bound, chain, act.today());
    if (obstacle.isPresent()) {
      act.write(
          found.decided(
              GoalState.OVERTAKEN,
              decision(act, ballot).overtakenBy(obstacle.get()),
              found.targets(),
              found.breaches()));
      return;
    }
    chain.changed().forEach(act::write);
    List<GoalTarget> links = chain.links(found.targets());
    List<RegionCode> unbound =
        found.bound().stream().filter(each -> !ballot.yes().contains(each)).toList();
    Goal.Decision decision = decision(act, ballot).without(unbound);
    if (found.kind() == GoalKind.REVISION) {
      decision = decision.ofProposals(assessment.orElseThrow(), bound);
    }
    act.write(
        found.decided(GoalState.ADOPTED, decision, links, breaches(act, found, bound, chain)));
    for (int i = 0; i < found.tasks().size(); i++) {
      if (ballot.yes().contains(found.tasks().get(i).owner().province())) {
        act.write(found.tasks().get(i).of(found, i + 1, act.today()));
      }
    }
    if (found.kind() == GoalKind.APPEAL) {
      act.write(assessment.orElseThrow().upheld());
    }
    revised
        .filter(each -> each.targets().stream().noneMatch(link -> isInForce(act, each, link)))
        .ifPresent(each -> act.write(each.superseded()));
  }

  private static List<Breach> breaches(
      Act act, Goal found, List<GoalTarget> bound, TargetChain chain) {
    return found
        .criteria()
        .map(version -> act.must(Criteria.key(version), ErrorCode.NO_CRITERIA))
        .map(criteria -> chain.breaches(bound, criteria))
        .orElse(List.of());
  }

  private static boolean isInForce(Act act, Goal of, GoalTarget link) {
    return act.find(link.place(of.practice()).key())
        .filter(where -> where.hasOf(of.id()))
        .isPresent();
  }
}
