// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.testing.TestAuction.cost;
import static org.grasslandcarbon.domain.testing.TestAuction.fee;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.market.AuctionOpening.Pricing;
import org.grasslandcarbon.domain.settlement.BankBook;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.TestAuction;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random auctions end as a naive computation says, bidder by bidder to the fen, and no fen is lost.
 * A seed and the number of auctions can be given: {@code -Dgrassland.seed=7
 * -Dgrassland.auctions=1000}.
 */
class AuctionPropertyTest {
  private static final int AUCTIONS = Integer.getInteger("grassland.auctions", 25);
  private static final int BIDDERS = 8;

  static LongStream seeds() {
    Long chosen = Long.getLong("grassland.seed");
    return chosen == null ? LongStream.of(1, 2, 3) : LongStream.of(chosen);
  }

  /** A bid as the naive computation knows it. */
  private record Bid(ParticipantId who, long tonnes, long price, long ceiling, boolean revealed) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void auctions_end_as_a_naive_computation_says_and_no_fen_is_lost(long seed) {
    Random random = new Random(seed);
    TestMarket market = new TestMarket(TestMarket.terms("/turnaroundDays", "0"));
    List<ParticipantId> bidders = new ArrayList<>();
    for (int i = 0; i < BIDDERS; i++) {
      bidders.add(market.trader(50_000_000));
    }
    // All have some credits, so that they can sell as well; sold once already.
    market.ledger.apply(market.owner, market.sell(8_000, 10_000));
    for (ParticipantId bidder : bidders) {
      market.ledger.apply(bidder, market.takeSells(1_000, 10_000));
    }
    Map<AuctionBid.State, Integer> ends = new EnumMap<>(AuctionBid.State.class);
    for (int i = 0; i < AUCTIONS; i++) {
      market.nextDay();
      Side side = random.nextBoolean() ? Side.SELL : Side.BUY;
      Pricing pricing = Pricing.values()[random.nextInt(2)];
      play(market, random, side, pricing, bidders, ends);
      requireNoneLost(market);
    }
    assertThat(ends)
        .as("seed %s", seed)
        .containsKeys(AuctionBid.State.WON, AuctionBid.State.LOST, AuctionBid.State.FORFEITED);
  }

  private static void play(
      TestMarket market,
      Random random,
      Side side,
      Pricing pricing,
      List<ParticipantId> bidders,
      Map<AuctionBid.State, Integer> ends) {
    ParticipantId applicant = bidders.get(random.nextInt(BIDDERS));
    Map<ParticipantId, Long> money = new HashMap<>();
    Map<ParticipantId, Long> tonnes = new HashMap<>();
    for (ParticipantId each : bidders) {
      money.put(each, market.cash(each));
      tonnes.put(each, market.held(each));
    }
    long quantity = 1 + random.nextInt((int) Math.min(400, tonnes.get(applicant)));
    long reserve = 9_900 + random.nextInt(200);
    TestAuction auction = new TestAuction(market, applicant, side, quantity, reserve).open(pricing);
    List<Bid> bids = new ArrayList<>();
    Map<ParticipantId, SealedBid> sealed = new LinkedHashMap<>();
    for (ParticipantId who : bidders) {
      if (who.equals(applicant) || random.nextInt(4) == 0) {
        continue;
      }
      // Few prices, so that many are equal.
      long price = side == Side.SELL ? reserve + random.nextInt(4) : reserve - random.nextInt(4);
      long most = side == Side.SELL ? 200 : Math.min(200, tonnes.get(who));
      if (most == 0) {
        continue;
      }
      long wanted = 1 + random.nextInt((int) most);
      long ceiling = side == Side.SELL ? cost(wanted, price) + random.nextInt(1_000) : wanted;
      SealedBid bid = auction.sealed(who, wanted, price);
      market.ledger.apply(
          who, side == Side.SELL ? auction.toBuy(bid, ceiling) : auction.toSell(bid, ceiling));
      sealed.put(who, bid);
      bids.add(new Bid(who, wanted, price, ceiling, random.nextInt(5) > 0));
    }
    auction.bidsEnd();
    List<Bid> shuffled = new ArrayList<>(bids);
    Collections.shuffle(shuffled, random);
    for (Bid bid : shuffled) {
      if (bid.revealed()) {
        market.ledger.apply(bid.who(), auction.revealing(sealed.get(bid.who())));
      }
    }
    auction.close(bidders.get(random.nextInt(BIDDERS)));

    Map<ParticipantId, Long> won = naive(side, quantity, bids);
    long last = lastPrice(side, bids, won);
    long turnover = 0;
    long sold = 0;
    for (Bid bid : bids) {
      long got = won.getOrDefault(bid.who(), 0L);
      long value = got * (pricing == Pricing.UNIFORM ? last : bid.price());
      turnover += value;
      sold += got;
      long bond = side == Side.SELL ? (bid.ceiling() + 5) / 10 : (bid.ceiling() * reserve + 5) / 10;
      long change = side == Side.SELL ? -value - fee(value) : value - fee(value);
      long expected = money.get(bid.who()) + change - (bid.revealed() ? 0 : bond);
      long holds = tonnes.get(bid.who()) + (side == Side.SELL ? got : -got);
      assertThat(market.cash(bid.who())).as("%s of %s", bid, bids).isEqualTo(expected);
      assertThat(market.held(bid.who())).as("%s of %s", bid, bids).isEqualTo(holds);
      AuctionBid after = auction.bid(bid.who());
      assertThat(after.cash().isZero() && after.serials().isEmpty()).isTrue();
      ends.merge(after.state(), 1, Integer::sum);
    }
    long change = side == Side.SELL ? turnover - fee(turnover) : -turnover - fee(turnover);
    assertThat(market.cash(applicant)).isEqualTo(money.get(applicant) + change);
    assertThat(market.held(applicant))
        .isEqualTo(tonnes.get(applicant) + (side == Side.SELL ? -sold : sold));
    Auction end = auction.now();
    assertThat(end.state()).isEqualTo(Auction.State.CLOSED);
    assertThat(end.sold().value()).isEqualTo(sold);
    assertThat(end.cash().isZero() && end.serials().isEmpty()).isTrue();
  }

