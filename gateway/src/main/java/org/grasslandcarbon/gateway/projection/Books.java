// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the database for somebody who holds its tables against each other: all that is read in one
 * look is as of one block, however many blocks are projected meanwhile.
 */
public final class Books {
  /** Rows that a database hands over at a time. */
  private static final int FETCH_ROWS = 500;

  /**
   * A look keeps old versions of rows alive, so that it must end; batches of a million moves do.
   */
  private static final int SECONDS_MOST = 60;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;
  private final Layout layout;

  /** A way of its own to the database, which nobody else's settings change. */
  public Books(JdbcTemplate jdbc, PlatformTransactionManager transactions, Layout layout) {
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setFetchSize(FETCH_ROWS);
    this.layout = layout;
    this.snapshot = new TransactionTemplate(transactions);
    // In both databases the one level at which a reader sees all tables as of its first statement.
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    this.snapshot.setReadOnly(true);
    this.snapshot.setTimeout(SECONDS_MOST);
  }

  /** Reads what belongs together. */
  public <T> T look(Function<Look, T> examination) {
    return snapshot.execute(status -> examination.apply(new Look(jdbc, layout)));
  }
}
