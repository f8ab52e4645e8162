// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.value.Fen;

/**
 * Whether an account has the money that an instruction asks for. Two checks, because an owner whose
 * money is frozen must do something else than one who never had it.
 */
public final class Funds {
  private Funds() {}

  /** Refuses when too little is at the owner's free disposal. */
  public static void require(Act act, CashAccount account, Fen amount) {
    Fen owned = account.available().plus(account.frozenAmount());
    act.require(
        owned.isAtLeast(amount),
        ErrorCode.INSUFFICIENT_CASH,
        zh("需要 %1$s 分；%2$s 在 %4$s 有 %3$s 分")
            .en(
                "%s fen are asked for; %s has %s fen at %s",
                amount, account.owner(), owned, account.bank()));
    act.require(
        account.available().isAtLeast(amount),
        ErrorCode.CASH_FROZEN,
        zh("需要 %s 分；%s 可用 %s 分，已冻结 %s 分")
            .en(
                "%s fen are asked for; %s has %s fen at its disposal and %s fen frozen",
                amount, account.owner(), account.available(), account.frozenAmount()));
  }
}
