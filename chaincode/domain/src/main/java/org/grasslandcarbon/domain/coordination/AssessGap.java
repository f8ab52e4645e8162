// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Assesses the gap of a region's year (LEDGER section 7). The ledger computes every number, for the
 * region and for each region below whose targets are parts of its own; the assessor, who is
 * assigned by the authority and of another province, adds what it has found, what is to be done and
 * the targets that it proposes.
 *
 * @param actions what is to be done, the most pressing first
 * @param findings the digest of what the assessor found
 * @param proposals targets that it proposes
 * @param region the region
 * @param report the digest of the report
 * @param year the calendar year, which is over
 */
public record AssessGap(
    @Means(en = "What is to be done, the most pressing first", zh = "改进措施（按紧要程度排列）")
        @Most(Assessment.ACTIONS_MOST)
        @Distinct
        List<Assessment.RankedAction> actions,
    @Means(en = "SHA-256 of the findings", zh = "评估发现的 SHA-256 摘要") Sha256 findings,
    @Means(en = "Targets that the assessor proposes", zh = "建议的目标") @Most(Assessment.PROPOSALS_MOST)
        List<Assessment.ProposedTarget> proposals,
    @Means(en = "Region", zh = "地区") RegionCode region,
    @Means(en = "SHA-256 of the report", zh = "评估报告的 SHA-256 摘要") Sha256 report,
    @Means(en = "Calendar year, which is over", zh = "被评估年度（须已结束）")
        @Least(ReportIndicators.YEAR_LEAST)
        @Most(9_999)
        int year)
    implements Action {

  /** The action. */
  public static final ActionType<AssessGap> TYPE =
      ActionType.of(
          "assessGap",
          "评估地区目标与实际的差距",
          "Assesses the gap between a region's targets and what it reached",
          new AssessGap(
              List.of(
                  new Assessment.RankedAction(
                      ExampleCriteria.TRAINED_PERSONS,
                      Name.of("增办旗县培训班", "Hold more courses in banners"))),
              Sha256.of("findings of the assessor"),
              List.of(
                  new Assessment.ProposedTarget(
                      ExampleCriteria.TRAINED_PERSONS, Decimal.of("300"), 2026)),
              new RegionCode("150000"),
              Sha256.of("report of the assessor"),
              2025),
          EnumSet.of(Role.ASSESSOR),
          Visibility.PUBLIC,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.NOT_INDEPENDENT,
          ErrorCode.NOT_ASSIGNED,
          ErrorCode.YEAR_NOT_OVER,
          ErrorCode.NO_CRITERIA,
          ErrorCode.ALREADY_ASSESSED,
          ErrorCode.UNKNOWN_INDICATOR,
          ErrorCode.BAD_PROPOSAL,
          ErrorCode.ASSESSED_TOO_EARLY,
          ErrorCode.NO_CALENDAR,
          ErrorCode.TOO_LARGE);

  public AssessGap {
    actions = List.copyOf(actions);
    proposals = List.copyOf(proposals);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Region.key(region));
    named.add(Mandate.key(region, MandateFunction.ASSESSMENT));
    named.add(CriteriaVersions.KEY);
    named.add(RegionAssessments.key(region, year, false));
    named.add(RegionAssessments.key(region, year, true));
    named.add(RegionTargets.key(region, year, false));
    named.add(RegionTargets.key(region, year, true));
    named.add(Calendar.key(year + 1));
    named.add(Calendar.key(year + 2));
    named.add(Calendar.key(year + 3));
    return named;
  }

  /** The criteria, the assessment before, and the regions below with what they are judged by. */
  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    CriteriaVersions versions = CriteriaVersions.of(records);
    List<Key<?>> following = new ArrayList<>(versions.keysOf(year));
    for (boolean practice : versions.practicesOf(year)) {
      records
          .find(RegionAssessments.key(region, year, practice))
          .flatMap(RegionAssessments::newest)
          .ifPresent(each -> following.add(Assessment.key(each)));
      List<RegionCode> regions = new ArrayList<>(below(records, practice));
      regions.add(region);
      regions.forEach(each -> following.addAll(RegionScore.keys(each, year, practice)));
    }
    return following;
  }

  private List<RegionCode> below(Records records, boolean practice) {
    return records
        .find(RegionTargets.key(region, year, practice))
        .map(RegionTargets::children)
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    act.require(
        !region.equals(RegionCode.NATION),
        ErrorCode.NOT_ALLOWED,
        zh("全国由各省汇总，不单独评估").en("the nation is the sum of its provinces and not assessed itself"));
    act.require(
        act.find(Region.key(region)).isPresent(),
        ErrorCode.UNKNOWN_REGION,
        zh("行政区划代码 %s").en("region %s", region));
    RegionCode own = act.actor().region();
    act.require(
        !own.province().equals(region.province()),
        ErrorCode.NOT_INDEPENDENT,
        zh("您登记在 %s").en("you are registered in %s", own));
    Optional<ParticipantId> assigned =
        act.find(Mandate.key(region, MandateFunction.ASSESSMENT))
            .flatMap(mandate -> mandate.assessorOf(year));
    act.require(
        assigned.filter(act.actor().id()::equals).isPresent(),
        ErrorCode.NOT_ASSIGNED,
        zh("%s，%s 年").en("%s, the year %s", region, year));
    act.require(
        year < act.today().getYear(), ErrorCode.YEAR_NOT_OVER, zh("%s 年").en("the year %s", year));
    Optional<Criteria> found = Criteria.of(act, year, act.today());
    act.require(found.isPresent(), ErrorCode.NO_CRITERIA, zh("%s 年").en("the year %s", year));
    Criteria criteria = found.orElseThrow();
    RegionAssessments before =
        act.find(RegionAssessments.key(region, year, criteria.practice()))
            .orElseGet(() -> RegionAssessments.empty(region, year, criteria.practice()));
    Optional<Assessment> replaced =
        before.newest().map(id -> act.must(Assessment.key(id), ErrorCode.UNKNOWN_RECORD));
    requireOpen(act, before, replaced);
    requireSensible(act, criteria);

    Map<RegionCode, Scorecard> scorecards = scorecards(act, criteria);
    if (replaced.isEmpty()) {
      // What was said after the first assessment counts in no later one.
      YearReports.require(act, criteria, year, scorecards);
    }

    Assessment assessment = assessment(act, criteria, replaced, scorecards);
    act.write(assessment);
    act.write(before.with(new RegionAssessments.Made(act.id(), act.actor().id())));
    act.refer("assessment", act.id());
  }

  /** One assessment a year, and one more by somebody else after each appeal that was upheld. */
  private void requireOpen(Act act, RegionAssessments before, Optional<Assessment> replaced) {
    act.require(
        replaced.filter(each -> each.upheldBy().isEmpty()).isEmpty(),
        ErrorCode.ALREADY_ASSESSED,
        zh("评估编号 %s").en("assessment %s", before.newest().map(Object::toString).orElse("")));
    act.require(
        before.assessments().stream().noneMatch(each -> each.assessor().equals(act.actor().id())),
        ErrorCode.ALREADY_ASSESSED,
        zh("您已评估过该年度，须由其他机构重新评估").en("you have assessed the year, another one does so again"));
    act.require(
        before.assessments().size() < RegionAssessments.ASSESSMENTS_MOST,
        ErrorCode.TOO_LARGE,
        zh("该年度已评估 %s 次").en("the year was assessed %s times", before.assessments().size()));
  }

  private void requireSensible(Act act, Criteria criteria) {
    for (int i = 0; i < actions.size(); i++) {
      requireKnown(act, criteria, "actions[" + i + "]", actions.get(i).indicator());
    }
    for (int i = 0; i < proposals.size(); i++) {
      Assessment.ProposedTarget each = proposals.get(i);
      requireKnown(act, criteria, "proposals[" + i + "]", each.indicator());
      act.require(
          each.year() > year,
          ErrorCode.BAD_PROPOSAL,
          zh("proposals[%s].year：%s 年不晚于被评估年度")
              .en("proposals[%s].year: %s is not after the year assessed", i, each.year()));
      act.require(
          proposals.subList(0, i).stream()
              .noneMatch(
                  other ->
                      other.year() == each.year() && other.indicator().equals(each.indicator())),
          ErrorCode.BAD_PROPOSAL,
          zh("proposals[%s]：%s（%s 年）已列出")
              .en("proposals[%s]: %s of %s is there already", i, each.indicator(), each.year()));
    }
  }

  private static void requireKnown(
      Act act, Criteria criteria, String place, IndicatorId indicator) {
    act.require(
        criteria.find(indicator).isPresent(),
        ErrorCode.UNKNOWN_INDICATOR,
        zh("%s.indicator：%s；适用第 %s 版")
            .en("%s.indicator: %s; version %s applies", place, indicator, criteria.version()));
  }

  /** Of the region and of those below whose targets are parts of its own, in that order. */
  private Map<RegionCode, Scorecard> scorecards(Act act, Criteria criteria) {
    Map<RegionCode, Scorecard> scorecards = new LinkedHashMap<>();
    scorecards.put(region, RegionScore.of(act, criteria, region, year, act.today()));
    below(act, criteria.practice())
        .forEach(
            each -> scorecards.put(each, RegionScore.of(act, criteria, each, year, act.today())));
    return scorecards;
  }

  private Assessment assessment(
      Act act,
      Criteria criteria,
      Optional<Assessment> replaced,
      Map<RegionCode, Scorecard> scorecards) {
    int appealDays = CoordinationDays.on(act, act.today()).appeal();
    return new Assessment(
        actions,
        Optional.empty(),
        CoordinationDays.lastDay(act, act.today(), appealDays),
        act.actor().id(),
        act.time(),
        below(act, criteria.practice()).stream()
            .map(each -> child(each, scorecards.get(each)))
            .toList(),
        criteria.version(),
        findings,
        act.id(),
        criteria.practice(),
        proposals,
        region,
        replaced.map(Assessment::id),
        report,
        scorecards.get(region),
        Optional.empty(),
        year);
  }

  private static Assessment.ChildScore child(RegionCode child, Scorecard scorecard) {
    return new Assessment.ChildScore(
        scorecard.coveragePercent(),
        scorecard.award().map(Scorecard.Award::grade),
        child,
        scorecard.score());
  }
}
