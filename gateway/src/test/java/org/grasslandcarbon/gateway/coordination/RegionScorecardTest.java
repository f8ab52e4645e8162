// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.computed;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.criteria;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.grazed;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.instruction;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.issued;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.region;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.report;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.reported;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.targets;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.totals;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.value;
import static org.grasslandcarbon.gateway.coordination.RecordsUnderTest.versions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grasslandcarbon.domain.coordination.Coupling;
import org.grasslandcarbon.domain.coordination.Criteria;
import org.grasslandcarbon.domain.coordination.Direction;
import org.grasslandcarbon.domain.coordination.Indicator;
import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.LedgerIndicator;
import org.grasslandcarbon.domain.coordination.NoNumber;
import org.grasslandcarbon.domain.coordination.RegionAssessments;
import org.grasslandcarbon.domain.coordination.Scorecard;
import org.grasslandcarbon.domain.coordination.Subsystem;
import org.grasslandcarbon.domain.offset.CreditTraits;
import org.grasslandcarbon.domain.offset.MarketOffsetUse;
import org.grasslandcarbon.domain.offset.OffsetMarket;
import org.grasslandcarbon.domain.offset.UsedCredits;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scorecards of a few regions against numbers computed by hand. */
class RegionScorecardTest {
  private static final int YEAR = 2024;
  private static final String NATION = "000000";
  private static final String NORTH = "150000";
  private static final String CAPITAL = "110000";
  private static final Optional<Subsystem> U1 = Optional.of(Subsystem.LOW_CARBON_ECONOMY);
  private static final Optional<Subsystem> U2 = Optional.of(Subsystem.COORDINATED_DEVELOPMENT);

  private static final List<Indicator> INDICATORS =
      List.of(
          reported("JOBS", IndicatorGroup.ECONOMY, U1, 300),
          computed(
              LedgerIndicator.OVERLOAD_PERCENT,
              Direction.LOWER,
              IndicatorGroup.ENVIRONMENT,
              U2,
              200),
          computed(
              LedgerIndicator.RETIRED_TONNES,
              Direction.HIGHER,
              IndicatorGroup.ECONOMY,
              Optional.empty(),
              100),
          reported("TRAINED_PERSONS", IndicatorGroup.CAPACITY, U2, 200),
          computed(
              LedgerIndicator.VERIFIED_TONNES, Direction.HIGHER, IndicatorGroup.RESOURCE, U1, 300));
  private static final Criteria CRITERIA = criteria(1, "2024-01-01", INDICATORS);

  private JdbcConnectionPool pool;
  private RecordsUnderTest records;
  private RegionScorecard scorecard;

