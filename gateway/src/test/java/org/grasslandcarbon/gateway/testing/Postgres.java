// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL of the tests' own. It does not wait for the disk, since nothing of it is to survive;
 * and its databases are used through a pool of connections, as a gateway's is.
 */
public final class Postgres implements AutoCloseable {
  private static final int CONNECTIONS_MOST = 8;

  private final EmbeddedPostgres server;
  private final List<HikariDataSource> databases = new ArrayList<>();

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
    databases.forEach(HikariDataSource::close);
    String name = "projection" + databases.size();
    new JdbcTemplate(server.getPostgresDatabase()).execute("CREATE DATABASE " + name);
    HikariConfig config = new HikariConfig();
    config.setDataSource(server.getDatabase("postgres", name));
    config.setMaximumPoolSize(CONNECTIONS_MOST);
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
