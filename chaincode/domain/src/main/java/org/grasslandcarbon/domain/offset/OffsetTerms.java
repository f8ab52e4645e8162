// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What a market takes. What is absent asks for nothing.
 *
 * @param arisenFrom the first day on which reductions may have arisen
 * @param arisenFromByType another first day for some types of project
 * @param arisenTo the last day
 * @param caps how much may be used
 * @param deniedTypes types of project that are not taken
 * @param kinds the kinds of credits that are taken; no others are
 * @param minimumShares shares that some credits must have
 * @param ownProjectsExcluded whether credits of the enterprise's own projects are not taken
 * @param projectTypes the types of project that are taken
 * @param regions the divisions from which credits are taken
 */
public record OffsetTerms(
    @Means(en = "First day on which reductions arose", zh = "减排量产生的最早日期")
        Optional<LocalDate> arisenFrom,
    @Means(en = "Another first day for some types of project", zh = "某些项目类型另定的最早日期")
        @Most(TYPES_MOST)
        Optional<List<TypeStart>> arisenFromByType,
    @Means(en = "Last day on which reductions arose", zh = "减排量产生的最晚日期")
        Optional<LocalDate> arisenTo,
    @Means(en = "How much may be used", zh = "用量上限") @Least(1) @Most(CAPS_MOST)
        List<OffsetCap> caps,
    @Means(en = "Types of project that are not taken", zh = "不接受的项目类型")
        @Most(value = TYPES_MOST, each = CreditCondition.KIND_MOST)
        @Distinct
        Optional<List<String>> deniedTypes,
    @Means(en = "Kinds of credits that are taken, and no others", zh = "接受的减排量种类（其余不接受）")
        @Least(1)
        @Most(value = CreditCondition.KINDS_MOST, each = CreditCondition.KIND_MOST)
        @Distinct
        List<String> kinds,
    @Means(en = "Shares that some credits must have", zh = "某些减排量须达到的比例") @Most(CAPS_MOST)
        Optional<List<MinimumShare>> minimumShares,
    @Means(en = "Whether the enterprise's own projects are left out", zh = "是否排除本企业自有项目")
        boolean ownProjectsExcluded,
    @Means(en = "Types of project that are taken", zh = "接受的项目类型")
        @Least(1)
        @Most(value = TYPES_MOST, each = CreditCondition.KIND_MOST)
        @Distinct
        Optional<List<String>> projectTypes,
    @Means(en = "Divisions from which credits are taken", zh = "接受的项目所在行政区划")
        @Least(1)
        @Most(CreditCondition.REGIONS_MOST)
        @Distinct
        Optional<List<RegionCode>> regions) {
  /** A total, a few parts, an enterprise's and a market's number of tonnes, with room. */
  static final int CAPS_MOST = 12;

  /** More types of project than any market tells apart. */
  static final int TYPES_MOST = 30;

  /** How kinds are written, where the schema looks for it. */
  static final String KINDS_PATTERN = CreditCondition.KINDS_PATTERN;

  /** How types are written. */
  static final String DENIED_TYPES_PATTERN = CreditCondition.KINDS_PATTERN;

  /** How types are written. */
  static final String PROJECT_TYPES_PATTERN = CreditCondition.KINDS_PATTERN;

  /**
   * The first day for a type of project.
   *
   * @param from the day
   * @param projectType the type
   */
  public record TypeStart(
      @Means(en = "First day on which reductions arose", zh = "减排量产生的最早日期") LocalDate from,
      @Means(en = "Type of project", zh = "项目类型") @Most(CreditCondition.KIND_MOST)
          String projectType) {
    /** How a type is written, where the schema looks for it. */
    static final String PROJECT_TYPE_PATTERN = CreditCondition.KINDS_PATTERN;

    public TypeStart {
      CreditCondition.requireKind(projectType);
    }
  }

  public OffsetTerms {
    arisenFromByType = arisenFromByType.map(List::copyOf);
    caps = List.copyOf(caps);
    deniedTypes = deniedTypes.map(List::copyOf);
    kinds = List.copyOf(kinds);
    minimumShares = minimumShares.map(List::copyOf);
    projectTypes = projectTypes.map(List::copyOf);
    regions = regions.map(List::copyOf);
    kinds.forEach(CreditCondition::requireKind);
    deniedTypes.ifPresent(each -> each.forEach(CreditCondition::requireKind));
    projectTypes.ifPresent(each -> each.forEach(CreditCondition::requireKind));
  }

  /** Credits of some kinds under some caps, and no more conditions. */
  static OffsetTerms of(List<String> kinds, OffsetCap... caps) {
    return new OffsetTerms(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(caps),
        Optional.empty(),
        kinds,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the use of all enterprises together is bounded. */
  boolean hasMarketCap() {
    return caps.stream().anyMatch(cap -> cap.scope() == OffsetCap.Scope.MARKET);
  }

  /** The cap of a name. */
  Optional<OffsetCap> cap(String id) {
    return caps.stream().filter(cap -> cap.id().equals(id)).findFirst();
  }

  /** The first day for a type of project, if there is one. */
  Optional<LocalDate> arisenFrom(String projectType) {
    return arisenFromByType.orElse(List.of()).stream()
        .filter(each -> each.projectType().equals(projectType))
        .map(TypeStart::from)
        .findFirst()
        .or(() -> arisenFrom);
  }

  /** What does not fit together, if anything. */
  Optional<Detail> fault() {
    Set<String> names = new HashSet<>();
    for (OffsetCap cap : caps) {
      if (!names.add(cap.id())) {
        return Optional.of(zh("名称 %s 用了两次").en("%s is named twice", cap.id()));
      }
    }
    for (MinimumShare share : minimumShares.orElse(List.of())) {
      if (!names.add(share.id())) {
        return Optional.of(zh("名称 %s 用了两次").en("%s is named twice", share.id()));
      }
      if (cap(share.of()).filter(cap -> cap.scope() == OffsetCap.Scope.ENTERPRISE).isEmpty()) {
        return Optional.of(
            zh("比例 %s 所依据的 %s 不是企业的上限")
                .en("%s is a share of %s, which is no enterprise's cap", share.id(), share.of()));
      }
    }
    boolean bounded =
        caps.stream()
            .anyMatch(
                cap ->
                    cap.scope() == OffsetCap.Scope.ENTERPRISE
                        && cap.where().equals(CreditCondition.ANY));
    if (!bounded) {
      return Optional.of(zh("须有一个对企业全部用量的上限").en("one cap bounds all that an enterprise uses"));
    }
    boolean backwards =
        arisenTo.filter(to -> arisenFrom.filter(to::isBefore).isPresent()).isPresent();
    return backwards
        ? Optional.of(zh("最晚日期早于最早日期").en("the last day is before the first"))
        : Optional.empty();
  }
}
