// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The targets in force of a region, or of a project, for a year, and what the targets below it add
 * up to. Adopted goals write it; whoever asks about a region's chain reads this and no range.
 *
 * <p>A region without targets of its own has a record too where something below it has one, so that
 * what is adopted above it later finds what is below.
 *
 * @param children the regions below with targets of their own and none between; of the nation none
 *     are kept, since its provinces are known
 * @param practice whether for practice only, as the goals are that set them
 * @param project the project, where it is one's
 * @param region the region, or that of the project
 * @param targets in the order of their indicators
 * @param year the calendar year
 */
public record RegionTargets(
    @Most(CHILDREN_MOST) List<RegionCode> children,
    boolean practice,
    Optional<InstructionId> project,
    RegionCode region,
    @Most(TARGETS_MOST) List<Target> targets,
    int year)
    implements LedgerRecord {

  /** The type of targets in force. */
  public static final RecordType<RegionTargets> TYPE =
      new RecordType<>("REGION_TARGETS", RegionTargets.class, Visibility.PUBLIC);

  /** Sichuan, which has the most, has some two hundred prefectures and counties together. */
  public static final int CHILDREN_MOST = 250;

  /** Those of one criteria; a goal that writes five hundred regions stays within a batch so. */
  public static final int TARGETS_MOST = Criteria.INDICATORS_MOST;

  private static final int YEAR_DIGITS = 4;

  /**
   * What one indicator is to come to, and what those below are to come to together.
   *
   * @param below the sum of the nearest targets below
   * @param goal the goal that set the value
   * @param indicator of the criteria
   * @param parts how many targets are in that sum
   * @param since the day in Beijing from which the value holds, whatever goal has set it; a goal
   *     that sets the same value again does not change it
   * @param value the target in force, if there is one; in the indicator's unit
   */
  public record Target(
      Decimal below,
      Optional<InstructionId> goal,
      IndicatorId indicator,
      int parts,
      Optional<LocalDate> since,
      Optional<Decimal> value) {

    static Target none(IndicatorId indicator) {
      return new Target(
          Decimal.of("0"), Optional.empty(), indicator, 0, Optional.empty(), Optional.empty());
    }

    /** What it brings into the sum above it: its value, or what is below where it has none. */
    Decimal share() {
      return value.orElse(below);
    }

    /** In how many targets. */
    int shares() {
      return value.isPresent() ? 1 : parts;
    }

    Target set(InstructionId by, Decimal to, LocalDate today) {
      boolean isSame = value.filter(each -> each.value().compareTo(to.value()) == 0).isPresent();
      return new Target(
          below,
          Optional.of(by),
          indicator,
          parts,
          isSame ? since : Optional.of(today),
          Optional.of(to));
    }

    Target over(Decimal sum, int targets) {
      return new Target(sum, goal, indicator, targets, since, value);
    }
  }

  public RegionTargets {
    children = List.copyOf(children);
    targets = List.copyOf(targets);
  }

  static RegionTargets none(TargetPlace place) {
    return new RegionTargets(
        List.of(), place.practice(), place.project(), place.region(), List.of(), place.year());
  }

  /** The key of a region's targets for a year. */
  public static Key<RegionTargets> key(RegionCode region, int year, boolean practice) {
    return TYPE.key(region.value(), Keys.padded(year, YEAR_DIGITS), Practice.part(practice));
  }

  static Key<RegionTargets> key(TargetPlace place) {
    return place
        .project()
        .map(
            id ->
                TYPE.key(
                    id.value(),
                    Keys.padded(place.year(), YEAR_DIGITS),
                    Practice.part(place.practice())))
        .orElseGet(() -> key(place.region(), place.year(), place.practice()));
  }

  private TargetPlace place() {
    return new TargetPlace(region, project, year, practice);
  }

  /** What is known of an indicator: a target in force, a sum of those below, or both. */
  public Optional<Target> find(IndicatorId indicator) {
    return targets.stream().filter(each -> each.indicator().equals(indicator)).findFirst();
  }

  /** The target in force for an indicator. */
  public Optional<Decimal> value(IndicatorId indicator) {
    return find(indicator).flatMap(Target::value);
  }

  /** Whether a target of its own is in force. */
  public boolean hasOwn() {
    return targets.stream().anyMatch(each -> each.value().isPresent());
  }

  /** Whether a goal's target is in force here. */
  boolean hasOf(InstructionId goal) {
    return targets.stream().anyMatch(each -> each.goal().filter(goal::equals).isPresent());
  }

  RegionTargets with(Target changed) {
    List<Target> all = new ArrayList<>(targets);
    int i = 0;
    while (i < all.size() && all.get(i).indicator().compareTo(changed.indicator()) < 0) {
      i++;
    }
    if (i < all.size() && all.get(i).indicator().equals(changed.indicator())) {
      all.set(i, changed);
    } else {
      all.add(i, changed);
    }
    return new RegionTargets(children, practice, project, region, all, year);
  }

  /** With a child in the place of those that lie in it. */
  RegionTargets with(RegionCode child) {
    List<RegionCode> all = new ArrayList<>(children);
    all.removeIf(child::contains);
    all.add(child);
    all.sort(null);
    return new RegionTargets(all, practice, project, region, targets, year);
  }

  @Override
  public Key<RegionTargets> key() {
    return key(place());
  }
}
