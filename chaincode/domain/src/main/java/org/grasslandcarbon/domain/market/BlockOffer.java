// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * An offer of a large quantity to one counterparty, with what stands behind it: credits, or money
 * for price and fees. Nobody else can accept it, and it stands in no book.
 *
 * @param batch whose credits are sold, by an offer to sell
 * @param cash fen that stand behind an offer to buy
 * @param counterparty who may accept it
 * @param endedBy the instruction that ended it
 * @param id the instruction that made it
 * @param instrument what is traded
 * @param offeredAt transaction time
 * @param participant whose it is
 * @param price fen a tonne
 * @param project the project of the credits
 * @param quantity tonnes
 * @param serials the credits that stand behind an offer to sell
 * @param side what its participant wants
 * @param state where it stands
 * @param until the last instant at which it can be accepted
 * @param venue the venue of the instrument
 */
public record BlockOffer(
    Optional<BatchId> batch,
    Fen cash,
    ParticipantId counterparty,
    Optional<InstructionId> endedBy,
    InstructionId id,
    InstrumentId instrument,
    Instant offeredAt,
    ParticipantId participant,
    Fen price,
    InstructionId project,
    Tonnes quantity,
    SerialRanges serials,
    Side side,
    State state,
    Instant until,
    VenueId venue)
    implements Escrow {

  /** The type of offers. */
  public static final RecordType<BlockOffer> TYPE =
      new RecordType<>(
          "BLOCK_OFFER",
          BlockOffer.class,
          MarketVisibility.OWN.of("/participant", "/counterparty"));

  /** Where an offer stands. */
  public enum State {
    /** It can be accepted until its last instant. */
    OPEN,
    /** It was accepted, and settled with that. */
    ACCEPTED,
    /** The counterparty does not want it. */
    DECLINED,
    /** Its participant took it back. */
    WITHDRAWN,
    /** Its last instant passed. */
    RELEASED,
    /** A court or the authority froze what its participant has. */
    ENDED_BY_FREEZE
  }

  /** The key of an offer. */
  public static Key<BlockOffer> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** An offer that has not ended. */
  static BlockOffer mustBeOpen(Act act, InstructionId id) {
    BlockOffer found = act.must(key(id), ErrorCode.UNKNOWN_OFFER);
    found.requireOpen(act);
    return found;
  }

  /**
   * An offer that has not ended, of which the acting participant is one of the two.
   *
   * @param party which of them
   */
  static BlockOffer mustBeOpen(
      Act act, InstructionId id, Function<BlockOffer, ParticipantId> party) {
    BlockOffer found = act.must(key(id), ErrorCode.UNKNOWN_OFFER);
    act.require(
        party.apply(found).equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("此操作由 %s 进行").en("this is for %s to do", party.apply(found)));
    found.requireOpen(act);
    return found;
  }

  private void requireOpen(Act act) {
    act.require(
        state == State.OPEN, ErrorCode.WRONG_STATE, zh("报价状态为 %s").en("the offer is %s", state));
  }

  @Override
  public BlockOffer withEscrow(Fen money, SerialRanges credits) {
    return with(money, endedBy, credits, state);
  }

  /** The offer at its end. */
  BlockOffer ended(State end, InstructionId by) {
    return with(cash, Optional.of(by), serials, end);
  }

  private BlockOffer with(
      Fen money, Optional<InstructionId> by, SerialRanges credits, State changed) {
    return new BlockOffer(
        batch,
        money,
        counterparty,
        by,
        id,
        instrument,
        offeredAt,
        participant,
        price,
        project,
        quantity,
        credits,
        side,
        changed,
        until,
        venue);
  }

  @Override
  public Key<BlockOffer> key() {
    return key(id);
  }
}
