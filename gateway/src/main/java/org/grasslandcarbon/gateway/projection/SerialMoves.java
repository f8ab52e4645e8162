// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.BatchId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where single credits have gone. */
public final class SerialMoves {
  private final JdbcTemplate jdbc;
  private final String table;

  SerialMoves(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.table = layout.movements().serialMove();
  }

  /** The account that a credit is in: where the newest movement that covers it went. */
  public Optional<Account> find(BatchId batch, long serial) {
    return jdbc
        .queryForList(
            "SELECT destination FROM "
                + table
                + " WHERE batch = ? AND first <= ? AND last >= ?"
                + " ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY",
            String.class,
            batch.value(),
            serial,
            serial)
        .stream()
        .findFirst()
        .map(Account::of);
  }
}
