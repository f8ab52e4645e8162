// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What a participant has open beside the books: offers of blocks and of forwards, auctions that it
 * applied for, bids in those of others, and forwards that bind it. It counts as held for the
 * largest holding, what is under way in auctions as traded, and a freeze ends it.
 *
 * @param offers what is open, the oldest first
 * @param participant whose it is
 */
public record OpenOffers(@Most(OFFERS_MOST) List<Offer> offers, ParticipantId participant)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<OpenOffers> TYPE =
      new RecordType<>("OPEN_OFFERS", OpenOffers.class, MarketVisibility.OWN.of("/participant"));

  /** Large quantities that two agree on are few. */
  static final int BLOCKS_MOST = 20;

  /** Auctions in which one participant sells, buys or bids at one time. */
  static final int AUCTIONS_MOST = 30;

  /** As many as of blocks. */
  static final int FORWARDS_MOST = 20;

  /** Forwards that bind one participant at one time, of whatever projects. */
  static final int CONTRACTS_MOST = 40;

  /** One instruction can end them all. */
  static final int OFFERS_MOST = BLOCKS_MOST + AUCTIONS_MOST + FORWARDS_MOST + CONTRACTS_MOST;

  /** What an offer is. */
  public enum Kind {
    /** An offer of a block. */
    BLOCK,
    /** An auction that the participant applied for. */
    AUCTION,
    /** A bid in the auction of another. */
    BID,
    /** An offer of a forward. */
    FORWARD,
    /** A forward that binds it. */
    CONTRACT
  }

  /**
   * An offer, as far as it counts.
   *
   * @param id the offer of a block, or the auction
   * @param instrument what is traded
   * @param kind what it is
   * @param side what its participant wants
   * @param tonnes how much at most
   */
  public record Offer(
      InstructionId id, InstrumentId instrument, Kind kind, Side side, Tonnes tonnes) {
    boolean isOfAuction() {
      return kind == Kind.AUCTION || kind == Kind.BID;
    }

    /** How many of its kind, bids and auctions together, one participant may have open. */
    private int most() {
      return switch (kind) {
        case BLOCK -> BLOCKS_MOST;
        case AUCTION, BID -> AUCTIONS_MOST;
        case FORWARD -> FORWARDS_MOST;
        case CONTRACT -> CONTRACTS_MOST;
      };
    }

    private boolean isLike(Offer other) {
      return kind == other.kind || isOfAuction() && other.isOfAuction();
    }

    /** What would be sold forward is not there to be held; what was bought is counted apart. */
    private boolean isHeld() {
      return kind != Kind.CONTRACT && (kind != Kind.FORWARD || side == Side.BUY);
    }
  }

  public OpenOffers {
    offers = List.copyOf(offers);
  }

  /** The key of a participant's open offers. */
  public static Key<OpenOffers> key(ParticipantId participant) {
    return TYPE.key(participant.value());
  }

  /** What a participant has open; nothing where it never offered. */
  public static OpenOffers of(Records records, ParticipantId participant) {
    return records.find(key(participant)).orElseGet(() -> new OpenOffers(List.of(), participant));
  }

  /** Adds an offer to those of its participant. */
  static void add(Act act, ParticipantId participant, Offer offer) {
    OpenOffers found = of(act, participant);
    act.require(
        found.offers.stream().filter(offer::isLike).count() < offer.most(),
        ErrorCode.TOO_MANY_ORDERS,
        switch (offer.kind) {
          case BLOCK ->
              zh("至多 %s 笔未了结的大宗协议报价").en("at most %s open offers of blocks are taken", BLOCKS_MOST);
          case FORWARD ->
              zh("至多 %s 笔未了结的远期报价")
                  .en("at most %s open offers of forwards are taken", FORWARDS_MOST);
          case CONTRACT ->
              zh("%s 已有 %s 份履约中的远期")
                  .en("%s has %s forwards that bind it", participant, CONTRACTS_MOST);
          case AUCTION, BID ->
              zh("至多同时参与 %s 场竞价").en("at most %s auctions at a time are taken", AUCTIONS_MOST);
        });
    List<Offer> more = new ArrayList<>(found.offers);
    more.add(offer);
    act.write(new OpenOffers(more, participant));
  }

  /** Takes an offer from those of its participant, if it is among them. */
  static void remove(Act act, ParticipantId participant, Kind kind, InstructionId id) {
    OpenOffers found = of(act, participant);
    List<Offer> rest =
        found.offers.stream().filter(each -> each.kind != kind || !each.id.equals(id)).toList();
    if (rest.size() < found.offers.size()) {
      act.write(new OpenOffers(rest, participant));
    }
  }

  /** Tonnes of an instrument in what is open of either side, but for what would be sold forward. */
  Tonnes tonnes(InstrumentId instrument) {
    return offers.stream()
        .filter(each -> each.instrument.equals(instrument) && each.isHeld())
        .map(Offer::tonnes)
        .reduce(Tonnes.ZERO, Tonnes::plus);
  }

  /** Whether it may come to trade in an auction without being asked again. */
  boolean isInAuction(InstrumentId instrument, Side side) {
    return offers.stream()
        .anyMatch(
            each -> each.isOfAuction() && each.side == side && each.instrument.equals(instrument));
  }

  @Override
  public Key<OpenOffers> key() {
    return key(participant);
  }
}
