// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.Criteria;
import org.grasslandcarbon.domain.coordination.Direction;
import org.grasslandcarbon.domain.coordination.Indicator;
import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.LedgerIndicator;
import org.grasslandcarbon.domain.coordination.Subsystem;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * How fast scorecards of the whole country are told: {@code ScorecardBenchmark URL [queries]}. 34
 * provinces, 340 prefectures and 2,900 counties have 30 indicators over ten years, each with
 * targets, a report and totals. Fills the database when it is empty, then asks as people do and
 * prints medians and 99th percentiles of everything between the parameters of a request and the
 * bytes of its answer.
 */
final class ScorecardBenchmark {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 2024;
  private static final int PROVINCES = 34;
  private static final int PREFECTURES = 10;
  private static final int COUNTIES = 2_900;
  private static final int REPORTED = 24;
  private static final int RECORDS_A_BLOCK = 500;
  private static final int PAGE = 50;
  private static final double MILLION = 1e6;

  private final RecordsUnderTest records;
  private final List<String> provinces = new ArrayList<>();
  private final List<String> prefectures = new ArrayList<>();
  private final List<String> counties = new ArrayList<>();
  private final Criteria criteria = RecordsUnderTest.criteria(1, "2015-01-01", indicators());
  private final RegionScorecard scorecard;

  private ScorecardBenchmark(HikariDataSource database) {
    records = new RecordsUnderTest(database);
    for (int province = 0; province < PROVINCES; province++) {
      provinces.add(String.format(Locale.ROOT, "%02d0000", 11 + province));
      for (int prefecture = 1; prefecture <= PREFECTURES; prefecture++) {
        prefectures.add(String.format(Locale.ROOT, "%02d%02d00", 11 + province, prefecture));
      }
    }
    for (int county = 0; county < COUNTIES; county++) {
      String prefecture = prefectures.get(county % prefectures.size());
      int number = county / prefectures.size() + 1;
      counties.add(prefecture.substring(0, 4) + String.format(Locale.ROOT, "%02d", number));
    }
    scorecard =
        new RegionScorecard(
            records.reader(),
            Clock.fixed(Instant.parse("2024-12-01T02:00:00Z"), ZoneOffset.UTC));
  }

  public static void main(String[] arguments) {
    int queries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    try (HikariDataSource database = new HikariDataSource()) {
      database.setJdbcUrl(arguments[0]);
      ScorecardBenchmark benchmark = new ScorecardBenchmark(database);
      benchmark.fill();
      benchmark.run(queries);
    }
  }

  private static List<Indicator> indicators() {
    List<Indicator> all = new ArrayList<>();
    Subsystem[] subsystems = Subsystem.values();
    LedgerIndicator[] computed = {
      LedgerIndicator.VERIFIED_TONNES,
      LedgerIndicator.PROJECT_AREA_HECTARES,
      LedgerIndicator.OVERLOAD_PERCENT,
      LedgerIndicator.TRADED_TONNES,
      LedgerIndicator.PRICE_FEN_PER_TONNE,
      LedgerIndicator.RETIRED_TONNES
    };
    for (int i = 0; i < computed.length; i++) {
      all.add(
          RecordsUnderTest.computed(
              computed[i],
              computed[i] == LedgerIndicator.OVERLOAD_PERCENT ? Direction.LOWER : Direction.HIGHER,
              IndicatorGroup.RESOURCE,
              Optional.of(subsystems[i % 2]),
              30 + i));
    }
    for (int i = 0; i < REPORTED; i++) {
      all.add(
          RecordsUnderTest.reported(
              reported(i),
              IndicatorGroup.values()[i % IndicatorGroup.values().length],
              Optional.of(subsystems[i % 2]),
              20 + i));
    }
    all.sort(Comparator.comparing(Indicator::id));
    return all;
  }

  private static String reported(int number) {
    return String.format(Locale.ROOT, "REPORTED_%02d", number);
  }

  private List<String> regions() {
    List<String> all = new ArrayList<>(provinces);
    all.addAll(prefectures);
    all.addAll(counties);
    return all;
  }

