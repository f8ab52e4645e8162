// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.Coupling;
import org.grasslandcarbon.domain.coordination.Criteria;
import org.grasslandcarbon.domain.coordination.Direction;
import org.grasslandcarbon.domain.coordination.Indicator;
import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.LedgerIndicator;
import org.grasslandcarbon.domain.coordination.NoNumber;
import org.grasslandcarbon.domain.coordination.RegionAssessments;
import org.grasslandcarbon.domain.coordination.RegionScore;
import org.grasslandcarbon.domain.coordination.Scorecard;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.offset.MarketOffsetUse;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Ids;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;

/**
 * What regions were to reach and have reached (china-rules E8, E35): the ledger's own computation
 * over the projection, as the records stand now. An assessment on the ledger keeps the numbers of
 * its day. What cannot be computed has a reason and is never 0.
 */
@Component
public final class RegionScorecard {
  /** Years of one answer: four plans of five years. */
  public static final int YEARS_MOST = 20;

  /** Why a year has no scorecard. */
  public static final String NO_CRITERIA = "NO_CRITERIA";

  private final Reader reader;
  private final Clock clock;
  private final Standings standings;
  private final RegionNotices notices;

  RegionScorecard(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
    this.standings = new Standings(reader);
    this.notices = new RegionNotices(reader);
  }

  /**
   * A region's years.
   *
   * @param name what it is called; absent for the nation
   * @param plan what its own plan says of carbon sinks, where a notice of one is in force today
   * @param region the division, {@code 000000} for the nation
   * @param standards those that hold there today, by their codes; the first {@value
   *     RegionNotices#STANDARDS_MOST}
   * @param years one each, ascending
   */
  public record History(
      Optional<Name> name,
      Optional<RegionNotices.Plan> plan,
      RegionCode region,
      List<RegionNotices.Standard> standards,
      List<OneYear> years) {}

  /**
   * A region's year. Scores, coverage and groups are as on {@link Scorecard}.
   *
   * @param assessment address of the assessment that stands, if the year was assessed
   * @param award the grade and what it brings
   * @param coupling U1, U2, C, T, D and its class
   * @param coveragePercent how much of all weights has a number
   * @param criteria address of the criteria by which the year is judged
   * @param freshnessDays days since the oldest of the values that offices reported was reported;
   *     absent where none was
   * @param groups scores of the groups
   * @param indicators one an indicator of the criteria
   * @param practice whether projects for practice are judged, and only these
   * @param reason {@value RegionScorecard#NO_CRITERIA} where no criteria judge the year; all else
   *     is absent then
   * @param score 0 to 100
   * @param year the calendar year
   */
  public record OneYear(
      Optional<String> assessment,
      Optional<Scorecard.Award> award,
      Optional<Coupling> coupling,
      Optional<Decimal> coveragePercent,
      Optional<String> criteria,
      Optional<Long> freshnessDays,
      List<Scorecard.GroupScore> groups,
      List<Line> indicators,
      Optional<Boolean> practice,
      Optional<String> reason,
      Optional<Decimal> score,
      int year) {

    private static OneYear withoutCriteria(int year) {
      return new OneYear(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.of(NO_CRITERIA),
          Optional.empty(),
          year);
    }
  }

  /**
   * An indicator of a region's year. Target, actual, gap and attainment are as on {@link
   * Scorecard.IndicatorScore}.
   *
   * @param actual what was reached
   * @param attainment how much of the target was reached, 0 to 1
   * @param direction which way it is better
   * @param first what was reported first, where it was restated since
   * @param freshnessDays days since it was reported; absent where the ledger computes it, whose
   *     totals are those of this moment
   * @param from addresses below the API's root of the records that target and actual come from
   * @param gapPercent (target - actual) / target x 100
   * @param group the group in whose score it counts
   * @param indicator the indicator
   * @param later what was reported last, where that was after the region's year was assessed; it
   *     counts for nothing
   * @param ledger what the ledger computes it as; absent where offices report it
   * @param name zh and en
   * @param target what was to be reached
   * @param targetSince the day in Beijing from which that holds
   * @param unit of target and actual
   * @param unknown why there is no actual
   * @param unscored why there is no attainment
   * @param weightPerMille its weight
   */
  public record Line(
      Optional<Decimal> actual,
      Optional<Decimal> attainment,
      Direction direction,
      Optional<Decimal> first,
      Optional<Long> freshnessDays,
      List<String> from,
      Optional<Figure> gapPercent,
      IndicatorGroup group,
      IndicatorId indicator,
      Optional<Decimal> later,
      Optional<LedgerIndicator> ledger,
      Name name,
      Optional<Decimal> target,
      Optional<LocalDate> targetSince,
      String unit,
      Optional<NoNumber> unknown,
      Optional<NoNumber> unscored,
      int weightPerMille) {}

