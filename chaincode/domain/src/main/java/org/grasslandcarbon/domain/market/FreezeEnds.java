// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.credit.ForwardCredits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.market.OpenOffers.Kind;
import org.grasslandcarbon.domain.market.OpenOffers.Offer;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What a freeze ends of what its holder has open beside the books (LEDGER section 6), so that what
 * stood behind it is there to be frozen: offers, applications for auctions and bids. Of an auction
 * that is open already nothing is sold any more, and its bids go back when it is closed. What is
 * ranked is sold: its settlement goes on, and what it gives back is frozen then.
 */
public final class FreezeEnds {
  private FreezeEnds() {}

  /** Keys that the end needs, once it is known what the holder has open. */
  public static List<Key<?>> keys(Records records, ParticipantId holder) {
    List<Key<?>> keys = new ArrayList<>();
    for (Offer offer : OpenOffers.of(records, holder).offers()) {
      switch (offer.kind()) {
        case BLOCK -> keys.add(BlockOffer.key(offer.id()));
        case AUCTION -> keys.add(Auction.key(offer.id()));
        case BID -> {
          keys.add(Auction.key(offer.id()));
          keys.add(AuctionBid.key(offer.id(), holder));
        }
        case CONTRACT -> keys.add(ForwardPledge.key(offer.id(), holder));
        case FORWARD -> {
          keys.add(Forward.key(offer.id()));
          keys.add(ForwardPledge.key(offer.id(), holder));
        }
      }
    }
    return keys;
  }

  /** Keys that it needs once those are known: where what stands behind them came from. */
  public static List<Key<?>> furtherKeys(Records records, ParticipantId holder) {
    List<Key<?>> keys = new ArrayList<>();
    for (Offer offer : OpenOffers.of(records, holder).offers()) {
      keys.add(InstrumentBook.key(offer.instrument()));
      if (offer.isOfAuction()) {
        records
            .find(Auction.key(offer.id()))
            .ifPresent(
                auction -> keys.add(CashAccount.key(holder, auction.bank(), auction.asset())));
      }
      batch(records, holder, offer).ifPresent(batch -> keys.add(Holding.key(batch, holder)));
    }
    return keys;
  }

  /** Ends what holds money of an account. */
  public static void ofCash(Act act, ParticipantId holder, ParticipantId bank, Asset asset) {
    end(
        act,
        holder,
        offer ->
            (offer.side() == Side.BUY || holdsMoneyToSell(offer))
                && act.find(InstrumentBook.key(offer.instrument()))
                    .filter(book -> book.bank().equals(bank) && book.asset().equals(asset))
                    .isPresent());
  }

  /**
   * What others rely on already, so that it goes on: it is frozen when it gives something back.
   *
   * @param from forwards that bind both, and auctions that are being settled
   * @param cash fen that stand behind them
   * @param tonnes credits that stand behind them
   */
  public record Bound(List<InstructionId> from, Fen cash, Tonnes tonnes) {
    private static Bound of(List<? extends Escrow> escrows) {
      return new Bound(
          escrows.stream().map(Escrow::contract).distinct().toList(),
          escrows.stream().map(Escrow::cash).reduce(Fen.ZERO, Fen::plus),
          escrows.stream()
              .map(each -> each.serials().quantity())
              .reduce(Tonnes.ZERO, Tonnes::plus));
    }
  }

  /** What of an account is bound. */
  public static Bound bound(
      Records records, ParticipantId holder, ParticipantId bank, Asset asset) {
    List<Escrow> escrows = new ArrayList<>();
    for (Offer offer : OpenOffers.of(records, holder).offers()) {
      if (offer.kind() == Kind.CONTRACT) {
        records
            .find(ForwardPledge.key(offer.id(), holder))
            .filter(pledge -> pledge.bank().equals(bank) && pledge.asset().equals(asset))
            .ifPresent(escrows::add);
      } else if (offer.isOfAuction()) {
        records
            .find(Auction.key(offer.id()))
            .filter(auction -> auction.bank().equals(bank) && auction.asset().equals(asset))
            .flatMap(auction -> settling(records, holder, auction))
            .ifPresent(escrows::add);
      }
    }
    return Bound.of(escrows.stream().filter(each -> !each.cash().isZero()).toList());
  }

  /** What of a holder's credits of a batch is bound. */
  public static Bound bound(Records records, ParticipantId holder, BatchId batch) {
    List<Escrow> escrows = new ArrayList<>();
    for (Offer offer : offersOf(records, holder, batch)) {
      if (offer.isOfAuction() && batch(records, holder, offer).equals(Optional.of(batch))) {
        records
            .find(Auction.key(offer.id()))
            .flatMap(auction -> settling(records, holder, auction))
            .ifPresent(escrows::add);
      }
    }
    Bound auctions = Bound.of(escrows.stream().filter(each -> !each.serials().isEmpty()).toList());
    List<InstructionId> from = new ArrayList<>(auctions.from());
    Tonnes tonnes = auctions.tonnes();
    for (ForwardCredits each : soldForward(records, holder, batch)) {
      from.add(each.id());
      tonnes = tonnes.plus(each.serials().quantity());
    }
    return new Bound(from, Fen.ZERO, tonnes);
  }

