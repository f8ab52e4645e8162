// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Where money can be that is somebody's at a settlement bank, each with the record that says so.
 */
public sealed interface CashPlace extends Place<Money> {

  /**
   * At its owner's free disposal.
   *
   * @param owner whose
   * @param bank on which it is a claim
   */
  record Available(ParticipantId owner, ParticipantId bank) implements CashPlace {
    @Override
    public Account account() {
      return Account.cash(owner, bank);
    }

    @Override
    public void release(Act act, Money leaving) {
      CashAccount account = CashAccount.of(act, owner, bank, leaving.asset());
      act.write(account.withAvailable(account.available().minus(leaving.amount())));
    }

    @Override
    public void receive(Act act, Money arriving) {
      CashAccount account = CashAccount.of(act, owner, bank, arriving.asset());
      act.write(account.withAvailable(account.available().plus(arriving.amount())));
    }
  }

  /**
   * An owner's, under a freeze.
   *
   * @param owner whose
   * @param bank on which it is a claim
   * @param freeze the freeze
   */
  record FrozenOf(ParticipantId owner, ParticipantId bank, InstructionId freeze)
      implements CashPlace {
    @Override
    public Account account() {
      return Account.frozen(owner, freeze);
    }

    @Override
    public void release(Act act, Money leaving) {
      CashAccount account = CashAccount.of(act, owner, bank, leaving.asset());
      act.write(account.withFrozen(freeze, account.frozenUnder(freeze).minus(leaving.amount())));
    }

    @Override
    public void receive(Act act, Money arriving) {
      CashAccount account = CashAccount.of(act, owner, bank, arriving.asset());
      act.write(account.withFrozen(freeze, account.frozenUnder(freeze).plus(arriving.amount())));
    }
  }

  /**
   * An owner's, on its way out until the bank says what became of it.
   *
   * @param owner whose
   * @param bank that is to pay it
   * @param withdrawal the instruction that asked for it
   */
  record OnItsWay(ParticipantId owner, ParticipantId bank, InstructionId withdrawal)
      implements CashPlace {
    @Override
    public Account account() {
      return Account.withdrawing(owner, withdrawal);
    }

    @Override
    public void release(Act act, Money leaving) {
      CashAccount account = CashAccount.of(act, owner, bank, leaving.asset());
      Fen rest = account.withdrawingBy(withdrawal).minus(leaving.amount());
      act.write(account.withWithdrawing(withdrawal, rest));
    }

    @Override
    public void receive(Act act, Money arriving) {
      CashAccount account = CashAccount.of(act, owner, bank, arriving.asset());
      Fen more = account.withdrawingBy(withdrawal).plus(arriving.amount());
      act.write(account.withWithdrawing(withdrawal, more));
    }
  }

  /**
   * Outside of the ledger, at a settlement bank, whose book says how much of its money is on the
   * ledger.
   *
   * @param bank the bank
   */
  record AtBank(ParticipantId bank) implements CashPlace {
    @Override
    public Account account() {
      return Account.bank(bank);
    }

    @Override
    public void release(Act act, Money leaving) {
      BankBook book = BankBook.of(act, bank, leaving.asset());
      act.write(book.withTotal(act.today(), book.total().plus(leaving.amount())));
    }

    @Override
    public void receive(Act act, Money arriving) {
      BankBook book = BankBook.of(act, bank, arriving.asset());
      act.write(book.withTotal(act.today(), book.total().minus(arriving.amount())));
    }
  }
}
