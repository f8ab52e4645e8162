// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Publishes by what all regions are judged alike (LEDGER section 7). A version is never changed: a
 * year is judged by the weights that were known on its last day.
 *
 * @param coupling the weights of the two order parameters
 * @param days the working days that people have
 * @param document the document that publishes them
 * @param grades the best first
 * @param indicators what is judged
 * @param leastCoveragePercent how much of all weights must have a number for a grade to be given
 * @param practice whether projects for practice are judged, and only these
 * @param validFrom the first day
 */
public record PublishCriteria(
    @Means(en = "Weights of the two order parameters", zh = "两个序参量的权重") CouplingWeights coupling,
    @Means(en = "Working days that people have", zh = "各项办理期限（工作日）") CoordinationDays days,
    @Means(en = "SHA-256 of the document that publishes them", zh = "公布文件的 SHA-256 摘要")
        Sha256 document,
    @Means(en = "Grades, the best first; the last from 0", zh = "等级（由高到低，最后一级自 0 分起）")
        @Least(1)
        @Most(Grade.GRADES_MOST)
        List<Grade> grades,
    @Means(en = "Indicators", zh = "指标") @Least(1) @Most(Criteria.INDICATORS_MOST)
        List<Indicator> indicators,
    @Means(
            en = "Least share of all weights with a number for a grade, in percent",
            zh = "评定等级所需的最低覆盖率（%）")
        @Least(1)
        @Most(Criteria.PERCENT_MOST)
        int leastCoveragePercent,
    @Means(en = "Whether projects for practice are judged, and only these", zh = "是否仅考核练习项目")
        boolean practice,
    @Means(en = "First day, today or up to two years later", zh = "生效首日（当日起两年内）")
        LocalDate validFrom)
    implements Action {

  /** Who publishes for later could keep everybody from publishing before, for good. */
  static final int YEARS_AHEAD_MOST = 2;

  /** The action. */
  public static final ActionType<PublishCriteria> TYPE =
      ActionType.of(
          "publishCriteria",
          "公布统一考核标准",
          "Publishes the criteria by which all regions are assessed",
          ExampleCriteria.of(LocalDate.of(2026, 1, 1), false),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.BAD_CRITERIA,
          ErrorCode.TOO_LARGE);

  public PublishCriteria {
    grades = List.copyOf(grades);
    indicators = List.copyOf(indicators);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(CriteriaVersions.KEY);
    indicators.stream()
        .map(Indicator::id)
        .distinct()
        .forEach(each -> named.add(IndicatorMeaning.key(each)));
    return named;
  }

  @Override
  public void apply(Act act) {
    act.require(
        !validFrom.isBefore(act.today()),
        ErrorCode.BAD_CRITERIA,
        zh("生效首日 %s 早于今日（%s）")
            .en("the first day, %s, is before today, %s", validFrom, act.today()));
    act.require(
        !validFrom.isAfter(act.today().plusYears(YEARS_AHEAD_MOST)),
        ErrorCode.BAD_CRITERIA,
        zh("生效首日 %s 晚于今日（%s）%s 年以上")
            .en(
                "the first day, %s, is after today, %s, by more than %s years",
                validFrom, act.today(), YEARS_AHEAD_MOST));
    CriteriaVersions versions = CriteriaVersions.of(act);
    Optional<CriteriaVersions.Version> newest = versions.newest();
    act.require(
        newest.filter(each -> !each.validFrom().isBefore(validFrom)).isEmpty(),
        ErrorCode.BAD_CRITERIA,
        zh("已公布的标准自 %s 起生效，新标准须更晚")
            .en(
                "criteria from %s on are published, new ones begin later",
                newest.map(CriteriaVersions.Version::validFrom).orElse(validFrom)));
    act.require(
        !practice || newest.filter(each -> !each.practice()).isEmpty(),
        ErrorCode.BAD_CRITERIA,
        zh("正式标准之后不得再公布练习用标准").en("criteria for practice do not follow others"));
    act.requireNone(faultOfIndicators(), ErrorCode.BAD_CRITERIA);
    act.requireNone(faultOfMeaning(act), ErrorCode.BAD_CRITERIA);
    act.requireNone(faultOfGrades(), ErrorCode.BAD_CRITERIA);
    act.require(
        versions.versions().size() < CriteriaVersions.VERSIONS_MOST,
        ErrorCode.TOO_LARGE,
        zh("已公布 %s 个版本").en("%s versions are published", versions.versions().size()));

    int version = versions.versions().size() + 1;
    act.write(versions.with(new CriteriaVersions.Version(days, practice, validFrom, version)));
    act.write(
        new Criteria(
            coupling,
            days,
            document,
            grades,
            act.id(),
            indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList(),
            leastCoveragePercent,
            practice,
            act.time(),
            validFrom,
            version));
    indicators.stream()
        .filter(each -> act.find(IndicatorMeaning.key(each.id())).isEmpty())
        .forEach(each -> act.write(IndicatorMeaning.of(each, version)));
    act.refer("criteria", version);
  }

  /** Targets and reports name an indicator by its id, which means the same in all versions. */
  private Optional<Detail> faultOfMeaning(Act act) {
    for (int i = 0; i < indicators.size(); i++) {
      Indicator each = indicators.get(i);
      Optional<IndicatorMeaning> meant =
          act.find(IndicatorMeaning.key(each.id())).filter(before -> !before.isThatOf(each));
      if (meant.isPresent()) {
        return Optional.of(
            zh("indicators[%s]：自第 %s 版起，%s 的单位为 %s，方向为 %s，来源为 %s；含义不同的指标须用新代码")
                .en(
                    "indicators[%s]: since version %s, %s is in %s, %s, from %s; what means something else has an id of its own",
                    i,
                    meant.get().since(),
                    each.id(),
                    meant.get().unit(),
                    meant.get().direction(),
                    meant.get().source()));
      }
    }
    return Optional.empty();
  }

  private Optional<Detail> faultOfIndicators() {
    Set<IndicatorId> ids = new HashSet<>();
    Set<LedgerIndicator> computed = EnumSet.noneOf(LedgerIndicator.class);
    for (int i = 0; i < indicators.size(); i++) {
      Indicator each = indicators.get(i);
      if (!ids.add(each.id())) {
        return Optional.of(
            zh("indicators[%s].id：%s 已列出")
                .en("indicators[%s].id: %s is there already", i, each.id()));
      }
      Optional<Detail> fault = faultOfName(i, each);
      if (fault.isPresent()) {
        return fault;
      }
      if (each.ledger().isPresent() && (each.least().isPresent() || each.most().isPresent())) {
        return Optional.of(
            zh("indicators[%s]：%s 由账本计算，不设 least 和 most")
                .en(
                    "indicators[%s]: the ledger computes %s, it has no least and no most",
                    i, each.id()));
      }
      if (!each.canBeReported()) {
        return Optional.of(
            zh("indicators[%s].most：不得小于最小值 %s")
                .en("indicators[%s].most: is not below the least, %s", i, each.lower()));
      }
      if (each.ledger().filter(ledger -> !computed.add(ledger)).isPresent()) {
        return Optional.of(
            zh("indicators[%s].ledger：%s 已列出")
                .en("indicators[%s].ledger: %s is there already", i, each.ledger().get()));
      }
    }
    return Optional.empty();
  }

  /** What the registry computes with means the same in all criteria. */
  private static Optional<Detail> faultOfName(int i, Indicator each) {
    Optional<LedgerIndicator> meant = LedgerIndicator.of(each.id());
    if (meant.isPresent() && !meant.equals(each.ledger())) {
      return Optional.of(
          zh("indicators[%s].ledger：代码 %s 由账本计算")
              .en("indicators[%s].ledger: the ledger computes %s", i, each.id()));
    }
    Optional<String> unit =
        each.ledger()
            .map(LedgerIndicator::unit)
            .or(() -> KnownIndicator.of(each.id()).map(KnownIndicator::unit));
    return unit.filter(known -> !known.equals(each.unit()))
        .map(
            known ->
                zh("indicators[%s].unit：%s 的单位为 %s")
                    .en("indicators[%s].unit: the unit of %s is %s", i, each.id(), known));
  }

  private Optional<Detail> faultOfGrades() {
    for (int i = 1; i < grades.size(); i++) {
      if (grades.get(i).fromScore() >= grades.get(i - 1).fromScore()) {
        return Optional.of(
            zh("grades[%s].fromScore：须低于上一等级")
                .en("grades[%s].fromScore: is below the grade before", i));
      }
    }
    return grades.get(grades.size() - 1).fromScore() == 0
        ? Optional.empty()
        : Optional.of(
            zh("最后一个等级须自 0 分起，使每个得分都有等级")
                .en("the last grade is from 0, so that every score has one"));
  }
}
