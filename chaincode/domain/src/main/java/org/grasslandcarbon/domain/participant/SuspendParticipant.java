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
 * Stops a participant from giving instructions and from receiving credits (LEDGER section 1; CCER
 * registration rules on restricted use). What it has stays its own.
 *
 * @param participant who is suspended
 * @param reason in words
 */
public record SuspendParticipant(
    @Means(en = "Who is suspended", zh = "被暂停的主体") ParticipantId participant,
    @Means(en = "Why", zh = "理由") @Most(Participant.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<SuspendParticipant> TYPE =
      ActionType.of(
          "suspendParticipant",
          "暂停主体",
          "Suspends a participant",
          new SuspendParticipant(
              new ParticipantId("91110000600037341L"),
              "证照信息变更未报告。 A change of its licence was not reported."),
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
    act.require(
        !act.actor().id().equals(participant),
        ErrorCode.NOT_ALLOWED,
        zh("任何主体不得暂停自身，否则无法恢复").en("nobody suspends itself: it could not be undone"));
    act.require(
        found.isGovernedBy(act.actor()),
        ErrorCode.NOT_ALLOWED,
        zh("%s 须由其他主管部门暂停").en("%s is for another to suspend", participant));
    act.require(
        !found.isSuspended(),
        ErrorCode.WRONG_STATE,
        zh("%s 已被暂停").en("%s is suspended", participant));

    act.write(
        found.withSuspension(
            Optional.of(
                new Participant.Suspension(
                    act.time(), act.actor().id(), act.actor().is(Role.AUTHORITY), reason))));
    act.refer("participant", participant);
  }
}
