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
 * Ends a suspension (LEDGER section 1). What the authority has suspended only the authority
 * reinstates.
 *
 * @param participant who is reinstated
 * @param reason in words; kept in the signed instruction
 */
public record ReinstateParticipant(
    @Means(en = "Who is reinstated", zh = "恢复的主体") ParticipantId participant,
    @Means(en = "Why", zh = "理由") @Most(Participant.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<ReinstateParticipant> TYPE =
      ActionType.of(
          "reinstateParticipant",
          "恢复主体",
          "Reinstates a suspended participant",
          new ReinstateParticipant(
              new ParticipantId("91110000600037341L"), "已改正。 The matter has been corrected."),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Participant.key(participant));
  }

  @Override
  public void apply(Act act) {
    Participant found = act.must(Participant.key(participant), ErrorCode.UNKNOWN_PARTICIPANT);
    boolean authoritys = found.suspension().filter(Participant.Suspension::byAuthority).isPresent();
    act.require(
        found.isGovernedBy(act.actor()) && (act.actor().is(Role.AUTHORITY) || !authoritys),
        ErrorCode.NOT_ALLOWED,
        zh("%s 须由其他主管部门恢复").en("%s is for another to reinstate", participant));
    act.require(
        found.isSuspended(),
        ErrorCode.WRONG_STATE,
        zh("%s 未被暂停").en("%s is not suspended", participant));

    act.write(found.withSuspension(Optional.empty()));
    act.refer("participant", participant);
  }
}
