// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * How a goal's targets stand in the chain (china-rules E5): of an open goal as they would if it
 * were adopted now and all regions were for it that can be, otherwise as they do. A region that has
 * voted otherwise, or had not voted by the last day, would not be bound.
 *
 * @param links one a target of the goal, in its order
 * @param obstacle why an open goal could not be adopted now; nothing is known of its links then
 */
public record GoalChain(List<Link> links, Optional<Obstacle> obstacle) {

  /**
   * A target and what is above and below it.
   *
   * @param addsUp whether values of regions add up to that of the region above
   * @param below what the nearest targets below come to together
   * @param holds whether the target is in force by this goal, or would be; there is no parent and
   *     nothing below where it is not
   * @param parent the nearest target above
   * @param parts how many targets are in {@code below}
   * @param target the goal's
   */
  public record Link(
      boolean addsUp,
      Decimal below,
      boolean holds,
      Optional<Parent> parent,
      int parts,
      GoalTarget target) {}

  /**
   * A target above another.
   *
   * @param goal the goal that set it
   * @param region whose it is
   * @param value in the indicator's unit
   */
  public record Parent(InstructionId goal, RegionCode region, Decimal value) {}

  public GoalChain {
    links = List.copyOf(links);
  }

  /** The keys of all that {@link #of} reads. */
  public static List<Key<?>> keys(Goal goal) {
    List<Key<?>> keys = new ArrayList<>(TargetChain.keys(goal.targets(), goal.practice()));
    goal.revises().ifPresent(id -> keys.add(Goal.key(id)));
    goal.criteria().ifPresent(version -> keys.add(Criteria.key(version)));
    goal.assessment().ifPresent(id -> keys.add(Assessment.key(id)));
    keys.addAll(Ballot.keys(goal));
    return List.copyOf(keys);
  }

  /**
   * The chain of a goal.
   *
   * @param records what {@link #keys} names
   * @param today the day in Beijing
   */
  public static GoalChain of(Records records, Goal goal, LocalDate today) {
    boolean isOpen = goal.state() == GoalState.OPEN;
    List<GoalTarget> bound = isOpen ? bound(records, goal, today) : List.of();
    TargetChain chain =
        TargetChain.with(records, goal.id(), goal.revises(), bound, goal.practice(), today);
    Optional<Obstacle> obstacle =
        isOpen ? Obstacle.of(records, goal, bound, chain, today) : Optional.empty();
    Optional<Criteria> criteria =
        goal.criteria().flatMap(version -> records.find(Criteria.key(version)));
    return new GoalChain(
        goal.targets().stream()
            .map(each -> link(chain, goal, each, criteria, obstacle.isPresent()))
            .toList(),
        obstacle);
  }

  /** The targets of regions that are for it, or can be still. */
  private static List<GoalTarget> bound(Records records, Goal goal, LocalDate today) {
    Ballot ballot = Ballot.of(records, goal);
    return goal.targets().stream()
        .filter(each -> ballot.canBeFor(goal, each.region().province(), today))
        .toList();
  }

  private static Link link(
      TargetChain chain,
      Goal goal,
      GoalTarget target,
      Optional<Criteria> criteria,
      boolean isBlocked) {
    boolean addsUp =
        criteria
            .flatMap(each -> each.find(target.indicator()))
            .filter(TargetChain::addsUp)
            .isPresent();
    Optional<RegionTargets.Target> here =
        isBlocked
            ? Optional.empty()
            : chain.here(target).filter(each -> each.goal().equals(Optional.of(goal.id())));
    return new Link(
        addsUp,
        here.map(RegionTargets.Target::below).orElseGet(() -> Decimal.of("0")),
        here.isPresent(),
        here.flatMap(each -> chain.parent(target)),
        here.map(RegionTargets.Target::parts).orElse(0),
        target);
  }
}
