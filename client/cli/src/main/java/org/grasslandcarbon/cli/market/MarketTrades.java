// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.LinkedHashMap;
import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.views.MarketViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Trades: everybody's without names, or the signer's own. */
@Command(
    name = "trades",
    description = {"成交：全部（不含姓名），或只看自己的。", "Trades: all of them without names, or one's own."},
    footer = {
      "  grassland market trades GCS-152502-2024-0001-2025",
      "  grassland market trades --mine --key my-key.json"
    })
final class MarketTrades extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "INSTRUMENT",
      description = {"交易标的；默认全部。", "The instrument; all of them by default."})
  private String instrument;

  @Option(
      names = "--mine",
      description = {"只看签名者买卖的（需要密钥）。", "Only what the signer bought or sold (needs a key)."})
  private boolean mine;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = {"某一交易日。", "Of one trading day."})
  private String day;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = {"最多显示的行数。", "Most rows to show. Default: ${DEFAULT-VALUE}"})
  private int limit;

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("limit", Rows.limit(limit));
    if (instrument != null) {
      asked.put("instrument", Named.read(instrument, InstrumentId.class, "INSTRUMENT").value());
    }
    if (day != null) {
      asked.put("day", day);
    }
    String me = mine ? session.signer().participant().value() : "";
    if (mine) {
      asked.put("party", me);
    }
    Reads reads = mine ? session.privateReads() : session.publicReads();
    Page page = session.progress().during(calledAs(), () -> reads.list(MarketViews.TRADES, asked));
    Rows.show(session, table(session.language(), me), page.items(), page.total());
  }

  private Table<JsonNode> table(Language language, String me) {
    Table<JsonNode> table =
        new Table<JsonNode>()
            .text("时间", "time", row -> Text.of(row.path("at"), language))
            .text("标的", "instrument", row -> row.path("instrument").asString(""))
            .number("编号", "number", row -> row.path("number").asString(""))
            .text("方式", "mode", row -> Labels.code(row.path("mode").asString(""), language));
    if (mine) {
      table.text("买卖", "side", row -> side(row, me, language));
    }
    table
        .number("价格(元/吨)", "price (yuan/t)", row -> Rows.yuan(row.path("price")))
        .number("数量(吨)", "tonnes", row -> Rows.tonnes(row.path("tonnes")))
        .number("金额(元)", "gross (yuan)", row -> Rows.yuan(row.path("gross")));
    if (mine) {
      table
          .number("手续费(元)", "fees (yuan)", row -> fees(row, me))
          .text(
              "对手方",
              "counterparty",
              row -> row.path(bought(row, me) ? "seller" : "buyer").asString(""));
    }
    return table;
  }

  private static boolean bought(JsonNode row, String me) {
    return row.path("buyer").asString("").equals(me);
  }

  private static String side(JsonNode row, String me, Language language) {
    return bought(row, me) ? language.of("买", "bought") : language.of("卖", "sold");
  }

  /** The signer's own trading and settlement fee together. */
  private static String fees(JsonNode row, String me) {
    String side = bought(row, me) ? "buyer" : "seller";
    JsonNode trading = row.path(side + "Fee");
    JsonNode settlement = row.path(side + "SettlementFee");
    return trading.isIntegralNumber() ? Yuan.text(trading.asLong() + settlement.asLong(0)) : "";
  }
}
