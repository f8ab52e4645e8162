// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.testing.TestAuction.cost;
import static org.grasslandcarbon.domain.testing.TestAuction.fee;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.market.AuctionBid.State;
import org.grasslandcarbon.domain.market.AuctionOpening.Pricing;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.testing.TestAuction;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** What people try in an auction, and what comes of it. */
class AuctionCheatsTest {
  private static final long MONEY = 20_000_000;

  private final TestMarket market = new TestMarket(TestMarket.terms("/turnaroundDays", "0"));
  private final ParticipantId one = market.trader(MONEY);
  private final ParticipantId two = market.trader(MONEY);
  private final ParticipantId court = market.ledger.admit(TestLedger.BEIJING, Role.COURT);
  private final ParticipantId stranger = market.ledger.the(Role.OFFICE);

  private final TestAuction auction =
      new TestAuction(market, market.owner, Side.SELL, 1_000, 9_000).open(Pricing.UNIFORM);

  private long reserve() {
    return market
        .ledger
        .find(VenueReserve.key(market.venue))
        .map(found -> found.amount().value())
        .orElse(0L);
  }

  private void suspend(ParticipantId who) {
    market.ledger.apply(market.ledger.the(Role.AUTHORITY), new SuspendParticipant(who, "examined"));
  }

  @Test
  void who_may_come_to_buy_in_an_auction_does_not_sell_in_the_meantime() {
    TestMarket slow = new TestMarket(TestMarket.terms("/turnaroundDays", "5"));
    ParticipantId trader = slow.trader(MONEY);
    slow.write(Holding.none(slow.batch, trader).withHeld(SerialRanges.of(99_001, 99_100)));
    TestAuction sale = new TestAuction(slow, slow.owner, Side.SELL, 1_000, 9_000);
    sale.open(Pricing.UNIFORM).buys(trader, 100, 9_000);
    assertThat(slow.verdict(trader, slow.sell(10, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(slow.verdict(slow.owner, slow.buy(10, 9_900))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  @Test
  void what_is_bid_for_counts_for_the_largest_holding() {
    TestMarket narrow = new TestMarket(TestMarket.terms("/holdingMost", "1000"));
    ParticipantId trader = narrow.trader(100 * MONEY);
    TestAuction sale = new TestAuction(narrow, narrow.owner, Side.SELL, 1_000, 9_000);
    sale.open(Pricing.UNIFORM).buys(trader, 900, 9_000);
    assertThat(narrow.verdict(trader, narrow.buy(200, 9_900))).isEqualTo("HOLDING_LIMIT");
    assertThat(narrow.verdict(trader, narrow.buy(90, 9_900))).isEqualTo("APPLIED");
  }

  @Test
  void a_copied_sealed_bid_can_be_placed_and_never_be_revealed() {
    SealedBid bid = auction.buys(one, 400, 11_000);
    market.ledger.apply(two, auction.toBuy(bid, cost(400, 11_000)));
    assertThat(auction.bid(two).digest()).isEqualTo(auction.bid(one).digest());
    auction.bidsEnd();
    auction.reveal(one);
    // Price, quantity and salt are known to everybody now.
    assertThat(market.verdict(two, auction.revealing(bid))).isEqualTo("BID_DOES_NOT_MATCH");
    auction.close(stranger);
    assertThat(market.held(one)).isEqualTo(400);
    assertThat(market.held(two)).isZero();
    assertThat(auction.bid(two).state()).isEqualTo(State.FORFEITED);
  }

  @Test
  void a_bid_of_one_auction_is_none_of_another() {
    SealedBid bid = auction.buys(one, 400, 11_000);
    TestAuction other =
        new TestAuction(market, market.owner, Side.SELL, 1_000, 9_000).open(Pricing.UNIFORM);
    market.ledger.apply(one, other.toBuy(bid, cost(400, 11_000)));
    other.bidsEnd();
    assertThat(market.verdict(one, other.revealing(bid))).isEqualTo("BID_DOES_NOT_MATCH");
    assertThat(market.verdict(one, auction.revealing(bid))).isEqualTo("APPLIED");
  }

  @Test
  void who_reveals_something_else_than_was_sealed_reveals_nothing() {
    SealedBid bid = auction.buys(one, 400, 10_000);
    auction.bidsEnd();
    String salt = "0".repeat(64);
    assertThat(
            new SealedBid[] {
              new SealedBid(bid.auction(), one, Fen.of(10_001), bid.quantity(), bid.salt()),
              new SealedBid(bid.auction(), one, bid.price(), Tonnes.of(399), bid.salt()),
              new SealedBid(bid.auction(), one, bid.price(), bid.quantity(), salt)
            })
        .allSatisfy(
            other ->
                assertThat(market.verdict(one, auction.revealing(other)))
                    .isEqualTo("BID_DOES_NOT_MATCH"));
    assertThat(market.verdict(one, auction.revealing(bid))).isEqualTo("APPLIED");
  }

  @Test
  void a_bid_that_is_never_revealed_loses_and_forfeits_its_share_to_the_reserve() {
    auction.buys(one, 400, 11_000);
    auction.buys(two, 100, 9_000);
    long ceiling = cost(400, 11_000);
    long bond = (ceiling + 5) / 10;
    assertThat(auction.bid(one).bond()).isEqualTo(Fen.of(bond));
    auction.bidsEnd();
    auction.reveal(two);
    auction.close(stranger);
    assertThat(market.held(one)).isZero();
    assertThat(market.cash(one)).isEqualTo(MONEY - bond);
    assertThat(reserve()).isEqualTo(bond);
    assertThat(auction.bid(one).state()).isEqualTo(State.FORFEITED);
    assertThat(auction.bid(one).cash()).isEqualTo(Fen.ZERO);
    assertThat(auction.now().ranks()).hasSize(1);
    assertThat(market.cash(two)).isEqualTo(MONEY - cost(100, 9_000));
  }

  @Test
  void who_reveals_loses_nothing_whether_it_wins_or_not() {
    auction.buys(one, 1_000, 11_000);
    auction.buys(two, 100, 9_000);
    auction.revealAll();
    auction.close(stranger);
    assertThat(market.cash(two)).isEqualTo(MONEY);
    assertThat(reserve()).isZero();
  }

  @Test
  void revealing_is_done_once_and_neither_early_nor_late() {
    auction.buys(one, 400, 11_000);
    assertThat(market.verdict(one, auction.revealing(one))).isEqualTo("REVEAL_NOT_OPEN");
    auction.bidsEnd();
    auction.reveal(one);
    assertThat(market.verdict(one, auction.revealing(one))).isEqualTo("BID_ALREADY_REVEALED");
    auction.revealingEnds();
    assertThat(market.verdict(one, auction.revealing(one))).isEqualTo("REVEAL_NOT_OPEN");
  }

  @Test
  void nobody_reveals_while_a_clock_that_is_behind_lets_others_bid() {
    auction.buys(one, 400, 11_000);
    auction.bidsEnd();
    market.ledger.setTime(market.ledger.time().minusMillis(1));
    assertThat(market.verdict(one, auction.revealing(one))).isEqualTo("REVEAL_NOT_OPEN");
    auction.bidsEnd();
    assertThat(market.verdict(one, auction.revealing(one))).isEqualTo("APPLIED");
  }

  @Test
  void who_is_late_has_not_revealed() {
    auction.buys(one, 400, 11_000);
    auction.revealingEnds();
    assertThat(market.verdict(one, auction.revealing(one))).isEqualTo("REVEAL_NOT_OPEN");
    market.ledger.apply(one, new CloseAuction(auction.id));
    assertThat(market.verdict(one, auction.revealing(one))).isEqualTo("REVEAL_NOT_OPEN");
    assertThat(auction.bid(one).state()).isEqualTo(State.FORFEITED);
  }

  @Test
  void a_bid_above_its_ceiling_is_not_revealed_and_loses() {
    SealedBid bid = auction.sealed(one, 400, 11_000);
    market.ledger.apply(one, auction.toBuy(bid, cost(400, 11_000) - 1));
    SealedBid exact = auction.sealed(two, 400, 11_000);
    market.ledger.apply(two, auction.toBuy(exact, cost(400, 11_000)));
    auction.bidsEnd();
    assertThat(market.verdict(one, auction.revealing(bid))).isEqualTo("BID_ABOVE_CEILING");
    assertThat(market.verdict(two, auction.revealing(exact))).isEqualTo("APPLIED");
    auction.close(stranger);
    assertThat(market.held(one)).isZero();
    assertThat(market.held(two)).isEqualTo(400);
  }

  @Test
  void nobody_sells_more_by_bid_than_it_set_aside() {
    market.ledger.apply(market.owner, market.sell(100, 10_000));
    market.ledger.apply(two, market.takeSells(100, 10_000));
    TestAuction purchase =
        new TestAuction(market, one, Side.BUY, 400, 11_000).open(Pricing.UNIFORM);
    SealedBid bid = purchase.sealed(two, 51, 10_000);
    market.ledger.apply(two, purchase.toSell(bid, 50));
    purchase.bidsEnd();
    assertThat(market.verdict(two, purchase.revealing(bid))).isEqualTo("BID_ABOVE_CEILING");
  }

  @Test
  void nobody_bids_in_its_own_auction() {
    market.deposit(market.owner, MONEY);
    SealedBid bid = auction.sealed(market.owner, 400, 11_000);
    assertThat(market.verdict(market.owner, auction.toBuy(bid, cost(400, 11_000))))
        .isEqualTo("OWN_AUCTION");
  }

  @Test
  void nobody_closes_early_not_even_the_exchange() {
    auction.buys(one, 400, 11_000);
    assertThat(market.verdict(market.exchange, new CloseAuction(auction.id)))
        .isEqualTo("REVEAL_NOT_OVER");
    auction.bidsEnd();
    auction.reveal(one);
    assertThat(market.verdict(market.exchange, new CloseAuction(auction.id)))
        .isEqualTo("REVEAL_NOT_OVER");
    auction.revealingEnds();
    market.ledger.setTime(market.ledger.time().minusMillis(1));
    assertThat(market.verdict(one, new CloseAuction(auction.id))).isEqualTo("REVEAL_NOT_OVER");
    auction.revealingEnds();
    assertThat(market.verdict(one, new CloseAuction(auction.id))).isEqualTo("APPLIED");
  }

  @Test
  void one_bidder_under_two_ids_gains_nothing_by_ties() {
    ParticipantId same = market.trader(MONEY);
    auction.buys(one, 400, 10_000);
    auction.buys(two, 800, 10_000);
    auction.buys(same, 400, 10_000);
    auction.revealAll();
    auction.close(stranger);
    // With one bid of 800 t in the first place it would have had 800 t.
    assertThat(market.held(one)).isEqualTo(400);
    assertThat(market.held(two)).isEqualTo(600);
    assertThat(market.held(same)).isZero();
  }

  @Test
  void a_suspended_bidder_is_passed_over_and_refunded_revealed_or_not() {
    ParticipantId third = market.trader(MONEY);
    auction.buys(one, 600, 11_000);
    auction.buys(two, 600, 10_000);
    auction.buys(third, 600, 12_000);
    auction.bidsEnd();
    auction.reveal(one, two);
    suspend(one);
    suspend(third);
    assertThat(market.verdict(third, auction.revealing(third))).isEqualTo("PARTICIPANT_SUSPENDED");
    auction.close(stranger);
    assertThat(market.held(one)).isZero();
    assertThat(market.cash(one)).isEqualTo(MONEY);
    assertThat(market.cash(third)).isEqualTo(MONEY);
    assertThat(auction.bid(one).state()).isEqualTo(State.RETURNED);
    assertThat(auction.bid(third).state()).isEqualTo(State.RETURNED);
    assertThat(market.held(two)).isEqualTo(600);
    assertThat(auction.now().ranks()).hasSize(1);
    assertThat(reserve()).isZero();
  }

  @Test
  void a_suspended_applicant_sells_nothing_and_nobody_loses_a_bond() {
    auction.buys(one, 600, 11_000);
    auction.buys(two, 600, 10_000);
    auction.bidsEnd();
    auction.reveal(one);
    suspend(market.owner);
    auction.close(stranger);
    assertThat(auction.now().sold()).isEqualTo(Tonnes.ZERO);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSED);
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.cash(one)).isEqualTo(MONEY);
    assertThat(market.cash(two)).isEqualTo(MONEY);
  }

  @Test
  void who_was_suspended_for_a_while_takes_part_like_everybody() {
    auction.buys(one, 600, 11_000);
    suspend(one);
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY), new ReinstateParticipant(one, "examined"));
    auction.revealAll();
    auction.close(stranger);
    assertThat(market.held(one)).isEqualTo(600);
  }

  private void freezeMoney(ParticipantId of) {
    market.ledger.apply(
        court,
        new FreezeCash(
            Optional.of(Fen.of(MONEY)), Asset.CNY, market.bank, Sha256.of("ruling"), of, "claim"));
  }

  private void freezeCredits(ParticipantId of) {
    market.ledger.apply(
        court, new FreezeCredits(market.batch, Sha256.of("ruling"), of, Optional.empty(), "claim"));
  }

  @Test
  void a_freeze_of_money_ends_bids_and_reaches_what_stood_behind_them() {
    auction.buys(one, 400, 11_000);
    auction.buys(two, 400, 10_000);
    freezeMoney(one);
    assertThat(auction.bid(one).state()).isEqualTo(State.ENDED_BY_FREEZE);
    assertThat(auction.now().bids()).extracting(AuctionEntry::bidder).containsExactly(two);
    assertThat(market.cash(one)).isZero();
    assertThat(market.verdict(one, auction.toBuy(auction.sealed(one, 1, 9_000), 10_000)))
        .isEqualTo("BID_ALREADY_PLACED");
    auction.bidsEnd();
    auction.reveal(two);
    auction.close(stranger);
    assertThat(market.held(one)).isZero();
    assertThat(market.held(two)).isEqualTo(400);
    assertThat(reserve()).isZero();
  }

  @Test
  void a_freeze_of_credits_leaves_an_open_auction_nothing_to_sell_and_nobody_loses_by_it() {
    auction.buys(one, 400, 11_000);
    auction.buys(two, 400, 10_000);
    freezeCredits(market.owner);
    assertThat(auction.now().state()).isEqualTo(Auction.State.OPEN);
    assertThat(auction.now().serials().isEmpty()).isTrue();
    assertThat(market.held(market.owner)).isZero();
    auction.bidsEnd();
    auction.reveal(one);
    auction.close(stranger);
    assertThat(market.cash(one)).isEqualTo(MONEY);
    assertThat(market.cash(two)).isEqualTo(MONEY);
    assertThat(auction.bid(two).state()).isEqualTo(State.RETURNED);
  }

  @Test
  void a_freeze_ends_an_auction_that_was_not_opened_yet_and_what_is_open_counts_no_more() {
    TestAuction waiting = new TestAuction(market, market.owner, Side.SELL, 500, 9_000);
    freezeCredits(market.owner);
    assertThat(waiting.now().state()).isEqualTo(Auction.State.ENDED_BY_FREEZE);
    assertThat(market.ledger.find(OpenOffers.key(market.owner)).orElseThrow().offers()).isEmpty();
  }

  @Test
  void what_is_ranked_is_sold_and_a_freeze_comes_too_late_for_it() {
    for (int i = 0; i < AuctionSettlement.BIDS_MOST + 1; i++) {
      auction.buys(market.trader(MONEY), 1, 9_000 + i);
    }
    auction.buys(one, 400, 9_000);
    auction.revealAll();
    auction.close(stranger);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSING);
    freezeCredits(market.owner);
    auction.close(stranger);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSED);
    assertThat(market.held(one)).isEqualTo(400);
  }

  @Test
  void a_halt_keeps_nobody_from_revealing_nor_from_what_it_has_won() {
    auction.buys(one, 400, 11_000);
    market.ledger.apply(market.exchange, new HaltInstrument(market.instrument, "examined"));
    auction.revealAll();
    auction.close(stranger);
    assertThat(market.held(one)).isEqualTo(400);
  }

  @Test
  void an_auction_that_nobody_closes_is_closed_by_anybody_whenever_it_be() {
    auction.buys(one, 400, 11_000);
    auction.revealAll();
    market.ledger.advance(Duration.ofDays(400));
    assertThat(market.verdict(market.owner, new ReleaseAuction(auction.id)))
        .isEqualTo("WRONG_STATE");
    market.ledger.apply(stranger, new CloseAuction(auction.id));
    assertThat(market.held(one)).isEqualTo(400);
    assertThat(market.held(market.owner)).isEqualTo(99_600);
    assertThat(market.cash(one)).isEqualTo(MONEY - 4_400_000 - fee(4_400_000));
  }

  @Test
  void what_is_closed_belongs_to_the_newest_day_unless_the_book_is_still_on_an_earlier_one() {
    TestAuction other =
        new TestAuction(market, market.owner, Side.SELL, 100, 9_000).open(Pricing.UNIFORM);
    auction.buys(one, 400, 11_000);
    other.buys(two, 100, 11_000);
    auction.bidsEnd();
    auction.reveal(one);
    other.reveal(two);
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    LocalDate first = market.day();
    market.nextDay();
    market.ledger.apply(stranger, new CloseAuction(auction.id));
    assertThat(trade(1).day()).isEqualTo(first);
    market.ledger.apply(market.exchange, market.close());
    market.ledger.apply(stranger, new CloseAuction(other.id));
    assertThat(trade(2).day()).isEqualTo(market.day());
    assertThat(market.book().day().orElseThrow().block().tonnes()).isEqualTo(Tonnes.of(100));
  }

  private Trade trade(long number) {
    return market.ledger.find(Trade.key(market.instrument, number)).orElseThrow();
  }

  @Test
  void an_auction_that_nobody_opens_is_released_by_anybody_after_its_days() {
    TestAuction waiting = new TestAuction(market, one, Side.BUY, 400, 11_000);
    market.ledger.setTime(waiting.now().until());
    assertThat(market.verdict(stranger, new ReleaseAuction(waiting.id)))
        .isEqualTo("AUCTION_NOT_LAPSED");
    market.ledger.advance(Duration.ofMillis(1));
    assertThat(market.verdict(stranger, new ReleaseAuction(waiting.id))).isEqualTo("APPLIED");
    assertThat(market.cash(one)).isEqualTo(MONEY);
    assertThat(waiting.now().state()).isEqualTo(Auction.State.LAPSED);
    assertThat(market.verdict(stranger, new ReleaseAuction(waiting.id))).isEqualTo("WRONG_STATE");
  }

  @Test
  void an_exchange_cannot_open_what_has_lapsed() {
    TestAuction waiting = new TestAuction(market, one, Side.BUY, 400, 11_000);
    while (!market.ledger.time().isAfter(waiting.now().until())) {
      market.nextDay();
    }
    Instant now = market.ledger.time();
    assertThat(
            market.verdict(
                market.exchange,
                new OpenAuction(
                    waiting.id,
                    now,
                    now.plus(Duration.ofHours(1)),
                    Pricing.UNIFORM,
                    now.plus(Duration.ofHours(2)))))
        .isEqualTo("BAD_AUCTION_WINDOW");
  }
}
