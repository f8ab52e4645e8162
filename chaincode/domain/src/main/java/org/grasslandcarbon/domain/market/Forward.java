// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * A project owner's sale of tonnes that are not issued yet (LEDGER section 6; 远期), from its offer
 * to its end. What stands behind it is in records of its own: each party's money in a {@link
 * ForwardPledge}, the credits of each batch in {@link
 * org.grasslandcarbon.domain.credit.ForwardCredits}; what of it issuance must know is in {@link
 * org.grasslandcarbon.domain.credit.ForwardSales}.
 *
 * @param acceptedAt transaction time of its acceptance
 * @param asset the money
 * @param bank at which
 * @param buyer who buys
 * @param buyerFee fen of trading fee that the buyer was charged so far
 * @param buyerSettlementFee fen of settlement fee that the buyer was charged so far
 * @param delivered tonnes that changed hands
 * @param deliveryDay the last day on which what is issued counts for it
 * @param endedBy the instruction that ended it
 * @param id the instruction that offered it
 * @param instrument what is sold
 * @param missing tonnes that had not been issued for it when it ended
 * @param offeredAt transaction time
 * @param partPayment fen that the buyer pays before the credits are there
 * @param payUntil the last instant at which the buyer can pay
 * @param penalty fen that the seller loses if nothing is issued
 * @param price fen a tonne
 * @param project the project
 * @param quantity tonnes
 * @param rule the version of the venue's rules by which it is settled: that of its offer
 * @param seller the project's owner
 * @param sellerFee fen of trading fee that the seller was charged so far
 * @param sellerSettlementFee fen of settlement fee that the seller was charged so far
 * @param side what whoever offered it wants
 * @param state where it stands
 * @param unpaid tonnes that were there and that the buyer had not paid when it ended
 * @param until the last instant at which the offer can be accepted
 * @param venue the venue of the instrument
 */
