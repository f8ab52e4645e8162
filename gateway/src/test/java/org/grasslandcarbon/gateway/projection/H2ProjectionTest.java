// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import javax.sql.DataSource;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2ProjectionTest extends ProjectionContract {
  private JdbcConnectionPool pool;

  @Override
  DataSource emptyDatabase() {
    pool = MemoryDatabase.open();
    return pool;
  }

  @AfterEach
  void close() {
    pool.dispose();
  }
}
