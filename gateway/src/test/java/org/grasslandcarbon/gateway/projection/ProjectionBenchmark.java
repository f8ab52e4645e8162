// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures what projecting transfers costs: {@code ProjectionBenchmark [h2|postgres] [instructions]
 * [rounds]}. Each round projects the same blocks into a new database: block by block, as when a
 * gateway keeps up; in steps of many, understood ahead, as when it catches up; and the same into
 * that database when it is made again, with the indexes at its end. Until everything is in the
 * file; making the empty tables and what a database does when it is closed are no part of it. The
 * last one has the processor time of the projecting thread told by table.
 */
final class ProjectionBenchmark {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** What a step of a gateway that catches up has at most, in blocks and in bytes. */
  private static final int STEP = 100;

  private static final int STEP_BYTES = 8 << 20;

  /** As Linux counts the time of threads. */
  private static final double TICKS_A_SECOND = 100;

  private final List<LedgerBlock> blocks;
  private final long instructions;
  private final Engine engine;

  private interface Engine {
    HikariDataSource open(String name) throws IOException;

    /** Has everything written that is not yet. */
    void flush(JdbcTemplate database);

    long bytes(String name) throws IOException;
  }

  private ProjectionBenchmark(List<LedgerBlock> blocks, Engine engine) {
    this.blocks = blocks;
    this.instructions = blocks.stream().mapToLong(ProjectionBenchmark::instructions).sum();
    this.engine = engine;
  }

