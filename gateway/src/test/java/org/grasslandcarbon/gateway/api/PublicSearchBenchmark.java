// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.projection.ClassTotals;
import org.grasslandcarbon.gateway.projection.LargeRegistry;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.PublicRows;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;

/**
 * How fast the public registry is found in: {@code PublicSearchBenchmark URL|postgres [retirements]
 * [queries of a kind] [minutes]}. Fills the database when it is not full, with blocks that are
 * projected as a gateway does, for so many minutes at most, then asks for pages of lists as the
 * public does, each with values drawn at random, and prints medians and 99th percentiles, by the
 * clock and of the processor's time, which other work on the machine does not lengthen. What is
 * measured is everything between the parameters of a request and the items of its answer.
 */
final class PublicSearchBenchmark {
  private static final int BLOCKS_A_TIME = 20;
  private static final int FULL = 1_000_000;
  private static final int TOLD_EVERY_BLOCKS = 100;
  private static final double MILLION = 1e6;
  private static final String BOX = "search?q=";
  private static final String TOTALS = "totals?by=";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Reader reader;
  private final LargeRegistry registry;
  private final LargeRegistry.Size size;
  private final SearchBox box;
  private final ClassTotals totals;

  /** How many retirements and trades are there. */
  private final int uses;

  private final Map<String, Function<Random, String>> kinds = new LinkedHashMap<>();

