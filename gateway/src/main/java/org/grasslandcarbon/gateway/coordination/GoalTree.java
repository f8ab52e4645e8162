// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.coordination.Breach;
import org.grasslandcarbon.domain.coordination.Goal;
import org.grasslandcarbon.domain.coordination.GoalChain;
import org.grasslandcarbon.domain.coordination.GoalKind;
import org.grasslandcarbon.domain.coordination.GoalState;
import org.grasslandcarbon.domain.coordination.GoalTarget;
import org.grasslandcarbon.domain.coordination.GoalTask;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.Obstacle;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.GoalViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A goal with its targets in the chain, its tasks and its votes (china-rules E3, E5, E7): of a goal
 * that is open as it would be if it were adopted now, otherwise as things stand. Percentages have
 * two digits after the point, half up.
 */
@Component
public final class GoalTree {
  /** Goals that one line of revisions tells: more than a plan of five years is revised. */
  static final int VERSIONS_MOST = 50;

  private final Reader reader;
  private final Clock clock;

  GoalTree(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * A goal.
   *
   * @param breaches the targets that those below do not add up to, as of the proposal, and from the
   *     decision on as of the decision
   * @param dissent the regions that voted against it
   * @param goal the goal
   * @param kind what it is
   * @param lastDay the last day on which it takes votes
   * @param numbers of the goal, by name
   * @param obstacle why it could not be adopted as things stand, or what had overtaken it
   * @param quorumReached whether enough have voted for it not to lapse
   * @param regions one a region with targets, tasks or a vote, by code
   * @param state where it stands
   * @param targets one a target, in the goal's order
   * @param title zh and en
   * @param versions the goals that it revises, the first one first, itself, and those that revise
   *     it, the oldest first; the nearest {@value GoalTree#VERSIONS_MOST} of each
   */
  public record Tree(
      List<Breach> breaches,
      List<RegionCode> dissent,
      InstructionId goal,
      GoalKind kind,
      LocalDate lastDay,
      SortedMap<String, Sourced> numbers,
      Optional<Obstacle> obstacle,
      boolean quorumReached,
      List<Place> regions,
      GoalState state,
      List<Link> targets,
      Name title,
      List<Version> versions) {}

  /**
   * A target in the chain.
   *
   * @param breach what those below come to, where they do not add up to it
   * @param indicator of the criteria
   * @param numbers {@code target}, {@code parent}, {@code shareOfParentPercent}, {@code below},
   *     {@code coveragePercent}
   * @param parentRegion the region of the target above
   * @param project the project, where it is one's
   * @param region the region, or that of the project
   * @param year the calendar year
   */
  public record Link(
      Optional<Breach> breach,
      IndicatorId indicator,
      SortedMap<String, Sourced> numbers,
      Optional<RegionCode> parentRegion,
      Optional<InstructionId> project,
      RegionCode region,
      int year) {}

  /**
   * A region's part.
   *
   * @param numbers {@code targets}, {@code breaches}, {@code tasks}, {@code tasksOnTimePercent}
   * @param region the region
   * @param vote what it voted, if it has
   * @param voter whether it votes
   */
  public record Place(
      SortedMap<String, Sourced> numbers,
      RegionCode region,
      Optional<GoalVote.Choice> vote,
      boolean voter) {}

  /**
   * A goal in a line of revisions.
   *
   * @param at when it was proposed
   * @param decidedAt when it was decided
   * @param from its address below the API's root
   * @param goal the goal
   * @param state where it stands
   */
  public record Version(
      Instant at, Optional<Instant> decidedAt, String from, InstructionId goal, GoalState state) {}

  /** The goal as a tree; nothing where there is no such goal. */
  public Optional<Tree> tree(InstructionId id) {
    Key<Goal> key = Goal.key(id);
    return reader.records(List.of(key)).find(key).map(this::tree);
  }

  private Tree tree(Goal goal) {
    List<Key<?>> keys = new ArrayList<>(GoalChain.keys(goal));
    for (int number = 1; number <= goal.tasks().size(); number++) {
      keys.add(GoalTask.key(goal.id(), number));
    }
    Records records = reader.records(keys);
    LocalDate today = BeijingTime.day(Instant.now(clock));
    GoalChain chain = GoalChain.of(records, goal, today);
    List<GoalVote> votes =
        goal.voters().stream()
            .flatMap(each -> records.find(GoalVote.key(goal.id(), each)).stream())
            .toList();
    TaskCount tasks = new TaskCount(goal, records, today);
    return new Tree(
        goal.breaches(),
        votes.stream()
            .filter(each -> each.choice() == GoalVote.Choice.NO)
            .map(GoalVote::region)
            .toList(),
        goal.id(),
        goal.kind(),
        goal.lastDay(),
        numbers(goal, votes, tasks),
        goal.decision().flatMap(Goal.Decision::obstacle).or(chain::obstacle),
        votes.size() >= goal.votesNeeded(),
        places(goal, votes, tasks),
        goal.state(),
        chain.links().stream().map(each -> link(goal, each)).toList(),
        goal.title(),
        versions(goal));
  }

  static String address(InstructionId goal) {
    return "/goals/" + goal;
  }

  /** Days in Beijing from one moment to another. */
  static long days(Instant from, Instant to) {
    return ChronoUnit.DAYS.between(BeijingTime.day(from), BeijingTime.day(to));
  }

  private static SortedMap<String, Sourced> numbers(
      Goal goal, List<GoalVote> votes, TaskCount tasks) {
    List<String> self = List.of(address(goal.id()));
    List<String> cast = List.of(address(goal.id()), address(goal.id()) + "/votes");
    SortedMap<String, Sourced> numbers = new TreeMap<>();
    numbers.put("voters", Sourced.of(goal.voters().size(), self));
    numbers.put("quorum", Sourced.of(goal.votesNeeded(), self));
    numbers.put("votes", Sourced.of(votes.size(), cast));
    numbers.put(
        "turnoutPercent",
        Percent.of(
            BigDecimal.valueOf(votes.size()), BigDecimal.valueOf(goal.voters().size()), cast));
    numbers.put("votesFor", Sourced.of(count(votes, GoalVote.Choice.YES), cast));
    numbers.put("votesAgainst", Sourced.of(count(votes, GoalVote.Choice.NO), cast));
    numbers.put("votesAbstaining", Sourced.of(count(votes, GoalVote.Choice.ABSTAIN), cast));
    numbers.put("targets", Sourced.of(goal.targets().size(), self));
    numbers.put("breaches", Sourced.of(goal.breaches().size(), self));
    numbers.put("daysToDecide", daysToDecide(goal));
    numbers.put("proposalsAdoptedPercent", proposalsAdopted(goal));
    tasks.into(numbers);
    return numbers;
  }

  private static long count(List<GoalVote> votes, GoalVote.Choice choice) {
    return votes.stream().filter(each -> each.choice() == choice).count();
  }

  /** From the proposal to the decision. */
  static Sourced daysToDecide(Goal goal) {
    List<String> self = List.of(address(goal.id()));
    return goal.decision()
        .map(how -> Sourced.of(days(goal.at(), how.at()), self))
        .orElseGet(() -> Sourced.none(NoFigure.NOT_DECIDED, self));
  }

  /** How much of what the report proposed the revision has adopted. */
  static Sourced proposalsAdopted(Goal goal) {
    List<String> from = new ArrayList<>(List.of(address(goal.id())));
    goal.assessment().ifPresent(id -> from.add("/assessments/" + id));
    if (goal.kind() != GoalKind.REVISION) {
      return Sourced.none(NoFigure.NO_REPORT, from);
    }
    if (goal.decision().isEmpty()) {
      return Sourced.none(NoFigure.NOT_DECIDED, from);
    }
    Goal.Decision decision = goal.decision().get();
    if (decision.proposals().isEmpty()) {
      return Sourced.none(NoFigure.NOT_ADOPTED, from);
    }
    int proposals = decision.proposals().get();
    return proposals == 0
        ? Sourced.none(NoFigure.NO_PROPOSALS, from)
        : Percent.of(
            BigDecimal.valueOf(decision.proposalsAdopted().orElse(0)),
            BigDecimal.valueOf(proposals),
            from);
  }

  private static List<Place> places(Goal goal, List<GoalVote> votes, TaskCount tasks) {
    SortedSet<RegionCode> regions = new TreeSet<>(goal.voters());
    goal.targets().forEach(each -> regions.add(each.region()));
    goal.tasks().forEach(each -> regions.add(each.owner()));
    List<String> self = List.of(address(goal.id()));
    List<Place> places = new ArrayList<>();
    for (RegionCode region : regions) {
      SortedMap<String, Sourced> numbers = new TreeMap<>();
      numbers.put(
          "targets",
          Sourced.of(
              goal.targets().stream().filter(each -> each.region().equals(region)).count(), self));
      numbers.put(
          "breaches",
          Sourced.of(
              goal.breaches().stream().filter(each -> each.region().equals(region)).count(), self));
      tasks.of(region).into(numbers);
      places.add(
          new Place(
              numbers,
              region,
              votes.stream()
                  .filter(each -> each.region().equals(region))
                  .map(GoalVote::choice)
                  .findFirst(),
              goal.voters().contains(region)));
    }
    return places;
  }

  private static Link link(Goal goal, GoalChain.Link of) {
    GoalTarget target = of.target();
    String here =
        "/region-targets/"
            + target.project().map(InstructionId::value).orElse(target.region().value())
            + "/"
            + target.year()
            + "/"
            + (goal.practice() ? "practice" : "real");
    // What is only proposed stands in the goal and not yet in the region's record.
    boolean isInForce = of.holds() && goal.state() != GoalState.OPEN;
    List<String> self = isInForce ? List.of(address(goal.id()), here) : List.of(address(goal.id()));
    SortedMap<String, Sourced> numbers = new TreeMap<>();
    numbers.put("target", Sourced.of(Figure.of(target.value()), self));
    numbers.put("parent", parent(of, self));
    numbers.put("shareOfParentPercent", share(of, self));
    List<String> below = of.holds() ? List.of(address(goal.id()), here) : self;
    numbers.put("below", below(of, below));
    numbers.put("coveragePercent", coverage(of, below));
    return new Link(
        goal.breaches().stream()
            .filter(
                each ->
                    target.project().isEmpty()
                        && each.region().equals(target.region())
                        && each.indicator().equals(target.indicator())
                        && each.year() == target.year())
            .findFirst(),
        target.indicator(),
        numbers,
        of.holds() ? of.parent().map(GoalChain.Parent::region) : target.parent(),
        target.project(),
        target.region(),
        target.year());
  }

  private static Sourced parent(GoalChain.Link of, List<String> self) {
    if (!of.holds()) {
      return Sourced.none(NoFigure.NOT_IN_FORCE, self);
    }
    return of.parent()
        .map(above -> Sourced.of(Figure.of(above.value()), List.of(address(above.goal()))))
        .orElseGet(() -> Sourced.none(NoFigure.NO_PARENT, self));
  }

  private static Sourced share(GoalChain.Link of, List<String> self) {
    Optional<NoFigure> without = without(of);
    if (without.isPresent()) {
      return Sourced.none(without.get(), self);
    }
    if (of.parent().isEmpty()) {
      return Sourced.none(NoFigure.NO_PARENT, self);
    }
    GoalChain.Parent above = of.parent().get();
    List<String> from = new ArrayList<>(self);
    if (!from.contains(address(above.goal()))) {
      from.add(address(above.goal()));
    }
    return Percent.of(of.target().value().value(), above.value().value(), from);
  }

  private static Sourced below(GoalChain.Link of, List<String> from) {
    Optional<NoFigure> without = without(of);
    if (without.isPresent()) {
      return Sourced.none(without.get(), from);
    }
    return of.parts() == 0
        ? Sourced.none(NoFigure.NO_PARTS, from)
        : Sourced.of(Figure.of(of.below()), from);
  }

  private static Sourced coverage(GoalChain.Link of, List<String> from) {
    Optional<NoFigure> without = without(of);
    if (without.isPresent()) {
      return Sourced.none(without.get(), from);
    }
    return of.parts() == 0
        ? Sourced.none(NoFigure.NO_PARTS, from)
        : Percent.of(of.below().value(), of.target().value().value(), from);
  }

  private static Optional<NoFigure> without(GoalChain.Link of) {
    if (!of.holds()) {
      return Optional.of(NoFigure.NOT_IN_FORCE);
    }
    return of.addsUp() ? Optional.empty() : Optional.of(NoFigure.NOT_ADDED_UP);
  }

  private List<Version> versions(Goal goal) {
    List<Version> versions = new ArrayList<>();
    Optional<InstructionId> earlier = goal.revises();
    while (earlier.isPresent() && versions.size() < VERSIONS_MOST) {
      Key<Goal> key = Goal.key(earlier.get());
      Optional<Goal> found = reader.records(List.of(key)).find(key);
      found.ifPresent(each -> versions.add(0, version(each)));
      earlier = found.flatMap(Goal::revises);
    }
    versions.add(version(goal));
    Selection later =
        Selection.of(GoalViews.GOALS).with(GoalViews.GOALS.column("revises"), goal.id().value());
    goals(reader, later, VERSIONS_MOST).forEach(each -> versions.add(version(each)));
    return List.copyOf(versions);
  }

  private static Version version(Goal goal) {
    return new Version(
        goal.at(),
        goal.decision().map(Goal.Decision::at),
        address(goal.id()),
        goal.id(),
        goal.state());
  }

  /** The newest goals of a list, the oldest of them first. */
  static List<Goal> goals(Reader reader, Selection selection, int most) {
    List<Key<Goal>> keys = new ArrayList<>();
    for (JsonNode each : reader.page(selection, OptionalLong.empty(), most).items()) {
      keys.add(0, Goal.key(new InstructionId(each.path("id").asString())));
    }
    Records records = reader.records(List.copyOf(keys));
    return keys.stream().flatMap(key -> records.find(key).stream()).toList();
  }
}
