// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * A one-way auction (LEDGER section 6; 单向竞价): one participant sells or buys, others bid in sealed
 * form. The version of the rules is that of its application and its prices lie within the limits of
 * its opening, so that whoever has bid knows by which numbers it is judged. It holds its
 * applicant's escrow and the short list of bids, so that closing it looks for nothing.
 *
 * @param appliedAt transaction time
 * @param asset the money
 * @param bank at which
 * @param batch whose credits are sold
 * @param bids all bids: in the order in which they came, once ranked in the order of settlement
 * @param cash fen that stand behind a wish to buy
 * @param clearing the one price of all winners, where there is one
 * @param feeCharged fen of trading fee that the applicant was charged so far
 * @param filledValue fen for which was traded so far
 * @param id the instruction that applied for it
 * @param instrument what is traded
 * @param opening how it is held, once it is opened
 * @param participant who sells or buys
 * @param project the instrument's project
 * @param quantity tonnes
 * @param ranks revealed bids by rank, without names, once all are in
 * @param reserve the price beyond which nothing is sold or bought, fen a tonne
 * @param rule the version of the venue's rules
 * @param serials the credits that stand behind a wish to sell
 * @param settled how many of the bids have been settled or given back
 * @param settlementCharged fen of settlement fee that the applicant was charged so far
 * @param side what the applicant wants
 * @param sold tonnes that change hands, once all bids are in
 * @param state where it stands
 * @param until the last instant at which it can be opened, and to which its windows may reach
 * @param venue where
 */
