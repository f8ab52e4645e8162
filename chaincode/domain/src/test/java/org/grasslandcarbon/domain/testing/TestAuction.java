// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.market.ApplyForAuction;
import org.grasslandcarbon.domain.market.Auction;
import org.grasslandcarbon.domain.market.AuctionBid;
import org.grasslandcarbon.domain.market.AuctionOpening;
import org.grasslandcarbon.domain.market.CloseAuction;
import org.grasslandcarbon.domain.market.LastInstant;
import org.grasslandcarbon.domain.market.OpenAuction;
import org.grasslandcarbon.domain.market.PlaceBid;
import org.grasslandcarbon.domain.market.RevealBid;
import org.grasslandcarbon.domain.market.SealedBid;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * An auction of a test's market, from its application on: bids are taken at once and for an hour,
 * and revealed in the two hours after that.
 */
public final class TestAuction {
  private static final long FEE_PER_MILLION = 6_000;
  private static final long MILLION = 1_000_000;

  public final InstructionId id;
  private final TestMarket market;
  private final Instant from;
  private final Map<ParticipantId, SealedBid> bids = new LinkedHashMap<>();

  /** Applies for it. */
  public TestAuction(
      TestMarket market, ParticipantId applicant, Side side, long tonnes, long reserve) {
    this.market = market;
    from = market.ledger.time();
    id = market.ledger.apply(applicant, application(market, side, tonnes, reserve));
  }

  /** What applies for an auction of the market's instrument. */
  public static ApplyForAuction application(
      TestMarket market, Side side, long tonnes, long reserve) {
    return new ApplyForAuction(
        side == Side.SELL ? Optional.of(market.batch) : Optional.empty(),
        market.instrument,
        Tonnes.of(tonnes),
        Fen.of(reserve),
        side);
  }

  /** What opens it. */
  public OpenAuction opening(AuctionOpening.Pricing pricing) {
    return new OpenAuction(
        id, from, from.plus(Duration.ofHours(1)), pricing, from.plus(Duration.ofHours(3)));
  }

  public TestAuction open(AuctionOpening.Pricing pricing) {
    market.ledger.apply(market.exchange, opening(pricing));
    return this;
  }

  /** A bid as somebody would seal it. */
  public SealedBid sealed(ParticipantId bidder, long tonnes, long price) {
    String salt = Sha256.of("salt of " + bidder + " " + bids.size()).value();
    return new SealedBid(id, bidder, Fen.of(price), Tonnes.of(tonnes), salt);
  }

  /** What places a bid that buys, with a ceiling. */
  public PlaceBid toBuy(SealedBid bid, long ceiling) {
    return new PlaceBid(
        id, Optional.empty(), Optional.of(Fen.of(ceiling)), Optional.empty(), bid.digest());
  }

  /** What places a bid that sells, with a ceiling. */
  public PlaceBid toSell(SealedBid bid, long ceiling) {
    return new PlaceBid(
        id,
        Optional.of(market.batch),
        Optional.empty(),
        Optional.of(Tonnes.of(ceiling)),
        bid.digest());
  }

  /** Somebody bids to buy, with no more than that takes. */
  public SealedBid buys(ParticipantId bidder, long tonnes, long price) {
    SealedBid bid = sealed(bidder, tonnes, price);
    market.ledger.apply(bidder, toBuy(bid, cost(tonnes, price)));
    bids.put(bidder, bid);
    return bid;
  }

  /** Somebody bids to sell, with no more than that takes. */
  public SealedBid sells(ParticipantId bidder, long tonnes, long price) {
    SealedBid bid = sealed(bidder, tonnes, price);
    market.ledger.apply(bidder, toSell(bid, tonnes));
    bids.put(bidder, bid);
    return bid;
  }

  /** Price and fees by the example's rules. */
  public static long cost(long tonnes, long price) {
    long value = tonnes * price;
    return value + fee(value);
  }

  /** A side's fee by the example's rules, half-up to the fen. */
  public static long fee(long value) {
    return (value * FEE_PER_MILLION + MILLION / 2) / MILLION;
  }

  /** What reveals a bid. */
  public RevealBid revealing(SealedBid bid) {
    return new RevealBid(id, bid.price(), bid.quantity(), bid.salt());
  }

  public RevealBid revealing(ParticipantId bidder) {
    return revealing(bids.get(bidder));
  }

  /** Bids are not taken any more, by all clocks. */
  public void bidsEnd() {
    market.ledger.setTime(from.plus(Duration.ofHours(1)).plus(LastInstant.CLOCKS_APART));
  }

  public void reveal(ParticipantId... bidders) {
    for (ParticipantId bidder : bidders) {
      market.ledger.apply(bidder, revealing(bidder));
    }
  }

  /** All bids are revealed. */
  public void revealAll() {
    bidsEnd();
    reveal(bids.keySet().toArray(ParticipantId[]::new));
  }

  /** Nothing is revealed any more, by all clocks. */
  public void revealingEnds() {
    market.ledger.setTime(from.plus(Duration.ofHours(3)).plus(LastInstant.CLOCKS_APART));
  }

  /** Somebody closes it, once. */
  public InstructionId close(ParticipantId anybody) {
    revealingEnds();
    return market.ledger.apply(anybody, new CloseAuction(id));
  }

  public Auction now() {
    return market.ledger.find(Auction.key(id)).orElseThrow();
  }

  public AuctionBid bid(ParticipantId bidder) {
    return market.ledger.find(AuctionBid.key(id, bidder)).orElseThrow();
  }
}
