// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares databases by what the projection writes, block by block, and by nothing else: {@code
 * EngineComparison [instructions] [rounds]}, with SQLite where its driver is on the class path.
 * Processor time is of this process; what a server takes is not in it.
 */
final class EngineComparison {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final String H2 =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE"
          + ";TRACE_LEVEL_FILE=0;MAX_LENGTH_INPLACE_LOB=16384;QUERY_CACHE_SIZE=128";

  private EngineComparison() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    int instructions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    RecordedStatements statements = record(TransferStream.of(instructions));
    for (int round = 1; round <= rounds; round++) {
      Path work = Files.createTempDirectory("grassland-engines");
      measure("H2", "jdbc:h2:file:" + work.resolve("h2") + H2, statements, instructions);
      measure("SQLite", "jdbc:sqlite:" + work.resolve("sqlite"), statements, instructions);
    }
  }

  private static RecordedStatements record(List<LedgerBlock> blocks) {
    JdbcConnectionPool memory =
        JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + H2, "sa", "");
    RecordedStatements statements = new RecordedStatements(memory);
    JdbcTemplate jdbc = new JdbcTemplate(statements.dataSource());
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(statements.dataSource()));
    Projection projection = new Projection(jdbc, transactions, new Layout(jdbc, transactions));
    projection.prepare();
    blocks.forEach(block -> projection.project(List.of(block)));
    memory.dispose();
    return statements;
  }

  private static void measure(
      String engine, String url, RecordedStatements statements, int instructions)
      throws SQLException {
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(url)) {
      if (url.startsWith("jdbc:sqlite:")) {
        try (Statement settings = connection.createStatement()) {
          settings.execute("PRAGMA journal_mode=WAL");
          settings.execute("PRAGMA synchronous=NORMAL");
        }
      }
      statements.replay(connection);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-7s %.4f ms of processor time an instruction, %.0f instructions a second%n",
        engine,
        (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / instructions,
        instructions / seconds);
  }
}
