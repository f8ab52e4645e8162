// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is listed of an instrument: the best five prices of each side. */
@Command(
    name = "book",
    description = {"盘口：最优五档买卖挂牌。", "A book: the best five prices of each side."},
    footer = {"  grassland market book GCS-152502-2024-0001-2025"})
final class MarketBook extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "INSTRUMENT",
      description = {"交易标的；默认唯一的标的。", "The instrument; by default the only one that is traded."})
  private String instrument;

  /** One price of a side, as a line shows it. */
  private record Level(String side, JsonNode level) {}

  @Override
  protected void perform(Session session) {
    String asked = Named.instrument(instrument, session);
    JsonNode book = session.progress().during(calledAs(), () -> session.publicReads().book(asked));
    if (session.isForPrograms()) {
      session.document(book);
      return;
    }
    session.line(head(session, book));
    session.table(
        new Table<Level>()
            .text("方向", "side", Level::side)
            .number("价格(元/吨)", "price (yuan/t)", each -> Rows.yuan(each.level().path("price")))
            .number("数量(吨)", "tonnes", each -> Rows.tonnes(each.level().path("tonnes")))
            .number("笔数", "listings", each -> each.level().path("listings").asString("")),
        levels(session, book));
    JsonNode imbalance = book.path("imbalancePerMille");
    if (imbalance.isIntegralNumber()) {
      long tenths = imbalance.asLong();
      String percent =
          (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
      session.say("委比 " + percent + " %", "bought against sold " + percent + " %");
    }
  }

  private static String head(Session session, JsonNode book) {
    StringBuilder head = new StringBuilder(book.path("instrument").asString(""));
    part(head, session.language().of("基准", "base"), Rows.yuan(book.path("base")));
    part(head, session.language().of("最新", "last"), Rows.yuan(book.at("/day/last")));
    String lowest = Rows.yuan(book.at("/limits/lowest"));
    if (!lowest.isEmpty()) {
      String highest = Rows.yuan(book.at("/limits/highest"));
      part(head, session.language().of("限价范围", "limits"), lowest + " – " + highest);
    }
    part(head, session.language().of("最小变动", "tick"), Rows.yuan(book.path("tick")));
    JsonNode reason = book.at("/halt/reason");
    part(head, session.language().of("停牌", "halted"), Text.of(reason, session.language()));
    return head.toString();
  }

  private static void part(StringBuilder head, String label, String value) {
    if (!value.isEmpty()) {
      head.append("  ").append(label).append(' ').append(value);
    }
  }

  /** As screens of venues have it: the dearest offer on top, the best two in the middle. */
  private static List<Level> levels(Session session, JsonNode book) {
    List<Level> levels = new ArrayList<>();
    String sell = session.language().of("卖", "sell");
    book.path("sells").forEach(level -> levels.add(new Level(sell, level)));
    Collections.reverse(levels);
    String buy = session.language().of("买", "buy");
    book.path("buys").forEach(level -> levels.add(new Level(buy, level)));
    if (levels.isEmpty()) {
      String none = session.language().of("（没有挂牌）", "(nothing is listed)");
      levels.add(new Level(none, JsonNodeFactory.instance.objectNode()));
    }
    return levels;
  }
}