public record Forward(
    Optional<Instant> acceptedAt,
    Asset asset,
    ParticipantId bank,
    ParticipantId buyer,
    Fen buyerFee,
    Fen buyerSettlementFee,
    Tonnes delivered,
    LocalDate deliveryDay,
    Optional<InstructionId> endedBy,
    InstructionId id,
    InstrumentId instrument,
    Tonnes missing,
    Instant offeredAt,
    Fen partPayment,
    Instant payUntil,
    Fen penalty,
    Fen price,
    InstructionId project,
    Tonnes quantity,
    int rule,
    ParticipantId seller,
    Fen sellerFee,
    Fen sellerSettlementFee,
    Side side,
    State state,
    Tonnes unpaid,
    Instant until,
    VenueId venue)
    implements LedgerRecord {

  /** The type of forwards. */
  public static final RecordType<Forward> TYPE =
      new RecordType<>("FORWARD", Forward.class, MarketVisibility.OWN.of("/seller", "/buyer"));

  /** Where a forward stands. */
  public enum State {
    /** It can be accepted until its last instant (待接受). */
    OPEN,
    /** It binds both; credits are set aside for it as they are issued (履约中). */
    ACCEPTED,
    /** The counterparty does not want it (已拒绝). */
    DECLINED,
    /** Whoever offered it took it back (已撤回). */
    WITHDRAWN,
    /** Its last instant passed before anybody had accepted it (已解除). */
    RELEASED,
    /** A court or the authority froze money of whoever offered it (因冻结终止). */
    ENDED_BY_FREEZE,
    /** All of it was delivered and paid (已交付). */
    DELIVERED,
    /** Some of it was not issued in time or not paid in time (已违约). */
    DEFAULTED
  }

  /** The key of a forward. */
  public static Key<Forward> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  static Forward must(Act act, InstructionId id) {
    return act.must(key(id), ErrorCode.UNKNOWN_FORWARD);
  }

  /**
   * A forward in some state, of which the acting participant is one of the two.
   *
   * @param party which of them
   */
  static Forward mustBe(
      Act act, InstructionId id, State state, Function<Forward, ParticipantId> party) {
    Forward found = must(act, id);
    act.require(
        party.apply(found).equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("此操作由 %s 进行").en("this is for %s to do", party.apply(found)));
    found.require(act, state);
    return found;
  }

  void require(Act act, State wanted) {
    act.require(
        state == wanted, ErrorCode.WRONG_STATE, zh("远期状态为 %s").en("the forward is %s", state));
  }

  /** Who offered it. */
  ParticipantId offeror() {
    return side == Side.SELL ? seller : buyer;
  }

  /** To whom it was offered. */
  ParticipantId counterparty() {
    return side == Side.SELL ? buyer : seller;
  }

  /** What a party sets aside: the seller its penalty, the buyer its part payment. */
  Fen pledgeOf(ParticipantId party) {
    return party.equals(seller) ? penalty : partPayment;
  }

  /** The part payment of its first tonnes, rounded down: of all tonnes it is all of it. */
  Fen partPaymentOf(Tonnes tonnes) {
    return share(partPayment, tonnes);
  }

  /** What of an amount falls on some of the tonnes, rounded down. */
  Fen share(Fen amount, Tonnes tonnes) {
    return Fen.of(
        BigInteger.valueOf(amount.value())
            .multiply(BigInteger.valueOf(tonnes.value()))
            .divide(BigInteger.valueOf(quantity.value()))
            .longValueExact());
  }

  private Fen value(Tonnes tonnes) {
    return Fen.of(Math.multiplyExact(price.value(), tonnes.value()));
  }

  /** What the buyer was charged so far. */
  FillFees chargedBuyer() {
    return new FillFees(value(delivered), buyerFee, buyerSettlementFee);
  }

  /** What the seller was charged so far. */
  FillFees chargedSeller() {
    return new FillFees(value(delivered), sellerFee, sellerSettlementFee);
  }

  Forward accepted(Instant at) {
    return with(
        copy -> {
          copy.acceptedAt = Optional.of(at);
          copy.state = State.ACCEPTED;
        });
  }

  /** The forward after some more of it was delivered. */
  Forward withDelivery(Tonnes more, FillFees buyerCharged, FillFees sellerCharged) {
    return with(
        copy -> {
          copy.delivered = delivered.plus(more);
          copy.buyerFee = buyerCharged.trading();
          copy.buyerSettlementFee = buyerCharged.settlement();
          copy.sellerFee = sellerCharged.trading();
          copy.sellerSettlementFee = sellerCharged.settlement();
        });
  }

  /** The forward after credits that were there and not paid for went back. */
  Forward withUnpaid(Tonnes more) {
    return with(copy -> copy.unpaid = unpaid.plus(more));
  }

  Forward withMissing(Tonnes notIssued) {
    return with(copy -> copy.missing = notIssued);
  }

  Forward ended(State end, InstructionId by) {
    return with(
        copy -> {
          copy.endedBy = Optional.of(by);
          copy.state = end;
        });
  }

  private Forward with(Consumer<Copy> changes) {
    Copy copy = new Copy();
    changes.accept(copy);
    return new Forward(
        copy.acceptedAt,
        asset,
        bank,
        buyer,
        copy.buyerFee,
        copy.buyerSettlementFee,
        copy.delivered,
        deliveryDay,
        copy.endedBy,
        id,
        instrument,
        copy.missing,
        offeredAt,
        partPayment,
        payUntil,
        penalty,
        price,
        project,
        quantity,
        rule,
        seller,
        copy.sellerFee,
        copy.sellerSettlementFee,
        side,
        copy.state,
        copy.unpaid,
        until,
        venue);
  }

  /** What changes in a forward's life. */
  private final class Copy {
    private Optional<Instant> acceptedAt = Forward.this.acceptedAt;
    private Fen buyerFee = Forward.this.buyerFee;
    private Fen buyerSettlementFee = Forward.this.buyerSettlementFee;
    private Tonnes delivered = Forward.this.delivered;
    private Optional<InstructionId> endedBy = Forward.this.endedBy;
    private Tonnes missing = Forward.this.missing;
    private Fen sellerFee = Forward.this.sellerFee;
    private Fen sellerSettlementFee = Forward.this.sellerSettlementFee;
    private State state = Forward.this.state;
    private Tonnes unpaid = Forward.this.unpaid;
  }

  @Override
  public Key<Forward> key() {
    return key(id);
  }
}
