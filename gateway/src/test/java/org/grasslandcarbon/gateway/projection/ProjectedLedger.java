// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A projection of recorded blocks, for tests that damage its rows behind its back. */
public final class ProjectedLedger {
  private final JdbcTemplate jdbc;
  private final Layout layout;
  private final Projection projection;
  private final Books books;
  private final Reader reader;

  public ProjectedLedger(DataSource database) {
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    jdbc = new JdbcTemplate(database);
    layout = new Layout(jdbc, new TransactionTemplate(transactions));
    projection = new Projection(jdbc, new TransactionTemplate(transactions), layout);
    books = new Books(jdbc, transactions, layout);
    reader = new Reader(jdbc, new TransactionTemplate(transactions), layout);
    projection.prepare();
  }

  /** Projects what has been recorded and is not projected yet. */
  public void project(RecordedBlocks blocks) {
    blocks.all().forEach(block -> projection.project(List.of(block)));
  }

  /** Projects blocks that come after those that are projected. */
  public void project(List<LedgerBlock> blocks) {
    projection.project(blocks);
  }

  /** Who reads what is projected. */
  public Reader reader() {
    return reader;
  }

  /** The same, which walks through a list for a page as soon as it has more items than so many. */
  Reader reader(int lookedUpMost) {
    TransactionTemplate readOnly =
        new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource()));
    return new Reader(jdbc, readOnly, layout, 15, lookedUpMost);
  }

  public Journal journal() {
    return new Journal(jdbc);
  }

  public LetGoLines letGoLines() {
    return new LetGoLines(jdbc, layout);
  }

  public Timelines timelines() {
    return new Timelines(jdbc, layout);
  }

  public Sought sought() {
    return new Sought(jdbc, layout);
  }

  public ClassTotals totals() {
    return new ClassTotals(jdbc, layout);
  }

  public SerialMoves serialMoves() {
    return new SerialMoves(jdbc, layout);
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  public Books books() {
    return books;
  }

  public long block() {
    return projection.projectedBlock();
  }

  /** Lets go of lines of statements, as the gateway does by its setting. */
  public long letGoOfLines(Instant before) {
    return new Retention(
            jdbc,
            new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource())),
            layout,
            new RetentionSettings(Optional.empty(), Optional.empty()),
            InstantSource.system())
        .letGoOfLines(before);
  }

  /** A statement with tables named as {@code v_holding} is, without the digest at its end. */
  public int damage(String statement, Object... values) {
    String named = statement;
    for (ViewTable table : layout.tables()) {
      named = named.replaceAll("\\b" + table.view().table() + "\\b", table.name());
    }
    MovementTables movements = layout.movements();
    named =
        named
            .replaceAll("\\bv_statement\\b", movements.statement())
            .replaceAll("\\bv_cash_statement\\b", movements.cashStatement())
            .replaceAll("\\bm_owner_balance\\b", movements.ownerBalance())
            .replaceAll("\\bm_serial_move\\b", movements.serialMove())
            .replaceAll("\\bm_account_total\\b", movements.accountTotal())
            .replaceAll("\\bd_subject\\b", layout.subjects().table());
    return jdbc.update(named, values);
  }
}