  private PublicSearchBenchmark(ProjectedLedger ledger, LargeRegistry registry) {
    this.reader = ledger.reader();
    this.registry = registry;
    this.size = registry.size();
    this.totals = ledger.totals();
    this.uses = (int) (count(CreditViews.RETIREMENTS) + count(MarketViews.TRADES));
    this.box =
        new SearchBox(
            reader,
            ledger.journal(),
            ledger.sought(),
            new Serials(new Found(reader), reader, ledger.serialMoves()));
    kinds.put("newest retirements", any -> "retirements");
    kinds.put("retirements of a project", r -> "retirements?project=" + project(r));
    kinds.put("... of a county", r -> "retirements?region=" + county(r));
    kinds.put("... of a province", r -> "retirements?region=150000");
    kinds.put("... of a county, vintage and purpose", this::combined);
    kinds.put("... of a holder", r -> "retirements?holder=" + trader(r));
    kinds.put("... of a month", r -> "retirements?from=2024-03-01&to=2024-03-31");
    kinds.put("... of a beneficiary's name", this::beneficiary);
    kinds.put("... of a word in 60,000 names", any -> "retirements?beneficiary=有限公司");
    kinds.put("... of a word in 7,500 names", any -> "retirements?beneficiary=能源");
    kinds.put("... of a word in 300 names", r -> "retirements?beneficiary=" + word(r));
    kinds.put(
        "... of two words in English", any -> "retirements?beneficiary=building materials 10");
    kinds.put("... of a name that nobody has", any -> "retirements?beneficiary=南极洲");
    kinds.put("... of a holder's name", r -> "retirements?holderName=" + holder(r));
    kinds.put("... of a word in 20 holders' names", r -> "retirements?holderName=" + word(r));
    kinds.put("... of a word in 600 holders' names", any -> "retirements?holderName=能源");
    kinds.put(
        "... of a word in 100 projects' names", r -> "retirements?projectName=修复" + r.nextInt(4));
    kinds.put("... of a word in all projects' names", any -> "retirements?projectName=restoration");
    kinds.put(
        "... of words in three names",
        r -> "retirements?holderName=能源&beneficiary=北京&projectName=修复" + r.nextInt(4));
    kinds.put("... of a methodology", any -> "retirements?methodology=GCS-RV");
    kinds.put(
        "... of a methodology and a purpose",
        any -> "retirements?methodology=GCS-RV&purpose=EVENT");
    kinds.put("... of a purpose", any -> "retirements?purpose=EVENT");
    kinds.put("... of a market and a year", any -> "retirements?market=CN-11&year=2023");
    kinds.put(
        "... of a market and a year without any", any -> "retirements?market=CN-11&year=2010");
    kinds.put("... of a reason and a vintage", any -> "retirements?reason=OTHER&vintage=2023");
    kinds.put("... of a batch", r -> "retirements?batch=" + batch(r));
    kinds.put("... for practice", any -> "retirements?training=true");
    kinds.put("... not for practice", any -> "retirements?training=false");
    kinds.put(
        "... of a county and a beneficiary's name",
        r -> "retirements?region=" + county(r) + "&beneficiary=能源");
    kinds.put("... of text in a project's name", r -> "retirements?projectName=" + name(r));
    kinds.put("... of a purpose and a month", this::purposeAndMonth);
    kinds.put("... that there are not", r -> "retirements?region=530000");
    kinds.put("batches of a county", r -> "batches?region=" + county(r));
    kinds.put("batches of a project's name", r -> "batches?projectName=" + name(r));
    kinds.put("batches of an owner's name", r -> "batches?ownerName=" + word(r));
    kinds.put(
        "batches of a methodology and a vintage", any -> "batches?methodology=GCS-GM&vintage=2023");
    kinds.put("buffers of a project's name", r -> "buffers?projectName=" + name(r));
    kinds.put("movements of the buffer in a county", r -> "buffer-movements?region=" + county(r));
    kinds.put("projects of an owner's name", r -> "projects?ownerName=" + word(r));
    kinds.put("projects of a county", r -> "projects?region=" + county(r));
    kinds.put("instruments of a project's name", r -> "market?projectName=" + name(r));
    kinds.put("projects by name", r -> "projects?q=" + name(r));
    kinds.put("participants by name", r -> "participants?q=" + r.nextInt(size.traders()));
    kinds.put("beneficiaries, the largest first", any -> "beneficiaries");
    kinds.put("participants by a common word", any -> "participants?q=有限公司");
    kinds.put("participants of a county", r -> "participants?region=" + county(r));
    kinds.put("participants of a role", any -> "participants?role=OWNER");
    kinds.put("beneficiaries by a common word", any -> "beneficiaries?q=能源");
    kinds.put("beneficiaries by the word of all", any -> "beneficiaries?q=co");
    kinds.put("beneficiaries by name", r -> "beneficiaries?q=" + firm(r));
    kinds.put("retirements of a beneficiary", this::beneficiaryId);
    kinds.put("retirements of a serial number", r -> "retirements?serial=" + serial(r));
    kinds.put("newest trades", any -> "trades");
    kinds.put("trades of an instrument", r -> "trades?instrument=" + instrument(r));
    kinds.put("trades of a project", r -> "trades?project=" + project(r));
    kinds.put("trades of a county", r -> "trades?region=" + county(r));
    kinds.put("trades of a vintage", r -> "trades?vintage=" + (2021 + r.nextInt(5)));
    kinds.put("trades of a day", r -> "trades?day=2023-0" + (1 + r.nextInt(9)) + "-14");
    kinds.put(
        "trades of a mode and a month", any -> "trades?mode=LISTED&from=2023-03-01&to=2023-03-31");
    kinds.put("trades of a mode without any", any -> "trades?mode=BLOCK");
    kinds.put("totals by province", any -> TOTALS + "PROVINCE");
    kinds.put("totals by division", any -> TOTALS + "REGION");
    kinds.put("totals by vintage", any -> TOTALS + "VINTAGE");
    kinds.put("totals by methodology", any -> TOTALS + "METHODOLOGY");
    kinds.put("totals by project", any -> TOTALS + "PROJECT");
    kinds.put("box: a serial number", r -> BOX + serial(r));
    kinds.put("box: an instruction", r -> BOX + registry.use(r.nextInt(uses)));
    kinds.put("box: a project's number", r -> BOX + project(r));
    kinds.put("box: a certificate that there is not", r -> BOX + "R-" + serial(r));
    kinds.put("box: a firm's name", r -> BOX + firm(r));
    kinds.put("box: the beginning of many names", any -> BOX + "北京");
    kinds.put("box: a word in many names", any -> BOX + "能源");
    kinds.put("box: two words", r -> BOX + "co " + r.nextInt(size.beneficiaries()));
    kinds.put("box: what there is not", any -> BOX + "南极洲");
  }

  public static void main(String[] arguments) throws IOException {
    int retirements = arguments.length > 1 ? Integer.parseInt(arguments[1]) : FULL;
    int queries = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
    Duration most =
        Duration.ofMinutes(
            arguments.length > 3 ? Integer.parseInt(arguments[3]) : Integer.MAX_VALUE);
    try (HikariDataSource database = new HikariDataSource()) {
      database.setJdbcUrl(
          arguments[0].equals("postgres")
              ? EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres")
              : arguments[0]);
      ProjectedLedger ledger = new ProjectedLedger(database);
      LargeRegistry.Size size =
          retirements == FULL ? LargeRegistry.Size.FULL : LargeRegistry.Size.of(retirements);
      LargeRegistry registry = new LargeRegistry(size);
      fill(database, ledger, registry, most);
      new PublicSearchBenchmark(ledger, registry).run(queries);
    }
  }