  /**
   * Regions of a level beside each other.
   *
   * @param items the newest year first, in a year the best first
   * @param next how many items there are up to the end of this page; absent on the last one
   * @param total how many there are
   * @param withoutCriteria years that no criteria judge
   */
  public record Ranking(
      List<Row> items, Optional<Long> next, long total, List<Integer> withoutCriteria) {}

  /**
   * A region in a ranking. What has no score has no rank and stands at the end of its year.
   *
   * @param award the grade and what it brings
   * @param coupling U1, U2, C, T, D and its class
   * @param coveragePercent how much of all weights has a number
   * @param criteria address of the criteria by which the year is judged
   * @param freshnessDays as on {@link OneYear}
   * @param from address below the API's root of the region's own scorecard
   * @param groups scores of the groups
   * @param name what it is called
   * @param practice whether projects for practice are judged, and only these
   * @param rank from 1, among the regions of the level in the region asked for; equal scores have
   *     the same
   * @param region the region
   * @param score 0 to 100
   * @param year the calendar year
   */
  public record Row(
      Optional<Scorecard.Award> award,
      Optional<Coupling> coupling,
      Decimal coveragePercent,
      String criteria,
      Optional<Long> freshnessDays,
      String from,
      List<Scorecard.GroupScore> groups,
      Name name,
      boolean practice,
      Optional<Integer> rank,
      RegionCode region,
      Optional<Decimal> score,
      int year) {}

  /** The day in Beijing. */
  public LocalDate today() {
    return BeijingTime.day(Instant.now(clock));
  }

  /** Whether there is such a division; the nation always is. */
  public boolean isKnown(RegionCode region) {
    return region.equals(RegionCode.NATION) || standings.region(region).isPresent();
  }

