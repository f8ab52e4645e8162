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

  RegionScorecard(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
    this.standings = new Standings(reader);
  }

  /**
   * A region's years.
   *
   * @param name what it is called; absent for the nation
   * @param region the division, {@code 000000} for the nation
   * @param years one each, ascending
   */
  public record History(Optional<Name> name, RegionCode region, List<OneYear> years) {}

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
   * @param ledger what the ledger computes it as; absent where offices report it
   * @param name zh and en
   * @param target what was to be reached
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
      Optional<LedgerIndicator> ledger,
      Name name,
      Optional<Decimal> target,
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
    List<OneYear> years = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      int each = year;
      years.add(
          standings
              .criteria(each, today)
              .map(criteria -> year(region, each, criteria, today))
              .orElseGet(() -> OneYear.withoutCriteria(each)));
    }
    return new History(standings.region(region).map(Region::name), region, years);
  }

  private OneYear year(RegionCode region, int year, Criteria criteria, LocalDate today) {
    ScoreRecords records =
        ScoreRecords.read(
            reader,
            List.of(region),
            year,
            criteria.practice(),
            standings.provinces(),
            List.of(RegionAssessments.key(region, year)));
    Scorecard scorecard = RegionScore.of(records, criteria, region, year);
    Sources sources = new Sources(records, criteria, region, year);
    return new OneYear(
        records
            .find(RegionAssessments.key(region, year))
            .flatMap(RegionAssessments::newest)
            .map(id -> "/assessments/" + id),
        scorecard.award(),
        scorecard.coupling(),
        Optional.of(scorecard.coveragePercent()),
        Optional.of(address(criteria)),
        days(Standings.oldestReport(records, criteria, region, year), today),
        scorecard.groups(),
        scorecard.indicators().stream()
            .map(each -> line(criteria, each, sources, today))
            .toList(),
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
        indicator.ledger(),
        indicator.name(),
        score.target(),
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
              .find(IndicatorReport.key(region, year))
              .flatMap(report -> report.find(indicator.id()))
              .map(IndicatorReport.Reported::newestAt);
    }

    List<String> of(Indicator indicator, Scorecard.IndicatorScore score) {
      List<String> from = new ArrayList<>();
      score
          .goal()
          .ifPresent(
              goal -> {
                from.add("/region-targets/" + region + "/" + year);
                from.add("/goals/" + goal);
              });
      score
          .report()
          .ifPresent(
              report -> {
                from.add("/indicator-reports/" + region + "/" + year);
                from.add("/instructions/" + report);
              });
      if (score.actual().isPresent()) {
        indicator.ledger().ifPresent(ledger -> from.addAll(computed(ledger)));
      }
      return List.copyOf(from);
    }

    private List<String> computed(LedgerIndicator ledger) {
      if (ledger == LedgerIndicator.RETIRED_TONNES) {
        return used(RegionScore.market(region).orElseThrow());
      }
      if (records.find(RegionTotals.key(region, criteria.practice())).isEmpty()) {
        return List.of();
      }
      // The nation's are a list: those of provinces are in it, by their codes.
      String kind = criteria.practice() ? "practice" : "real";
      return List.of(
          region.equals(RegionCode.NATION)
              ? "/region-totals?practice=" + criteria.practice()
              : "/region-totals/" + region + "/" + kind);
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
    List<Row> items = new ArrayList<>();
    List<Integer> withoutCriteria = new ArrayList<>();
    long total = 0;
    for (int year = to; year >= from; year--) {
      Optional<Criteria> criteria = standings.criteria(year, today);
      if (criteria.isEmpty()) {
        withoutCriteria.add(year);
        continue;
      }
      List<Region> regions = standings.regions(region, level, year);
      long first = Math.max(0, skip + items.size() - total);
      if (first < regions.size() && items.size() < limit) {
        int most = limit - items.size();
        items.addAll(rows(regions, year, criteria.get(), today, Math.toIntExact(first), most));
      }
      total += regions.size();
    }
    long end = skip + items.size();
    return new Ranking(
        List.copyOf(items),
        end < total && !items.isEmpty() ? Optional.of(end) : Optional.empty(),
        total,
        withoutCriteria);
  }

  private List<Row> rows(
      List<Region> regions, int year, Criteria criteria, LocalDate today, int first, int most) {
    Map<RegionCode, Name> names = new HashMap<>();
    regions.forEach(each -> names.put(each.code(), each.name()));
    List<Standing> ranked =
        standings.of(List.copyOf(names.keySet()), year, today).stream()
            .sorted(Standing.BEST_FIRST)
            .toList();
    List<Row> rows = new ArrayList<>();
    int rank = 0;
    Optional<Decimal> before = Optional.empty();
    for (int i = 0; i < Math.min(ranked.size(), (long) first + most); i++) {
      Standing each = ranked.get(i);
      if (i == 0 || !each.score().equals(before)) {
        rank = i + 1;
        before = each.score();
      }
      if (i >= first) {
        rows.add(row(each, names.get(each.region()), year, criteria, today, rank));
      }
    }
    return rows;
  }

  private static Row row(
      Standing each, Name name, int year, Criteria criteria, LocalDate today, int rank) {
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
        each.score().map(scored -> rank),
        each.region(),
        each.score(),
        year);
  }

  private static String address(Criteria criteria) {
    return "/criteria/" + Ids.of(criteria.key());
  }

  private static Optional<Long> days(Optional<Instant> since, LocalDate today) {
    return since.map(at -> ChronoUnit.DAYS.between(BeijingTime.day(at), today));
  }
}
