// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Which credits a cap or a share is about. What is absent asks for nothing; what is present must
 * hold together.
 *
 * @param inside divisions of which the project is in one
 * @param kinds kinds of credits of which it is one
 * @param outside divisions of which the project is in none
 * @param projectTypes types of project of which it is one
 */
public record CreditCondition(
    @Means(en = "Divisions; the project is in one of them", zh = "项目位于其中之一的行政区划")
        @Least(1)
        @Most(REGIONS_MOST)
        @Distinct
        Optional<List<RegionCode>> inside,
    @Means(en = "Kinds of credits; it is one of them", zh = "属于其中之一的减排量种类")
        @Least(1)
        @Most(value = KINDS_MOST, each = KIND_MOST)
        @Distinct
        Optional<List<String>> kinds,
    @Means(en = "Divisions; the project is in none of them", zh = "项目不位于其中任何一个的行政区划")
        @Least(1)
        @Most(REGIONS_MOST)
        @Distinct
        Optional<List<RegionCode>> outside,
    @Means(en = "Types of project; it is one of them", zh = "属于其中之一的项目类型")
        @Least(1)
        @Most(value = KINDS_MOST, each = KIND_MOST)
        @Distinct
        Optional<List<String>> projectTypes) {

  /** All credits. */
  public static final CreditCondition ANY =
      new CreditCondition(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** All provinces, with room. */
  static final int REGIONS_MOST = 40;

  /** More than any market has accepted. */
  static final int KINDS_MOST = 20;

  /** A word or three in capitals. */
  static final int KIND_MOST = 40;

  /** How a kind of credits or a type of project is written. */
  static final String KINDS_PATTERN = "[A-Z][A-Z0-9_]{1,39}";

  /** The same, where the schema looks for it. */
  static final String PROJECT_TYPES_PATTERN = KINDS_PATTERN;

  private static final Pattern KIND = Pattern.compile(KINDS_PATTERN);

  public CreditCondition {
    inside = inside.map(List::copyOf);
    kinds = kinds.map(List::copyOf);
    outside = outside.map(List::copyOf);
    projectTypes = projectTypes.map(List::copyOf);
    kinds.ifPresent(each -> each.forEach(CreditCondition::requireKind));
    projectTypes.ifPresent(each -> each.forEach(CreditCondition::requireKind));
  }

  /** Refuses what is not written as a kind of credits or a type of project is. */
  static void requireKind(String kind) {
    Check.matches(
        KIND,
        kind,
        zh("种类和类型须用大写字母、数字和下划线书写").en("kinds and types are written in capitals, digits and _"));
  }

  /** Credits of projects that are outside of a division. */
  static CreditCondition notIn(RegionCode... regions) {
    return new CreditCondition(
        Optional.empty(), Optional.empty(), Optional.of(List.of(regions)), Optional.empty());
  }

  /** Credits of projects in a division. */
  static CreditCondition in(RegionCode... regions) {
    return new CreditCondition(
        Optional.of(List.of(regions)), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, of some kinds only. */
  CreditCondition ofKinds(String... some) {
    return new CreditCondition(inside, Optional.of(List.of(some)), outside, projectTypes);
  }

  boolean holdsFor(CreditTraits traits) {
    return kinds.map(some -> some.contains(traits.kind())).orElse(true)
        && projectTypes.map(some -> some.contains(traits.projectType())).orElse(true)
        && inside.map(some -> isIn(some, traits.region())).orElse(true)
        && !outside.map(some -> isIn(some, traits.region())).orElse(false);
  }

  static boolean isIn(List<RegionCode> divisions, RegionCode region) {
    return divisions.stream().anyMatch(each -> each.contains(region));
  }
}
