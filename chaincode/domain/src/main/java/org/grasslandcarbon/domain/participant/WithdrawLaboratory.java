// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Ends a laboratory's accreditation before its time (LEDGER section 4). Samplings that were
 * recorded before stand.
 *
 * @param laboratory its unified social credit code
 * @param reason in words
 */
public record WithdrawLaboratory(
    @Means(en = "Unified social credit code of the laboratory", zh = "实验室的统一社会信用代码")
        ParticipantId laboratory,
    @Means(en = "Why", zh = "理由") @Most(Participant.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<WithdrawLaboratory> TYPE =
      ActionType.of(
          "withdrawLaboratory",
          "撤销实验室资质",
          "Withdraws a laboratory's accreditation",
          new WithdrawLaboratory(
              new ParticipantId("91110000600037341L"), "能力验证不合格。 A proficiency test was failed."),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.LABORATORY_NOT_ACCREDITED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Laboratory.key(laboratory));
  }

  @Override
  public void apply(Act act) {
    Laboratory held = act.must(Laboratory.key(laboratory), ErrorCode.LABORATORY_NOT_ACCREDITED);
    act.require(
        held.withdrawal().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("%s 没有有效的资质").en("%s has none in force", laboratory));

    act.write(
        new Laboratory(
            held.accreditedAt(),
            held.analyses(),
            held.document(),
            laboratory,
            held.name(),
            held.validFrom(),
            held.validTo(),
            Optional.of(new Laboratory.Withdrawal(act.time(), reason))));
    act.refer("laboratory", laboratory);
  }
}
