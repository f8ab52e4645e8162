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
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Moves frozen money to a recipient's account at the same bank by an effective legal document
 * (LEDGER section 6; 司法扣划). Money is frozen first, so that what is enforced is what was preserved.
 *
 * @param amount fen; absent for all that is still frozen
 * @param document the legal document
 * @param freeze the instruction that froze
 * @param reason in words
 * @param recipient who receives it
 */
public record EnforceCash(
    @Means(en = "Amount to move in fen; absent: all that is still frozen", zh = "扣划金额（分）；不填则全部扣划")
        @Least(1)
        Optional<Fen> amount,
    @Means(en = "SHA-256 of the legal document", zh = "法律文书的 SHA-256 摘要") Sha256 document,
    @Means(en = "Id of the freeze", zh = "冻结编号") InstructionId freeze,
    @Means(en = "Why", zh = "理由") @Most(CashFreeze.REASON_MOST) String reason,
    @Means(en = "Receiving OWNER, TRADER or EXCHANGE", zh = "接收方（项目业主、交易主体或交易机构）")
        ParticipantId recipient)
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
              new ParticipantId("91110000600037341L")),
          EnumSet.of(Role.COURT, Role.AUTHORITY),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_FREEZE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.PAYEE_NOT_ALLOWED);

  public EnforceCash {
    amount.ifPresent(
        each -> Check.that(!each.isZero(), zh("金额至少为 1 分").en("amount must be at least 1 fen")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(CashFreeze.key(freeze), Participant.key(recipient));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>(FrozenCash.keys(records, freeze));
    records
        .find(CashFreeze.key(freeze))
        .ifPresent(found -> following.add(CashAccount.key(recipient, found.bank(), found.asset())));
    return following;
  }

  @Override
  public void apply(Act act) {
    FrozenCash frozen = FrozenCash.require(act, freeze, amount);
    act.require(
        !recipient.equals(frozen.freeze().holder()),
        ErrorCode.PAYEE_NOT_ALLOWED,
        zh("%s 已拥有这笔资金").en("%s has this money already", recipient));
    Payee.require(act, recipient);

    act.pay(
        frozen.taken(), frozen.place(), new CashPlace.Available(recipient, frozen.freeze().bank()));
    act.refer("cashFreeze", freeze);
  }
}
