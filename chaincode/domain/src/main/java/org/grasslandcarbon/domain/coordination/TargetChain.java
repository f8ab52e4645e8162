// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The chain of targets as it is once a goal's have come into force (china-rules E5). Each place
 * keeps the sum of the nearest targets below it, so that a target moves the sums up to the nearest
 * target above and no others; in what order targets come makes no difference.
 *
 * <p>A proposal tries the chain and forgets it; a decision writes it.
 */
final class TargetChain {
  /**
   * Targets and sums in all records that one goal changes: five hundred banners with thirty each.
   * With the longest names and numbers they are three of the four megabytes of a transaction.
   */
  static final int WRITTEN_MOST = 16_000;

  /**
   * What the targets below a region add up to stays below it: ten times the largest target. So the
   * nation's sum, of which a hundred codes of provinces could each bring as much, is a number that
   * {@link Decimal} has whatever provinces agree to, and a province whose targets are too large
   * together stands in the way of nobody's goals but its own.
   */
  static final BigDecimal SUM_BELOW = BigDecimal.TEN.pow(ProposedGoalTarget.VALUE_DIGITS + 1);

  /**
   * What adds up over regions: of what the ledger computes neither ratios, nor certifiers, who work
   * in several.
   */
  private static final Set<LedgerIndicator> SUMS =
      EnumSet.of(
          LedgerIndicator.VERIFIED_TONNES,
          LedgerIndicator.PROJECT_AREA_HECTARES,
          LedgerIndicator.PROJECTS,
          LedgerIndicator.TRADED_TONNES,
          LedgerIndicator.RETIRED_TONNES);

  private final Records records;
  private final InstructionId goal;
  private final Optional<InstructionId> revises;
  private final boolean practice;
  private final LocalDate today;

  /** What changes, in the order in which it was reached. */
  private final Map<Key<RegionTargets>, RegionTargets> changed = new LinkedHashMap<>();

  private Optional<Obstacle> obstacle = Optional.empty();

  private TargetChain(
      Records records,
      InstructionId goal,
      Optional<InstructionId> revises,
      boolean practice,
      LocalDate today) {
    this.records = records;
    this.goal = goal;
    this.revises = revises;
    this.practice = practice;
    this.today = today;
  }

  /** All that the targets of a goal can read or change. */
  static List<Key<?>> keys(List<GoalTarget> targets, boolean practice) {
    Set<Key<?>> keys = new LinkedHashSet<>();
    for (GoalTarget each : targets) {
      TargetPlace place = each.place(practice);
      keys.add(place.key());
      place.allAbove().forEach(above -> keys.add(above.key()));
    }
    return List.copyOf(keys);
  }

  /**
   * The chain with a goal's targets in it.
   *
   * @param records where the targets in force stand
   * @param goal the goal that sets them
   * @param revises the goal whose targets it may replace
   * @param targets the targets
   * @param practice whether it is the chain of what is for practice only
   * @param today the day in Beijing, from which they hold
   */
  static TargetChain with(
      Records records,
      InstructionId goal,
      Optional<InstructionId> revises,
      List<GoalTarget> targets,
      boolean practice,
      LocalDate today) {
    TargetChain chain = new TargetChain(records, goal, revises, practice, today);
    for (GoalTarget each : targets) {
      if (chain.obstacle.isEmpty()) {
        chain.set(each);
      }
    }
    int written = chain.changed.values().stream().mapToInt(each -> each.targets().size()).sum();
    if (written > WRITTEN_MOST) {
      chain.obstacle = Optional.of(Obstacle.tooLarge());
    }
    return chain;
  }

  /** What keeps the targets from coming into force; nothing else holds of the chain then. */
  Optional<Obstacle> obstacle() {
    return obstacle;
  }

  /** The records that change. */
  List<RegionTargets> changed() {
    return List.copyOf(changed.values());
  }

  private RegionTargets at(TargetPlace place) {
    RegionTargets before = changed.get(place.key());
    return before == null
        ? records.find(place.key()).orElseGet(() -> RegionTargets.none(place))
        : before;
  }

  private void put(RegionTargets record) {
    changed.put(record.key(), record);
  }

  private void set(GoalTarget link) {
    TargetPlace place = link.place(practice);
    RegionTargets here = at(place);
    RegionTargets.Target before = target(here, link.indicator());
    Optional<InstructionId> other =
        before.goal().filter(by -> !by.equals(goal) && !revises.equals(Optional.of(by)));
    if (other.isPresent()) {
      block(Obstacle.Kind.TARGET_IN_FORCE, place, link.indicator(), other);
      return;
    }
    RegionTargets.Target after = before.set(goal, link.value(), today);
    put(here.with(after));
    if (at(place).targets().size() > RegionTargets.TARGETS_MOST) {
      block(Obstacle.Kind.TOO_MANY_TARGETS, place, link.indicator(), Optional.empty());
      return;
    }
    if (!here.hasOwn() && place.project().isEmpty()) {
      makeKnownAbove(place);
    }
    passOn(
        place,
        link.indicator(),
        after.share().value().subtract(before.share().value()),
        after.shares() - before.shares());
  }

