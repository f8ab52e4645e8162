// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Says that the bank does not pay a withdrawal out (LEDGER section 6). The money is where it was:
 * at its owner's disposal, or under the freeze from which a court had it paid out.
 *
 * @param reason in words
 * @param withdrawal the instruction that asked for it
 */
public record RefuseWithdrawal(
    @Means(en = "Why", zh = "理由") @Most(Withdrawal.REASON_MOST) String reason,
    @Means(en = "Id of the withdrawal", zh = "出金申请编号") InstructionId withdrawal)
    implements Action {

  /** The action. */
  public static final ActionType<RefuseWithdrawal> TYPE =
      ActionType.of(
          "refuseWithdrawal",
          "退回出金",
          "Refuses to pay a withdrawal out; the money goes back",
          new RefuseWithdrawal(
              "收款账户已销户。 The receiving account is closed.",
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.BANK),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_WITHDRAWAL,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Withdrawal.key(withdrawal));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return Withdrawal.keys(records, withdrawal);
  }

  @Override
  public void apply(Act act) {
    Withdrawal found = Withdrawal.mustWait(act, withdrawal);

    act.pay(found.money(), found.place(), found.origin());
    act.write(found.refused(act, reason));
    act.refer("withdrawal", withdrawal);
  }
}