  /**
   * Up to the first retirement blocks are projected as a gateway does; from there on only what the
   * public reads is written. What is there already is not written again.
   */
  private static void fill(
      HikariDataSource database, ProjectedLedger ledger, LargeRegistry all, Duration most) {
    PublicRows rows = new PublicRows(database);
    long there = Math.max(rows.block(), ledger.block());
    Instant begin = Instant.now();
    List<LedgerBlock> some = new ArrayList<>();
    long written = 0;
    long told = 0;
    while (all.hasNext()
        && !(all.isUsed()
            && some.isEmpty()
            && Duration.between(begin, Instant.now()).compareTo(most) >= 0)) {
      boolean used = all.isUsed();
      LedgerBlock block = all.next();
      if (block.number() > there) {
        some.add(block);
        written++;
      }
      boolean isPortion = some.size() == BLOCKS_A_TIME || !all.hasNext() || used != all.isUsed();
      if (isPortion && !some.isEmpty()) {
        if (used) {
          // Also when a fill that was killed goes on.
          rows.begin();
          rows.write(List.copyOf(some));
        } else {
          ledger.project(List.copyOf(some));
        }
        some.clear();
        if (written >= told + TOLD_EVERY_BLOCKS) {
          told = written;
          System.out.printf(Locale.ROOT, "block %d%n", block.number());
        }
      }
    }
    rows.end();
    System.out.printf(
        Locale.ROOT,
        "%d blocks written in %d s%n",
        written,
        Duration.between(begin, Instant.now()).toSeconds());
  }

  private long count(View view) {
    return reader.count(Selection.of(view));
  }

  private void run(int queries) {
    System.out.printf(
        Locale.ROOT,
        "%d retirements and trades%n%-42s %8s %8s %8s %8s %8s  (ms of %d)%n",
        uses,
        "",
        "median",
        "p99",
        "most",
        "cpu",
        "cpu p99",
        queries);
    kinds.forEach(
        (name, query) -> {
          Random random = new Random(name.hashCode());
          double[] times = new double[queries];
          double[] processor = new double[queries];
          for (int i = -queries; i < queries; i++) {
            String asked = query.apply(random);
            long start = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            ask(asked);
            if (i >= 0) {
              processor[i] = (THREADS.getCurrentThreadCpuTime() - used) / MILLION;
              times[i] = (System.nanoTime() - start) / MILLION;
            }
          }
          Arrays.sort(times);
          Arrays.sort(processor);
          System.out.printf(
              Locale.ROOT,
              "%-42s %8.2f %8.2f %8.2f %8.2f %8.2f%n",
              name,
              times[queries / 2],
              times[queries * 99 / 100],
              times[queries - 1],
              processor[queries / 2],
              processor[queries * 99 / 100]);
        });
  }

  /** A page as a request for it would be answered, but for HTTP and the writing of JSON. */
  private void ask(String address) {
    if (address.startsWith(BOX)) {
      box.find(address.substring(BOX.length()));
      return;
    }
    if (address.startsWith(TOTALS)) {
      ClassTotals.By by = ClassTotals.By.valueOf(address.substring(TOTALS.length()));
      totals.by(by, Map.of(CreditViews.BATCHES.column("training"), false));
      return;
    }
    String[] parts = address.split("\\?");
    View view = Views.at(parts[0]).orElseThrow();
    Map<String, String[]> parameters = new LinkedHashMap<>();
    for (String each : parts.length > 1 ? parts[1].split("&") : new String[0]) {
      String[] pair = each.split("=", 2);
      parameters.put(pair[0], new String[] {pair[1]});
    }
    ViewParameters read = new ViewParameters(view, true, parameters);
    reader.page(
        read.selection().withoutWithheld(Optional.empty()),
        read.paging().after(),
        read.paging().limit());
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

  private String batch(Random random) {
    return LargeRegistry.batch(random.nextInt(5 * size.projects())).value();
  }

  /** Two signs in the names of one in two hundred and fifty firms. */
  private static String word(Random random) {
    return String.valueOf("蓝碧青金新恒华中".charAt(random.nextInt(8)))
        + "山草原源泰盛达兴".charAt(random.nextInt(8));
  }

  private String holder(Random random) {
    return LargeRegistry.traderName(random.nextInt(size.traders())).zh();
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

  private String firm(Random random) {
    return LargeRegistry.beneficiary(random.nextInt(size.beneficiaries()), 0).name().zh();
  }

  private String beneficiary(Random random) {
    return "retirements?beneficiary=" + firm(random);
  }

  private String beneficiaryId(Random random) {
    return "retirements?beneficiaryId="
        + LargeRegistry.beneficiary(2 * random.nextInt(size.beneficiaries() / 2), 0)
            .code()
            .orElseThrow();
  }

  private String serial(Random random) {
    return LargeRegistry.batch(random.nextInt(5 * size.projects()))
        + "-"
        + (registry.issued() / 10 + random.nextInt((int) (registry.issued() / 10 * 9)));
  }
}
