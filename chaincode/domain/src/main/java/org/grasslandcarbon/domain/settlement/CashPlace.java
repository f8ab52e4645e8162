// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
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
}
