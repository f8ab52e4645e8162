// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which block has which transaction with outcomes of instructions: a row a transaction. */
final class Transactions {
  private static final String COLUMNS = " (id varchar(100) PRIMARY KEY, block bigint NOT NULL)";

  static final String FORM = "w_transaction_[0-9a-f]+";

  private final String name = "w_transaction_" + Sql.digest(COLUMNS);

  String table() {
    return name;
  }

  void create(JdbcTemplate jdbc) {
    jdbc.execute("CREATE TABLE IF NOT EXISTS " + name + COLUMNS);
    jdbc.execute(Sql.index(name, "block", "block"));
  }

  /** Fills an empty table from the journal. */
  void fill(JdbcTemplate jdbc) {
    jdbc.update(
        "INSERT INTO "
            + name
            + " (id, block) SELECT transaction_id, MIN(block) FROM p_journal"
            + " GROUP BY transaction_id");
  }

  /** Adds the transactions of whole blocks. */
  void write(List<JournalRow> entries, JdbcTemplate jdbc) {
    Map<String, Long> blocks = new LinkedHashMap<>();
    entries.forEach(entry -> blocks.putIfAbsent(entry.transactionId(), entry.row().block()));
    Batches.insert(
        jdbc,
        name + " (id, block)",
        blocks.entrySet().stream()
            .map(each -> new Object[] {each.getKey(), each.getValue()})
            .toList());
  }
}
