// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/**
 * Listings and takings are refused for the first thing that is wrong: here everything is wrong at
 * first, and one thing after the other is put right.
 */
class OrderRefusalsTest {
  private static final InstrumentId NOWHERE = new InstrumentId("GCS-152502-2024-0009-2024");
  private static final BatchId OF_NOWHERE = new BatchId("CN-GCS-152502-20240009-2024-001");
  private static final BatchId NO_BATCH = new BatchId("CN-GCS-152502-20240001-2024-009");
  private static final Sha256 DOCUMENT = Sha256.of("ruling");

  private TestMarket market;
  private ParticipantId trader;
  private ParticipantId court;

  private void begin(TradingTerms terms) {
    market = new TestMarket(terms);
    trader = market.trader(50_000_000);
    court = market.ledger.admit(TestLedger.BEIJING, Role.COURT);
  }

  /** One open listing each, lots of 5, ticks of 10. */
  private static TradingTerms narrow() {
    TradingTerms terms = TestMarket.terms("/openListingsMost", "1");
    terms = Edited.with(Edited.with(terms, "/orderLeast", "10"), "/lot", "5");
    terms = Edited.with(Edited.with(terms, "/orderMost", "1000"), "/tick", "10");
    return Edited.with(terms, "/holdingMost", "500");
  }

  private String verdict(Action action) {
    return market.verdict(trader, action);
  }

  private String detail(Action action) {
    return market.ledger.submit(trader, action).detail().orElseThrow();
  }

  private static PlaceListing of(PlaceListing listing, long price, long tonnes) {
    return Edited.with(Edited.with(listing, "/price", "" + price), "/quantity", "" + tonnes);
  }

  private static <T extends Record> T from(T order, BatchId batch) {
    return Edited.with(order, "/batch", "\"" + batch + "\"");
  }

  private static <T extends Record> T nowhere(T order) {
    return Edited.with(order, "/instrument", "\"" + NOWHERE + "\"");
  }

  private void nextDays(int days) {
    for (int i = 0; i < days; i++) {
      market.nextDay();
    }
  }

  private void freezeCredits(long tonnes) {
    market.ledger.apply(
        court,
        new FreezeCredits(
            market.batch, DOCUMENT, trader, Optional.of(Tonnes.of(tonnes)), "preservation"));
  }

