// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grasslandcarbon.domain.testing.TestAuction.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.market.AuctionOpening.Pricing;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestAuction;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** Each refusal of an auction's instructions, by breaking exactly its rule. */
class AuctionRefusalsTest {
  private static final long MONEY = 20_000_000;

  private final TestMarket market = new TestMarket();
  private final ParticipantId one = market.trader(MONEY);
  private final ParticipantId two = market.trader(MONEY);

  private ApplyForAuction toSell(long tonnes, long reserve) {
    return TestAuction.application(market, Side.SELL, tonnes, reserve);
  }

  private ApplyForAuction toBuy(long tonnes, long reserve) {
    return TestAuction.application(market, Side.BUY, tonnes, reserve);
  }

  private TestAuction applied() {
    return new TestAuction(market, market.owner, Side.SELL, 1_000, 9_000);
  }

  private TestAuction sale() {
    return applied().open(Pricing.UNIFORM);
  }

  private TestAuction purchase() {
    market.write(Holding.none(market.batch, two).withHeld(SerialRanges.of(1, 500)));
    return new TestAuction(market, one, Side.BUY, 400, 11_000).open(Pricing.UNIFORM);
  }

  private void freezeCash(ParticipantId whose, long fen) {
    market.ledger.apply(
        court(),
        new FreezeCash(
            Optional.of(Fen.of(fen)), Asset.CNY, market.bank, Sha256.of("ruling"), whose, "claim"));
  }

  private void freezeCredits(ParticipantId whose, long tonnes) {
    market.ledger.apply(
        court(),
        new FreezeCredits(
            market.batch, Sha256.of("ruling"), whose, Optional.of(Tonnes.of(tonnes)), "claim"));
  }

  private ParticipantId court() {
    return market.ledger.admit(TestLedger.BEIJING, Role.COURT);
  }

  private void halt() {
    market.ledger.apply(market.exchange, new HaltInstrument(market.instrument, "examined"));
  }

  @Test
  void an_application_is_for_an_instrument_in_trading_hours_that_is_not_halted() {
    ApplyForAuction elsewhere =
        Edited.with(toBuy(10, 10_000), "/instrument", "\"GCS-152502-2024-0099-2024\"");
    assertThat(market.verdict(one, elsewhere)).isEqualTo("UNKNOWN_INSTRUMENT");
    market.setTime("12:00:00");
    assertThat(market.verdict(one, toBuy(10, 10_000))).isEqualTo("MARKET_CLOSED");
    market.setTime("10:00:00");
    halt();
    assertThat(market.verdict(one, toBuy(10, 10_000))).isEqualTo("INSTRUMENT_HALTED");
  }

  @Test
  void an_application_waits_until_an_earlier_day_of_the_book_is_closed() {
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    market.nextDay();
    assertThat(market.verdict(one, toBuy(10, 10_000))).isEqualTo("BOOK_NOT_CLOSED");
  }

