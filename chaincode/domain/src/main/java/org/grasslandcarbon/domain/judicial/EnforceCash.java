// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
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
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.settlement.Payee;
import org.grasslandcarbon.domain.settlement.Withdrawal;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Moves frozen money to a recipient's account at the same bank by an effective legal document, or
 * has the bank pay it out as the document says, to a creditor who is no participant (LEDGER section
 * 6; 司法扣划). Money is frozen first, so that what is enforced is what was preserved.
 *
 * @param amount fen; absent for all that is still frozen
 * @param document the legal document
 * @param freeze the instruction that froze
 * @param reason in words
 * @param recipient who receives it on the ledger; absent when the bank pays it out
 */
public record EnforceCash(
    @Means(en = "Amount to move in fen; absent: all that is still frozen", zh = "扣划金额（分）；不填则全部扣划")
        @Least(1)
        Optional<Fen> amount,
    @Means(en = "SHA-256 of the legal document", zh = "法律文书的 SHA-256 摘要") Sha256 document,
    @Means(en = "Id of the freeze", zh = "冻结编号") InstructionId freeze,
    @Means(en = "Why", zh = "理由") @Most(CashFreeze.REASON_MOST) String reason,
    @Means(
            en = "Receiving OWNER, TRADER or EXCHANGE; absent: the bank pays as the document says",
            zh = "接收方（项目业主、交易主体或交易机构）；不填则由银行按法律文书付款")
        Optional<ParticipantId> recipient)
    implements Action {

  /** The action. */
  public static final ActionType<EnforceCash> TYPE =
      ActionType.of(
          "enforceCash",
          "司法扣划资金",
          "Moves frozen money to a recipient by a legal document",
          new EnforceCash(
              Optional.of(Fen.of(500_000)),
              Sha256.of("judgment"),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              "执行生效判决。 Enforcement of an effective judgment.",
              Optional.of(new ParticipantId("91110000600037341L"))),
          EnumSet.of(Role.COURT, Role.AUTHORITY),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_FREEZE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.PAYEE_NOT_ALLOWED,
          ErrorCode.TOO_MANY_WITHDRAWALS);

  public EnforceCash {
    amount.ifPresent(
        each -> Check.that(!each.isZero(), zh("金额至少为 1 分").en("amount must be at least 1 fen")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(CashFreeze.key(freeze));
    recipient.ifPresent(each -> named.add(Participant.key(each)));
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>(FrozenCash.keys(records, freeze));
    for (CashFreeze found : records.find(CashFreeze.key(freeze)).stream().toList()) {
      recipient.ifPresent(
          each -> following.add(CashAccount.key(each, found.bank(), found.asset())));
    }
    return following;
  }

  @Override
  public void apply(Act act) {
    FrozenCash frozen = FrozenCash.require(act, freeze, amount);
    if (recipient.isPresent()) {
      move(act, frozen, recipient.get());
    } else {
      payOut(act, frozen);
    }
    act.refer("cashFreeze", freeze);
  }

  private static void move(Act act, FrozenCash frozen, ParticipantId payee) {
    act.require(
        !payee.equals(frozen.freeze().holder()),
        ErrorCode.PAYEE_NOT_ALLOWED,
        zh("%s 已拥有这笔资金").en("%s has this money already", payee));
    Payee.require(act, payee);

    act.pay(frozen.taken(), frozen.place(), new CashPlace.Available(payee, frozen.freeze().bank()));
  }

  /** The bank pays and says so, or does not and the money is frozen as before. */
  private void payOut(Act act, FrozenCash frozen) {
    ParticipantId owner = frozen.freeze().holder();
    CashAccount account = act.find(frozen.freeze().account()).orElseThrow();
    act.require(
        account.withdrawing().size() < CashAccount.WITHDRAWALS_WITH_ENFORCED_MOST,
        ErrorCode.TOO_MANY_WITHDRAWALS,
        zh("%s 有 %s 笔待处理").en("%s has %s that wait", owner, account.withdrawing().size()));
    Withdrawal withdrawal =
        Withdrawal.requested(
            act, owner, frozen.freeze().bank(), frozen.taken(), Optional.of(freeze));

    act.pay(withdrawal.money(), withdrawal.origin(), withdrawal.place());
    act.write(withdrawal);
    act.refer("withdrawal", act.id());
  }
}