  @Test
  void a_listing_to_sell_is_refused_for_the_first_thing_that_is_wrong() {
    begin(narrow());
    PlaceListing sale = from(market.sell(3, 13_333), NO_BATCH);
    InstructionId yesterday = market.ledger.apply(trader, market.buy(10, 9_900));
    market.ledger.apply(market.exchange, new HaltInstrument(market.instrument, "checked"));
    market.nextDay();

    market.setTime("09:00:00");
    PlaceListing unknown =
        new PlaceListing(Optional.of(OF_NOWHERE), NOWHERE, Fen.of(13_333), Tonnes.of(3), Side.SELL);
    assertThat(verdict(unknown)).isEqualTo("UNKNOWN_INSTRUMENT");
    assertThat(verdict(sale)).isEqualTo("MARKET_CLOSED");
    market.setTime("10:00:00");
    assertThat(verdict(sale)).isEqualTo("BOOK_NOT_CLOSED");
    market.ledger.apply(trader, market.close());
    assertThat(market.listing(yesterday).state()).isEqualTo(Listing.State.LAPSED);
    assertThat(verdict(sale)).isEqualTo("INSTRUMENT_HALTED");
    assertThat(detail(sale)).contains("checked");
    market.ledger.apply(market.exchange, new ResumeInstrument(market.instrument, "in order"));
    assertThat(verdict(sale)).isEqualTo("PRICE_OFF_TICK");
    assertThat(detail(sale)).contains("13330").contains("13340");
    assertThat(verdict(of(sale, 13_330, 3))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    assertThat(detail(of(sale, 13_330, 3))).contains("9000").contains("11000");
    assertThat(verdict(of(sale, 10_000, 3))).isEqualTo("ORDER_TOO_SMALL");
    assertThat(verdict(of(sale, 10_000, 13))).isEqualTo("ORDER_TOO_SMALL");
    assertThat(verdict(of(sale, 10_000, 1_005))).isEqualTo("ORDER_TOO_LARGE");
    InstructionId own = market.ledger.apply(trader, market.buy(10, 10_000));
    assertThat(verdict(of(sale, 10_000, 100))).isEqualTo("TOO_MANY_ORDERS");
    market.ledger.apply(trader, new WithdrawListing(own));
    assertThat(verdict(of(sale, 10_000, 100))).isEqualTo("UNKNOWN_BATCH");

    PlaceListing known = market.sell(100, 10_000);
    market.ledger.apply(market.owner, market.sell(10, 9_800));
    market.ledger.apply(trader, market.takeSells(10, 9_800));
    ParticipantId other = market.trader(50_000_000);
    market.ledger.apply(other, market.buy(10, 10_000));
    assertThat(verdict(known)).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(detail(known)).contains("5 trading days apart");
    market.ledger.apply(market.exchange, market.close());
    nextDays(5);
    market.ledger.apply(other, market.buy(10, 10_000));
    assertThat(verdict(known)).isEqualTo("WOULD_CROSS");
    assertThat(detail(known)).contains("10000 fen: take it");
    assertThat(verdict(of(known, 10_010, 100))).isEqualTo("INSUFFICIENT_CREDITS");
    freezeCredits(5);
    assertThat(verdict(of(known, 10_010, 10))).isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void a_listing_to_buy_is_refused_for_want_of_room_and_then_of_money() {
    begin(narrow());
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    PlaceListing purchase = market.buy(505, 10_000);
    assertThat(verdict(purchase)).isEqualTo("WOULD_CROSS");
    assertThat(verdict(of(purchase, 9_990, 505))).isEqualTo("HOLDING_LIMIT");
    assertThat(detail(of(purchase, 9_990, 505))).contains("505 t would be held, and 500 t may be");
    ParticipantId poor = market.trader(995_000 + 5_969);
    PlaceListing small = of(purchase, 9_950, 100);
    assertThat(market.verdict(poor, small)).isEqualTo("INSUFFICIENT_CASH");
    market.deposit(poor, 1);
    freezeCash(poor, 1);
    assertThat(market.verdict(poor, small)).isEqualTo("CASH_FROZEN");
    market.deposit(poor, 1);
    assertThat(market.verdict(poor, small)).isEqualTo("APPLIED");
    assertThat(market.cash(poor)).isZero();
  }

  private void freezeCash(ParticipantId holder, long fen) {
    market.ledger.apply(
        court,
        new FreezeCash(
            Optional.of(Fen.of(fen)), Asset.CNY, market.bank, DOCUMENT, holder, "preservation"));
  }

  @Test
  void a_sale_to_those_who_buy_is_refused_for_the_first_thing_that_is_wrong() {
    begin(narrow());
    TakeListings sale = from(market.takeBuys(3, 13_333), NO_BATCH);
    market.ledger.apply(trader, market.buy(10, 9_900));
    market.ledger.apply(market.exchange, new HaltInstrument(market.instrument, "checked"));
    market.nextDay();

    market.setTime("09:00:00");
    TakeListings unknown = nowhere(market.takeSells(3, 13_333));
    assertThat(verdict(unknown)).isEqualTo("UNKNOWN_INSTRUMENT");
    assertThat(verdict(sale)).isEqualTo("MARKET_CLOSED");
    market.setTime("10:00:00");
    assertThat(verdict(sale)).isEqualTo("BOOK_NOT_CLOSED");
    market.ledger.apply(trader, market.close());
    assertThat(verdict(sale)).isEqualTo("INSTRUMENT_HALTED");
    market.ledger.apply(market.exchange, new ResumeInstrument(market.instrument, "in order"));
    assertThat(verdict(sale)).isEqualTo("PRICE_OFF_TICK");
    assertThat(detail(sale)).contains("13330").contains("13340");
    // A limit outside of the day's prices is only a limit.
    TakeListings onTick = Edited.with(sale, "/limit", "13330");
    assertThat(verdict(onTick)).isEqualTo("ORDER_TOO_SMALL");
    assertThat(verdict(Edited.with(onTick, "/quantity", "1005"))).isEqualTo("ORDER_TOO_LARGE");
    TakeListings right = Edited.with(onTick, "/quantity", "100");
    assertThat(verdict(right)).isEqualTo("UNKNOWN_BATCH");

    TakeListings known = market.takeBuys(100, 9_900);
    market.ledger.apply(market.owner, market.sell(10, 9_800));
    market.ledger.apply(trader, market.takeSells(10, 9_800));
    assertThat(verdict(known)).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    nextDays(5);
    assertThat(verdict(known)).isEqualTo("INSUFFICIENT_CREDITS");
    freezeCredits(5);
    assertThat(verdict(Edited.with(known, "/quantity", "10"))).isEqualTo("CREDITS_FROZEN");
    TakeListings all = Edited.with(Edited.with(known, "/quantity", "5"), "/allOrNothing", "true");
    assertThat(verdict(all)).isEqualTo("NOTHING_TO_TAKE");
    assertThat(detail(all)).contains("nothing is listed");
  }

  @Test
  void a_purchase_from_those_who_sell_is_refused_for_the_first_thing_that_is_wrong() {
    begin(narrow());
    InstructionId sale = market.ledger.apply(market.owner, market.sell(600, 10_000));
    TakeListings purchase = Edited.with(market.takeSells(505, 9_990), "/allOrNothing", "true");
    assertThat(market.verdict(market.owner, market.takeSells(5, 10_000)))
        .isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(verdict(purchase)).isEqualTo("NOTHING_TO_TAKE");
    assertThat(detail(purchase)).contains("0 t").contains("the best price is 10000 fen");
    purchase = Edited.with(purchase, "/limit", "10000");
    assertThat(verdict(Edited.with(purchase, "/quantity", "605"))).isEqualTo("NOTHING_TO_TAKE");
    assertThat(verdict(purchase)).isEqualTo("HOLDING_LIMIT");
    ParticipantId poor = market.trader(1_006_000 - 1);
    TakeListings some = market.takeSells(100, 10_000);
    assertThat(market.verdict(poor, some)).isEqualTo("INSUFFICIENT_CASH");
    market.deposit(poor, 1);
    freezeCash(poor, 1);
    assertThat(market.verdict(poor, some)).isEqualTo("CASH_FROZEN");
    market.deposit(poor, 1);
    assertThat(market.verdict(poor, some)).isEqualTo("APPLIED");
    assertThat(market.cash(poor)).isZero();
    assertThat(market.listing(sale).remaining()).isEqualTo(Tonnes.of(500));
  }

  @Test
  void own_listings_are_told_apart_from_none() {
    begin(TestMarket.terms("/turnaroundDays", "0"));
    ParticipantId other = market.trader(1_000_000);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(10), trader));
    market.ledger.apply(trader, market.sell(10, 10_000));
    assertThat(verdict(market.takeSells(5, 10_000))).isEqualTo("OWN_LISTING");
    assertThat(verdict(market.takeSells(5, 9_999))).isEqualTo("NOTHING_TO_TAKE");
    // Its own best price stands in its way when it lists, and not when it takes.
    market.ledger.apply(market.owner, market.sell(10, 10_100));
    assertThat(verdict(market.buy(5, 10_050))).isEqualTo("WOULD_CROSS");
    assertThat(verdict(market.takeSells(5, 10_100))).isEqualTo("APPLIED");
    assertThat(market.book().sells())
        .extracting(BookEntry::remaining)
        .containsExactly(Tonnes.of(10), Tonnes.of(5));
    market.ledger.apply(other, market.takeSells(10, 10_100));
    assertThat(market.book().sells())
        .extracting(BookEntry::remaining)
        .containsExactly(Tonnes.of(5));
  }

