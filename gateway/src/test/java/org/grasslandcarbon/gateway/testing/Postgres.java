// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL of the tests' own. It does not wait for the disk, since nothing of it is to survive;
 * and its databases are used through a pool of connections, as a gateway's is.
 */
public final class Postgres implements AutoCloseable {
  private static final int CONNECTIONS_MOST = 8;

  private static final String PREPARED = "prepared";

  private final EmbeddedPostgres server;
  private final List<HikariDataSource> databases = new ArrayList<>();
  private boolean isPrepared;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  public static Postgres start() throws IOException {
    return new Postgres(
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .start());
  }

  /** Makes a database; the one before is no longer used. */
  public DataSource emptyDatabase() {
    return database("");
  }

  /**
   * Makes a database that has been prepared; the one before is no longer used. The first is kept
   * and the others are copies of it.
   *
   * @param preparation what is done to the first, when it is empty
   */
  public DataSource preparedDatabase(Consumer<DataSource> preparation) {
    if (!isPrepared) {
      preparation.accept(database(""));
      databases.forEach(HikariDataSource::close);
      postgres().execute("ALTER DATABASE " + name() + " RENAME TO " + PREPARED);
      isPrepared = true;
    }
    return database(" TEMPLATE " + PREPARED);
  }

  private JdbcTemplate postgres() {
    return new JdbcTemplate(server.getPostgresDatabase());
  }

  /** The name of the newest. */
  private String name() {
    return "projection" + databases.size();
  }

  private DataSource database(String like) {
    databases.forEach(HikariDataSource::close);
    String name = "projection" + (databases.size() + 1);
    postgres().execute("CREATE DATABASE " + name + like);
    HikariConfig config = new HikariConfig();
    config.setDataSource(server.getDatabase("postgres", name));
    config.setMaximumPoolSize(CONNECTIONS_MOST);
    // Each is a process, and most tests use one.
    config.setMinimumIdle(1);
    HikariDataSource database = new HikariDataSource(config);
    databases.add(database);
    return database;
  }

  @Override
  public void close() throws IOException {
    databases.forEach(HikariDataSource::close);
    server.close();
  }
}
