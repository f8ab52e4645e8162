// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.io.IOException;
import javax.sql.DataSource;
import org.grasslandcarbon.gateway.testing.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresPublicSearchTest extends PublicSearchContract {
  private static Postgres server;

  @BeforeAll
  static void start() throws IOException {
    server = Postgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Override
  DataSource newDatabase() {
    return server.preparedDatabase(ProjectedLedger::new);
  }
}
