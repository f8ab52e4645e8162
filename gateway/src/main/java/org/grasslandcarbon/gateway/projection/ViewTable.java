// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The table of a view's records: id (the parts of the ledger's key with colons between), seq (when
 * the record was first written: block * 2^20 + position of the write in the block), block (of the
 * last write), json (the record as stored on the ledger), and the declared columns.
 *
 * <p>It is named after its view and the digest of its layout, so that a table of another layout can
 * be filled beside the one in use.
 */
final class ViewTable {
  /**
   * Rows stand in the order in which records were first written, so that new ones come to the end.
   */
  private static final String KEYS = " (seq bigint PRIMARY KEY, id varchar(600) NOT NULL UNIQUE";

  private final View view;
  private final String name;
  private final String update;
  private final String into;

  ViewTable(View view) {
    this.view = view;
    this.name = view.table() + "_" + Sql.digest(view.layout() + KEYS);
    this.update =
        "UPDATE "
            + name
            + " SET block = ?, json = ?"
            + Sql.each(view.columns(), c -> ", " + Sql.name(c) + " = ?")
            + " WHERE id = ?";
    this.into =
        name + " (id, seq, block, json" + Sql.each(view.columns(), c -> ", " + Sql.name(c)) + ")";
  }

  View view() {
    return view;
  }

  String name() {
    return name;
  }

  private String jsonType() {
    return view.isLarge() ? Sql.LARGE_TEXT : Sql.TEXT;
  }

  /** Makes the table where it is not there, without the indexes that only lists are read by. */
  void create(JdbcTemplate jdbc) {
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS "
            + name
            + KEYS
            + ", block bigint NOT NULL"
            + Sql.each(view.columns(), c -> ", " + Sql.name(c) + " " + Sql.type(c))
            + ", json "
            + jsonType()
            + " NOT NULL)");
  }

  /** Makes the indexes that are not there. */
  void createIndexes(JdbcTemplate jdbc) {
    Sql.indexes(view, name).forEach(jdbc::execute);
  }

  /** Writes records with different ids: new ones are added, known ones replaced. */
  void write(List<RecordRow> rows, JdbcTemplate jdbc) {
    List<Object[]> changes = new ArrayList<>();
    List<Object[]> whole = new ArrayList<>();
    List<Object[]> deletions = new ArrayList<>();
    for (RecordRow row : rows) {
      if (row.isDeletion()) {
        deletions.add(new Object[] {row.id()});
      } else {
        Object[] values = values(row);
        changes.add(change(values));
        whole.add(values);
      }
    }
    Batches.replace(jdbc, update, changes, into, whole);
    Batches.update(jdbc, "DELETE FROM " + name + " WHERE id = ?", deletions);
  }

  /** Rows as they stand, each with the columns that do not say what its record says. */
  List<StoredRecord> stored(JdbcTemplate jdbc, String condition, String value) {
    return jdbc.query(
        "SELECT id, block, json"
            + Sql.each(view.columns(), c -> ", " + Sql.name(c))
            + " FROM "
            + name
            + " WHERE "
            + condition,
        (row, number) -> stored(row),
        value);
  }

  private StoredRecord stored(ResultSet row) throws SQLException {
    StoredRecord record =
        new StoredRecord(
            view.record().orElseThrow().name(),
            row.getString(1),
            row.getLong(2),
            row.getString(3),
            List.of());
    Optional<JsonNode> tree = record.tree();
    if (tree.isEmpty()) {
      return record;
    }
    List<String> wrong = new ArrayList<>();
    int position = 4;
    for (Column column : view.columns()) {
      if (!Sql.same(column, readingOf(column, tree.get()), row, position++)) {
        wrong.add(column.name());
      }
    }
    return new StoredRecord(record.type(), record.id(), record.block(), record.json(), wrong);
  }

  /** What a damaged record cannot be read to say is nothing that a column could have said. */
  private static Optional<Object> readingOf(Column column, JsonNode tree) {
    try {
      return Optional.ofNullable(column.reading().apply(tree));
    } catch (RuntimeException unreadable) {
      return Optional.of(unreadable);
    }
  }

  /** A row's values without its position, which stays, and with its id at the end. */
  private static Object[] change(Object[] values) {
    Object[] change = new Object[values.length - 1];
    System.arraycopy(values, 2, change, 0, values.length - 2);
    change[change.length - 1] = values[0];
    return change;
  }

  private Object[] values(RecordRow row) {
    JsonNode tree = Codec.readTree(row.value());
    List<Column> columns = view.columns();
    Object[] values = new Object[4 + columns.size()];
    values[0] = row.id();
    values[1] = row.seq();
    values[2] = row.block();
    values[3] = new String(row.value(), StandardCharsets.UTF_8);
    for (int i = 0; i < columns.size(); i++) {
      values[4 + i] = Sql.value(columns.get(i).reading().apply(tree));
    }
    return values;
  }
}
