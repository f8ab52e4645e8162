// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.network.conformance.market.Judged;
import org.grasslandcarbon.network.conformance.market.PaperMarket;
import org.grasslandcarbon.network.conformance.market.Signed;
import org.junit.jupiter.api.Test;

/** The invariants of a trading day see each thing that must not be, in data that are good. */
class MarketInvariantsTest {
  private final PaperMarket market = new PaperMarket();
  private final String seller = market.somebody().value();
  private final String buyer = market.somebody().value();
  private final Signed listing = PaperMarket.sells(id(seller), 5, 90);
  private final Signed taking = PaperMarket.buys(id(buyer), 3, 90, false);
  private final Signed wish = PaperMarket.wants(id(buyer), 2, 80);
  private final String listed = listing.text().id().value();
  private final String wished = wish.text().id().value();

  private final List<Judged> judged =
      new ArrayList<>(
          List.of(
              PaperMarket.applied(listing),
              PaperMarket.applied(taking, market.bought(taking, listing, 90, 6, 8)),
              PaperMarket.applied(wish)));

  // What the gateway says; a test changes what it likes.
  private final List<MarketState.Entry> book =
      new ArrayList<>(
          List.of(
              new MarketState.Entry(wished, Side.BUY, 80, 2),
              new MarketState.Entry(listed, Side.SELL, 90, 2)));
  private final List<MarketState.Listing> listings =
      new ArrayList<>(
          List.of(
              new MarketState.Listing(listed, seller, 2, 0, List.of(range(9, 10))),
              new MarketState.Listing(wished, buyer, 2, 162, List.of())));
  private final List<MarketState.Made> trades =
      new ArrayList<>(List.of(new MarketState.Made(1, buyer, seller, 90, 3, 270)));
  private final Map<String, List<SerialRange>> held =
      new HashMap<>(
          Map.of(seller, List.of(range(1, 5)), buyer, List.of(range(6, 8), range(11, 20))));
  private final Map<String, Long> available = new HashMap<>(Map.of(seller, 10_267L, buyer, 9_566L));
  private long fees = 5;
  private long bankTotal = 20_000;

  private static ParticipantId id(String value) {
    return new ParticipantId(value);
  }

  private static SerialRange range(long first, long last) {
    return new SerialRange(first, last);
  }

  private List<String> violations() {
    return MarketInvariants.violations(
        new MarketInvariants.Opening(List.of(seller, buyer), 10, 10_000),
        List.of(listing, taking, wish),
        judged,
        new MarketState(book, listings, trades, held, available, fees, 0, bankTotal));
  }

  private void assertOnly(String what) {
    assertThat(violations()).singleElement().asString().contains(what);
  }

  private void assertSeen(String what) {
    assertThat(violations()).anyMatch(each -> each.contains(what));
  }

  @Test
  void good_data_pass() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void a_trade_that_the_book_on_paper_does_not_make_is_seen() {
    judged.set(1, PaperMarket.applied(taking, market.bought(taking, listing, 89, 6, 8)));
    assertSeen("made the trades");
  }

  @Test
  void a_refusal_for_no_rule_is_seen_and_one_for_want_of_money_is_none() {
    judged.set(2, PaperMarket.refused(wish, "INSUFFICIENT_CASH"));
    book.remove(0);
    listings.remove(1);
    available.put(buyer, 9_728L);
    assertThat(violations()).isEmpty();
    judged.set(2, PaperMarket.refused(wish, "INTERNAL"));
    assertOnly("was refused for no rule");
  }

  @Test
  void a_book_that_differs_from_the_one_on_paper_is_seen() {
    book.set(1, new MarketState.Entry(listed, Side.SELL, 90, 3));
    assertSeen("SELL levels of the book are {90=3}, on paper {90=2}");
  }

  @Test
  void a_crossed_book_is_seen() {
    book.set(0, new MarketState.Entry(wished, Side.BUY, 90, 2));
    assertSeen("the book is crossed");
  }

  @Test
  void an_open_listing_that_is_not_in_the_book_is_seen() {
    listings.add(new MarketState.Listing("lost", buyer, 2, 0, List.of()));
    assertOnly("open listings are");
  }

  @Test
  void a_trade_that_the_gateway_does_not_show_is_seen() {
    trades.clear();
    assertOnly("the gateway's []");
  }

  @Test
  void credits_that_nobody_bought_or_that_are_gone_are_seen() {
    held.put(buyer, List.of(range(6, 8), range(11, 21)));
    assertOnly(buyer + " has 14 t with what is listed, by its trades 13 t");
    held.put(buyer, List.of(range(6, 7), range(11, 20)));
    assertOnly(buyer + " has 12 t with what is listed, by its trades 13 t");
  }

  @Test
  void a_serial_number_in_two_hands_is_seen() {
    held.put(buyer, List.of(range(5, 7), range(11, 20)));
    assertOnly("1-5 and 5-7 are in two hands");
  }

  @Test
  void money_that_is_not_where_the_trades_have_brought_it_is_seen() {
    available.put(seller, 10_270L);
    fees = 2;
    assertOnly(seller + " has 10270 fen with what is listed, by its trades 10267 fen");
  }

  @Test
  void money_that_nobody_has_is_seen() {
    fees = 4;
    assertOnly("are not the bank's 20000");
    fees = 5;
    bankTotal = 20_001;
    assertOnly("are not the bank's 20001");
  }
}
