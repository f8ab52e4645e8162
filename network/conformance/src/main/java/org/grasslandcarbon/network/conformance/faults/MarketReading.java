// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.client.PrivateReads;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.SettlementViews;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/** Asks one office's gateway for all that it holds of a trading day. */
final class MarketReading {
  private final PrivateReads reads;
  private final TradingDay day;

  /**
   * @param reader who may see everybody's accounts
   */
  MarketReading(RegistryClient gateway, TradingDay day, InstructionSigner reader) {
    this.reads = gateway.privateReads(reader);
    this.day = day;
  }

  MarketState state(List<String> traders) {
    Map<String, List<SerialRange>> held = new ConcurrentHashMap<>();
    Map<String, Long> available = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<MarketState.Listing> listings = new ConcurrentLinkedQueue<>();
    OfficeReading.inParallel(
        traders,
        trader -> {
          held.put(trader, held(trader));
          available.put(trader, available(trader));
          listings.addAll(listings(trader));
        });
    JsonNode board = reads.show(MarketViews.INSTRUMENTS, day.instrument().value());
    return new MarketState(
        book(board),
        listings.stream().sorted(Comparator.comparing(MarketState.Listing::id)).toList(),
        trades(),
        held,
        available,
        board.path("fees").asLong(),
        benefits(),
        bankTotal());
  }

  private List<JsonNode> all(View view, Map<String, String> filters) {
    List<JsonNode> items = new ArrayList<>();
    Map<String, String> asked = new HashMap<>(filters);
    asked.put("limit", "200");
    Optional<String> next;
    do {
      Page page = reads.list(view, asked);
      items.addAll(page.items());
      next = page.next();
      next.ifPresent(cursor -> asked.put("cursor", cursor));
    } while (next.isPresent());
    return items;
  }

  private List<SerialRange> held(String trader) {
    return all(CreditViews.HOLDINGS, Map.of("owner", trader, "batch", day.batch().value())).stream()
        .flatMap(each -> ranges(each.path("held")).stream())
        .toList();
  }

  private static List<SerialRange> ranges(JsonNode ranges) {
    return ranges.valueStream().map(each -> SerialRange.parse(each.asString())).toList();
  }

  private long available(String trader) {
    return all(SettlementViews.CASH, Map.of("owner", trader)).stream()
        .mapToLong(each -> each.path("available").asLong())
        .sum();
  }

  private List<MarketState.Listing> listings(String trader) {
    return all(
            MarketViews.LISTINGS,
            Map.of("owner", trader, "instrument", day.instrument().value(), "state", "OPEN"))
        .stream()
        .map(
            each ->
                new MarketState.Listing(
                    each.path("id").asString(),
                    each.path("participant").asString(),
                    each.path("remaining").asLong(),
                    each.path("cash").asLong(),
                    ranges(each.path("serials"))))
        .toList();
  }

  private static List<MarketState.Entry> book(JsonNode board) {
    List<MarketState.Entry> book = new ArrayList<>();
    for (Side side : Side.values()) {
      board
          .path(side == Side.BUY ? "buys" : "sells")
          .valueStream()
          .forEach(
              each ->
                  book.add(
                      new MarketState.Entry(
                          each.path("listing").asString(),
                          side,
                          each.path("price").asLong(),
                          each.path("remaining").asLong())));
    }
    return book;
  }

  private List<MarketState.Made> trades() {
    return all(MarketViews.TRADES, Map.of("instrument", day.instrument().value())).stream()
        .map(
            each ->
                new MarketState.Made(
                    each.path("number").asLong(),
                    each.path("buyer").asString(),
                    each.path("seller").asString(),
                    each.path("price").asLong(),
                    each.path("tonnes").asLong(),
                    each.path("gross").asLong()))
        .sorted(Comparator.comparing(MarketState.Made::number))
        .toList();
  }

  private long benefits() {
    String project = day.instrument().project().value();
    return all(MarketViews.BENEFITS, Map.of("project", project)).stream()
        .mapToLong(each -> each.path("owed").asLong())
        .sum();
  }

  private long bankTotal() {
    return all(SettlementViews.BOOKS, Map.of("bank", day.bank().value())).stream()
        .mapToLong(each -> each.path("total").asLong())
        .sum();
  }
}
