// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * Where credits can be, each with the record that says so. Credits leave some of these places for
 * good and never come back to others; such a step is a defect and fails.
 */
public sealed interface CreditPlace extends Place<Credits> {

  /**
   * At a holder's free disposal.
   *
   * @param holder who
   */
  record HeldBy(ParticipantId holder) implements CreditPlace {
    @Override
    public Account account() {
      return Account.held(holder);
    }

    @Override
    public void release(Act act, Credits leaving) {
      Holding holding = Holding.of(act, leaving.batch(), holder);
      act.write(holding.withHeld(holding.held().minus(leaving.serials())));
    }

    @Override
    public void receive(Act act, Credits arriving) {
      act.write(Holding.of(act, arriving.batch(), holder).plusHeld(arriving.serials()));
    }
  }

  /**
   * A holder's, under a freeze.
   *
   * @param holder whose
   * @param freeze the freeze
   */
  record FrozenOf(ParticipantId holder, InstructionId freeze) implements CreditPlace {
    @Override
    public Account account() {
      return Account.frozen(holder, freeze);
    }

    @Override
    public void release(Act act, Credits leaving) {
      Holding holding = Holding.of(act, leaving.batch(), holder);
      SerialRanges rest = holding.frozenUnder(freeze).minus(leaving.serials());
      act.write(holding.withFrozen(freeze, rest));
    }

    @Override
    public void receive(Act act, Credits arriving) {
      Holding holding = Holding.of(act, arriving.batch(), holder);
      SerialRanges more = holding.frozenUnder(freeze).plus(arriving.serials());
      act.write(holding.withFrozen(freeze, more));
    }
  }

  /** In the buffer of the batch, not on hold. */
  record InBuffer() implements CreditPlace {
    @Override
    public Account account() {
      return Account.BUFFER;
    }

    @Override
    public void release(Act act, Credits leaving) {
      BufferHolding buffer = BufferHolding.of(act, leaving.batch());
      act.write(new BufferHolding(leaving.batch(), buffer.buffered().minus(leaving.serials())));
    }

    @Override
    public void receive(Act act, Credits arriving) {
      BufferHolding buffer = BufferHolding.of(act, arriving.batch());
      act.write(new BufferHolding(arriving.batch(), buffer.buffered().plus(arriving.serials())));
    }
  }

  /**
   * With the first holder of a new batch, or in its buffer when there is none. Nobody can have had
   * any of it, so that nothing is read: a new batch's name is known too late to be read in time.
   *
   * @param holder who; absent for the buffer
   */
  record First(Optional<ParticipantId> holder) implements CreditPlace {
    @Override
    public Account account() {
      return holder.map(Account::held).orElse(Account.BUFFER);
    }

    @Override
    public void release(Act act, Credits leaving) {
      throw new IllegalStateException("a new batch has given nothing away");
    }

    @Override
    public void receive(Act act, Credits arriving) {
      act.write(
          holder.isPresent()
              ? Holding.none(arriving.batch(), holder.get()).withHeld(arriving.serials())
              : new BufferHolding(arriving.batch(), arriving.serials()));
    }
  }

  /**
   * Sold forward, and set aside until the buyer pays. Credits come here with the issuance of their
   * batch and in no other way, so that nothing is read, as with those of a {@link First} holder.
   *
   * @param seller whose they are
   * @param buyer for whom
   * @param forward the contract
   */
  record SoldForward(ParticipantId seller, ParticipantId buyer, InstructionId forward)
      implements CreditPlace {
    @Override
    public Account account() {
      return Account.escrow(seller, forward);
    }

    @Override
    public void release(Act act, Credits leaving) {
      act.write(
          act.must(ForwardCredits.key(leaving.batch(), forward), ErrorCode.INTERNAL)
              .without(leaving.serials()));
    }

    @Override
    public void receive(Act act, Credits arriving) {
      act.write(new ForwardCredits(arriving.batch(), buyer, forward, seller, arriving.serials()));
    }
  }

  /** Not issued yet: where the credits of a new batch come from. The batch says how many. */
  record Unissued() implements CreditPlace {
    @Override
    public Account account() {
      return Account.ISSUANCE;
    }

    @Override
    public void release(Act act, Credits leaving) {
      // The batch that the issuing instruction writes says that they exist.
    }

    @Override
    public void receive(Act act, Credits arriving) {
      throw new IllegalStateException("credits are not unissued");
    }
  }

  /**
   * Used up.
   *
   * @param retirement by which instruction
   * @param told the record of it
   */
  record Used(InstructionId retirement, Function<Credits, Retirement> told) implements CreditPlace {
    @Override
    public Account account() {
      return Account.retired(retirement);
    }

    @Override
    public void release(Act act, Credits leaving) {
      throw new IllegalStateException("a retirement is for good");
    }

    @Override
    public void receive(Act act, Credits arriving) {
      Retirement told = this.told.apply(arriving);
      Check.that(
          told.id().equals(retirement),
          zh("注销记录须属于其自身的指令").en("a retirement is of its own instruction"));
      act.write(told);
    }
  }

  /**
   * Out of existence. An instruction that cancels of a batch in several movements has one record of
   * it.
   *
   * @param cancellation by which instruction
   * @param told the record of it
   */
  record Cancelled(InstructionId cancellation, Function<Credits, Cancellation> told)
      implements CreditPlace {
    @Override
    public Account account() {
      return Account.cancelled(cancellation);
    }

    @Override
    public void release(Act act, Credits leaving) {
      throw new IllegalStateException("a cancellation is for good");
    }

    @Override
    public void receive(Act act, Credits arriving) {
      SerialRanges before =
          act.written(Cancellation.key(cancellation, arriving.batch()))
              .map(Cancellation::serials)
              .orElse(SerialRanges.NONE);
      act.write(told.apply(new Credits(arriving.batch(), before.plus(arriving.serials()))));
    }
  }
}
