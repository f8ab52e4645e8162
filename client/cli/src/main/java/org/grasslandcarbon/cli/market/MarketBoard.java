// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.WholeList;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.client.PublicReads;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.views.MarketViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What is traded, at which prices, and whether it can be traded now. */
@Command(
    name = "board",
    description = {
      "行情：各标的的价格、成交与状态。",
      "The board: prices, volume and state of all that is traded."
    },
    footer = {"  grassland market board", "  grassland market board --region 150000"})
final class MarketBoard extends RegistryCommand {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Option(
      names = "--venue",
      paramLabel = "VENUE",
      description = {"交易场所。", "Of one venue."})
  private String venue;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {"项目所在区划（含下级）。", "Of projects in a division, with those in it."})
  private String region;

  @Override
  protected void perform(Session session) {
    Map<String, String> filters = new LinkedHashMap<>();
    if (venue != null) {
      filters.put("venue", venue);
    }
    if (region != null) {
      filters.put("region", region);
    }
    PublicReads reads = session.publicReads();
    List<JsonNode> rows =
        session
            .progress()
            .during(calledAs(), () -> WholeList.of(reads, MarketViews.INSTRUMENTS, filters));
    Map<String, String> days = new HashMap<>();
    WholeList.of(reads, MarketViews.VENUES)
        .forEach(each -> days.put(each.path("id").asString(""), each.path("day").asString("")));
    String today = BeijingTime.day(Instant.now(Clock.systemUTC())).toString();
    Rows.show(session, table(session.language(), days, today), rows, rows.size());
  }

  private static Table<JsonNode> table(Language language, Map<String, String> days, String today) {
    return new Table<JsonNode>()
        .text("标的", "instrument", row -> row.path("instrument").asString(""))
        .number("最新", "last", row -> Rows.yuan(row.at("/day/last")))
        .number("涨跌%", "change %", MarketBoard::change)
        .number("基准", "base", row -> Rows.yuan(row.path("base")))
        .number("跌停", "lowest", row -> Rows.yuan(row.at("/limits/lowest")))
        .number("涨停", "highest", row -> Rows.yuan(row.at("/limits/highest")))
        .number("成交量(吨)", "volume (t)", row -> Rows.tonnes(row.at("/day/listed/tonnes")))
        .text("交易日", "day", row -> row.at("/day/date").asString(""))
        .text("状态", "state", row -> state(row, days, today, language));
  }

  /** The last price against the base, in hundredths. */
  private static String change(JsonNode row) {
    JsonNode last = row.at("/day/last");
    long base = row.path("base").asLong();
    // A day that is closed has given the next one its base.
    if (!last.isIntegralNumber() || base == 0 || row.at("/day/closed").asBoolean(false)) {
      return "";
    }
    return BigDecimal.valueOf(last.asLong() - base)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(base), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String state(
      JsonNode row, Map<String, String> days, String today, Language language) {
    if (row.path("halted").asBoolean(false)) {
      return language.of("停牌", "halted");
    }
    boolean isOpened = today.equals(days.get(row.path("venue").asString("")));
    boolean isClosed =
        row.at("/day/date").asString("").equals(today) && row.at("/day/closed").asBoolean(false);
    if (!isOpened) {
      return language.of("未开市", "not opened");
    }
    return isClosed ? language.of("已收市", "closed") : language.of("已开市", "opened");
  }
}
