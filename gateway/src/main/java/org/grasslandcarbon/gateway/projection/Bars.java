// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * Adds trades to the bars of their days. A bar is added to and not counted again from the first
 * trade of its day: a hot instrument has a hundred thousand of them. Only where a trade was
 * cancelled is the bar of its day told anew, as the ledger does with a day of few trades.
 */
final class Bars {
  private static final View VIEW = MarketViews.BARS;

  private final JdbcTemplate jdbc;
  private final Layout layout;

  /** By venue and day. */
  private final Map<Day, Long> ticks = new HashMap<>();

  private record Day(String of, LocalDate date) {}

  Bars(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
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
    private long cancelled;
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
      values.put("cancelled", cancelled);
      values.put("tick", tick);
      return MovementTables.row(VIEW, day.date().toEpochDay(), values);
    }
  }

  /** Those trades of some that have not been written: each counts once. */
  List<RecordRow> unknown(List<RecordRow> trades) {
    Set<String> known = layout.present(MarketViews.TRADES, trades);
    return trades.stream().filter(each -> !known.contains(each.id())).toList();
  }

  /** Adds new trades that have not been counted; venues and rules are there before. */
  void add(List<RecordRow> trades) {
    add(trades, Set.of());
  }

  /** Adds trades of any age, some of which may have been cancelled since. */
  void addAgain(List<RecordRow> trades) {
    add(trades, layout.present(MarketViews.CANCELLATIONS, trades));
  }

  private void add(List<RecordRow> trades, Set<String> cancelled) {
    Map<Day, Bar> bars = new LinkedHashMap<>();
    trades.stream()
        .map(row -> new Told(Codec.readTree(row.value()), cancelled.contains(row.id())))
        .sorted(Comparator.comparingLong(told -> told.trade().path("number").longValue()))
        .forEach(told -> told.into(bars, this));
    write(bars);
  }

  private void write(Map<Day, Bar> bars) {
    if (!bars.isEmpty()) {
      List<Object[]> rows = new ArrayList<>();
      bars.forEach((day, bar) -> rows.add(bar.row(day)));
      Batches.update(jdbc, mergeStatement(layout.movements().bars()), rows);
    }
  }

  /** A trade, and whether it was cancelled. */
  private record Told(JsonNode trade, boolean cancelled) {
    private void into(Map<Day, Bar> bars, Bars of) {
      LocalDate date = LocalDate.parse(trade.path("day").asString());
      long tick = of.tick(trade.path("venue").asString(), date);
      Bar bar =
          bars.computeIfAbsent(
              new Day(trade.path("instrument").asString(), date), any -> new Bar(tick));
      if (cancelled) {
        bar.cancelled++;
      } else {
        bar.add(trade);
      }
    }
  }

  /**
   * Tells the days anew on which trades were cancelled; trades and cancellations are written
   * before. Such a day has few trades, or the ledger would not have taken the cancellation.
   */
  void tellAnew(List<RecordRow> cancellations) {
    Set<Day> days = new LinkedHashSet<>();
    for (RecordRow each : cancellations) {
      jdbc.query(
          "SELECT c_instrument, c_day FROM " + layout.table(MarketViews.TRADES) + " WHERE id = ?",
          row -> {
            days.add(new Day(row.getString(1), LocalDate.parse(row.getString(2))));
          },
          each.id());
    }
    days.forEach(this::tellAnew);
  }

  private void tellAnew(Day day) {
    Map<Day, Bar> bars = new LinkedHashMap<>();
    jdbc.query(
        "SELECT t.json, x.id FROM "
            + layout.table(MarketViews.TRADES)
            + " t LEFT JOIN "
            + layout.table(MarketViews.CANCELLATIONS)
            + " x ON x.id = t.id WHERE t.c_instrument = ? AND t.c_day = ? ORDER BY t.c_number",
        row -> {
          JsonNode trade = Codec.readTree(row.getString(1).getBytes(StandardCharsets.UTF_8));
          new Told(trade, row.getString(2) != null).into(bars, this);
        },
        day.of(),
        day.date().toString());
    jdbc.update(
        "DELETE FROM " + layout.movements().bars() + " WHERE c_instrument = ? AND seq = ?",
        day.of(),
        day.date().toEpochDay());
    write(bars);
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
    String added =
        "volume value block_volume block_value other_volume other_value trades cancelled";
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
