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
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A standing wish to sell or to buy, with what stands behind it: credits, or money for price and
 * fees. It holds its own escrow; where it stands in line is in the {@link InstrumentBook}.
 *
 * @param batch whose credits are sold
 * @param cash fen that stand behind a wish to buy
 * @param day the number of the trading day of which it is
 * @param feeCharged fen of trading fee charged so far
 * @param filledValue fen for which it was filled so far
 * @param id the instruction that placed it
 * @param instrument what is traded
 * @param participant whose it is
 * @param placedAt transaction time
 * @param price fen a tonne
 * @param quantity tonnes at first
 * @param remaining tonnes that are not filled
 * @param serials the credits that stand behind a wish to sell
 * @param settlementCharged fen of settlement fee charged so far
 * @param side what is wanted
 * @param state where it stands
 */
public record Listing(
    Optional<BatchId> batch,
    Fen cash,
    int day,
    Fen feeCharged,
    Fen filledValue,
    InstructionId id,
    InstrumentId instrument,
    ParticipantId participant,
    Instant placedAt,
    Fen price,
    Tonnes quantity,
    Tonnes remaining,
    SerialRanges serials,
    Fen settlementCharged,
    Side side,
    State state)
    implements Escrow {

  /** The type of listings. */
  public static final RecordType<Listing> TYPE =
      new RecordType<>("LISTING", Listing.class, MarketVisibility.OWN.of("/participant"));

  /** Where a listing stands. */
  public enum State {
    /** It is in the book (已申报、部分成交). */
    OPEN,
    /** All of it was traded (已成交). */
    FILLED,
    /** Its participant took the rest back (已撤单). */
    WITHDRAWN,
    /** The system took the rest back: the day is over, or its place was needed (系统撤单). */
    LAPSED,
    /** A court or the authority froze what its participant has (司法冻结撤单). */
    ENDED_BY_FREEZE
  }

  /** The key of a listing. */
  public static Key<Listing> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The fees so far. */
  FillFees feesSoFar() {
    return new FillFees(filledValue, feeCharged, settlementCharged);
  }

  @Override
  public Listing withEscrow(Fen money, SerialRanges credits) {
    return new Listing(
        batch,
        money,
        day,
        feeCharged,
        filledValue,
        id,
        instrument,
        participant,
        placedAt,
        price,
        quantity,
        remaining,
        credits,
        settlementCharged,
        side,
        state);
  }

  /** The listing after a fill. */
  Listing filled(Tonnes tonnes, FillFees fees) {
    Tonnes left = remaining.minus(tonnes);
    return new Listing(
        batch,
        cash,
        day,
        fees.trading(),
        fees.value(),
        id,
        instrument,
        participant,
        placedAt,
        price,
        quantity,
        left,
        serials,
        fees.settlement(),
        side,
        left.isZero() ? State.FILLED : state);
  }

  Listing ended(State end) {
    return new Listing(
        batch,
        cash,
        day,
        feeCharged,
        filledValue,
        id,
        instrument,
        participant,
        placedAt,
        price,
        quantity,
        remaining,
        serials,
        settlementCharged,
        side,
        end);
  }

  @Override
  public Key<Listing> key() {
    return key(id);
  }
}
