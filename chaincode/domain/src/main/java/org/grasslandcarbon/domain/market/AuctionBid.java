// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A participant's bid in an auction, of which it has one: what was sealed, with what stands behind
 * it, and what became of it. It holds its own escrow.
 *
 * @param allotted tonnes that it won
 * @param auction the auction
 * @param batch whose credits are sold
 * @param bond fen that are lost when the bid is not revealed; they are set aside with the rest
 * @param cash fen that stand behind it
 * @param digest what was sealed
 * @param id the instruction that placed it
 * @param instrument what is traded
 * @param participant who bids
 * @param placedAt transaction time
 * @param price fen a tonne, once it is revealed
 * @param quantity tonnes, once it is revealed
 * @param serials the credits that stand behind it
 * @param state where it stands
 * @param trade the number of the trade that it led to
 */
public record AuctionBid(
    Tonnes allotted,
    InstructionId auction,
    Optional<BatchId> batch,
    Fen bond,
    Fen cash,
    Sha256 digest,
    InstructionId id,
    InstrumentId instrument,
    ParticipantId participant,
    Instant placedAt,
    Optional<Fen> price,
    Optional<Tonnes> quantity,
    SerialRanges serials,
    State state,
    Optional<Long> trade)
    implements Escrow {

  /** The type of bids. */
  public static final RecordType<AuctionBid> TYPE =
      new RecordType<>("AUCTION_BID", AuctionBid.class, MarketVisibility.OWN.of("/participant"));

  /** Where a bid stands. */
  public enum State {
    /** Its price and quantity are its bidder's alone (已密封). */
    SEALED,
    /** They have been told (已揭示). */
    REVEALED,
    /** It got all or a part of what it asked for (中标). */
    WON,
    /** Others were better (未中标). */
    LOST,
    /** It was not revealed in time and lost its bond (未揭示，没收保证金). */
    FORFEITED,
    /** It was passed over and given back: a suspension was in between (退回). */
    RETURNED,
    /** A court or the authority froze what its bidder has (因冻结终止). */
    ENDED_BY_FREEZE
  }

  /** The key of a participant's bid in an auction. */
  public static Key<AuctionBid> key(InstructionId auction, ParticipantId bidder) {
    return TYPE.key(auction.value(), bidder.value());
  }

  @Override
  public InstructionId contract() {
    return auction;
  }

  @Override
  public AuctionBid withEscrow(Fen money, SerialRanges credits) {
    return new AuctionBid(
        allotted,
        auction,
        batch,
        bond,
        money,
        digest,
        id,
        instrument,
        participant,
        placedAt,
        price,
        quantity,
        credits,
        state,
        trade);
  }

  AuctionBid revealed(Fen at, Tonnes wanted) {
    return new AuctionBid(
        allotted,
        auction,
        batch,
        bond,
        cash,
        digest,
        id,
        instrument,
        participant,
        placedAt,
        Optional.of(at),
        Optional.of(wanted),
        serials,
        State.REVEALED,
        trade);
  }

  AuctionBid ended(State end, Tonnes won, Optional<Long> ledTo) {
    return new AuctionBid(
        won,
        auction,
        batch,
        bond,
        cash,
        digest,
        id,
        instrument,
        participant,
        placedAt,
        price,
        quantity,
        serials,
        end,
        ledTo);
  }

  @Override
  public Key<AuctionBid> key() {
    return key(auction, participant);
  }
}
