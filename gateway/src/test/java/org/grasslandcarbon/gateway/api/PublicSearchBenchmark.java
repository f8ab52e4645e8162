// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.projection.LargeRegistry;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;

/**
 * How fast the public registry is found in: {@code PublicSearchBenchmark URL|postgres [retirements]
 * [queries of a kind]}. Fills the database when it is empty, with blocks that are projected as a
 * gateway does, then asks for pages of lists as the public does, each with values drawn at random,
 * and prints medians and 99th percentiles. What is measured is everything between the parameters of
 * a request and the items of its answer.
 */
final class PublicSearchBenchmark {
  private static final int BLOCKS_A_TIME = 4;
  private static final int FULL = 1_000_000;
  private static final double MILLION = 1e6;

  private final Reader reader;
  private final LargeRegistry.Size size;
  private final Map<String, Function<Random, String>> kinds = new LinkedHashMap<>();

  private PublicSearchBenchmark(Reader reader, LargeRegistry.Size size) {
    this.reader = reader;
    this.size = size;
    kinds.put("newest retirements", any -> "retirements");
    kinds.put("retirements of a project", r -> "retirements?project=" + project(r));
    kinds.put("... of a county", r -> "retirements?region=" + county(r));
    kinds.put("... of a province", r -> "retirements?region=150000");
    kinds.put("... of a county, vintage and purpose", this::combined);
    kinds.put("... of a holder", r -> "retirements?holder=" + trader(r));
    kinds.put("... of a month", r -> "retirements?from=2024-03-01&to=2024-03-31");
    kinds.put("... of a beneficiary's name", this::beneficiary);
    kinds.put("... of text in a project's name", r -> "retirements?projectName=" + name(r));
    kinds.put("... of a purpose and a month", this::purposeAndMonth);
    kinds.put("... that there are not", r -> "retirements?region=530000");
    kinds.put("batches of a county", r -> "batches?region=" + county(r));
    kinds.put("projects by name", r -> "projects?q=" + name(r));
    kinds.put("participants by name", r -> "participants?q=" + r.nextInt(size.traders()));
    kinds.put("newest trades", any -> "trades");
    kinds.put("trades of an instrument", r -> "trades?instrument=" + instrument(r));
  }

  public static void main(String[] arguments) throws IOException {
    int retirements = arguments.length > 1 ? Integer.parseInt(arguments[1]) : FULL;
    int queries = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
    try (HikariDataSource database = new HikariDataSource()) {
      database.setJdbcUrl(
          arguments[0].equals("postgres")
              ? EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres")
              : arguments[0]);
      ProjectedLedger ledger = new ProjectedLedger(database);
      LargeRegistry.Size size =
          retirements == FULL ? LargeRegistry.Size.FULL : LargeRegistry.Size.of(retirements);
      fill(ledger, size);
      new PublicSearchBenchmark(ledger.reader(), size).run(queries);
    }
  }

  private static void fill(ProjectedLedger ledger, LargeRegistry.Size size) {
    LargeRegistry registry = new LargeRegistry(size);
    Instant begin = Instant.now();
    List<LedgerBlock> some = new ArrayList<>();
    long written = 0;
    while (registry.hasNext()) {
      LedgerBlock block = registry.next();
      if (block.number() > ledger.block()) {
        some.add(block);
        written++;
      }
      if (some.size() == BLOCKS_A_TIME || !registry.hasNext()) {
        ledger.project(List.copyOf(some));
        some.clear();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d blocks projected in %d s%n",
        written,
        Duration.between(begin, Instant.now()).toSeconds());
  }

  private void run(int queries) {
    System.out.printf(
        Locale.ROOT, "%-42s %8s %8s %8s  (ms of %d)%n", "", "median", "p99", "most", queries);
    kinds.forEach(
        (name, query) -> {
          Random random = new Random(name.hashCode());
          double[] times = new double[queries];
          for (int i = -queries / 2; i < queries; i++) {
            String asked = query.apply(random);
            long start = System.nanoTime();
            ask(asked);
            if (i >= 0) {
              times[i] = (System.nanoTime() - start) / MILLION;
            }
          }
          Arrays.sort(times);
          System.out.printf(
              Locale.ROOT,
              "%-42s %8.2f %8.2f %8.2f%n",
              name,
              times[queries / 2],
              times[queries * 99 / 100],
              times[queries - 1]);
        });
  }

  /** A page as a request for it would be answered, but for HTTP and the writing of JSON. */
  private void ask(String address) {
    String[] parts = address.split("\\?");
    View view = Views.at(parts[0]).orElseThrow();
    Map<String, String[]> parameters = new LinkedHashMap<>();
    for (String each : parts.length > 1 ? parts[1].split("&") : new String[0]) {
      String[] pair = each.split("=", 2);
      parameters.put(pair[0], new String[] {pair[1]});
    }
    ViewParameters read = new ViewParameters(view, true, parameters);
    reader.page(read.selection(), read.paging().after(), read.paging().limit());
  }

  private String project(Random random) {
    return LargeRegistry.projectNumber(random.nextInt(size.projects())).value();
  }

  private String county(Random random) {
    return LargeRegistry.region(random.nextInt(size.projects())).value();
  }

  private String trader(Random random) {
    return LargeRegistry.trader(random.nextInt(size.traders())).value();
  }

  private String name(Random random) {
    return "修复" + random.nextInt(size.projects()) + "号";
  }

  private String instrument(Random random) {
    return LargeRegistry.instrument(LargeRegistry.batch(random.nextInt(size.projects()))).value();
  }

  private String combined(Random random) {
    return "retirements?region="
        + county(random)
        + "&vintage="
        + (2021 + random.nextInt(5))
        + "&purpose=EVENT";
  }

  private String purposeAndMonth(Random random) {
    int month = 1 + random.nextInt(12);
    return String.format(
        Locale.ROOT, "retirements?purpose=EVENT&from=2023-%02d-01&to=2023-%02d-28", month, month);
  }

  private String beneficiary(Random random) {
    String name = LargeRegistry.beneficiary(random.nextInt(size.beneficiaries()), 0).name().zh();
    return "retirements?beneficiary=" + name;
  }
}
