// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps records of types that have no view: nobody lists them, or chaincode newer than this gateway
 * wrote them. Whoever declares a view of a type finds its records here.
 */
final class OtherRecords {
  private static final String MERGE =
      "MERGE INTO p_record t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar),"
          + " CAST(? AS bigint), CAST(? AS bigint), CAST(? AS text)))"
          + " s (type, id, seq, block, json) ON t.type = s.type AND t.id = s.id"
          + " WHEN MATCHED THEN UPDATE SET block = s.block, json = s.json"
          + " WHEN NOT MATCHED THEN INSERT (type, id, seq, block, json)"
          + " VALUES (s.type, s.id, s.seq, s.block, s.json)";

  private OtherRecords() {}

  static void write(String type, List<RecordRow> rows, JdbcTemplate jdbc) {
    List<Object[]> merges = new ArrayList<>();
    List<Object[]> deletions = new ArrayList<>();
    for (RecordRow row : rows) {
      if (row.isDeletion()) {
        deletions.add(new Object[] {type, row.id()});
      } else {
        String json = new String(row.value(), StandardCharsets.UTF_8);
        merges.add(new Object[] {type, row.id(), row.seq(), row.block(), json});
      }
    }
    Batches.update(jdbc, MERGE, merges);
    Batches.update(jdbc, "DELETE FROM p_record WHERE type = ? AND id = ?", deletions);
  }
}
