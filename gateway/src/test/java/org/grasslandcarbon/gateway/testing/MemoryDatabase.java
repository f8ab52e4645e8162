// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database in memory, as a gateway's is on disk. */
public final class MemoryDatabase {
  private MemoryDatabase() {}

  /** One that nobody else has; whoever opens it disposes of the pool. */
  public static JdbcConnectionPool open() {
    return JdbcConnectionPool.create(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";DB_CLOSE_DELAY=-1",
        "sa",
        "");
  }
}