public record Auction(
    Instant appliedAt,
    Asset asset,
    ParticipantId bank,
    Optional<BatchId> batch,
    @Most(BIDS_MOST) List<AuctionEntry> bids,
    Fen cash,
    Optional<Fen> clearing,
    Fen feeCharged,
    Fen filledValue,
    InstructionId id,
    InstrumentId instrument,
    Optional<AuctionOpening> opening,
    ParticipantId participant,
    InstructionId project,
    Tonnes quantity,
    @Most(BIDS_MOST) List<Rank> ranks,
    Fen reserve,
    int rule,
    SerialRanges serials,
    int settled,
    Fen settlementCharged,
    Side side,
    Tonnes sold,
    State state,
    Instant until,
    VenueId venue)
    implements Escrow {

  /** The type of auctions; who bids is for few, what was bid for everybody once all bids are in. */
  public static final RecordType<Auction> TYPE =
      new RecordType<>("AUCTION", Auction.class, MarketVisibility.AUCTION);

  /** Some 36 KB with all that is known of each: as many as a side of a book. */
  static final int BIDS_MOST = 200;

  /**
   * A revealed bid as everybody may know it.
   *
   * @param allotted tonnes that it won
   * @param price fen a tonne
   * @param quantity tonnes for which it was made
   */
  public record Rank(Tonnes allotted, Fen price, Tonnes quantity) {}

  /** Where an auction stands. */
  public enum State {
    /** It waits for the exchange (已申请). */
    APPLIED,
    /** It is announced; its windows say what can be done (已公告). */
    OPEN,
    /** All bids are in and ranked; some wait for their settlement (结算中). */
    CLOSING,
    /** All is settled and given back (已结束). */
    CLOSED,
    /** Its applicant took it back before it was opened (已撤回). */
    WITHDRAWN,
    /** Nobody opened it in time (已失效). */
    LAPSED,
    /** What stood behind it was frozen before it was opened (因冻结终止). */
    ENDED_BY_FREEZE
  }

  public Auction {
    bids = List.copyOf(bids);
    ranks = List.copyOf(ranks);
  }

  /** The key of an auction. */
  public static Key<Auction> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The numbers by which it is judged: those of its application, within its opening's limits. */
  TradingSession session(Act act) {
    Venue at = act.must(Venue.key(venue), ErrorCode.UNKNOWN_VENUE);
    TradingTerms terms = act.must(TradingRule.key(venue, rule), ErrorCode.UNKNOWN_VENUE).terms();
    AuctionOpening held = opening.orElseThrow();
    return new TradingSession(
        act,
        instrument,
        at,
        terms,
        terms.auction(),
        new PriceLimits(held.lowest().value(), held.highest().value(), terms.tick().value()));
  }

  /** Whether the applicant sells. */
  boolean isSale() {
    return side == Side.SELL;
  }

  /** Whether nothing stands behind it any more. */
  boolean isUncovered() {
    return cash.isZero() && serials.isEmpty();
  }

  /** The applicant's fees so far. */
  FillFees feesSoFar() {
    return new FillFees(filledValue, feeCharged, settlementCharged);
  }

  @Override
  public Auction withEscrow(Fen money, SerialRanges credits) {
    return with(
        copy -> {
          copy.cash = money;
          copy.serials = credits;
        });
  }

  Auction opened(AuctionOpening how) {
    return with(
        copy -> {
          copy.opening = Optional.of(how);
          copy.state = State.OPEN;
        });
  }

  /** The auction with a bid more, behind all others. */
  Auction withBid(AuctionEntry added) {
    List<AuctionEntry> more = new ArrayList<>(bids);
    more.add(added);
    return with(copy -> copy.bids = more);
  }

  /** The auction without a bid. */
  Auction withoutBid(ParticipantId bidder) {
    List<AuctionEntry> rest = bids.stream().filter(each -> !each.bidder().equals(bidder)).toList();
    return with(copy -> copy.bids = rest);
  }

  /** The auction after a bid was revealed. */
  Auction withRevealed(ParticipantId bidder, Fen price, Tonnes wanted) {
    List<AuctionEntry> changed =
        bids.stream()
            .map(each -> each.bidder().equals(bidder) ? each.revealed(price, wanted) : each)
            .toList();
    return with(copy -> copy.bids = changed);
  }

  /** The auction once all bids are in and decided. */
  Auction ranked(List<AuctionEntry> inOrder, List<Rank> told, Tonnes total, Optional<Fen> one) {
    return with(
        copy -> {
          copy.bids = inOrder;
          copy.ranks = told;
          copy.sold = total;
          copy.clearing = one;
          copy.state = State.CLOSING;
        });
  }

  Auction withFees(FillFees fees) {
    return with(
        copy -> {
          copy.filledValue = fees.value();
          copy.feeCharged = fees.trading();
          copy.settlementCharged = fees.settlement();
        });
  }

  Auction withOneSettled() {
    return with(copy -> copy.settled++);
  }

  Auction ended(State end) {
    return with(copy -> copy.state = end);
  }

  private Auction with(Consumer<Copy> changes) {
    Copy copy = new Copy();
    changes.accept(copy);
    return new Auction(
        appliedAt,
        asset,
        bank,
        batch,
        copy.bids,
        copy.cash,
        copy.clearing,
        copy.feeCharged,
        copy.filledValue,
        id,
        instrument,
        copy.opening,
        participant,
        project,
        quantity,
        copy.ranks,
        reserve,
        rule,
        copy.serials,
        copy.settled,
        copy.settlementCharged,
        side,
        copy.sold,
        copy.state,
        until,
        venue);
  }

  /** What changes in an auction's life. */
  private final class Copy {
    private List<AuctionEntry> bids = Auction.this.bids;
    private Fen cash = Auction.this.cash;
    private Optional<Fen> clearing = Auction.this.clearing;
    private Fen feeCharged = Auction.this.feeCharged;
    private Fen filledValue = Auction.this.filledValue;
    private Optional<AuctionOpening> opening = Auction.this.opening;
    private List<Rank> ranks = Auction.this.ranks;
    private SerialRanges serials = Auction.this.serials;
    private int settled = Auction.this.settled;
    private Fen settlementCharged = Auction.this.settlementCharged;
    private Tonnes sold = Auction.this.sold;
    private State state = Auction.this.state;
  }

  @Override
  public Key<Auction> key() {
    return key(id);
  }
}
