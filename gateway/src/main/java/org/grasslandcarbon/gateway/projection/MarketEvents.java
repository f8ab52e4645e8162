// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.market.CancelTrade;
import org.grasslandcarbon.domain.market.CloseTradingDay;
import org.grasslandcarbon.domain.market.HaltInstrument;
import org.grasslandcarbon.domain.market.OpenInstrument;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.market.RebaseInstrument;
import org.grasslandcarbon.domain.market.ResumeInstrument;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.views.MarketViews;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has happened at markets between two positions of the ledger, as it is told live. It is read
 * from what is projected, so that a gateway that starts anew tells the same under the same
 * positions. Records are whole: whoever tells them takes out what is not everybody's.
 */
public final class MarketEvents {
  /** Rows looked at for one answer: some tenths of a second. */
  private static final int ROWS_MOST = 20_000;

  /** Of the journal, what is told under which name. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          CancelTrade.TYPE.name(), "cancellation",
          OpenTradingDay.TYPE.name(), "day",
          CloseTradingDay.TYPE.name(), "day",
          HaltInstrument.TYPE.name(), "halt",
          ResumeInstrument.TYPE.name(), "halt",
          OpenInstrument.TYPE.name(), "instrument",
          RebaseInstrument.TYPE.name(), "instrument");

  private final JdbcTemplate jdbc;
  private final Reader reader;
  private final Layout layout;

  MarketEvents(JdbcTemplate jdbc, Reader reader, Layout layout) {
    this.jdbc = jdbc;
    this.reader = reader;
    this.layout = layout;
  }

  /**
   * Something that happened.
   *
   * @param at its position
   * @param name {@code trade}, {@code book}, {@code cancellation}, {@code day}, {@code halt} or
   *     {@code instrument}
   * @param instrument of which instrument; absent of what concerns a whole venue
   * @param data the record, or what the journal says
   */
  public record Event(Position at, String name, Optional<String> instrument, ObjectNode data) {}

  /**
   * What happened after a position and not after the end of a block, in order; of a book that
   * changed in between only how it stands. Nothing when it is more than is read for one answer, or
   * so long ago that the journal was let go.
   */
  public Optional<List<Event>> tryFind(Position after, long block) {
    if (after.seq() < layout.letGoTo()) {
      return Optional.empty();
    }
    Position end = Position.endOf(block);
    List<Event> events = new ArrayList<>();
    if (!addTrades(after, end, events) || !addActs(after, end, events)) {
      return Optional.empty();
    }
    addBooks(after, block, events);
    events.sort(Comparator.comparing(Event::at));
    return Optional.of(events);
  }

  /** Blocks stand outside of the quotes; lists have them when the day is over. */
  private boolean addTrades(Position after, Position end, List<Event> events) {
    int[] rows = {0};
    jdbc.query(
        "SELECT seq, json FROM "
            + layout.table(MarketViews.TRADES)
            + " WHERE seq > ? AND seq <= ? AND c_mode <> ? ORDER BY seq FETCH FIRST "
            + ROWS_MOST
            + " ROWS ONLY",
        row -> {
          rows[0]++;
          ObjectNode trade = record(row.getString(2));
          Optional<String> instrument = Optional.of(trade.path("instrument").asString());
          events.add(new Event(Position.of(row.getLong(1)), "trade", instrument, trade));
        },
        after.seq(),
        end.seq(),
        Trade.Mode.BLOCK.name());
    return rows[0] < ROWS_MOST;
  }

  private boolean addActs(Position after, Position end, List<Event> events) {
    int[] rows = {0};
    jdbc.query(
        "SELECT seq, json FROM p_journal WHERE seq > ? AND seq <= ? ORDER BY seq FETCH FIRST "
            + ROWS_MOST
            + " ROWS ONLY",
        row -> {
          rows[0]++;
          JsonNode entry = record(row.getString(2));
          String name = ACTIONS.get(entry.path("action").asString(""));
          boolean applied =
              entry.path("outcome").asString("").equals(JournalEntry.Outcome.APPLIED.name());
          if (name != null && applied) {
            events.add(act(Position.of(row.getLong(1)), name, entry));
          }
        },
        after.seq(),
        end.seq());
    return rows[0] < ROWS_MOST;
  }

  private static Event act(Position at, String name, JsonNode entry) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("action", entry.path("action"));
    data.set("at", entry.path("at"));
    Optional<String> instrument = Optional.empty();
    for (JsonNode reference : entry.path("references")) {
      String type = reference.path("type").asString("");
      data.set(type, reference.path("id"));
      if (type.equals("instrument")) {
        instrument = Optional.of(reference.path("id").asString());
      }
    }
    return new Event(at, name, instrument, data);
  }

  private void addBooks(Position after, long block, List<Event> events) {
    List<String> changed =
        jdbc.queryForList(
            "SELECT id FROM "
                + layout.table(MarketViews.INSTRUMENTS)
                + " WHERE block >= ? AND block <= ? ORDER BY id",
            String.class,
            after.equals(Position.endOf(after.block())) ? after.block() + 1 : after.block(),
            block);
    for (String id : changed) {
      reader
          .first(Selection.all(MarketViews.INSTRUMENTS).withId(id))
          .ifPresent(
              book -> events.add(new Event(Position.endOf(block), "book", Optional.of(id), book)));
    }
  }

  private static ObjectNode record(String json) {
    return (ObjectNode) Codec.readTree(json.getBytes(StandardCharsets.UTF_8));
  }
}
