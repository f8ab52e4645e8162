// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Puts money that a participant has paid in at a settlement bank at its disposal on the ledger
 * (LEDGER section 6; 入金). Given by the bank, once for ever for an entry of its books.
 *
 * @param amount fen, at least one
 * @param asset the asset
 * @param participant who paid it in
 * @param reference the bank's own of the entry
 */
public record DepositCash(
    @Means(en = "Amount in fen (0.01 yuan), at least 1", zh = "金额（分，至少为 1）") @Least(1) Fen amount,
    @Means(en = "Asset: CNY, or CNY-TRAINING for practice", zh = "资金种类：CNY，练习用为 CNY-TRAINING")
        Asset asset,
    @Means(en = "Who paid it in: an OWNER, a TRADER or an EXCHANGE", zh = "入金方（项目业主、交易主体或交易机构）")
        ParticipantId participant,
    @Means(en = "The bank's own reference of the payment, once for ever", zh = "银行入账流水号，永久唯一")
        BankReference reference)
    implements Action {

  /** The action. */
  public static final ActionType<DepositCash> TYPE =
      ActionType.of(
          "depositCash",
          "入金",
          "Deposits money that a participant has paid in at the bank",
          new DepositCash(
              Fen.of(10_000_000),
              Asset.CNY,
              new ParticipantId("91110000600037341L"),
              new BankReference("20250303-000017")),
          EnumSet.of(Role.BANK),
          Visibility.ACCOUNT,
          ErrorCode.BANK_REFERENCE_USED,
          ErrorCode.PAYEE_NOT_ALLOWED,
          ErrorCode.CASH_LIMIT);

  public DepositCash {
    Check.that(!amount.isZero(), zh("金额至少为 1 分").en("amount must be at least 1 fen"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Deposit.key(actor, reference),
        Participant.key(participant),
        BankBook.key(actor, asset),
        CashAccount.key(participant, actor, asset));
  }

  @Override
  public void apply(Act act) {
    ParticipantId bank = act.actor().id();
    act.requireNone(
        act.find(Deposit.key(bank, reference))
            .map(
                first ->
                    zh("流水号 %1$s 已由指令 %2$s 入金 %4$s %3$s 分给 %5$s")
                        .en(
                            "reference %s: instruction %s deposited %s fen of %s for %s",
                            reference,
                            first.id(),
                            first.amount(),
                            first.asset(),
                            first.participant())),
        ErrorCode.BANK_REFERENCE_USED);
    Payee.require(act, participant);
    Fen total = BankBook.of(act, bank, asset).total();
    act.require(
        total.hasRoomFor(amount),
        ErrorCode.CASH_LIMIT,
        zh("该行 %2$s 现有 %1$s 分，上限为 %3$s 分")
            .en("the bank has %s fen of %s; the most is %s", total, asset, Fen.MAXIMUM));

    act.pay(
        new Money(asset, amount),
        new CashPlace.AtBank(bank),
        new CashPlace.Available(participant, bank));
    act.write(
        new Deposit(
            amount, asset, act.time(), bank, act.id(), participant, reference, Optional.empty()));
    act.refer("deposit", bank + ":" + reference);
  }
}