  @Test
  void orders_of_one_minute_are_counted_and_those_that_are_refused_are_not() {
    begin(TestMarket.terms("/ordersPerMinute", "2"));
    assertThat(verdict(market.takeSells(1, 10_000))).isEqualTo("NOTHING_TO_TAKE");
    market.ledger.apply(trader, market.buy(1, 9_900));
    InstructionId second = market.ledger.apply(trader, market.buy(1, 9_900));
    market.ledger.apply(trader, new WithdrawListing(second));
    assertThat(verdict(market.buy(1, 9_900))).isEqualTo("TOO_MANY_ORDERS");
    assertThat(verdict(market.takeSells(1, 10_000))).isEqualTo("TOO_MANY_ORDERS");
    market.setTime("10:00:59");
    assertThat(verdict(market.buy(1, 9_900))).isEqualTo("TOO_MANY_ORDERS");
    market.setTime("10:01:00");
    assertThat(verdict(market.buy(1, 9_900))).isEqualTo("APPLIED");
  }

  @Test
  void an_order_that_cannot_be_settled_is_too_large() {
    TradingTerms terms = TestMarket.terms("/openingHighest", "" + Fen.MAXIMUM);
    terms = Edited.with(terms, "/listing/limitPerMille", "900");
    begin(Edited.with(terms, "/orderMost", "" + Tonnes.MAXIMUM));
    long tonnes = Fen.MAXIMUM / 2 / 9_000 + 1;
    assertThat(verdict(Edited.with(market.sell(1, 9_000), "/quantity", "" + tonnes)))
        .isEqualTo("ORDER_TOO_LARGE");
    long largest = Fen.MAXIMUM / 2;
    market.write(market.book().withBase(Fen.of(largest)));
    assertThat(verdict(market.sell(1, largest + 1))).isEqualTo("ORDER_TOO_LARGE");
    assertThat(verdict(market.sell(1, largest))).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void a_listing_is_withdrawn_once_by_whose_it_is_even_when_nothing_is_traded() {
    begin(narrow());
    InstructionId listing = market.ledger.apply(trader, market.buy(10, 9_900));
    assertThat(verdict(new WithdrawListing(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_LISTING");
    assertThat(market.verdict(market.owner, new WithdrawListing(listing))).isEqualTo("NOT_ALLOWED");
    market.ledger.apply(market.exchange, new HaltInstrument(market.instrument, "checked"));
    market.setTime("20:00:00");
    assertThat(verdict(new WithdrawListing(listing))).isEqualTo("APPLIED");
    assertThat(verdict(new WithdrawListing(listing))).isEqualTo("WRONG_STATE");
    assertThat(market.cash(trader)).isEqualTo(50_000_000);
  }

  @Test
  void what_rests_counts_as_traded_and_what_came_free_of_payment_as_bought() {
    begin(narrow());
    ParticipantId other = market.trader(50_000_000);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(100), trader));
    assertThat(verdict(market.sell(10, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    nextDays(4);
    assertThat(verdict(market.sell(10, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    market.nextDay();
    market.ledger.apply(other, market.buy(10, 9_900));
    InstructionId resting = market.ledger.apply(trader, market.sell(10, 10_000));
    assertThat(verdict(market.takeSells(10, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    market.ledger.apply(trader, new WithdrawListing(resting));
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    assertThat(verdict(market.takeSells(10, 10_000))).isEqualTo("APPLIED");
    // The purchase of today now stands in the way of a sale, resting or taken.
    assertThat(verdict(market.takeBuys(10, 9_900))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  @Test
  void the_holding_limit_is_the_lower_of_tonnes_and_share_and_counts_what_is_listed() {
    begin(Edited.with(TestMarket.terms("/holdingMost", "200"), "/holdingMostPerMille", "1"));
    // A thousandth of 100,000 t is 100 t.
    market.ledger.apply(market.owner, market.sell(300, 10_000));
    market.ledger.apply(trader, market.buy(40, 9_900));
    market.ledger.apply(trader, market.takeSells(50, 10_000));
    assertThat(verdict(market.takeSells(11, 10_000))).isEqualTo("HOLDING_LIMIT");
    assertThat(verdict(market.takeSells(10, 10_000))).isEqualTo("APPLIED");
    assertThat(verdict(market.buy(1, 9_900))).isEqualTo("HOLDING_LIMIT");
    // What comes free of payment is not refused, and frozen credits are held.
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(100), trader));
    begin(Edited.with(TestMarket.terms("/holdingMost", "60"), "/turnaroundDays", "0"));
    market.ledger.apply(market.owner, market.sell(300, 10_000));
    market.ledger.apply(trader, market.takeSells(50, 10_000));
    freezeCredits(50);
    assertThat(verdict(market.takeSells(11, 10_000))).isEqualTo("HOLDING_LIMIT");
    assertThat(verdict(market.takeSells(10, 10_000))).isEqualTo("APPLIED");
  }

  @Test
  void all_that_was_there_before_a_gift_is_sold_and_no_tonne_of_the_gift() {
    begin(TestMarket.terms("/turnaroundDays", "5"));
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(100), trader));
    nextDays(5);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(30), trader));
    assertThat(verdict(market.sell(101, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(verdict(market.sell(100, 10_000))).isEqualTo("APPLIED");
    assertThat(verdict(market.sell(1, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  @Test
  void an_account_has_so_many_open_wishes_to_buy_in_whatever_instruments() {
    begin(TestMarket.terms("/turnaroundDays", "0"));
    CashAccount account = CashAccount.of(market.ledger::find, trader, market.bank, Asset.CNY);
    while (account.listings().size() < CashAccount.LISTINGS_MOST - 1) {
      account = account.withListing(TestLedger.newInstruction());
    }
    market.write(account);
    assertThat(verdict(market.buy(1, 9_900))).isEqualTo("APPLIED");
    assertThat(verdict(market.buy(1, 9_900))).isEqualTo("TOO_MANY_ORDERS");
    assertThat(detail(market.buy(1, 9_900)))
        .contains(CashAccount.LISTINGS_MOST + " open listings to buy of one account");
  }

  @Test
  void what_is_listed_to_sell_is_held_until_it_is_sold() {
    begin(Edited.with(TestMarket.terms("/holdingMost", "60"), "/turnaroundDays", "0"));
    market.ledger.apply(market.owner, market.sell(300, 10_000));
    market.ledger.apply(trader, market.takeSells(50, 10_000));
    market.ledger.apply(trader, market.sell(40, 10_500));
    assertThat(verdict(market.takeSells(11, 10_000))).isEqualTo("HOLDING_LIMIT");
    assertThat(verdict(market.buy(11, 9_900))).isEqualTo("HOLDING_LIMIT");
    assertThat(verdict(market.takeSells(10, 10_000))).isEqualTo("APPLIED");
  }

  @Test
  void hours_begin_with_their_first_millisecond_and_end_before_their_last_minute() {
    begin(TestMarket.terms("/turnaroundDays", "0"));
    PlaceListing listing = market.buy(1, 9_900);
    for (String closed : new String[] {"09:29:59.999", "11:30:00", "12:59:59.999", "15:00:00"}) {
      market.setTime(closed);
      assertThat(verdict(listing)).as(closed).isEqualTo("MARKET_CLOSED");
      assertThat(verdict(market.takeSells(1, 9_900))).as(closed).isEqualTo("MARKET_CLOSED");
    }
    for (String open : new String[] {"09:30:00", "11:29:59.999", "13:00:00", "14:59:59.999"}) {
      market.setTime(open);
      assertThat(verdict(listing)).as(open).isEqualTo("APPLIED");
    }
  }

  @Test
  void a_day_that_has_not_been_opened_is_not_traded_on() {
    begin(narrow());
    market.ledger.setTime(market.ledger.time().plusSeconds(24 * 3_600));
    assertThat(verdict(market.buy(10, 9_900))).isEqualTo("MARKET_CLOSED");
    assertThat(detail(market.buy(10, 9_900))).contains("has not opened today");
  }

  @Test
  void a_book_that_is_closed_early_stays_closed_until_another_day() {
    begin(narrow());
    market.ledger.apply(trader, market.buy(10, 9_900));
    assertThat(verdict(market.close())).isEqualTo("HOURS_NOT_OVER");
    market.ledger.apply(market.exchange, market.close());
    assertThat(verdict(market.buy(10, 9_900))).isEqualTo("MARKET_CLOSED");
    assertThat(detail(market.buy(10, 9_900))).contains("closed today");
    market.nextDay();
    assertThat(verdict(market.buy(10, 9_900))).isEqualTo("APPLIED");
  }
}
