// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that are made of the journal: lines of statements with running balances, where serials
 * went, totals by account, histories, and of trades the bars of days. They are of one piece, since
 * one pass over the journal fills them all.
 */
final class MovementTables {
  private static final String BALANCE =
      " (owner varchar(18) NOT NULL, asset varchar(100) NOT NULL, balance bigint NOT NULL,"
          + " available bigint NOT NULL, PRIMARY KEY (owner, asset))";

  /**
   * Movement by movement: the newest that covers a serial says where it is. Nothing but the index
   * below finds them, so that they have no other key.
   */
  private static final String SERIAL_MOVE =
      " (batch varchar(100) NOT NULL, first bigint NOT NULL, last bigint NOT NULL,"
          + " seq bigint NOT NULL, destination varchar(200) NOT NULL)";

  /** Each line has a position of its own, in whose order they are written and read. */
  private static final String LINE = "bigint PRIMARY KEY";

  /** Of one position there can be several rows. */
  private static final String ROW = "bigint NOT NULL";

  /** Blocks are looked up from the newest movement backwards, until all of them is found. */
  private static final String SERIAL_MOVE_INDEX = "batch, seq";

  /** Sums of movements, so that the kinds of a batch always add up to what was issued. */
  private static final String TOTAL =
      " (asset varchar(100) NOT NULL, kind varchar(40) NOT NULL, quantity bigint NOT NULL,"
          + " PRIMARY KEY (asset, kind))";

  /** Retirements are summed by purpose, which no account tells. */
  private static final String RETIRED =
      " (asset varchar(100) NOT NULL, purpose varchar(40) NOT NULL, quantity bigint NOT NULL,"
          + " retirements bigint NOT NULL, PRIMARY KEY (asset, purpose))";

  /** The form of the tables' names, whatever they were filled under. */
  static final String FORM =
      "(m_[a-z_]+|v_(cash_)?statement|v_history|v_bar|v_beneficiary|v_buffer_movement)_[0-9a-f]+";

  private final String digest = Sql.digest(layout());

  /** Everything that decides what is in the tables: another text, and they are filled anew. */
  private static String layout() {
    return String.join(
        "\n",
        CreditViews.STATEMENT.layout(),
        MarketViews.CASH_STATEMENT.layout(),
        ProjectViews.HISTORY.layout(),
        MarketViews.BARS.layout(),
        CreditViews.BENEFICIARIES.layout(),
        CreditViews.BUFFER_MOVEMENTS.layout(),
        LINE,
        ROW,
        BALANCE,
        "index asset",
        SERIAL_MOVE,
        SERIAL_MOVE_INDEX,
        TOTAL,
        RETIRED,
        Arrays.stream(Account.Kind.values())
            .map(kind -> kind + " " + kind.isAvailable() + " " + kind.visibility())
            .toList()
            .toString(),
        Movements.publicActions().toString());
  }

  String digest() {
    return digest;
  }

  /** The table of a view of rows. */
  String of(View rows) {
    return rows.table() + "_" + digest;
  }

  String statement() {
    return of(CreditViews.STATEMENT);
  }

  String cashStatement() {
    return of(MarketViews.CASH_STATEMENT);
  }

  String history() {
    return of(ProjectViews.HISTORY);
  }

  String bars() {
    return of(MarketViews.BARS);
  }

  String beneficiaries() {
    return of(CreditViews.BENEFICIARIES);
  }

  String bufferMovements() {
    return of(CreditViews.BUFFER_MOVEMENTS);
  }

  String ownerBalance() {
    return "m_owner_balance_" + digest;
  }

  String serialMove() {
    return "m_serial_move_" + digest;
  }

  /** The statement that makes the index by which the newest move of a serial is found. */
  String serialMoveIndex() {
    return Sql.index(serialMove(), "newest", SERIAL_MOVE_INDEX);
  }

  String accountTotal() {
    return "m_account_total_" + digest;
  }

  String retiredTotal() {
    return "m_retired_total_" + digest;
  }

  List<String> all() {
    return List.of(
        statement(),
        cashStatement(),
        history(),
        ownerBalance(),
        serialMove(),
        accountTotal(),
        retiredTotal(),
        bars(),
        beneficiaries(),
        bufferMovements());
  }

  /** Makes the tables, without the indexes that nothing but readers need. */
  void create(JdbcTemplate jdbc) {
    create(CreditViews.STATEMENT, LINE, jdbc);
    create(MarketViews.CASH_STATEMENT, LINE, jdbc);
    create(ProjectViews.HISTORY, ROW, jdbc);
    create(MarketViews.BARS, ROW, jdbc);
    create(CreditViews.BENEFICIARIES, ROW, jdbc);
    create(CreditViews.BUFFER_MOVEMENTS, LINE, jdbc);
    // What is added to is found by them.
    createIndexes(MarketViews.BARS, jdbc);
    createIndexes(CreditViews.BENEFICIARIES, jdbc);
    jdbc.execute("CREATE TABLE IF NOT EXISTS " + ownerBalance() + BALANCE);
    jdbc.execute("CREATE TABLE IF NOT EXISTS " + serialMove() + SERIAL_MOVE);
    jdbc.execute("CREATE TABLE IF NOT EXISTS " + accountTotal() + TOTAL);
    jdbc.execute("CREATE TABLE IF NOT EXISTS " + retiredTotal() + RETIRED);
  }

  /** Makes the other indexes where they are not there. */
  void createIndexes(JdbcTemplate jdbc) {
    createIndexes(CreditViews.STATEMENT, jdbc);
    createIndexes(MarketViews.CASH_STATEMENT, jdbc);
    createIndexes(ProjectViews.HISTORY, jdbc);
    createIndexes(CreditViews.BUFFER_MOVEMENTS, jdbc);
    // A page goes on after the position of its last row.
    jdbc.execute(Sql.index(beneficiaries(), "seq", "seq"));
    jdbc.execute(Sql.index(ownerBalance(), "asset", "asset"));
    jdbc.execute(serialMoveIndex());
  }

  private void createIndexes(View rows, JdbcTemplate jdbc) {
    Sql.indexes(rows, of(rows)).forEach(jdbc::execute);
  }

  private void create(View rows, String position, JdbcTemplate jdbc) {
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS "
            + of(rows)
            + " (seq "
            + position
            + Sql.each(rows.columns(), c -> ", " + Sql.name(c) + " " + Sql.type(c))
            + ")");
  }

  /** The table of a view with its columns, as rows are added to it: seq, then those declared. */
  String into(View rows) {
    return of(rows) + " (seq" + Sql.each(rows.columns(), c -> ", " + Sql.name(c)) + ")";
  }

  /** A row for {@link #into}: the columns of the view, each by its name. */
  static Object[] row(View rows, long seq, Map<String, Object> values) {
    if (values.size() != rows.columns().size()) {
      throw new IllegalStateException(rows + " has columns " + rows.columns());
    }
    Object[] row = new Object[1 + rows.columns().size()];
    row[0] = seq;
    int i = 1;
    for (Column column : rows.columns()) {
      if (!values.containsKey(column.name())) {
        throw new IllegalStateException("no value for " + column.name() + " of " + rows);
      }
      row[i++] = Sql.value(values.get(column.name()));
    }
    return row;
  }
}
