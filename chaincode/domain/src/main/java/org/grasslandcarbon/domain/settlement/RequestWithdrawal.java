// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
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
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Asks the bank to pay money out to its owner's own bank account (LEDGER section 6; 出金). Until the
 * bank answers nobody has it at disposal. What is for practice is paid to nobody, and needs no bank
 * account.
 *
 * @param amount fen, at least one
 * @param asset the asset
 * @param bank that is to pay
 */
public record RequestWithdrawal(
    @Means(en = "Amount in fen (0.01 yuan), at least 1", zh = "金额（分，至少为 1）") @Least(1) Fen amount,
    @Means(en = "Asset: CNY, or CNY-TRAINING for practice", zh = "资金种类：CNY，练习用为 CNY-TRAINING")
        Asset asset,
    @Means(en = "The settlement BANK that is to pay", zh = "付款的结算银行") ParticipantId bank)
    implements Action {

  /** The action. */
  public static final ActionType<RequestWithdrawal> TYPE =
      ActionType.of(
          "requestWithdrawal",
          "申请出金",
          "Asks the bank to pay money out",
          new RequestWithdrawal(
              Fen.of(2_500_000), Asset.CNY, new ParticipantId("91110000600037341L")),
          EnumSet.of(Role.OWNER, Role.TRADER, Role.EXCHANGE),
          Visibility.ACCOUNT,
          ErrorCode.BANK_ACCOUNT_NOT_BOUND,
          ErrorCode.WITHDRAWALS_STOPPED,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN,
          ErrorCode.TOO_MANY_WITHDRAWALS);

  public RequestWithdrawal {
    Check.that(!amount.isZero(), zh("金额至少为 1 分").en("amount must be at least 1 fen"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(WithdrawalStops.keys(bank, asset));
    keys.add(CashAccount.key(actor, bank, asset));
    keys.add(BankBinding.key(actor, bank));
    return keys;
  }

  @Override
  public void apply(Act act) {
    ParticipantId owner = act.actor().id();
    Optional<BankBinding> binding = act.find(BankBinding.key(owner, bank));
    act.require(
        asset.isOfTraining() || binding.filter(BankBinding::isConfirmed).isPresent(),
        ErrorCode.BANK_ACCOUNT_NOT_BOUND,
        binding.isPresent()
            ? zh("%s 尚未确认所绑定的账户").en("%s has not confirmed the account", bank)
            : zh("在 %s 没有绑定账户").en("no account is bound at %s", bank));
    WithdrawalStops.requireNone(act, bank, asset);
    CashAccount account = CashAccount.of(act, owner, bank, asset);
    Funds.require(act, account, amount);
    act.require(
        account.withdrawing().size() < CashAccount.WITHDRAWALS_MOST,
        ErrorCode.TOO_MANY_WITHDRAWALS,
        zh("%s 有 %s 笔待处理").en("%s has %s that wait", owner, account.withdrawing().size()));

    Withdrawal withdrawal =
        Withdrawal.requested(act, owner, bank, new Money(asset, amount), Optional.empty());
    act.pay(withdrawal.money(), withdrawal.origin(), withdrawal.place());
    act.write(withdrawal);
    act.refer("withdrawal", act.id());
  }
}
