// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What an instruction takes from under a freeze.
 *
 * @param freeze the freeze
 * @param taken how much
 */
record FrozenCash(CashFreeze freeze, Money taken) {
  /** Where it is. */
  CashPlace place() {
    return new CashPlace.FrozenOf(freeze.holder(), freeze.bank(), freeze.id());
  }

  /** The keys that a freeze names. */
  static List<Key<?>> keys(Records records, InstructionId id) {
    return records
        .find(CashFreeze.key(id))
        .<List<Key<?>>>map(found -> List.of(found.account()))
        .orElse(List.of());
  }

  /** A freeze that the acting participant may end. */
  static CashFreeze mustEnd(Act act, InstructionId id) {
    CashFreeze freeze = act.must(CashFreeze.key(id), ErrorCode.UNKNOWN_FREEZE);
    act.require(
        freeze.mayBeEndedBy(act.actor()),
        ErrorCode.NOT_ALLOWED,
        zh("该冻结由 %s 作出").en("%s froze this", freeze.by()));
    return freeze;
  }

  /**
   * Takes from under a freeze, once it is known that there is one, that the actor may end it, that
   * it is not over, and that so much is still under it.
   *
   * @param amount absent for all
   */
  static FrozenCash require(Act act, InstructionId id, Optional<Fen> amount) {
    CashFreeze freeze = mustEnd(act, id);
    Fen frozen =
        CashAccount.of(act, freeze.holder(), freeze.bank(), freeze.asset()).frozenUnder(id);
    act.require(!frozen.isZero(), ErrorCode.WRONG_STATE, zh("该冻结已终止").en("the freeze is over"));
    Fen wanted = amount.orElse(frozen);
    act.require(
        frozen.isAtLeast(wanted),
        ErrorCode.INSUFFICIENT_CASH,
        zh("需要 %s 分，仍在冻结中的为 %s 分")
            .en("%s fen are asked for, %s fen are still under the freeze", wanted, frozen));
    return new FrozenCash(freeze, new Money(freeze.asset(), wanted));
  }
}
