// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Takes a deposit back that was made in error (LEDGER section 6; 冲正): all of it, or the part by
 * which it was too much. What the participant does not have at its disposal any more stays where it
 * is; between the two of them it is a debt. Once for a deposit.
 *
 * @param amount fen, at least one; absent for all of it
 * @param reason in words
 * @param reference the bank's own of the deposit
 */
public record ReverseDeposit(
    @Means(
            en = "Amount in fen to take back, at least 1; absent: the whole deposit",
            zh = "冲正金额（分，至少为 1）；不填则全额冲正")
        @Least(1)
        Optional<Fen> amount,
    @Means(en = "Why", zh = "理由") @Most(Deposit.REASON_MOST) String reason,
    @Means(en = "The bank's own reference of the deposit", zh = "该笔入金的银行流水号")
        BankReference reference)
    implements Action {

  /** The action. */
  public static final ActionType<ReverseDeposit> TYPE =
      ActionType.of(
          "reverseDeposit",
          "冲正入金",
          "Takes a deposit back that was made in error",
          new ReverseDeposit(
              Optional.of(Fen.of(9_000_000)),
              "金额多录一位。 One digit too many.",
              new BankReference("20250303-000017")),
          EnumSet.of(Role.BANK),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_DEPOSIT,
          ErrorCode.WRONG_STATE,
          ErrorCode.EXCEEDS_DEPOSIT,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  public ReverseDeposit {
    amount.ifPresent(
        each -> Check.that(!each.isZero(), zh("金额至少为 1 分").en("amount must be at least 1 fen")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Deposit.key(actor, reference));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Deposit.key(actor, reference))
        .<List<Key<?>>>map(
            deposit ->
                List.of(
                    BankBook.key(actor, deposit.asset()),
                    CashAccount.key(deposit.participant(), actor, deposit.asset())))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    ParticipantId bank = act.actor().id();
    Deposit deposit = act.must(Deposit.key(bank, reference), ErrorCode.UNKNOWN_DEPOSIT);
    act.requireNone(
        deposit
            .reversal()
            .map(
                first ->
                    zh("指令 %s 已冲正该笔入金中的 %s 分")
                        .en("instruction %s took %s fen of it back", first.id(), first.amount())),
        ErrorCode.WRONG_STATE);
    Fen taken = amount.orElse(deposit.amount());
    act.require(
        deposit.amount().isAtLeast(taken),
        ErrorCode.EXCEEDS_DEPOSIT,
        zh("该笔入金为 %s 分").en("the deposit was %s fen", deposit.amount()));
    Funds.require(act, CashAccount.of(act, deposit.participant(), bank, deposit.asset()), taken);

    act.pay(
        new Money(deposit.asset(), taken),
        new CashPlace.Available(deposit.participant(), bank),
        new CashPlace.AtBank(bank));
    act.write(deposit.reversed(new Deposit.Reversal(taken, act.time(), act.id(), reason)));
    act.refer("deposit", bank + ":" + reference);
  }
}
