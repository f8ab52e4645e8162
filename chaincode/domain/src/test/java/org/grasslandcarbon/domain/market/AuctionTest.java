// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.testing.TestAuction.cost;
import static org.grasslandcarbon.domain.testing.TestAuction.fee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.market.AuctionBid.State;
import org.grasslandcarbon.domain.market.AuctionOpening.Pricing;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestAuction;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** An auction from its application to the last refund, in both directions and both ways to pay. */
class AuctionTest {
  private static final long MONEY = 20_000_000;

  private final TestMarket market = new TestMarket(TestMarket.terms("/turnaroundDays", "0"));
  private final ParticipantId one = market.trader(MONEY);
  private final ParticipantId two = market.trader(MONEY);
  private final ParticipantId three = market.trader(MONEY);

  private TestAuction sale(long tonnes, long reserve, Pricing pricing) {
    return new TestAuction(market, market.owner, Side.SELL, tonnes, reserve).open(pricing);
  }

  /** A purchase by the first, with some credits for the others to sell. */
  private TestAuction purchase(long tonnes, long reserve, Pricing pricing) {
    market.ledger.apply(market.owner, market.sell(1_000, 9_000));
    market.ledger.apply(two, market.takeSells(500, 9_000));
    market.ledger.apply(three, market.takeSells(500, 9_000));
    return new TestAuction(market, one, Side.BUY, tonnes, reserve).open(pricing);
  }

  private List<Trade> trades() {
    return market
        .ledger
        .records(Trade.TYPE)
        .filter(each -> each.mode() == Trade.Mode.AUCTION)
        .toList();
  }

