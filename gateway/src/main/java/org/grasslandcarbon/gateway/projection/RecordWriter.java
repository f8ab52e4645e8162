// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Writes records to their table: new ones are added, known ones replaced. MERGE is the one upsert
 * that H2 and PostgreSQL share.
 */
final class RecordWriter {
  private final RecordTable table;
  private final String merge;

  RecordWriter(RecordTable table) {
    this.table = table;
    this.merge = mergeStatement(table);
  }

  private static String mergeStatement(RecordTable table) {
    List<Column> columns = table.columns();
    String names = columns.stream().map(c -> ", " + c.name()).collect(Collectors.joining());
    String casts =
        columns.stream().map(c -> ", CAST(? AS " + c.type() + ")").collect(Collectors.joining());
    String updates =
        columns.stream()
            .map(c -> ", " + c.name() + " = s." + c.name())
            .collect(Collectors.joining());
    String inserts = columns.stream().map(c -> ", s." + c.name()).collect(Collectors.joining());
    return "MERGE INTO "
        + table.name()
        + " t USING (VALUES (CAST(? AS varchar), CAST(? AS bigint), CAST(? AS bigint), "
        + "CAST(? AS "
        + table.jsonType()
        + ")"
        + casts
        + ")) s (id, seq, block, json"
        + names
        + ") ON t.id = s.id WHEN MATCHED THEN UPDATE SET block = s.block, json = s.json"
        + updates
        + " WHEN NOT MATCHED THEN INSERT (id, seq, block, json"
        + names
        + ") VALUES (s.id, s.seq, s.block, s.json"
        + inserts
        + ")";
  }

  /** Writes records with different ids. */
  void write(List<RecordRow> rows, JdbcTemplate jdbc) {
    List<Object[]> merges = new ArrayList<>();
    List<Object[]> deletions = new ArrayList<>();
    for (RecordRow row : rows) {
      if (row.isDeletion()) {
        deletions.add(new Object[] {row.id()});
      } else {
        merges.add(values(row));
      }
    }
    Batches.update(jdbc, merge, merges);
    Batches.update(jdbc, "DELETE FROM " + table.name() + " WHERE id = ?", deletions);
  }

  private Object[] values(RecordRow row) {
    JsonNode tree = Codec.readTree(row.value());
    List<Column> columns = table.columns();
    Object[] values = new Object[4 + columns.size()];
    values[0] = row.id();
    values[1] = row.seq();
    values[2] = row.block();
    values[3] = new String(row.value(), StandardCharsets.UTF_8);
    for (int i = 0; i < columns.size(); i++) {
      values[4 + i] = columns.get(i).value().apply(tree);
    }
    return values;
  }
}