  private static RegionTargets.Target target(RegionTargets where, IndicatorId indicator) {
    return where.find(indicator).orElseGet(() -> RegionTargets.Target.none(indicator));
  }

  /** Makes a region a child of the regions up to the nearest with targets of its own. */
  private void makeKnownAbove(TargetPlace place) {
    for (TargetPlace above : place.allAbove()) {
      if (above.region().equals(RegionCode.NATION)) {
        return;
      }
      RegionTargets before = at(above);
      RegionTargets after = before.with(place.region());
      put(after);
      if (after.children().size() > RegionTargets.CHILDREN_MOST) {
        obstacle =
            Optional.of(
                new Obstacle(
                    Optional.empty(),
                    Optional.empty(),
                    Obstacle.Kind.TOO_MANY_CHILDREN,
                    Optional.of(above.region()),
                    Optional.of(above.year())));
        return;
      }
      if (before.hasOwn()) {
        return;
      }
    }
  }

  /** Changes the sums above, up to the nearest target. */
  private void passOn(TargetPlace from, IndicatorId indicator, BigDecimal more, int targets) {
    for (TargetPlace above : from.allAbove()) {
      RegionTargets here = at(above);
      RegionTargets.Target before = target(here, indicator);
      BigDecimal sum = before.below().value().add(more);
      if (sum.compareTo(SUM_BELOW) >= 0 && !above.region().equals(RegionCode.NATION)) {
        block(Obstacle.Kind.SUM_TOO_LARGE, above, indicator, Optional.empty());
        return;
      }
      RegionTargets after = here.with(before.over(new Decimal(sum), before.parts() + targets));
      put(after);
      if (after.targets().size() > RegionTargets.TARGETS_MOST) {
        block(Obstacle.Kind.TOO_MANY_TARGETS, above, indicator, Optional.empty());
        return;
      }
      if (before.value().isPresent()) {
        return;
      }
    }
  }

  private void block(
      Obstacle.Kind kind, TargetPlace place, IndicatorId indicator, Optional<InstructionId> other) {
    obstacle =
        Optional.of(
            new Obstacle(
                other,
                Optional.of(indicator),
                kind,
                Optional.of(place.region()),
                Optional.of(place.year())));
  }

  /** The targets with the region above each that has a target of the same kind. */
  List<GoalTarget> links(List<GoalTarget> targets) {
    return targets.stream()
        .map(each -> each.under(nearest(each).map(TargetPlace::region)))
        .toList();
  }

  /** What is known of a target's place. */
  Optional<RegionTargets.Target> here(GoalTarget link) {
    return at(link.place(practice)).find(link.indicator());
  }

  /** The nearest region above with a target of the same kind, and that target. */
  Optional<GoalChain.Parent> parent(GoalTarget link) {
    return nearest(link)
        .map(
            place -> {
              RegionTargets.Target above = target(at(place), link.indicator());
              return new GoalChain.Parent(
                  above.goal().orElseThrow(), place.region(), above.value().orElseThrow());
            });
  }

  private Optional<TargetPlace> nearest(GoalTarget link) {
    return link.place(practice).allAbove().stream()
        .filter(above -> at(above).value(link.indicator()).isPresent())
        .findFirst();
  }

  /**
   * The targets that those below do not add up to, of the goal's and of the nearest above them;
   * only of indicators whose values add up over regions.
   */
  List<Breach> breaches(List<GoalTarget> targets, Criteria criteria) {
    Set<Breach> breaches = new LinkedHashSet<>();
    for (GoalTarget each : targets) {
      if (criteria.find(each.indicator()).filter(TargetChain::addsUp).isPresent()) {
        List<TargetPlace> places = new ArrayList<>(List.of(each.place(practice)));
        nearest(each).ifPresent(places::add);
        for (TargetPlace place : places) {
          RegionTargets where = at(place);
          where
              .find(each.indicator())
              .flatMap(target -> Breach.of(where, target))
              .ifPresent(breaches::add);
        }
      }
    }
    return List.copyOf(breaches);
  }

  /**
   * Whether the values of regions add up to that of the region above: of what offices report, where
   * the unit is no ratio.
   */
  static boolean addsUp(Indicator indicator) {
    String unit = indicator.unit();
    return indicator
        .ledger()
        .map(SUMS::contains)
        .orElseGet(() -> unit.indexOf('%') < 0 && unit.indexOf('‰') < 0 && unit.indexOf('/') < 0);
  }
}
