// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.offset.OffsetAnswer;
import tools.jackson.databind.JsonNode;

/** What a purchase would cost, and what of it the market would take for which it is meant. */
final class Quote {
  private Quote() {}

  /** Shows it. */
  static void show(Session session, JsonNode quote) {
    List<JsonNode> takings = quote.path("takings").valueStream().toList();
    session.table(
        new Table<JsonNode>()
            .text("标的", "instrument", row -> row.path("instrument").asString(""))
            .number("数量(吨)", "tonnes", row -> Rows.tonnes(row.path("tonnes")))
            .number("最高价(元/吨)", "limit (yuan/t)", row -> Rows.yuan(row.path("limit")))
            .number("价款(元)", "value (yuan)", row -> Rows.yuan(row.path("value")))
            .number("手续费(元)", "fees (yuan)", row -> Rows.yuan(row.path("fees")))
            .number("合计(元)", "all-in (yuan)", row -> Rows.yuan(row.path("cost"))),
        takings);
    session.say(
        "合计 "
            + Rows.tonnes(quote.path("found"))
            + " 吨，含手续费 "
            + Rows.yuan(quote.path("cost"))
            + " 元",
        "in all "
            + Rows.tonnes(quote.path("found"))
            + " t, with fees "
            + Rows.yuan(quote.path("cost"))
            + " yuan");
    if (quote.has("eligibility")) {
      session.line("");
      OffsetAnswer.show(session, quote.path("eligibility"));
    }
  }
}
