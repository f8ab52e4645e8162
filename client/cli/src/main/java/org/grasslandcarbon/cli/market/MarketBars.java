// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.views.MarketViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What was traded of an instrument day by day. */
@Command(
    name = "bars",
    description = {"日行情：开、高、低、收与成交，最近的在前。", "Daily bars of an instrument, the newest first."},
    footer = {"  grassland market bars GCS-152502-2024-0001-2025 --limit 5"})
final class MarketBars extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "INSTRUMENT",
      description = {"交易标的；默认唯一的标的。", "The instrument; by default the only one that is traded."})
  private String instrument;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = {"最多显示的交易日数。", "Most days to show. Default: ${DEFAULT-VALUE}"})
  private int limit;

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = Map.of("limit", Rows.limit(limit));
    String of = Named.instrument(instrument, session);
    Page page =
        session
            .progress()
            .during(calledAs(), () -> session.publicReads().list(MarketViews.BARS, of, asked));
    Rows.show(session, table(), page.items(), page.total());
  }

  private static Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("交易日", "day", row -> row.path("day").asString(""))
        .number("开", "open", row -> Rows.yuan(row.path("open")))
        .number("高", "high", row -> Rows.yuan(row.path("high")))
        .number("低", "low", row -> Rows.yuan(row.path("low")))
        .number("收", "close", row -> Rows.yuan(row.path("close")))
        .number("成交量(吨)", "volume (t)", row -> Rows.tonnes(row.path("volume")))
        .number("成交额(元)", "value (yuan)", row -> Rows.yuan(row.path("value")))
        .number("大宗(吨)", "blocks (t)", row -> Rows.tonnes(row.path("blockVolume")))
        .number("笔数", "trades", row -> row.path("trades").asString(""));
  }
}