  public static void main(String[] arguments) throws IOException {
    String engine = arguments.length > 0 ? arguments[0] : "h2";
    int instructions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    List<LedgerBlock> blocks = TransferStream.of(instructions);
    Path work = Files.createTempDirectory("grassland-projection");
    try {
      if (engine.equals("postgres")) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
          new ProjectionBenchmark(blocks, new PostgresServer(server)).run(rounds);
        }
      } else {
        new ProjectionBenchmark(blocks, new H2File(work)).run(rounds);
      }
    } finally {
      delete(work);
    }
  }

  private void run(int rounds) throws IOException {
    System.out.printf(Locale.ROOT, "%d instructions in %d blocks%n", instructions, blocks.size());
    for (int round = 1; round <= rounds; round++) {
      try (HikariDataSource database = engine.open("up" + round)) {
        Projection projection = projection(database);
        measure("keeping up, round " + round, "up" + round, database, () -> keepUp(projection));
      }
      String name = "catch" + round;
      try (HikariDataSource database = engine.open(name)) {
        Projection projection = projection(database);
        measure("catching up, round " + round, name, database, () -> catchUp(projection));
        projection.beginAnew();
        projection.prepare();
        measure("made again, round " + round, name, database, () -> catchUp(projection));
      }
    }
    byTable();
  }

  private void measure(String what, String name, DataSource database, Runnable projecting)
      throws IOException {
    long cpu = SYSTEM.getProcessCpuTime();
    double compiling = compilerSeconds();
    long collected = collected();
    long begin = System.nanoTime();
    projecting.run();
    engine.flush(new JdbcTemplate(database));
    double seconds = (System.nanoTime() - begin) / 1e9;
    double each = (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / instructions;
    System.out.printf(
        Locale.ROOT,
        "%-22s %.3f ms of processor time an instruction, %.3f of them compiling, %.3f collecting;"
            + " %.0f instructions a second, %d bytes each%n",
        what,
        each,
        (compilerSeconds() - compiling) * 1e3 / instructions,
        (double) (collected() - collected) / instructions,
        instructions / seconds,
        engine.bytes(name) / instructions);
  }

  private void byTable() throws IOException {
    try (HikariDataSource database = engine.open("tables")) {
      StatementTimes times = new StatementTimes(database);
      Projection projection = projection(times.dataSource());
      times.byTable().clear();
      long begin = StatementTimes.now();
      keepUp(projection);
      long all = StatementTimes.now() - begin;
      System.out.printf(
          Locale.ROOT, "by table, keeping up: %.4f ms in all%n", all / 1e6 / instructions);
      times
          .byTable()
          .forEach(
              (table, nanos) ->
                  System.out.printf(
                      Locale.ROOT, "  %-34s %.4f%n", table, nanos / 1e6 / instructions));
    }
  }

  private static Projection projection(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    Projection projection = new Projection(jdbc, transactions, new Layout(jdbc, transactions));
    projection.prepare();
    return projection;
  }

  private void keepUp(Projection projection) {
    blocks.forEach(block -> projection.project(List.of(block)));
  }

  /** As blocks come from a peer: read by one thread while another writes those before. */
  private void catchUp(Projection projection) {
    Semaphore room = new Semaphore(STEP_BYTES);
    BlockingQueue<LedgerBlock> read = new LinkedBlockingQueue<>();
    Thread reader =
        new Thread(
            () ->
                blocks.forEach(
                    block -> {
                      projection.readAhead(block);
                      room.acquireUninterruptibly(bytes(block));
                      read.add(block);
                    }),
            "block-reader");
    reader.start();
    try {
      for (int done = 0; done < blocks.size(); ) {
        List<LedgerBlock> step = new ArrayList<>(List.of(read.take()));
        read.drainTo(step, STEP - 1);
        step.forEach(block -> room.release(bytes(block)));
        projection.project(step);
        done += step.size();
      }
      reader.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Seconds of processor time of the JVM's compilers; zero where the system does not say. */
  private static double compilerSeconds() {
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      return threads.mapToLong(ProjectionBenchmark::compilerTicks).sum() / TICKS_A_SECOND;
    } catch (IOException unknown) {
      return 0;
    }
  }

  private static long compilerTicks(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      int name = stat.lastIndexOf(')');
      String[] fields = stat.substring(name + 2).split(" ");
      return stat.substring(0, name).contains("Compiler")
          ? Long.parseLong(fields[11]) + Long.parseLong(fields[12])
          : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static int bytes(LedgerBlock block) {
    return block.transactions().stream()
        .mapToInt(
            each ->
                each.arguments().stream().mapToInt(argument -> argument.length).sum()
                    + each.writes().stream().mapToInt(write -> write.value().length).sum())
        .sum();
  }

  private static long collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static long instructions(LedgerBlock block) {
    return block.transactions().stream()
        .flatMap(transaction -> transaction.writes().stream())
        .map(StateWrite::key)
        .filter(key -> Keys.parts(key).get(0).equals(JournalEntry.TYPE.name()))
        .count();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : new ArrayList<>(paths.sorted(Comparator.reverseOrder()).toList())) {
        Files.delete(path);
      }
    }
  }

  /** A file as a gateway makes it in its data directory. */
  private record H2File(Path directory) implements Engine {
    @Override
    public HikariDataSource open(String name) {
      HikariDataSource database = new HikariDataSource();
      database.setJdbcUrl(
          "jdbc:h2:file:"
              + directory.resolve(name)
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
              + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
              + ";MAX_LENGTH_INPLACE_LOB=16384;QUERY_CACHE_SIZE=128"
              + System.getProperty("h2.options", ""));
      return database;
    }

    @Override
    public void flush(JdbcTemplate database) {
      database.execute("CHECKPOINT SYNC");
    }

    @Override
    public long bytes(String name) throws IOException {
      return Files.size(directory.resolve(name + ".mv.db"));
    }
  }

  private record PostgresServer(EmbeddedPostgres server) implements Engine {
    @Override
    public HikariDataSource open(String name) {
      JdbcTemplate all = new JdbcTemplate(server.getPostgresDatabase());
      all.execute("CREATE DATABASE " + name);
      HikariDataSource database = new HikariDataSource();
      database.setJdbcUrl(server.getJdbcUrl("postgres", name));
      return database;
    }

    @Override
    public void flush(JdbcTemplate database) {
      database.execute("CHECKPOINT");
    }

    @Override
    public long bytes(String name) {
      JdbcTemplate all = new JdbcTemplate(server.getPostgresDatabase());
      return all.queryForObject("SELECT pg_database_size(?)", Long.class, name);
    }
  }
}