  @Test
  void a_reserve_price_is_on_the_tick_and_within_the_limits_of_auctions() {
    TestMarket coarse = new TestMarket(TestMarket.terms("/tick", "10"));
    assertThat(coarse.verdict(coarse.owner, TestAuction.application(coarse, Side.SELL, 10, 9_005)))
        .isEqualTo("PRICE_OFF_TICK");
    assertThat(market.verdict(market.owner, toSell(10, 6_999))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    assertThat(market.verdict(market.owner, toSell(10, 7_000))).isEqualTo("APPLIED");
    assertThat(market.verdict(one, toBuy(10, 13_001))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    assertThat(market.verdict(one, toBuy(10, 13_000))).isEqualTo("APPLIED");
  }

  @Test
  void a_quantity_is_within_what_an_order_may_have() {
    TestMarket large = new TestMarket(TestMarket.terms("/orderLeast", "100"));
    assertThat(large.verdict(large.owner, TestAuction.application(large, Side.SELL, 99, 9_000)))
        .isEqualTo("ORDER_TOO_SMALL");
    assertThat(market.verdict(market.owner, toSell(1_000_001, 9_000))).isEqualTo("ORDER_TOO_LARGE");
  }

  @Test
  void applications_count_among_the_orders_of_a_minute() {
    TestMarket slow = new TestMarket(TestMarket.terms("/ordersPerMinute", "1"));
    ApplyForAuction some = TestAuction.application(slow, Side.SELL, 10, 9_000);
    assertThat(slow.verdict(slow.owner, some)).isEqualTo("APPLIED");
    assertThat(slow.verdict(slow.owner, some)).isEqualTo("TOO_MANY_ORDERS");
  }

  @Test
  void a_batch_that_is_not_there_is_not_sold() {
    ApplyForAuction other =
        Edited.with(
            toSell(10, 9_000),
            "/batch",
            "\"" + market.batch.value().replace("-001", "-007") + "\"");
    assertThat(market.verdict(market.owner, other)).isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void who_has_traded_the_other_way_waits_as_with_listings() {
    market.ledger.apply(market.owner, market.sell(100, 10_000));
    market.ledger.apply(one, market.takeSells(100, 10_000));
    assertThat(market.verdict(one, toSell(100, 9_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(market.verdict(market.owner, toBuy(1, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  @Test
  void nobody_applies_to_buy_more_than_it_may_hold() {
    assertThat(market.verdict(one, toBuy(50_001, 10_000))).isEqualTo("HOLDING_LIMIT");
  }

  @Test
  void nobody_offers_what_it_has_not_got() {
    assertThat(market.verdict(one, toSell(10, 9_000))).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(market.verdict(one, toBuy(3_000, 10_000))).isEqualTo("INSUFFICIENT_CASH");
    freezeCredits(market.owner, 99_999);
    assertThat(market.verdict(market.owner, toSell(2, 9_000))).isEqualTo("CREDITS_FROZEN");
    freezeCash(one, MONEY - 1);
    assertThat(market.verdict(one, toBuy(10, 10_000))).isEqualTo("CASH_FROZEN");
  }

  @Test
  void a_sale_names_a_batch_of_the_instrument_and_a_purchase_none() {
    ApplyForAuction sale = toSell(10, 9_000);
    assertThatThrownBy(() -> Edited.without(sale, "/batch"))
        .hasMessageContaining("names its batch");
    assertThatThrownBy(() -> Edited.with(sale, "/side", "\"BUY\""))
        .hasMessageContaining("names its batch");
    assertThatThrownBy(() -> Edited.with(sale, "/instrument", "\"GCS-152502-2024-0099-2024\""))
        .hasMessageContaining("not of the instrument");
  }

  @Test
  void a_bid_has_one_ceiling_and_a_salt_of_32_bytes() {
    TestAuction auction = sale();
    PlaceBid bid = auction.toBuy(auction.sealed(one, 10, 10_000), 200_000);
    assertThatThrownBy(() -> Edited.without(bid, "/cash")).hasMessageContaining("either cash");
    assertThatThrownBy(() -> Edited.with(bid, "/credits", "10"))
        .hasMessageContaining("either cash");
    RevealBid reveal = auction.revealing(auction.sealed(one, 10, 10_000));
    assertThatThrownBy(() -> Edited.with(reveal, "/salt", "\"" + "f".repeat(63) + "\""))
        .hasMessageContaining("32 random bytes");
    assertThatThrownBy(() -> Edited.with(reveal, "/salt", "\"" + "F".repeat(64) + "\""))
        .hasMessageContaining("32 random bytes");
  }

  @Test
  void only_the_venue_s_exchange_opens_an_auction_and_only_once() {
    TestAuction auction = applied();
    ParticipantId other = market.ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
    OpenAuction opening = auction.opening(Pricing.UNIFORM);
    assertThat(market.verdict(other, opening)).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, opening)).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.exchange, opening)).isEqualTo("APPLIED");
    assertThat(market.verdict(market.exchange, opening)).isEqualTo("WRONG_STATE");
    OpenAuction unknown =
        Edited.with(opening, "/auction", "\"" + TestLedger.newInstruction() + "\"");
    assertThat(market.verdict(market.exchange, unknown)).isEqualTo("UNKNOWN_AUCTION");
  }

  @Test
  void an_auction_is_opened_on_a_trading_day_of_an_instrument_that_is_traded() {
    TestAuction auction = applied();
    market.setTime("12:00:00");
    assertThat(market.verdict(market.exchange, auction.opening(Pricing.UNIFORM)))
        .isEqualTo("MARKET_CLOSED");
    market.setTime("10:00:00");
    halt();
    assertThat(market.verdict(market.exchange, auction.opening(Pricing.UNIFORM)))
        .isEqualTo("INSTRUMENT_HALTED");
    market.ledger.apply(market.exchange, new ResumeInstrument(market.instrument, "examined"));
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    market.nextDay();
    assertThat(market.verdict(market.exchange, auction.opening(Pricing.UNIFORM)))
        .isEqualTo("BOOK_NOT_CLOSED");
  }

  private String opened(TestAuction auction, Instant from, Instant until, Instant reveal) {
    return market.verdict(
        market.exchange, new OpenAuction(auction.id, from, until, Pricing.UNIFORM, reveal));
  }

  @Test
  void windows_are_in_order_in_the_future_long_enough_and_within_the_auction_s_days() {
    TestAuction auction = applied();
    Instant now = market.ledger.time();
    Instant hour = now.plus(Duration.ofHours(1));
    Instant later = now.plus(Duration.ofHours(2));
    Instant last = now.plus(Duration.ofDays(31));
    assertThat(opened(auction, hour, hour, later)).isEqualTo("BAD_AUCTION_WINDOW");
    assertThat(opened(auction, now, hour, hour)).isEqualTo("BAD_AUCTION_WINDOW");
    assertThat(opened(auction, now.minusSeconds(9), now, later)).isEqualTo("BAD_AUCTION_WINDOW");
    assertThat(opened(auction, now, hour, last.plusSeconds(1))).isEqualTo("BAD_AUCTION_WINDOW");
    assertThat(opened(auction, now, hour, hour.plus(Duration.ofMinutes(30)).minusSeconds(1)))
        .isEqualTo("BAD_AUCTION_WINDOW");
    assertThat(opened(auction, now, hour, hour.plus(Duration.ofMinutes(30)))).isEqualTo("APPLIED");
    assertThat(opened(applied(), now, hour, last)).isEqualTo("APPLIED");
  }

  @Test
  void where_people_practise_revealing_may_take_seconds() {
    TestAuction auction = applied();
    Instant now = market.ledger.time();
    Venue venue = market.ledger.find(Venue.key(market.venue)).orElseThrow();
    market.write(Edited.with(venue, "/asset", "\"CNY-TRAINING\""));
    assertThat(opened(auction, now, now.plusSeconds(5), now.plusSeconds(10))).isEqualTo("APPLIED");
  }

  @Test
  void a_reserve_price_that_the_base_has_left_behind_is_not_opened() {
    TestAuction auction = applied();
    market.write(market.book().withBase(Fen.of(13_000)));
    assertThat(market.verdict(market.exchange, auction.opening(Pricing.UNIFORM)))
        .isEqualTo("PRICE_OUTSIDE_LIMITS");
  }

  @Test
  void bids_are_taken_from_the_first_instant_of_their_window_until_the_last() {
    TestAuction auction = applied();
    PlaceBid bid = auction.toBuy(auction.sealed(one, 10, 10_000), 200_000);
    assertThat(market.verdict(one, bid)).isEqualTo("AUCTION_NOT_OPEN");
    Instant now = market.ledger.time();
    Instant from = now.plusSeconds(60);
    Instant until = now.plusSeconds(120);
    assertThat(opened(auction, from, until, until.plus(Duration.ofHours(1)))).isEqualTo("APPLIED");
    assertThat(market.verdict(one, bid)).isEqualTo("AUCTION_NOT_OPEN");
    market.ledger.setTime(from);
    assertThat(market.verdict(one, bid)).isEqualTo("APPLIED");
    PlaceBid late = auction.toBuy(auction.sealed(two, 10, 10_000), 200_000);
    market.ledger.setTime(until);
    assertThat(market.verdict(two, late)).isEqualTo("AUCTION_NOT_OPEN");
    market.ledger.setTime(until.minusNanos(1_000_000));
    assertThat(market.verdict(two, late)).isEqualTo("APPLIED");
  }

  @Test
  void bids_are_taken_in_hours_while_the_instrument_is_traded() {
    TestAuction auction = applied();
    Instant now = market.ledger.time();
    assertThat(opened(auction, now, now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(4))))
        .isEqualTo("APPLIED");
    PlaceBid bid = auction.toBuy(auction.sealed(one, 10, 10_000), 200_000);
    market.setTime("12:00:00");
    assertThat(market.verdict(one, bid)).isEqualTo("MARKET_CLOSED");
    market.setTime("13:00:00");
    halt();
    assertThat(market.verdict(one, bid)).isEqualTo("INSTRUMENT_HALTED");
    market.ledger.apply(market.exchange, new ResumeInstrument(market.instrument, "examined"));
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    market.nextDay();
    assertThat(market.verdict(one, bid)).isEqualTo("BOOK_NOT_CLOSED");
  }

  @Test
  void a_bid_is_in_an_auction_that_there_is_and_one_a_participant() {
    TestAuction auction = sale();
    PlaceBid bid = auction.toBuy(auction.sealed(one, 10, 10_000), 200_000);
    PlaceBid unknown = Edited.with(bid, "/auction", "\"" + TestLedger.newInstruction() + "\"");
    assertThat(market.verdict(one, unknown)).isEqualTo("UNKNOWN_AUCTION");
    assertThat(market.verdict(one, bid)).isEqualTo("APPLIED");
    assertThat(market.verdict(one, auction.toBuy(auction.sealed(one, 20, 10_000), 300_000)))
        .isEqualTo("BID_ALREADY_PLACED");
    assertThat(auction.now().bids()).hasSize(1);
  }

  @Test
  void an_auction_takes_as_many_bids_as_its_list_has_room_for() {
    TestAuction auction = sale();
    Auction full = auction.now();
    for (int i = 0; i < Auction.BIDS_MOST; i++) {
      full = full.withBid(AuctionEntry.sealed(market.ledger.newId(), Optional.empty()));
    }
    market.write(full);
    assertThat(market.verdict(one, auction.toBuy(auction.sealed(one, 10, 10_000), 200_000)))
        .isEqualTo("AUCTION_FULL");
  }

  @Test
  void a_ceiling_is_money_where_the_auction_sells() {
    TestAuction auction = sale();
    market.write(Holding.none(market.batch, one).withHeld(SerialRanges.of(1, 500)));
    assertThat(market.verdict(one, auction.toSell(auction.sealed(one, 10, 10_000), 10)))
        .isEqualTo("BAD_BID_CEILING");
  }

  @Test
  void a_ceiling_is_credits_of_the_instrument_where_the_auction_buys() {
    TestAuction auction = purchase();
    SealedBid bid = auction.sealed(two, 10, 10_000);
    assertThat(market.verdict(two, auction.toBuy(bid, 200_000))).isEqualTo("BAD_BID_CEILING");
    BatchId other = new BatchId(market.batch.value().replace("-2024-", "-2023-"));
    PlaceBid wrong = Edited.with(auction.toSell(bid, 10), "/batch", "\"" + other + "\"");
    assertThat(market.verdict(two, wrong)).isEqualTo("BAD_BID_CEILING");
    BatchId missing = new BatchId(market.batch.value().replace("-001", "-007"));
    PlaceBid unknown = Edited.with(auction.toSell(bid, 10), "/batch", "\"" + missing + "\"");
    assertThat(market.verdict(two, unknown)).isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void a_ceiling_below_which_no_bid_could_be_is_too_small() {
    TestAuction auction = sale();
    SealedBid bid = auction.sealed(one, 1, 9_000);
    assertThat(market.verdict(one, auction.toBuy(bid, cost(1, 9_000) - 1)))
        .isEqualTo("ORDER_TOO_SMALL");
    assertThat(market.verdict(one, auction.toBuy(bid, cost(1, 9_000)))).isEqualTo("APPLIED");
    TestAuction purchase = purchase();
    assertThat(market.verdict(two, purchase.toSell(purchase.sealed(two, 1, 9_000), 1_000_001)))
        .isEqualTo("ORDER_TOO_LARGE");
  }

  @Test
  void bids_count_among_the_orders_of_a_minute() {
    TestMarket slow = new TestMarket(TestMarket.terms("/ordersPerMinute", "1"));
    ParticipantId trader = slow.trader(MONEY);
    TestAuction first = new TestAuction(slow, slow.owner, Side.SELL, 10, 9_000);
    first.open(Pricing.UNIFORM);
    slow.setTime("10:05:00");
    TestAuction second = new TestAuction(slow, slow.owner, Side.SELL, 10, 9_000);
    second.open(Pricing.UNIFORM);
    first.buys(trader, 1, 9_000);
    assertThat(slow.verdict(trader, second.toBuy(second.sealed(trader, 1, 9_000), 10_000)))
        .isEqualTo("TOO_MANY_ORDERS");
  }

  @Test
  void a_bid_is_a_purchase_or_a_sale_from_which_opposite_ones_keep_their_distance() {
    market.ledger.apply(market.owner, market.sell(200, 10_000));
    market.ledger.apply(one, market.takeSells(100, 10_000));
    market.ledger.apply(two, market.takeSells(100, 10_000));
    TestAuction purchase = new TestAuction(market, one, Side.BUY, 100, 11_000);
    purchase.open(Pricing.UNIFORM);
    assertThat(market.verdict(two, purchase.toSell(purchase.sealed(two, 10, 10_000), 10)))
        .isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    TestAuction sale = sale();
    market.write(
        new Position(
            Optional.empty(), market.instrument, two, Optional.of(market.book().tradedDay())));
    assertThat(market.verdict(two, sale.toBuy(sale.sealed(two, 10, 10_000), 200_000)))
        .isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  @Test
  void a_ceiling_that_could_buy_more_than_may_be_held_is_refused() {
    ParticipantId rich = market.trader(10_000_000_000L);
    TestAuction auction =
        new TestAuction(market, market.owner, Side.SELL, 60_000, 10_000).open(Pricing.UNIFORM);
    SealedBid bid = auction.sealed(rich, 10, 10_000);
    assertThat(market.verdict(rich, auction.toBuy(bid, 50_001L * 10_000)))
        .isEqualTo("HOLDING_LIMIT");
    assertThat(market.verdict(rich, auction.toBuy(bid, 50_001L * 10_000 - 1))).isEqualTo("APPLIED");
  }

  @Test
  void nobody_bids_with_what_it_has_not_got() {
    TestAuction sale = sale();
    SealedBid bid = sale.sealed(one, 10, 10_000);
    assertThat(market.verdict(one, sale.toBuy(bid, MONEY + 1))).isEqualTo("INSUFFICIENT_CASH");
    freezeCash(one, 1);
    assertThat(market.verdict(one, sale.toBuy(bid, MONEY))).isEqualTo("CASH_FROZEN");
    TestAuction purchase = new TestAuction(market, one, Side.BUY, 400, 11_000);
    purchase.open(Pricing.UNIFORM);
    market.write(Holding.none(market.batch, two).withHeld(SerialRanges.of(1, 500)));
    SealedBid selling = purchase.sealed(two, 10, 10_000);
    assertThat(market.verdict(two, purchase.toSell(selling, 501)))
        .isEqualTo("INSUFFICIENT_CREDITS");
    freezeCredits(two, 1);
    assertThat(market.verdict(two, purchase.toSell(selling, 500))).isEqualTo("CREDITS_FROZEN");
    ParticipantId poor = market.trader(0);
    market.write(
        new Holding(
            Optional.empty(),
            market.batch,
            Map.of(),
            SerialRanges.of(501, 600),
            poor,
            Optional.empty()));
    assertThat(market.verdict(poor, purchase.toSell(purchase.sealed(poor, 10, 10_000), 100)))
        .as("the bond")
        .isEqualTo("INSUFFICIENT_CASH");
  }

  @Test
  void a_bid_is_revealed_by_whoever_has_one_in_the_auction() {
    TestAuction auction = sale();
    auction.buys(one, 10, 10_000);
    auction.bidsEnd();
    RevealBid unknown =
        Edited.with(auction.revealing(one), "/auction", "\"" + TestLedger.newInstruction() + "\"");
    assertThat(market.verdict(one, unknown)).isEqualTo("UNKNOWN_AUCTION");
    assertThat(market.verdict(two, auction.revealing(one))).isEqualTo("UNKNOWN_BID");
  }

  /** What is sealed against a rule of prices or quantities is found out when it is revealed. */
  private String revealed(TestAuction auction, ParticipantId who, SealedBid bid, long ceiling) {
    market.ledger.apply(
        who, auction.now().isSale() ? auction.toBuy(bid, ceiling) : auction.toSell(bid, ceiling));
    auction.bidsEnd();
    return market.verdict(who, auction.revealing(bid));
  }

  @Test
  void a_bid_beyond_the_limits_of_the_auction_is_not_revealed() {
    TestAuction auction = sale();
    assertThat(revealed(auction, one, auction.sealed(one, 10, 13_001), 200_000))
        .isEqualTo("PRICE_OUTSIDE_LIMITS");
    market.setTime("10:00:00");
    assertThat(revealed(auction, two, auction.sealed(two, 10, 13_000), 200_000))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_bid_between_the_ticks_is_not_revealed() {
    TestMarket coarse = new TestMarket(TestMarket.terms("/tick", "10"));
    ParticipantId trader = coarse.trader(MONEY);
    TestAuction auction =
        new TestAuction(coarse, coarse.owner, Side.SELL, 100, 9_000).open(Pricing.UNIFORM);
    auction.buys(trader, 10, 9_005);
    auction.bidsEnd();
    assertThat(coarse.verdict(trader, auction.revealing(trader))).isEqualTo("PRICE_OFF_TICK");
  }

  @Test
  void a_bid_that_is_no_multiple_of_the_lot_is_not_revealed() {
    TestMarket lots =
        new TestMarket(Edited.with(TestMarket.terms("/lot", "10"), "/orderLeast", "10"));
    ParticipantId trader = lots.trader(MONEY);
    TestAuction auction =
        new TestAuction(lots, lots.owner, Side.SELL, 100, 9_000).open(Pricing.UNIFORM);
    auction.buys(trader, 15, 9_000);
    auction.bidsEnd();
    assertThat(lots.verdict(trader, auction.revealing(trader))).isEqualTo("ORDER_TOO_SMALL");
  }

  @Test
  void a_bid_for_more_than_an_order_may_have_is_not_revealed() {
    TestAuction auction = sale();
    assertThat(revealed(auction, one, auction.sealed(one, 1_000_001, 9_000), 200_000))
        .isEqualTo("ORDER_TOO_LARGE");
  }

  @Test
  void a_bid_that_does_not_meet_the_reserve_price_is_not_revealed() {
    TestAuction sale = sale();
    assertThat(revealed(sale, one, sale.sealed(one, 10, 8_999), 200_000))
        .isEqualTo("BID_BEYOND_RESERVE");
    market.setTime("10:00:00");
    TestAuction purchase = purchase();
    assertThat(revealed(purchase, two, purchase.sealed(two, 10, 11_001), 10))
        .isEqualTo("BID_BEYOND_RESERVE");
  }

  @Test
  void closing_and_releasing_are_of_an_auction_that_there_is() {
    assertThat(market.verdict(one, new CloseAuction(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_AUCTION");
    assertThat(market.verdict(one, new ReleaseAuction(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_AUCTION");
    assertThat(market.verdict(one, new WithdrawAuction(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_AUCTION");
    assertThat(market.verdict(one, new CloseAuction(applied().id))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_day_whose_value_is_at_its_limit_settles_nothing_more() {
    TestAuction auction = sale();
    auction.buys(one, 10, 10_000);
    auction.revealAll();
    InstrumentBook book = market.book();
    market.write(
        book.withDay(
            book.day()
                .orElseThrow()
                .withOutside(Tonnes.of(1), Fen.of(Fen.MAXIMUM - 99_999), Optional.empty())));
    auction.revealingEnds();
    assertThat(market.verdict(one, new CloseAuction(auction.id))).isEqualTo("TOO_LARGE");
    assertThat(auction.now().state()).isEqualTo(Auction.State.OPEN);
    market.nextDay();
    assertThat(market.verdict(one, new CloseAuction(auction.id))).isEqualTo("APPLIED");
  }

  @Test
  void an_application_is_withdrawn_by_its_applicant_at_any_hour_until_it_is_opened() {
    TestAuction auction = applied();
    market.setTime("23:00:00");
    halt();
    assertThat(market.verdict(one, new WithdrawAuction(auction.id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, new WithdrawAuction(auction.id))).isEqualTo("APPLIED");
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(auction.now().state()).isEqualTo(Auction.State.WITHDRAWN);
    assertThat(List.of("WRONG_STATE"))
        .contains(market.verdict(market.owner, new WithdrawAuction(auction.id)))
        .contains(market.verdict(market.exchange, auction.opening(Pricing.UNIFORM)));
    market.setTime("10:00:00");
    market.ledger.apply(market.exchange, new ResumeInstrument(market.instrument, "examined"));
    assertThat(market.verdict(market.owner, new WithdrawAuction(sale().id)))
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void a_purchase_that_is_withdrawn_gives_price_and_fees_back() {
    TestAuction auction = new TestAuction(market, one, Side.BUY, 400, 11_000);
    assertThat(market.cash(one)).isEqualTo(MONEY - cost(400, 11_000));
    market.ledger.apply(one, new WithdrawAuction(auction.id));
    assertThat(market.cash(one)).isEqualTo(MONEY);
  }
}