  /**
   * Keys of what is set aside of a batch for forwards, once it is known what the holder has open.
   */
  public static List<Key<?>> soldForwardKeys(Records records, ParticipantId holder, BatchId batch) {
    return offersOf(records, holder, batch).stream()
        .filter(offer -> offer.kind() == Kind.CONTRACT)
        .<Key<?>>map(offer -> ForwardCredits.key(batch, offer.id()))
        .toList();
  }

  private static List<ForwardCredits> soldForward(
      Records records, ParticipantId holder, BatchId batch) {
    return offersOf(records, holder, batch).stream()
        .filter(offer -> offer.kind() == Kind.CONTRACT)
        .flatMap(offer -> records.find(ForwardCredits.key(batch, offer.id())).stream())
        .filter(each -> !each.serials().isEmpty())
        .toList();
  }

  /** What a holder would sell, or has sold, of a batch's instrument. */
  private static List<Offer> offersOf(Records records, ParticipantId holder, BatchId batch) {
    return OpenOffers.of(records, holder).offers().stream()
        .filter(
            offer -> offer.side() == Side.SELL && offer.instrument().equals(InstrumentId.of(batch)))
        .toList();
  }

  /** What a participant has set aside for an auction that is being settled. */
  private static Optional<Escrow> settling(Records records, ParticipantId holder, Auction auction) {
    if (auction.state() != Auction.State.CLOSING) {
      return Optional.empty();
    }
    return auction.participant().equals(holder)
        ? Optional.of(auction)
        : records.find(AuctionBid.key(auction.id(), holder)).map(Escrow.class::cast);
  }

  /** Ends what holds credits of a batch. */
  public static void ofCredits(Act act, ParticipantId holder, BatchId batch) {
    end(
        act,
        holder,
        offer ->
            offer.side() == Side.SELL
                && offer.instrument().equals(InstrumentId.of(batch))
                && batch(act, holder, offer).equals(Optional.of(batch)));
  }

  /** A bid has a bond, who sells forward a penalty. */
  private static boolean holdsMoneyToSell(Offer offer) {
    return offer.kind() == Kind.BID || offer.kind() == Kind.FORWARD;
  }

  private static Optional<BatchId> batch(Records records, ParticipantId holder, Offer offer) {
    return switch (offer.kind()) {
      case BLOCK -> records.find(BlockOffer.key(offer.id())).flatMap(BlockOffer::batch);
      case AUCTION -> records.find(Auction.key(offer.id())).flatMap(Auction::batch);
      case BID -> records.find(AuctionBid.key(offer.id(), holder)).flatMap(AuctionBid::batch);
      case FORWARD, CONTRACT -> Optional.empty();
    };
  }

  private static void end(Act act, ParticipantId holder, Predicate<Offer> which) {
    Stream<Offer> ending = OpenOffers.of(act, holder).offers().stream().filter(which);
    for (Offer offer : ending.toList()) {
      switch (offer.kind()) {
        case BLOCK -> BlockOfferEnd.end(act, offer.id(), BlockOffer.State.ENDED_BY_FREEZE);
        case AUCTION -> endAuction(act, offer);
        case BID -> endBid(act, holder, offer);
        case FORWARD -> ForwardEnd.endOffer(act, offer.id(), Forward.State.ENDED_BY_FREEZE);
        // It goes on, since another relies on it; what it gives back is frozen then.
        case CONTRACT -> {}
      }
    }
  }

  private static void endAuction(Act act, Offer offer) {
    Auction auction = act.must(Auction.key(offer.id()), ErrorCode.UNKNOWN_AUCTION);
    switch (auction.state()) {
      case APPLIED -> AuctionEnd.end(act, offer.id(), Auction.State.ENDED_BY_FREEZE);
      case OPEN -> AuctionEnd.end(act, offer.id(), Auction.State.OPEN);
      default -> {}
    }
  }

  private static void endBid(Act act, ParticipantId holder, Offer offer) {
    Auction auction = act.must(Auction.key(offer.id()), ErrorCode.UNKNOWN_AUCTION);
    if (auction.state() == Auction.State.OPEN) {
      Key<AuctionBid> key = AuctionBid.key(offer.id(), holder);
      AuctionBid bid = act.must(key, ErrorCode.UNKNOWN_BID);
      EscrowPlace.giveBack(act, bid, bid.batch(), auction.bank(), auction.asset());
      act.write(
          act.must(key, ErrorCode.UNKNOWN_BID)
              .ended(AuctionBid.State.ENDED_BY_FREEZE, bid.allotted(), Optional.empty()));
      act.write(auction.withoutBid(holder));
      OpenOffers.remove(act, holder, Kind.BID, offer.id());
    }
  }
}
