// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import javax.sql.DataSource;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2ReconciliationTest extends ReconciliationContract {
  private JdbcConnectionPool pool;

  @Override
  DataSource newDatabase() {
    pool = MemoryDatabase.open();
    return pool;
  }

  @AfterEach
  void close() {
    pool.dispose();
  }
}