  /** The scorecards of a region's years, both ends among them. */
  public History history(RegionCode region, int from, int to) {
    LocalDate today = today();
    SortedMap<Integer, Criteria> judged = new TreeMap<>();
    for (int year = from; year <= to; year++) {
      int each = year;
      standings.criteria(each, today).ifPresent(criteria -> judged.put(each, criteria));
    }
    Map<Boolean, ScoreRecords> records = new HashMap<>();
    judged.values().stream()
        .map(Criteria::practice)
        .distinct()
        .forEach(practice -> records.put(practice, records(region, judged, practice)));
    List<OneYear> years = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      Criteria criteria = judged.get(year);
      years.add(
          criteria == null
              ? OneYear.withoutCriteria(year)
              : year(records.get(criteria.practice()), region, year, criteria, today));
    }
    return new History(
        standings.region(region).map(Region::name),
        notices.plan(region, today),
        region,
        notices.standards(region, today),
        years);
  }

  /** What the years that are judged by totals of practice, or by the others, are made of. */
  private ScoreRecords records(
      RegionCode region, SortedMap<Integer, Criteria> judged, boolean practice) {
    List<Integer> years =
        judged.entrySet().stream()
            .filter(each -> each.getValue().practice() == practice)
            .map(Map.Entry::getKey)
            .toList();
    return ScoreRecords.read(
        reader,
        List.of(region),
        years,
        practice,
        standings.provinces(),
        years.stream().<Key<?>>map(each -> RegionAssessments.key(region, each, practice)).toList());
  }

  private static OneYear year(
      Records records, RegionCode region, int year, Criteria criteria, LocalDate today) {
    Scorecard scorecard = RegionScore.of(records, criteria, region, year, today);
    Sources sources = new Sources(records, criteria, region, year);
    return new OneYear(
        records
            .find(RegionAssessments.key(region, year, criteria.practice()))
            .flatMap(RegionAssessments::newest)
            .map(id -> "/assessments/" + id),
        scorecard.award(),
        scorecard.coupling(),
        Optional.of(scorecard.coveragePercent()),
        Optional.of(address(criteria)),
        days(Standings.oldestReport(records, criteria, region, year), today),
        scorecard.groups(),
        scorecard.indicators().stream().map(each -> line(criteria, each, sources, today)).toList(),
        Optional.of(criteria.practice()),
        Optional.empty(),
        scorecard.score(),
        year);
  }

  private static Line line(
      Criteria criteria, Scorecard.IndicatorScore score, Sources sources, LocalDate today) {
    Indicator indicator = criteria.find(score.indicator()).orElseThrow();
    return new Line(
        score.actual(),
        score.attainment(),
        indicator.direction(),
        score.first(),
        days(sources.reportedAt(indicator), today),
        sources.of(indicator, score),
        score.gapPercent(),
        indicator.group(),
        indicator.id(),
        score.later(),
        indicator.ledger(),
        indicator.name(),
        score.target(),
        score.targetSince(),
        indicator.unit(),
        score.unknown(),
        score.unscored(),
        score.weightPerMille());
  }

  /**
   * Where the numbers of a region's year come from.
   *
   * @param records what was read for it
   * @param criteria by which it is judged
   * @param region the region
   * @param year the year
   */
  private record Sources(Records records, Criteria criteria, RegionCode region, int year) {
    Optional<Instant> reportedAt(Indicator indicator) {
      return indicator.ledger().isPresent()
          ? Optional.empty()
          : records
              .find(IndicatorReport.key(region, year, criteria.practice()))
              .flatMap(report -> report.find(indicator.id()))
              .flatMap(IndicatorReport.Reported::judged)
              .map(IndicatorReport.Restated::at);
    }

    List<String> of(Indicator indicator, Scorecard.IndicatorScore score) {
      List<String> from = new ArrayList<>();
      score
          .goal()
          .ifPresent(
              goal -> {
                from.add("/region-targets/" + region + "/" + year + "/" + kind());
                from.add("/goals/" + goal);
              });
      score
          .report()
          .ifPresent(
              report -> {
                from.add("/indicator-reports/" + region + "/" + year + "/" + kind());
                from.add("/instructions/" + report);
              });
      if (score.actual().isPresent()) {
        indicator.ledger().ifPresent(ledger -> from.addAll(computed(ledger)));
      }
      return List.copyOf(from);
    }

    private String kind() {
      return criteria.practice() ? "practice" : "real";
    }

    private List<String> computed(LedgerIndicator ledger) {
      if (ledger == LedgerIndicator.RETIRED_TONNES) {
        return used(RegionScore.market(region).orElseThrow());
      }
      if (records.find(RegionTotals.key(region, criteria.practice())).isEmpty()) {
        return List.of();
      }
      // The nation's are a list: those of provinces are in it, by their codes.
      return List.of(
          region.equals(RegionCode.NATION)
              ? "/region-totals?practice=" + criteria.practice()
              : "/region-totals/" + region + "/" + kind());
    }

    private List<String> used(MarketId market) {
      return Stream.concat(
              Stream.of("/offset-markets/" + market),
              records.find(MarketOffsetUse.key(market, year)).stream()
                  .map(use -> "/market-offset-uses/" + market + "/" + year))
          .toList();
    }
  }

  /**
   * A page of the divisions of a level in another, ranked year by year. A record that is written
   * while somebody pages may move items from one page to another.
   *
   * @param region the division, or the nation
   * @param level one below it
   * @param skip how many items to leave out at the beginning
   * @param limit the most items
   */
  public Ranking ranking(
      RegionCode region, RegionLevel level, int from, int to, long skip, int limit) {
    LocalDate today = today();
    Standings.Scope scope = new Standings.Scope(region, level);
    List<Row> items = new ArrayList<>();
    List<Integer> withoutCriteria = new ArrayList<>();
    long total = 0;
    for (int year = to; year >= from; year--) {
      Optional<Criteria> criteria = standings.criteria(year, today);
      if (criteria.isEmpty()) {
        withoutCriteria.add(year);
        continue;
      }
      int count = standings.count(scope, year);
      long first = Math.max(0, skip + items.size() - total);
      if (first < count && items.size() < limit) {
        List<Standing> ranked = standings.ranked(scope, year, today);
        int begin = Math.min(ranked.size(), Math.toIntExact(first));
        int end = Math.min(ranked.size(), begin + limit - items.size());
        Map<RegionCode, Name> names = standings.names(ranked.subList(begin, end));
        for (int i = begin; i < end; i++) {
          Name name = names.get(ranked.get(i).region());
          items.add(row(ranked, i, name, year, criteria.get(), today));
        }
      }
      total += count;
    }
    long end = skip + items.size();
    return new Ranking(
        List.copyOf(items),
        end < total && !items.isEmpty() ? Optional.of(end) : Optional.empty(),
        total,
        withoutCriteria);
  }

  private static Row row(
      List<Standing> ranked, int place, Name name, int year, Criteria criteria, LocalDate today) {
    Standing each = ranked.get(place);
    return new Row(
        each.award(),
        each.coupling(),
        each.coveragePercent(),
        address(criteria),
        days(each.oldestReport(), today),
        "/coordination/scorecard?region=" + each.region() + "&from=" + year + "&to=" + year,
        each.groups(),
        name,
        criteria.practice(),
        each.score().map(score -> rank(ranked, place)),
        each.region(),
        each.score(),
        year);
  }

  /** The place of the first with the same score. */
  private static int rank(List<Standing> ranked, int place) {
    int first = place;
    while (first > 0 && ranked.get(first - 1).score().equals(ranked.get(place).score())) {
      first--;
    }
    return first + 1;
  }

  private static String address(Criteria criteria) {
    return "/criteria/" + Ids.of(criteria.key());
  }

  private static Optional<Long> days(Optional<Instant> since, LocalDate today) {
    return since.map(at -> ChronoUnit.DAYS.between(BeijingTime.day(at), today));
  }
}