  private void fill() {
    if (records.reader().find(Criteria.key(1)).isPresent()) {
      return;
    }
    Instant begin = Instant.now();
    List<LedgerRecord> some = new ArrayList<>();
    Consumer<LedgerRecord> put =
        record -> {
          some.add(record);
          if (some.size() == RECORDS_A_BLOCK) {
            records.put(List.copyOf(some));
            some.clear();
          }
        };
    put.accept(new CountingStart(Instant.parse("2014-01-01T02:00:00Z"), true));
    Random random = new Random(1);
    for (String region : regions()) {
      put.accept(RecordsUnderTest.region(region, "2010-01-01", Optional.empty()));
      List<RegionYear> years = new ArrayList<>();
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        years.add(year(year, random));
        put.accept(targets(region, year, random));
        put.accept(report(region, year, random));
      }
      put.accept(RecordsUnderTest.totals(region, years.toArray(RegionYear[]::new)));
    }
    put.accept(criteria);
    put.accept(RecordsUnderTest.versions(criteria));
    records.put(List.copyOf(some));
    System.out.printf(
        Locale.ROOT,
        "%d regions written in %d s%n",
        regions().size(),
        Duration.between(begin, Instant.now()).toSeconds());
  }

  private static RegionYear year(int year, Random random) {
    return RecordsUnderTest.grazed(
        RecordsUnderTest.issued(year, random.nextInt(100_000)),
        Integer.toString(10_000 + random.nextInt(10_000)),
        Integer.toString(10_000 + random.nextInt(10_000)));
  }

  private LedgerRecord targets(String region, int year, Random random) {
    return RecordsUnderTest.targets(
        region,
        year,
        year,
        criteria.indicators().stream()
            .flatMap(
                each ->
                    Stream.of(
                        each.id().value(), Integer.toString(1 + random.nextInt(100_000))))
            .toArray(String[]::new));
  }

  private static IndicatorReport report(String region, int year, Random random) {
    IndicatorReport.Reported[] values = new IndicatorReport.Reported[REPORTED];
    for (int i = 0; i < REPORTED; i++) {
      values[i] =
          RecordsUnderTest.value(
              reported(i), Integer.toString(random.nextInt(100_000)), year + "-11-0" + (1 + i % 9));
    }
    return RecordsUnderTest.report(region, year, values);
  }

  private void run(int queries) {
    System.out.printf(
        Locale.ROOT, "%-58s %8s %8s %8s %8s  (ms of %d)%n", "", "first", "median", "p99", "most",
        queries);
    measure("counties of the country, ten years, first page", queries, r -> page("000000", 0));
    measure("the same, any page", queries, r -> page("000000", r.nextInt(COUNTIES * 10 - PAGE)));
    measure(
        "counties of a province, ten years",
        queries,
        r -> page(provinces.get(r.nextInt(PROVINCES)), 0));
    measure(
        "provinces, ten years, first page",
        queries,
        r -> bytes(ranking("000000", RegionLevel.PROVINCE, 0)));
    measure(
        "a county with its ten years, all indicators",
        queries,
        r -> history(counties.get(r.nextInt(COUNTIES))));
    measure(
        "a province with its ten years, all indicators",
        queries,
        r -> history(provinces.get(r.nextInt(PROVINCES))));
    measure("the nation with its ten years, all indicators", queries, r -> history("000000"));
    measure(
        "counties of the country, first page, a county's report before",
        queries,
        r -> {
          page("000000", 0);
        },
        r ->
            records.put(
                report(counties.get(r.nextInt(COUNTIES)), LAST_YEAR, r)));
    measure(
        "the same, totals of a county, prefecture and province before",
        queries,
        r -> page("000000", 0),
        r -> {
          String county = counties.get(r.nextInt(COUNTIES));
          List<LedgerRecord> changed = new ArrayList<>();
          for (RegionCode each : new RegionCode(county).upToProvince()) {
            List<RegionYear> years = new ArrayList<>();
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
              years.add(year(year, r));
            }
            changed.add(
                RecordsUnderTest.totals(each.value(), years.toArray(RegionYear[]::new)));
          }
          records.put(changed);
        });
  }

  private void measure(String name, int queries, Consumer<Random> query) {
    measure(name, queries, query, any -> {});
  }

  /** The first is told by itself: it computes what the others find. */
  private static void measure(
      String name, int queries, Consumer<Random> query, Consumer<Random> before) {
    Random random = new Random(name.hashCode());
    double[] times = new double[queries];
    double first = 0;
    for (int i = -queries / 2; i < queries; i++) {
      before.accept(random);
      long start = System.nanoTime();
      query.accept(random);
      double time = (System.nanoTime() - start) / MILLION;
      if (i == -queries / 2) {
        first = time;
      }
      if (i >= 0) {
        times[i] = time;
      }
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-58s %8.1f %8.2f %8.2f %8.2f%n",
        name,
        first,
        times[queries / 2],
        times[queries * 99 / 100],
        times[queries - 1]);
  }

  private RegionScorecard.Ranking ranking(String region, RegionLevel level, long skip) {
    return scorecard.ranking(
        new RegionCode(region), level, FIRST_YEAR, LAST_YEAR, skip, PAGE);
  }

  private void page(String region, long skip) {
    bytes(ranking(region, RegionLevel.COUNTY, skip));
  }

  private void history(String region) {
    bytes(scorecard.history(new RegionCode(region), FIRST_YEAR, LAST_YEAR));
  }

  private static void bytes(Object answer) {
    if (Codec.write(answer).length == 0) {
      throw new IllegalStateException("nothing was told");
    }
  }
}