  @BeforeEach
  void project() {
    pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";DB_CLOSE_DELAY=-1",
            "sa",
            "");
    records = new RecordsUnderTest(pool);
    records.put(
        new CountingStart(Instant.parse("2020-01-01T02:00:00Z"), true),
        region(NORTH),
        region(CAPITAL),
        region("120000"),
        region("152500"),
        region("152502"),
        region("152501"),
        region("110101"));
    records.put(CRITERIA, versions(CRITERIA));
    records.put(
        targets(
            NORTH,
            YEAR,
            77,
            "OVERLOAD_PERCENT",
            "10",
            "RETIRED_TONNES",
            "40",
            "TRAINED_PERSONS",
            "100",
            "VERIFIED_TONNES",
            "1000"),
        targets(CAPITAL, YEAR, 77, "VERIFIED_TONNES", "1000"),
        totals(NORTH, grazed(issued(YEAR, 600), "1000", "1250")),
        totals(CAPITAL, issued(YEAR, 400)),
        report(
            NORTH,
            YEAR,
            value(
                "TRAINED_PERSONS",
                "80",
                "2025-01-10",
                new IndicatorReport.Restated(
                    false,
                    Instant.parse("2025-02-01T02:00:00Z"),
                    RecordsUnderTest.OFFICE,
                    RecordsUnderTest.DOCUMENT,
                    instruction(90),
                    Decimal.of("90")))));
    scorecard = at("2025-03-03T02:00:00Z");
  }

  private RegionScorecard at(String now) {
    return new RegionScorecard(records.reader(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  private RegionScorecard.OneYear year(String region, int year) {
    List<RegionScorecard.OneYear> years =
        scorecard.history(new RegionCode(region), year, year).years();
    assertThat(years).hasSize(1);
    return years.get(0);
  }

  private RegionScorecard.Line line(String region, String indicator) {
    return year(region, YEAR).indicators().stream()
        .filter(each -> each.indicator().value().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private RegionScorecard.Ranking provinces() {
    return ranking(NATION, RegionLevel.PROVINCE, YEAR, YEAR, 0, 50);
  }

  private RegionScorecard.Ranking ranking(
      String region, RegionLevel level, int from, int to, long skip, int limit) {
    return scorecard.ranking(new RegionCode(region), level, from, to, skip, limit);
  }

  private static List<String> told(RegionScorecard.Ranking ranking) {
    return ranking.items().stream()
        .map(
            each ->
                each.rank().map(Object::toString).orElse("-")
                    + " "
                    + each.region()
                    + " "
                    + each.score().map(Object::toString).orElse("-"))
        .toList();
  }

  private static String decimal(Optional<Decimal> value) {
    return value.map(Decimal::toString).orElse("-");
  }

  @Test
  void the_score_is_of_what_has_a_number_and_coverage_says_how_much_that_is() {
    RegionScorecard.OneYear north = year(NORTH, YEAR);
    // 600 of 1,000 t, 10 % where 25 % are too many, 90 of 100 people; nobody reported jobs and the
    // province has no market: (0.6 x 300 + 0.4 x 200 + 0.9 x 200) / 700 of 1,100.
    assertThat(decimal(north.score())).isEqualTo("62.857143");
    assertThat(decimal(north.coveragePercent())).isEqualTo("63.636364");
    assertThat(north.award()).contains(new Scorecard.Award(50, 2, Name.of("合格", "Sufficient"), 40));
    assertThat(north.coupling())
        .contains(
            new Coupling(
                Optional.of(Decimal.of("0.9992")),
                Decimal.of("0.790253"),
                8,
                Decimal.of("0.625"),
                Decimal.of("0.6"),
                Decimal.of("0.65")));
    assertThat(north.criteria()).contains("/criteria/0001");
    assertThat(north.practice()).contains(false);
    assertThat(north.assessment()).isEmpty();
    assertThat(north.reason()).isEmpty();
    assertThat(scorecard.history(new RegionCode(NORTH), YEAR, YEAR).name())
        .contains(Name.of("区划150000", "Division 150000"));
  }

  @Test
  void every_number_names_the_records_that_it_comes_from() {
    assertThat(line(NORTH, "VERIFIED_TONNES").from())
        .containsExactly(
            "/region-targets/150000/2024/real",
            "/goals/" + instruction(77),
            "/region-totals/150000/real");
    RegionScorecard.Line trained = line(NORTH, "TRAINED_PERSONS");
    assertThat(trained.from())
        .containsExactly(
            "/region-targets/150000/2024/real",
            "/goals/" + instruction(77),
            "/indicator-reports/150000/2024/real",
            "/instructions/" + instruction(90));
    assertThat(decimal(trained.actual())).isEqualTo("90");
    assertThat(decimal(trained.first())).isEqualTo("80");
    assertThat(trained.targetSince()).contains(LocalDate.of(YEAR, 2, 1));
    // From 1 February to 3 March.
    assertThat(trained.freshnessDays()).contains(30L);
    assertThat(year(NORTH, YEAR).freshnessDays()).contains(30L);
    assertThat(line(NORTH, "VERIFIED_TONNES").freshnessDays()).isEmpty();
    assertThat(year(CAPITAL, YEAR).freshnessDays()).isEmpty();
  }

  @Test
  void less_is_better_where_the_criteria_say_so() {
    RegionScorecard.Line overload = line(NORTH, "OVERLOAD_PERCENT");
    assertThat(decimal(overload.actual())).isEqualTo("25");
    assertThat(decimal(overload.attainment())).isEqualTo("0.4");
    assertThat(overload.gapPercent().orElseThrow().value().toPlainString()).isEqualTo("-150");
    assertThat(overload.direction()).isEqualTo(Direction.LOWER);
  }

  @Test
  void what_cannot_be_computed_says_why_and_is_never_0() {
    assertThat(line(NORTH, "JOBS").unknown()).contains(NoNumber.NOT_REPORTED);
    assertThat(line(NORTH, "JOBS").unscored()).contains(NoNumber.NO_TARGET);
    assertThat(line(NORTH, "RETIRED_TONNES").unknown()).contains(NoNumber.NO_MARKET);
    assertThat(line(NORTH, "RETIRED_TONNES").attainment()).isEmpty();
    assertThat(line(CAPITAL, "OVERLOAD_PERCENT").unknown()).contains(NoNumber.NO_DATA);
    RegionScorecard.OneYear empty = year("120000", YEAR);
    assertThat(empty.score()).isEmpty();
    assertThat(empty.award()).isEmpty();
    assertThat(decimal(empty.coveragePercent())).isEqualTo("0");
    assertThat(empty.indicators()).allMatch(each -> each.attainment().isEmpty());
    assertThat(line("120000", "VERIFIED_TONNES").from()).isEmpty();
  }

  @Test
  void a_year_without_criteria_says_so_and_a_year_before_the_first_is_judged_by_them() {
    assertThat(year(NORTH, 2023).criteria()).contains("/criteria/0001");
    scorecard = at("2023-12-31T15:59:59Z");
    assertThat(year(NORTH, 2023).reason()).contains("NO_CRITERIA");
    assertThat(year(NORTH, 2023).indicators()).isEmpty();
    assertThat(ranking(NATION, RegionLevel.PROVINCE, 2023, 2023, 0, 50))
        .isEqualTo(new RegionScorecard.Ranking(List.of(), Optional.empty(), 0, List.of(2023)));
    // A second later it is 2024 in Beijing, and the criteria hold.
    scorecard = at("2023-12-31T16:00:00Z");
    assertThat(year(NORTH, 2023).reason()).isEmpty();
  }

  @Test
  void the_nation_is_computed_from_the_totals_of_its_provinces() {
    records.put(targets(NATION, YEAR, 78, "VERIFIED_TONNES", "2000", "OVERLOAD_PERCENT", "50"));
    RegionScorecard.OneYear nation = year(NATION, YEAR);
    // (600 + 400) of 2,000 t; 25 % where 50 % were allowed: (0.5 x 300 + 1 x 200) / 500.
    assertThat(decimal(nation.score())).isEqualTo("70");
    assertThat(decimal(line(NATION, "VERIFIED_TONNES").actual())).isEqualTo("1000");
    assertThat(line(NATION, "VERIFIED_TONNES").from())
        .containsExactly(
            "/region-targets/000000/2024/real",
            "/goals/" + instruction(78),
            "/region-totals?practice=false");
    assertThat(line(NATION, "RETIRED_TONNES").unknown()).contains(NoNumber.NO_MARKET);
    assertThat(scorecard.history(RegionCode.NATION, YEAR, YEAR).name()).isEmpty();

    records.put(totals(CAPITAL, issued(YEAR, 1_400)));
    assertThat(decimal(year(NATION, YEAR).score())).isEqualTo("100");
  }

  @Test
  void what_a_market_has_used_counts_for_its_province() {
    MarketId market = new MarketId("CN-15");
    records.put(
        new OffsetMarket(
            false, market, List.of(new OffsetMarket.Years(YEAR, Optional.empty(), true))));
    assertThat(decimal(line(NORTH, "RETIRED_TONNES").actual())).isEqualTo("0");
    assertThat(line(NORTH, "RETIRED_TONNES").from()).endsWith("/offset-markets/CN-15");
    assertThat(told(provinces())).startsWith("1 150000 55");
    records.put(
        new MarketOffsetUse(
            market,
            List.of(
                new UsedCredits(Tonnes.of(20), CreditTraits.ofGrassland(new RegionCode(NORTH)))),
            YEAR));
    // 20 of 40 t: (440 + 0.5 x 100) / 800.
    assertThat(decimal(year(NORTH, YEAR).score())).isEqualTo("61.25");
    assertThat(line(NORTH, "RETIRED_TONNES").from())
        .endsWith("/offset-markets/CN-15", "/market-offset-uses/CN-15/2024");
    assertThat(told(provinces())).startsWith("1 150000 61.25");
  }

  @Test
  void an_assessment_that_stands_is_named() {
    records.put(
        new RegionAssessments(
            List.of(
                new RegionAssessments.Made(instruction(5), RecordsUnderTest.OFFICE),
                new RegionAssessments.Made(instruction(6), RecordsUnderTest.OFFICE)),
            false,
            new RegionCode(NORTH),
            YEAR));
    assertThat(year(NORTH, YEAR).assessment()).contains("/assessments/" + instruction(6));
  }

  @Test
  void regions_of_a_level_are_ranked_and_those_without_a_score_have_no_rank() {
    assertThat(told(provinces()))
        .containsExactly("1 150000 62.857143", "2 110000 40", "- 120000 -");
    RegionScorecard.Row capital = provinces().items().get(1);
    assertThat(capital.award()).as("30 of 110 are less than 40 %").isEmpty();
    assertThat(capital.coveragePercent()).isEqualTo(Decimal.of("27.272727"));
    assertThat(capital.name().zh()).isEqualTo("区划110000");
    assertThat(capital.from()).isEqualTo("/coordination/scorecard?region=110000&from=2024&to=2024");
    assertThat(provinces().items().get(0).freshnessDays()).contains(30L);
    assertThat(told(ranking(NORTH, RegionLevel.COUNTY, YEAR, YEAR, 0, 50)))
        .containsExactly("- 152501 -", "- 152502 -");
    assertThat(told(ranking(NORTH, RegionLevel.PREFECTURE, YEAR, YEAR, 0, 50)))
        .containsExactly("- 152500 -");
    assertThat(told(ranking("152500", RegionLevel.COUNTY, YEAR, YEAR, 0, 50))).hasSize(2);
  }

  @Test
  void equal_scores_have_the_same_rank_and_the_next_one_leaves_a_rank_out() {
    records.put(
        targets("152501", YEAR, 77, "VERIFIED_TONNES", "10"),
        targets("152502", YEAR, 77, "VERIFIED_TONNES", "20"),
        targets("110101", YEAR, 77, "VERIFIED_TONNES", "100"),
        totals("152501", issued(YEAR, 5)),
        totals("152502", issued(YEAR, 10)),
        totals("110101", issued(YEAR, 25)));
    assertThat(told(ranking(NATION, RegionLevel.COUNTY, YEAR, YEAR, 0, 50)))
        .containsExactly("1 152501 50", "1 152502 50", "3 110101 25");
  }

  @Test
  void pages_have_every_region_and_year_once_the_newest_year_first() {
    RegionScorecard.Ranking first = ranking(NATION, RegionLevel.PROVINCE, 2023, YEAR, 0, 2);
    assertThat(told(first)).containsExactly("1 150000 62.857143", "2 110000 40");
    assertThat(first.total()).isEqualTo(6);
    assertThat(first.next()).contains(2L);
    RegionScorecard.Ranking second = ranking(NATION, RegionLevel.PROVINCE, 2023, YEAR, 2, 2);
    assertThat(second.items())
        .extracting(each -> each.year() + " " + each.region())
        .containsExactly("2024 120000", "2023 110000");
    RegionScorecard.Ranking third = ranking(NATION, RegionLevel.PROVINCE, 2023, YEAR, 4, 2);
    assertThat(third.items())
        .extracting(each -> each.year() + " " + each.region())
        .containsExactly("2023 120000", "2023 150000");
    assertThat(third.next()).isEmpty();
    assertThat(ranking(NATION, RegionLevel.PROVINCE, 2023, YEAR, 6, 2).items()).isEmpty();
  }

  @Test
  void what_is_written_later_is_seen_by_the_next_who_asks() {
    assertThat(told(provinces())).startsWith("1 150000 62.857143", "2 110000 40");
    records.put(totals(CAPITAL, issued(YEAR, 700)));
    assertThat(told(provinces())).startsWith("1 110000 70", "2 150000 62.857143");
    records.put(targets(CAPITAL, YEAR, 79, "VERIFIED_TONNES", "1400"));
    assertThat(told(provinces())).startsWith("1 150000 62.857143", "2 110000 50");
    records.put(report(NORTH, YEAR, value("TRAINED_PERSONS", "20", "2025-02-20")));
    // (0.6 x 300 + 0.4 x 200 + 0.2 x 200) / 700.
    assertThat(told(provinces())).startsWith("1 110000 50", "2 150000 42.857143");
    records.put(region("130000"));
    assertThat(told(provinces())).endsWith("- 120000 -", "- 130000 -");
    Criteria later =
        criteria(
            2,
            "2024-06-01",
            List.of(reported("TRAINED_PERSONS", IndicatorGroup.CAPACITY, U2, 200)));
    records.put(later, versions(CRITERIA, later));
    assertThat(told(provinces())).startsWith("1 150000 20", "- 110000 -");
    assertThat(year(NORTH, YEAR).criteria()).contains("/criteria/0002");
  }

  @Test
  void a_division_is_ranked_in_the_years_in_which_its_code_was_in_use() {
    records.put(
        region("150700", "2020-01-01", Optional.of("2023-06-30")),
        region("150800", "2024-07-01", Optional.empty()));
    assertThat(told(ranking(NORTH, RegionLevel.PREFECTURE, 2023, 2023, 0, 50)))
        .containsExactly("- 150700 -", "- 152500 -");
    assertThat(told(ranking(NORTH, RegionLevel.PREFECTURE, 2024, 2024, 0, 50)))
        .containsExactly("- 150800 -", "- 152500 -");
  }
}