  /** Looks for the best bid of those that are left, until all is sold; earlier ones come first. */
  private static Map<ParticipantId, Long> naive(Side side, long quantity, List<Bid> bids) {
    Map<ParticipantId, Long> won = new LinkedHashMap<>();
    List<Bid> left = new ArrayList<>(bids.stream().filter(Bid::revealed).toList());
    long missing = quantity;
    while (missing > 0 && !left.isEmpty()) {
      Bid best = left.get(0);
      for (Bid bid : left) {
        boolean better =
            side == Side.SELL ? bid.price() > best.price() : bid.price() < best.price();
        best = better ? bid : best;
      }
      long got = Math.min(missing, best.tonnes());
      won.put(best.who(), got);
      missing -= got;
      left.remove(best);
    }
    return won;
  }

  private static long lastPrice(Side side, List<Bid> bids, Map<ParticipantId, Long> won) {
    LongStream prices =
        bids.stream().filter(bid -> won.containsKey(bid.who())).mapToLong(Bid::price);
    return (side == Side.SELL ? prices.min() : prices.max()).orElse(0);
  }

  /** What the journal's postings leave in each account is what the records say. */
  private static void requireNoneLost(TestMarket market) {
    Map<String, Long> posted = new TreeMap<>();
    for (JournalEntry entry : each(market, JournalEntry.TYPE)) {
      for (Posting posting : entry.postings()) {
        if (posting.asset().equals(Asset.CNY.value())) {
          posted.merge(posting.source().text(), -posting.amount(), Long::sum);
          posted.merge(posting.destination().text(), posting.amount(), Long::sum);
        }
      }
    }
    posted.values().removeIf(fen -> fen == 0);
    Map<String, Long> recorded = new TreeMap<>();
    each(market, CashAccount.TYPE)
        .forEach(
            cash ->
                put(recorded, Account.cash(cash.owner(), cash.bank()), cash.available().value()));
    each(market, Auction.TYPE).forEach(auction -> escrow(recorded, auction));
    each(market, AuctionBid.TYPE).forEach(bid -> escrow(recorded, bid));
    each(market, Listing.TYPE).forEach(listing -> escrow(recorded, listing));
    each(market, BankBook.TYPE)
        .forEach(book -> put(recorded, Account.bank(book.bank()), -book.total().value()));
    each(market, VenueReserve.TYPE)
        .forEach(
            reserve -> put(recorded, Account.reserve(reserve.venue()), reserve.amount().value()));
    each(market, BenefitAccount.TYPE)
        .forEach(
            owed ->
                put(recorded, Account.benefit(owed.project(), owed.line()), owed.owed().value()));
    put(recorded, Account.fees(market.instrument), market.book().fees().value());
    assertThat(posted).isEqualTo(recorded);
    assertThat(recorded.values().stream().mapToLong(Long::longValue).sum()).isZero();
  }

  private static <T extends LedgerRecord> List<T> each(TestMarket market, RecordType<T> type) {
    return market.ledger.records(type).toList();
  }

  private static void escrow(Map<String, Long> recorded, Escrow of) {
    put(recorded, Account.escrow(of.participant(), of.id()), of.cash().value());
  }

  private static void put(Map<String, Long> recorded, Account account, long fen) {
    if (fen != 0) {
      recorded.merge(account.text(), fen, Long::sum);
    }
  }
}