  @Test
  void winners_pay_the_last_one_s_price_and_only_that_one_gets_a_part() {
    TestAuction auction = sale(1_000, 9_000, Pricing.UNIFORM);
    auction.buys(two, 300, 10_500);
    auction.buys(three, 500, 10_200);
    auction.buys(one, 400, 11_000);
    assertThat(market.held(market.owner)).isEqualTo(99_000);
    assertThat(market.cash(one)).isEqualTo(MONEY - cost(400, 11_000));
    auction.revealAll();
    auction.close(two);

    assertThat(market.held(one)).isEqualTo(400);
    assertThat(market.held(two)).isEqualTo(300);
    assertThat(market.held(three)).isEqualTo(300);
    assertThat(market.cash(one)).isEqualTo(MONEY - cost(400, 10_200));
    assertThat(market.cash(two)).isEqualTo(MONEY - cost(300, 10_200));
    assertThat(market.cash(three)).isEqualTo(MONEY - cost(300, 10_200));
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSED);
    assertThat(auction.now().clearing()).contains(Fen.of(10_200));
    assertThat(auction.now().sold()).isEqualTo(Tonnes.of(1_000));
    assertThat(auction.now().ranks())
        .containsExactly(
            new Auction.Rank(Tonnes.of(400), Fen.of(11_000), Tonnes.of(400)),
            new Auction.Rank(Tonnes.of(300), Fen.of(10_500), Tonnes.of(300)),
            new Auction.Rank(Tonnes.of(300), Fen.of(10_200), Tonnes.of(500)));
    assertThat(List.of(one, two, three))
        .allSatisfy(bidder -> assertThat(auction.bid(bidder).state()).isEqualTo(State.WON));
    // The seller: 10.2 million less 6 per mille, of which 60 % are the cooperative's.
    assertThat(market.cash(market.owner)).isEqualTo((10_200_000 - 61_200) * 4 / 10);
  }

  @Test
  void each_winner_pays_its_own_price_where_the_exchange_says_so() {
    TestAuction auction = sale(1_000, 9_000, Pricing.PAY_AS_BID);
    auction.buys(one, 400, 11_000);
    auction.buys(two, 700, 10_500);
    auction.revealAll();
    auction.close(market.owner);
    assertThat(market.cash(one)).isEqualTo(MONEY - cost(400, 11_000));
    assertThat(market.cash(two)).isEqualTo(MONEY - cost(600, 10_500));
    assertThat(market.held(two)).isEqualTo(600);
    assertThat(auction.now().clearing()).isEmpty();
    assertThat(trades())
        .extracting(trade -> trade.price().value())
        .containsExactly(11_000L, 10_500L);
    // The seller's fee is rounded on the value of all lots together.
    assertThat(auction.now().feeCharged()).isEqualTo(Fen.of(fee(4_400_000 + 6_300_000)));
    assertThat(auction.bid(two).trade()).contains(2L);
  }

  @Test
  void an_auction_stays_outside_of_the_quotes_when_the_day_is_told_anew() {
    market.ledger.apply(market.owner, market.sell(100, 10_000));
    market.ledger.apply(one, market.takeSells(100, 10_000));
    TestAuction auction = sale(500, 9_000, Pricing.PAY_AS_BID);
    auction.buys(two, 500, 9_500);
    auction.revealAll();
    auction.close(two);
    market.ledger.apply(
        market.exchange, new CancelTrade(Sha256.of("decision"), market.instrument, "error", 1));
    BookDay day = market.book().day().orElseThrow();
    assertThat(day.block()).isEqualTo(new BookDay.Turnover(Tonnes.of(500), Fen.of(4_750_000)));
    assertThat(day.listed()).isEqualTo(BookDay.Turnover.NONE);
    assertThat(day.last()).isEmpty();
  }

  @Test
  void what_nobody_bid_for_goes_back_and_of_the_last_bid_all_is_served() {
    TestAuction auction = sale(1_000, 9_000, Pricing.UNIFORM);
    auction.buys(one, 400, 11_000);
    auction.revealAll();
    auction.close(one);
    assertThat(market.held(one)).isEqualTo(400);
    assertThat(market.held(market.owner)).isEqualTo(99_600);
    assertThat(auction.now().serials()).isEqualTo(SerialRanges.NONE);
    assertThat(auction.now().clearing()).contains(Fen.of(11_000));
  }

  @Test
  void an_auction_without_bids_ends_and_all_goes_back() {
    TestAuction auction = sale(1_000, 9_000, Pricing.UNIFORM);
    auction.close(three);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSED);
    assertThat(auction.now().sold()).isEqualTo(Tonnes.ZERO);
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.verdict(three, new CloseAuction(auction.id))).isEqualTo("WRONG_STATE");
  }

  @Test
  void of_one_price_the_bid_that_was_sealed_first_comes_first_whenever_it_was_revealed() {
    TestAuction auction = sale(500, 9_000, Pricing.PAY_AS_BID);
    auction.buys(one, 400, 10_000);
    auction.buys(two, 400, 10_000);
    auction.buys(three, 400, 10_000);
    auction.bidsEnd();
    auction.reveal(three, two, one);
    auction.close(three);
    assertThat(market.held(one)).isEqualTo(400);
    assertThat(market.held(two)).isEqualTo(100);
    assertThat(market.held(three)).isZero();
    assertThat(auction.bid(three).state()).isEqualTo(State.LOST);
    assertThat(market.cash(three)).isEqualTo(MONEY);
  }

  @Test
  void a_purchase_takes_the_cheapest_at_the_last_one_s_price_and_gives_back_what_it_did_not_need() {
    TestAuction auction = purchase(600, 11_000, Pricing.UNIFORM);
    assertThat(market.cash(one)).isEqualTo(MONEY - cost(600, 11_000));
    long before = market.cash(two);
    auction.sells(two, 400, 10_400);
    // The bond: a tenth of the ceiling at the reserve price.
    assertThat(market.cash(two)).isEqualTo(before - 440_000);
    assertThat(market.held(two)).isEqualTo(100);
    auction.sells(three, 300, 10_000);
    auction.revealAll();
    auction.close(market.owner);

    assertThat(market.held(one)).isEqualTo(600);
    assertThat(market.held(two)).isEqualTo(200);
    assertThat(market.held(three)).isEqualTo(200);
    assertThat(market.cash(one)).isEqualTo(MONEY - cost(600, 10_400));
    assertThat(market.cash(two)).isEqualTo(before + 3_120_000 - fee(3_120_000));
    assertThat(auction.now().cash()).isEqualTo(Fen.ZERO);
    assertThat(trades()).hasSize(2);
  }

  @Test
  void sellers_are_paid_their_own_price_where_the_exchange_says_so() {
    TestAuction auction = purchase(600, 11_000, Pricing.PAY_AS_BID);
    long before = market.cash(three);
    auction.sells(two, 400, 10_400);
    auction.sells(three, 300, 10_000);
    auction.revealAll();
    auction.close(market.owner);
    assertThat(market.cash(three)).isEqualTo(before + 3_000_000 - fee(3_000_000));
    long value = 3_000_000 + 3_120_000;
    assertThat(market.cash(one)).isEqualTo(MONEY - value - fee(value));
  }

  @Test
  void a_bid_to_sell_that_is_not_revealed_loses_its_bond_and_no_credits() {
    TestAuction auction = purchase(600, 11_000, Pricing.UNIFORM);
    long before = market.cash(two);
    auction.sells(two, 400, 10_400);
    auction.bidsEnd();
    auction.close(one);
    assertThat(auction.bid(two).state()).isEqualTo(State.FORFEITED);
    assertThat(market.held(two)).isEqualTo(500);
    assertThat(market.cash(two)).isEqualTo(before - 440_000);
    assertThat(market.cash(one)).isEqualTo(MONEY);
    assertThat(reserve()).isEqualTo(440_000);
  }

  private long reserve() {
    return market.ledger.find(VenueReserve.key(market.venue)).orElseThrow().amount().value();
  }

  @Test
  void an_auction_counts_with_the_day_s_blocks_and_makes_no_price_of_it() {
    TestAuction auction = sale(1_000, 9_000, Pricing.UNIFORM);
    auction.buys(one, 400, 11_000);
    auction.revealAll();
    auction.close(one);
    BookDay day = market.book().day().orElseThrow();
    assertThat(day.block()).isEqualTo(new BookDay.Turnover(Tonnes.of(400), Fen.of(4_400_000)));
    assertThat(day.listed()).isEqualTo(BookDay.Turnover.NONE);
    assertThat(day.last()).isEmpty();
    assertThat(market.book().trades()).isEqualTo(1);
    assertThat(market.book().fees()).isEqualTo(Fen.of(2 * fee(4_400_000)));
    assertThat(trades().get(0).taker()).isEqualTo(Optional.empty());
  }

  @Test
  void beneficiaries_share_on_at_least_the_lower_limit_of_a_block() {
    TestAuction auction = sale(100, 7_000, Pricing.UNIFORM);
    auction.buys(one, 100, 7_000);
    auction.revealAll();
    // The base rises meanwhile, as it does when others trade at higher prices.
    market.write(market.book().withBase(Fen.of(12_000)));
    auction.close(one);
    long shared = (100 * 8_400 - fee(700_000)) * 6 / 10;
    assertThat(trades().get(0).shares())
        .extracting(share -> share.amount().value())
        .containsExactly(shared);
    assertThat(market.cash(market.owner)).isEqualTo(700_000 - fee(700_000) - shared);
  }

  @Test
  void what_one_instruction_does_not_bear_the_next_one_does() {
    List<ParticipantId> bidders = new ArrayList<>();
    TestAuction auction = sale(1_500, 9_000, Pricing.PAY_AS_BID);
    for (int i = 0; i < 130; i++) {
      ParticipantId bidder = market.trader(1_000_000);
      auction.buys(bidder, 10, 10_000 + 10 * i);
      bidders.add(bidder);
    }
    auction.revealAll();
    InstructionId first = auction.close(one);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSING);
    assertThat(auction.now().settled()).isEqualTo(AuctionSettlement.BIDS_MOST);
    assertThat(market.ledger.journal(first).references())
        .anySatisfy(
            each -> {
              assertThat(each.type()).isEqualTo("bidsLeft");
              assertThat(each.id()).isEqualTo("30");
            });
    assertThat(auction.bid(bidders.get(0)).state()).isEqualTo(State.REVEALED);
    auction.close(two);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSED);
    for (int i = 0; i < bidders.size(); i++) {
      assertThat(market.held(bidders.get(i))).isEqualTo(10);
      assertThat(market.cash(bidders.get(i))).isEqualTo(1_000_000 - cost(10, 10_000 + 10 * i));
    }
    assertThat(market.held(market.owner)).isEqualTo(100_000 - 1_300);
    assertThat(market.verdict(two, new CloseAuction(auction.id))).isEqualTo("WRONG_STATE");
  }

  @Test
  void credits_in_many_pieces_are_settled_in_steps_as_well() {
    List<SerialRange> crumbs = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      crumbs.add(new SerialRange(1 + 2L * i, 1 + 2L * i));
    }
    market.write(
        new Holding(
            Optional.empty(),
            market.batch,
            Map.of(),
            new SerialRanges(crumbs),
            market.owner,
            Optional.empty()));
    TestAuction auction = sale(9_000, 9_000, Pricing.UNIFORM);
    for (ParticipantId bidder : List.of(one, two, three)) {
      market.deposit(bidder, 2 * MONEY);
      auction.buys(bidder, 2_000, 10_000);
    }
    auction.revealAll();
    auction.close(one);
    assertThat(auction.now().settled()).isEqualTo(2);
    auction.close(one);
    assertThat(auction.now().settled()).isEqualTo(3);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSED);
    assertThat(market.held(three)).isEqualTo(2_000);
    assertThat(market.held(market.owner)).isEqualTo(3_000);
  }

  @Test
  void the_rules_of_the_application_hold_whatever_is_published_meanwhile() {
    TestAuction auction = sale(1_000, 9_000, Pricing.UNIFORM);
    auction.buys(one, 400, 11_000);
    auction.bidsEnd();
    auction.reveal(one);
    TradingTerms dearer = TestMarket.terms("/auction/buyerFeePerMillion", "90000");
    PublishTradingRule rule = market.rule(dearer);
    market.ledger.apply(
        market.exchange,
        new PublishTradingRule(
            rule.asset(),
            rule.bank(),
            rule.document(),
            rule.name(),
            rule.sources(),
            dearer,
            market.day().plusDays(1),
            rule.venue()));
    market.nextDay();
    market.ledger.apply(one, new CloseAuction(auction.id));
    assertThat(market.cash(one)).isEqualTo(MONEY - cost(400, 11_000));
  }

  @Test
  void who_sells_by_bid_may_have_it_of_another_batch_than_the_others() {
    // A second batch of the same project and year, straight onto the ledger.
    BatchId other = new BatchId(market.batch.value().replaceAll("001$", "002"));
    Batch first = market.ledger.find(Batch.key(market.batch)).orElseThrow();
    market.write(Edited.with(first, "/id", "\"" + other + "\""));
    market.write(Holding.none(other, three).withHeld(SerialRanges.of(1, 300)));
    market.write(Holding.none(market.batch, two).withHeld(SerialRanges.of(1, 300)));
    TestAuction auction = new TestAuction(market, one, Side.BUY, 400, 11_000).open(Pricing.UNIFORM);
    auction.sells(two, 300, 10_000);
    SealedBid bid = auction.sealed(three, 300, 10_100);
    market.ledger.apply(
        three,
        new PlaceBid(
            auction.id,
            Optional.of(other),
            Optional.empty(),
            Optional.of(Tonnes.of(300)),
            bid.digest()));
    auction.bidsEnd();
    auction.reveal(two);
    market.ledger.apply(three, auction.revealing(bid));
    auction.close(one);
    assertThat(market.held(one)).isEqualTo(300);
    assertThat(Holding.of(market.ledger::find, other, one).held())
        .isEqualTo(SerialRanges.of(1, 100));
    assertThat(Holding.of(market.ledger::find, other, three).held())
        .isEqualTo(SerialRanges.of(101, 300));
  }
}
