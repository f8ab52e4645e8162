// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.View;

/** SQL that several tables share. One text for H2 (MODE=PostgreSQL) and PostgreSQL. */
final class Sql {
  static final String TEXT = "varchar";
  static final String LARGE_TEXT = "text";
  static final String NUMBER = "bigint";
  static final String TIME = "timestamp with time zone";
  static final String FLAG = "boolean";

  /** As many digits of a digest as tell the layouts of a program's lifetime apart. */
  private static final int DIGEST_CHARACTERS = 10;

  /** Databases keep microseconds, the ledger nanoseconds. */
  private static final Duration TIME_STEP = Duration.ofNanos(1_000);

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  /** Names of columns: there are as many as are declared, and each block asks for a hundred. */
  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private Sql() {}

  /** A column's name: no word of SQL, which a declared name may be. */
  static String name(Column column) {
    return NAMES.computeIfAbsent(
        column.name(),
        name -> "c_" + CAPITAL.matcher(name).replaceAll("_$0").toLowerCase(Locale.ROOT));
  }

  /** The column with the id by which other views refer to a view's items. */
  static String id(View view) {
    return view.identity().map(Sql::name).orElse("id");
  }

  /** A column's type, as in a CAST. */
  static String type(Column column) {
    return switch (column.kind()) {
      case TEXT -> TEXT;
      case NUMBER -> NUMBER;
      case TIME -> TIME;
      case FLAG -> FLAG;
    };
  }

  /** A value as the driver takes it. */
  static Object value(Object read) {
    return read instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : read;
  }

  /** The instant in a column that has one. */
  static Instant instant(ResultSet row, int position) throws SQLException {
    return row.getObject(position, OffsetDateTime.class).toInstant();
  }

  /**
   * Whether a column of a row has a value.
   *
   * @param expected as it was read from the record; empty for none
   */
  static boolean same(Column column, Optional<Object> expected, ResultSet row, int position)
      throws SQLException {
    if (row.getObject(position) == null) {
      return expected.isEmpty();
    }
    Object stored =
        switch (column.kind()) {
          case TEXT -> row.getString(position);
          case NUMBER -> row.getLong(position);
          case FLAG -> row.getBoolean(position);
          case TIME -> instant(row, position);
        };
    return expected.filter(value -> same(value, stored)).isPresent();
  }

  private static boolean same(Object expected, Object stored) {
    if (expected instanceof Instant time && stored instanceof Instant found) {
      return Duration.between(time, found).abs().compareTo(TIME_STEP) <= 0;
    }
    return expected.equals(stored);
  }

  /** What tells a layout from another one. */
  static String digest(String layout) {
    return Sha256.of(layout).value().substring(0, DIGEST_CHARACTERS);
  }

  /** A clause for each of some columns. */
  static String each(List<Column> columns, Function<Column, String> clause) {
    return columns.stream().map(clause).collect(Collectors.joining());
  }

  /** The statement that makes an index; its name is free of the table's other names. */
  static String index(String table, String name, String columns) {
    return "CREATE INDEX IF NOT EXISTS i_"
        + table
        + "_"
        + name
        + " ON "
        + table
        + " ("
        + columns
        + ")";
  }

  /** Statements that make the indexes of a view: each in the order of the list. */
  static List<String> indexes(View view, String table) {
    List<String> statements = new ArrayList<>();
    int number = 0;
    for (List<Column> index : view.indexes()) {
      String columns = index.stream().map(Sql::name).collect(Collectors.joining(", "));
      statements.add(index(table, String.valueOf(++number), columns + ", seq"));
    }
    if (view.isFollowed()) {
      statements.add(index(table, "block", "block"));
    }
    return statements;
  }
}
