// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Settles the bids of a ranked auction, one after the other: what a bid won changes hands, what is
 * lost goes to the reserve, and the rest goes back to whose it is, at once. Takes as many as one
 * instruction bears.
 */
final class AuctionSettlement {
  /** Bids that one instruction settles: each writes some six records. */
  static final int BIDS_MOST = 100;

  /** What is left of a journal entry's movements for the applicant. */
  private static final int POSTINGS_MOST = JournalEntry.MOVEMENTS_MOST - 10;

  /** A bond that is lost, credits that go back, and money. */
  private static final int RETURNS_MOST = 3;

  private final Act act;
  private final InstructionId id;
  private final Settlement settlement;
  private final long shareFrom;

  /** An auction that is ranked; the book takes up the newest day if it can. */
  AuctionSettlement(Act act, Auction auction) {
    this.act = act;
    this.id = auction.id();
    InstrumentBook found = book();
    Venue venue = act.must(Venue.key(auction.venue()), ErrorCode.UNKNOWN_VENUE);
    // A book with listings of an earlier day stays on it: a fill belongs to the book's day.
    InstrumentBook book = found.isEmpty() ? TradingSession.onDay(act, found, venue) : found;
    int version = book.day().orElseThrow().rule();
    TradingTerms terms = terms(auction, version);
    this.shareFrom = PriceLimits.of(book.base(), terms.block(), terms.tick()).lowest();
    this.settlement = new Settlement(act, book, terms(auction, auction.rule()).auction());
  }

  private TradingTerms terms(Auction auction, int version) {
    return act.must(TradingRule.key(auction.venue(), version), ErrorCode.UNKNOWN_VENUE).terms();
  }

  private Auction auction() {
    return act.must(Auction.key(id), ErrorCode.UNKNOWN_AUCTION);
  }

  private InstrumentBook book() {
    return act.must(InstrumentBook.key(auction().instrument()), ErrorCode.UNKNOWN_INSTRUMENT);
  }

  private AuctionBid bid(AuctionEntry entry) {
    return act.must(AuctionBid.key(id, entry.bidder()), ErrorCode.UNKNOWN_BID);
  }

  /** Settles what one instruction bears, and ends the auction with the last of it. */
  void settle() {
    int postings = 0;
    int ranges = 0;
    int bids = 0;
    while (auction().settled() < auction().bids().size()) {
      AuctionEntry entry = auction().bids().get(auction().settled());
      postings += postingsOf(entry);
      ranges += rangesOf(entry);
      boolean isTooMuch =
          postings > POSTINGS_MOST || ranges > CloseTradingDay.RANGES_MOST || bids == BIDS_MOST;
      if (isTooMuch && bids > 0) {
        return;
      }
      settle(entry);
      bids++;
    }
    ranges += auction().serials().ranges().size();
    if (bids == 0 || ranges <= CloseTradingDay.RANGES_MOST) {
      AuctionEnd.end(act, id, Auction.State.CLOSED);
    }
  }

  private int postingsOf(AuctionEntry entry) {
    return RETURNS_MOST + (entry.state() == AuctionBid.State.WON ? settlement.postingsMost() : 0);
  }

  /** Blocks of serials that a bid moves, with those that are cut. */
  private int rangesOf(AuctionEntry entry) {
    int own = bid(entry).serials().ranges().size();
    return entry.state() == AuctionBid.State.WON ? own + won(entry).serials().ranges().size() : own;
  }

  private void settle(AuctionEntry entry) {
    Optional<Long> trade =
        entry.state() == AuctionBid.State.WON ? Optional.of(trade(entry)) : Optional.empty();
    if (entry.state() == AuctionBid.State.FORFEITED) {
      forfeit(entry);
    }
    Auction auction = auction();
    EscrowPlace.giveBack(act, bid(entry), entry.batch(), auction.bank(), auction.asset());
    act.write(bid(entry).ended(entry.state(), entry.allotted(), trade));
    OpenOffers.remove(act, entry.bidder(), OpenOffers.Kind.BID, id);
    EscrowPlace.endWaiting(act, entry.bidder(), auction.bank(), auction.asset(), id);
    entry.batch().ifPresent(batch -> EscrowPlace.endWaiting(act, batch, entry.bidder(), id));
    act.write(auction.withOneSettled());
  }

  private void forfeit(AuctionEntry entry) {
    AuctionBid bid = bid(entry);
    if (!bid.bond().isZero()) {
      act.pay(
          new Money(auction().asset(), bid.bond()),
          new EscrowPlace.OfMoney(bid),
          new VenueReserve.Of(auction().venue()));
    }
  }

  /** The credits that a bid won or sold: the lowest of those that are set aside. */
  private Credits won(AuctionEntry entry) {
    Auction auction = auction();
    return auction.isSale()
        ? new Credits(
            auction.batch().orElseThrow(), auction.serials().takeLowest(entry.allotted()).taken())
        : new Credits(
            entry.batch().orElseThrow(), bid(entry).serials().takeLowest(entry.allotted()).taken());
  }

  private long trade(AuctionEntry entry) {
    InstrumentBook book = book();
    BookDay day = book.day().orElseThrow();
    Deal deal = deal(entry);
    act.require(
        day.block().value().hasRoomFor(deal.gross()),
        ErrorCode.TOO_LARGE,
        zh("该标的当日成交额已达系统上限").en("the instrument's value of the day is at its limit"));
    Settlement.Settled settled = settlement.settle(deal, day, book.trades() + 1, shareFrom);
    act.write(auction().withFees(auction().isSale() ? settled.seller() : settled.buyer()));
    // Outside of the quotes, as blocks are: it makes no last price and no base.
    act.write(book().withTrade(day.withOutside(settled.trade())));
    act.refer("trade", Trade.id(book.instrument(), settled.trade().number()));
    return settled.trade().number();
  }

  private Deal deal(AuctionEntry entry) {
    Auction auction = auction();
    AuctionBid bid = bid(entry);
    FillFees applicant = auction.feesSoFar();
    Escrow buys = auction.isSale() ? bid : auction;
    Escrow sells = auction.isSale() ? auction : bid;
    Fen price = auction.clearing().orElseGet(() -> entry.price().orElseThrow());
    return new Deal(
        new Deal.Party<>(
            buys.participant(),
            Optional.empty(),
            new EscrowPlace.OfMoney(buys),
            auction.isSale() ? FillFees.NONE : applicant),
        new Deal.Party<>(
            sells.participant(),
            Optional.empty(),
            new EscrowPlace.OfCredits(sells),
            auction.isSale() ? applicant : FillFees.NONE),
        won(entry),
        price,
        Trade.Mode.AUCTION,
        Optional.empty());
  }
}
