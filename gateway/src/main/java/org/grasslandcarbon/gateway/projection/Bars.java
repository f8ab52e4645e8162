// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.market.TradingRule;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Adds trades to the bars of their days. A bar is added to and never counted again from the first
 * trade of its day: a hot instrument has a hundred thousand of them.
 */
final class Bars {
  /** Ids looked up by one statement. */
  private static final int IDS_A_QUERY = 500;

  private static final View VIEW = MarketViews.BARS;

  private final JdbcTemplate jdbc;
  private final Layout layout;
  private final String merge;

  /** By venue and day. */
  private final Map<Day, Long> ticks = new HashMap<>();

  private record Day(String of, LocalDate date) {}

  Bars(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
    this.merge = mergeStatement(layout.movements().bars());
  }

  /** What has been traded on a day so far. */
  private static final class Bar {
    private Long open;
    private Long high;
    private Long low;
    private Long last;
    private long volume;
    private long value;
    private long blockVolume;
    private long blockValue;
    private long otherVolume;
    private long otherValue;
    private long trades;
    private final long tick;

    private Bar(long tick) {
      this.tick = tick;
    }

    private void add(JsonNode trade) {
      long tonnes = trade.path("tonnes").longValue();
      long gross = trade.path("gross").longValue();
      String mode = trade.path("mode").asString("");
      trades++;
      if (mode.equals(Trade.Mode.LISTED.name())) {
        long price = trade.path("price").longValue();
        open = open == null ? Long.valueOf(price) : open;
        high = high == null ? price : Math.max(high, price);
        low = low == null ? price : Math.min(low, price);
        last = price;
        volume = Math.addExact(volume, tonnes);
        value = Math.addExact(value, gross);
      } else if (mode.equals(Trade.Mode.BLOCK.name())) {
        blockVolume = Math.addExact(blockVolume, tonnes);
        blockValue = Math.addExact(blockValue, gross);
      } else {
        otherVolume = Math.addExact(otherVolume, tonnes);
        otherValue = Math.addExact(otherValue, gross);
      }
    }

    private Object[] row(Day day) {
      Map<String, Object> values = new HashMap<>();
      values.put("instrument", day.of());
      values.put("day", day.date().toString());
      values.put("open", open);
      values.put("high", high);
      values.put("low", low);
      values.put("last", last);
      values.put("volume", volume);
      values.put("value", value);
      values.put("blockVolume", blockVolume);
      values.put("blockValue", blockValue);
      values.put("otherVolume", otherVolume);
      values.put("otherValue", otherValue);
      values.put("trades", trades);
      values.put("tick", tick);
      return MovementTables.row(VIEW, day.date().toEpochDay(), values);
    }
  }

  /** Those trades of some that have not been written: each counts once. */
  List<RecordRow> unknown(List<RecordRow> trades) {
    Set<String> known = new HashSet<>();
    for (int from = 0; from < trades.size(); from += IDS_A_QUERY) {
      List<RecordRow> some = trades.subList(from, Math.min(trades.size(), from + IDS_A_QUERY));
      known.addAll(
          jdbc.queryForList(
              "SELECT id FROM "
                  + layout.table(MarketViews.TRADES)
                  + " WHERE id IN ("
                  + String.join(", ", Collections.nCopies(some.size(), "?"))
                  + ")",
              String.class,
              some.stream().map(RecordRow::id).toArray()));
    }
    return trades.stream().filter(each -> !known.contains(each.id())).toList();
  }

  /** Adds trades that have not been counted; venues and rules are there before. */
  void add(List<RecordRow> trades) {
    Map<Day, Bar> bars = new LinkedHashMap<>();
    trades.stream()
        .map(row -> Codec.readTree(row.value()))
        .sorted(Comparator.comparingLong(trade -> trade.path("number").longValue()))
        .forEach(
            trade -> {
              LocalDate date = LocalDate.parse(trade.path("day").asString());
              Day day = new Day(trade.path("instrument").asString(), date);
              long tick = tick(trade.path("venue").asString(), date);
              bars.computeIfAbsent(day, any -> new Bar(tick)).add(trade);
            });
    List<Object[]> rows = new ArrayList<>();
    bars.forEach((day, bar) -> rows.add(bar.row(day)));
    Batches.update(jdbc, merge, rows);
  }

  /** The step of prices by the rule that held at a venue on a day. */
  private long tick(String venue, LocalDate date) {
    return ticks.computeIfAbsent(
        new Day(venue, date),
        day ->
            record(MarketViews.VENUES, venue)
                .map(found -> RuleOfDay.version(found, date))
                .flatMap(version -> record(MarketViews.TRADING_RULES, rule(venue, version)))
                .map(rule -> rule.at("/terms/tick").longValue())
                // Rules come before trades; where one is lost, prices are shown to the fen.
                .orElse(1L));
  }

  private static String rule(String venue, int version) {
    return Ids.of(TradingRule.key(new VenueId(venue), version));
  }

  private Optional<JsonNode> record(View view, String id) {
    return jdbc
        .queryForList("SELECT json FROM " + layout.table(view) + " WHERE id = ?", String.class, id)
        .stream()
        .findFirst()
        .map(json -> Codec.readTree(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String mergeStatement(String table) {
    String added = "volume value block_volume block_value other_volume other_value trades";
    StringBuilder sums = new StringBuilder();
    for (String each : added.split(" ")) {
      sums.append(", c_").append(each).append(" = t.c_").append(each);
      sums.append(" + s.c_").append(each);
    }
    return "MERGE INTO "
        + table
        + " t USING (VALUES (CAST(? AS bigint)"
        + Sql.each(VIEW.columns(), c -> ", CAST(? AS " + Sql.type(c) + ")")
        + ")) s (seq"
        + Sql.each(VIEW.columns(), c -> ", " + Sql.name(c))
        + ") ON t.c_instrument = s.c_instrument AND t.seq = s.seq"
        + " WHEN MATCHED THEN UPDATE SET c_open = COALESCE(t.c_open, s.c_open),"
        + " c_high = GREATEST(COALESCE(t.c_high, s.c_high), COALESCE(s.c_high, t.c_high)),"
        + " c_low = LEAST(COALESCE(t.c_low, s.c_low), COALESCE(s.c_low, t.c_low)),"
        + " c_last = COALESCE(s.c_last, t.c_last)"
        + sums
        + " WHEN NOT MATCHED THEN INSERT (seq"
        + Sql.each(VIEW.columns(), c -> ", " + Sql.name(c))
        + ") VALUES (s.seq"
        + Sql.each(VIEW.columns(), c -> ", s." + Sql.name(c))
        + ")";
  }
}
