// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many rows in few statements, and many executions of one statement in one round trip. */
final class Batches {
  /** Rows of a round trip: bounds the driver's memory, large enough that trips cost nothing. */
  private static final int ROWS_MOST = 1_000;

  /**
   * Rows of one statement. Few different numbers, so that a database keeps the statements that it
   * has understood; the largest has as many parameters as no database minds.
   */
  private static final int[] ROWS_A_STATEMENT = {64, 8, 1};

  /** Statements that add rows, each made once: as many as there are tables, in each size. */
  private static final Map<Insertion, String> INSERTIONS = new ConcurrentHashMap<>();

  private record Insertion(String into, int columns, int rows) {
    String sql() {
      String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
      return "INSERT INTO " + into + " VALUES " + String.join(", ", Collections.nCopies(rows, row));
    }
  }

  private Batches() {}

  /**
   * Executes a statement for each of some rows.
   *
   * @return how many rows of the table each has changed
   */
  static int[] update(JdbcTemplate jdbc, String statement, List<Object[]> rows) {
    int[] changed = new int[rows.size()];
    for (int from = 0; from < rows.size(); from += ROWS_MOST) {
      List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS_MOST));
      int[] counts = jdbc.execute(statement, (PreparedStatement each) -> execute(each, some, 1));
      System.arraycopy(counts, 0, changed, from, counts.length);
    }
    return changed;
  }

  /**
   * Adds new rows.
   *
   * @param into the table with its columns
   */
  static void insert(JdbcTemplate jdbc, String into, List<Object[]> rows) {
    int from = 0;
    for (int size : ROWS_A_STATEMENT) {
      int count = (rows.size() - from) / size * size;
      if (count > 0) {
        List<Object[]> some = rows.subList(from, from + count);
        String statement =
            INSERTIONS.computeIfAbsent(
                new Insertion(into, some.get(0).length, size), Insertion::sql);
        jdbc.execute(statement, (PreparedStatement each) -> execute(each, some, size));
        from += count;
      }
    }
  }

  /**
   * Replaces rows where there are any, and adds those of which there are none.
   *
   * @param update the statement that replaces one, its key last
   * @param into the table with its columns
   * @param rows each as it is added
   * @param changes each as it replaces one
   */
  static void replace(
      JdbcTemplate jdbc, String update, List<Object[]> changes, String into, List<Object[]> rows) {
    int[] changed = update(jdbc, update, changes);
    List<Object[]> missing = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        missing.add(rows.get(i));
      }
    }
    insert(jdbc, into, missing);
  }

  private static int[] execute(PreparedStatement statement, List<Object[]> rows, int size)
      throws SQLException {
    int position = 1;
    int row = 0;
    for (Object[] values : rows) {
      for (Object value : values) {
        set(statement, position++, value);
      }
      if (++row % size == 0) {
        statement.addBatch();
        position = 1;
      }
    }
    return statement.executeBatch();
  }

  /** By the type's own method: drivers look long for what an object is. */
  private static void set(PreparedStatement statement, int position, Object value)
      throws SQLException {
    if (value instanceof String text) {
      statement.setString(position, text);
    } else if (value instanceof Long number) {
      statement.setLong(position, number);
    } else if (value == null) {
      statement.setNull(position, Types.NULL);
    } else {
      statement.setObject(position, value);
    }
  }
}
