// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Optional;
import org.grasslandcarbon.domain.value.BatchId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where single credits have gone. */
public final class SerialMoves {
  private final JdbcTemplate jdbc;

  public SerialMoves(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The account that a credit is in: where the newest movement that covers it went. */
  public Optional<String> find(BatchId batch, long serial) {
    return jdbc
        .queryForList(
            "SELECT destination FROM serial_move WHERE batch = ? AND first <= ? AND last >= ?"
                + " ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY",
            String.class,
            batch.value(),
            serial,
            serial)
        .stream()
        .findFirst();
  }
}
