// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

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
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Gives frozen money, or some of it, back to its owner's disposal (LEDGER section 6). Given by the
 * court that froze, or by the authority on a legal document.
 *
 * @param amount fen; absent for all that is still frozen
 * @param document the legal document
 * @param freeze the instruction that froze
 * @param reason in words
 */
public record ReleaseCash(
    @Means(
            en = "Amount to release in fen; absent: all that is still frozen",
            zh = "解冻金额（分）；不填则全部解冻")
        @Least(1)
        Optional<Fen> amount,
    @Means(en = "SHA-256 of the legal document", zh = "法律文书的 SHA-256 摘要") Sha256 document,
    @Means(en = "Id of the freeze", zh = "冻结编号") InstructionId freeze,
    @Means(en = "Why", zh = "理由") @Most(CashFreeze.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<ReleaseCash> TYPE =
      ActionType.of(
          "releaseCash",
          "解除资金冻结",
          "Releases frozen money to its owner",
          new ReleaseCash(
              Optional.empty(),
              Sha256.of("ruling"),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              "案件已结。 The case is closed."),
          EnumSet.of(Role.COURT, Role.AUTHORITY),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_FREEZE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.INSUFFICIENT_CASH);

  public ReleaseCash {
    amount.ifPresent(
        each -> Check.that(!each.isZero(), zh("金额至少为 1 分").en("amount must be at least 1 fen")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(CashFreeze.key(freeze));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return FrozenCash.keys(records, freeze);
  }

  @Override
  public void apply(Act act) {
    CashFreeze found = FrozenCash.mustEnd(act, freeze);
    boolean endsWaiting = amount.isEmpty() && isAwaiting(act, found);
    if (endsWaiting) {
      act.write(account(act, found).awaiting(Optional.empty()));
    }
    if (!endsWaiting || !account(act, found).frozenUnder(freeze).isZero()) {
      FrozenCash frozen = FrozenCash.require(act, freeze, amount);
      act.pay(
          frozen.taken(), frozen.place(), new CashPlace.Available(found.holder(), found.bank()));
    }
    act.refer("cashFreeze", freeze);
  }

  private static CashAccount account(Act act, CashFreeze of) {
    return CashAccount.of(act, of.holder(), of.bank(), of.asset());
  }

  /** Who releases all releases what was still to come as well. */
  private boolean isAwaiting(Act act, CashFreeze of) {
    return account(act, of).awaited().filter(each -> each.freeze().equals(freeze)).isPresent();
  }
}
