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
 * Ends a certifier's accreditation before its time (LEDGER section 1). What it validated and
 * verified before stands.
 *
 * @param certifier the validation and verification body
 * @param reason in words
 */
public record WithdrawAccreditation(
    @Means(en = "Validation and verification body", zh = "审定与核查机构") ParticipantId certifier,
    @Means(en = "Why", zh = "理由") @Most(Participant.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<WithdrawAccreditation> TYPE =
      ActionType.of(
          "withdrawAccreditation",
          "撤销审定与核查机构资质",
          "Withdraws a certifier's accreditation",
          new WithdrawAccreditation(
              new ParticipantId("91110000600037341L"), "风险基金不足。 The risk fund is insufficient."),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.NOT_A_CERTIFIER,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Accreditation.key(certifier));
  }

  @Override
  public void apply(Act act) {
    Accreditation held = act.must(Accreditation.key(certifier), ErrorCode.NOT_A_CERTIFIER);
    act.require(
        held.withdrawal().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("%s 没有有效的资质").en("%s has none in force", certifier));

    act.write(
        new Accreditation(
            held.accreditedAt(),
            certifier,
            held.document(),
            held.methodologies(),
            held.validFrom(),
            held.validTo(),
            Optional.of(new Accreditation.Withdrawal(act.time(), reason))));
    act.refer("accreditation", certifier);
  }
}
