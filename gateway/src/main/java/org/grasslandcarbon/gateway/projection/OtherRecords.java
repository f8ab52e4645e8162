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
  private static final String UPDATE =
      "UPDATE p_record SET block = ?, json = ? WHERE type = ? AND id = ?";

  private static final String INTO = "p_record (type, id, seq, block, json)";

  private OtherRecords() {}

  static void write(String type, List<RecordRow> rows, JdbcTemplate jdbc) {
    List<Object[]> changes = new ArrayList<>();
    List<Object[]> whole = new ArrayList<>();
    List<Object[]> deletions = new ArrayList<>();
    for (RecordRow row : rows) {
      if (row.isDeletion()) {
        deletions.add(new Object[] {type, row.id()});
      } else {
        String json = new String(row.value(), StandardCharsets.UTF_8);
        changes.add(new Object[] {row.block(), json, type, row.id()});
        whole.add(new Object[] {type, row.id(), row.seq(), row.block(), json});
      }
    }
    Batches.replace(jdbc, UPDATE, changes, INTO, whole);
    Batches.update(jdbc, "DELETE FROM p_record WHERE type = ? AND id = ?", deletions);
  }
}
