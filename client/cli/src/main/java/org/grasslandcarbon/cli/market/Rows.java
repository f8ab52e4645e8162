// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Yuan;
import tools.jackson.databind.JsonNode;

/** What commands of the market show in common. */
final class Rows {
  /** One page of a gateway: a screen has less. */
  static final int LIMIT_MOST = 200;

  private Rows() {}

  /** Fen as yuan; nothing where there are none. */
  static String yuan(JsonNode fen) {
    return fen.isIntegralNumber() ? Yuan.text(fen.asLong()) : "";
  }

  /** Tonnes; nothing where there are none. */
  static String tonnes(JsonNode tonnes) {
    return tonnes.isIntegralNumber() ? Text.grouped(tonnes.asLong()) : "";
  }

  /** A number of rows as a person asked for it. */
  static String limit(int limit) {
    if (limit < 1 || limit > LIMIT_MOST) {
      throw new UsageException(
          "--limit 为 1 至 " + LIMIT_MOST + "。", "--limit is 1 to " + LIMIT_MOST + ".");
    }
    return Integer.toString(limit);
  }

  /** Shows rows: for programs as they are. */
  static void show(Session session, Table<JsonNode> table, List<JsonNode> rows, long total) {
    if (session.isForPrograms()) {
      session.document(Map.of("items", rows, "total", total));
      return;
    }
    session.table(table, rows);
    session.hint(
        "共 " + total + " 项，显示 " + rows.size() + " 项", "(" + rows.size() + " of " + total + ")");
  }
}
