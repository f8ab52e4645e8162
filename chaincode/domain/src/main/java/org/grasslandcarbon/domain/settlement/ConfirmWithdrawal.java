// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Says that the bank has paid a withdrawal out, under which entry of its own books (LEDGER section
 * 6). The money leaves the ledger.
 *
 * @param reference the bank's own of the payment
 * @param withdrawal the instruction that asked for it
 */
public record ConfirmWithdrawal(
    @Means(en = "The bank's own reference of the payment, once for ever", zh = "银行付款流水号，永久唯一")
        BankReference reference,
    @Means(en = "Id of the withdrawal", zh = "出金申请编号") InstructionId withdrawal)
    implements Action {

  /** The action. */
  public static final ActionType<ConfirmWithdrawal> TYPE =
      ActionType.of(
          "confirmWithdrawal",
          "确认出金",
          "Confirms that the bank has paid a withdrawal out",
          new ConfirmWithdrawal(
              new BankReference("20250304-P00042"),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.BANK),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_WITHDRAWAL,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.BANK_REFERENCE_USED);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Withdrawal.key(withdrawal), Payment.key(actor, reference));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return Withdrawal.keys(records, withdrawal);
  }

  @Override
  public void apply(Act act) {
    Withdrawal found = Withdrawal.mustWait(act, withdrawal);
    act.requireNone(
        act.find(Payment.key(found.bank(), reference))
            .map(
                first ->
                    zh("流水号 %s 已用于出金 %s")
                        .en("reference %s paid withdrawal %s", reference, first.withdrawal())),
        ErrorCode.BANK_REFERENCE_USED);

    act.pay(found.money(), found.place(), new CashPlace.AtBank(found.bank()));
    act.write(found.paid(act, reference));
    act.write(new Payment(found.bank(), reference, withdrawal));
    act.refer("withdrawal", withdrawal);
  }
}
