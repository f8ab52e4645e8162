// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many executions of one statement in one round trip to the database. */
final class Batches {
  /** Rows of a round trip: bounds the driver's memory, large enough that trips cost nothing. */
  private static final int ROWS_MOST = 1_000;

  private Batches() {}

  static void update(JdbcTemplate jdbc, String statement, List<Object[]> rows) {
    for (int from = 0; from < rows.size(); from += ROWS_MOST) {
      jdbc.batchUpdate(statement, rows.subList(from, Math.min(rows.size(), from + ROWS_MOST)));
    }
  }
}
