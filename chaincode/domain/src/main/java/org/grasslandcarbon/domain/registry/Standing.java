// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.participant.Participant;

/** Whether a participant may give instructions of a kind at all, whatever their arguments. */
final class Standing {
  private Standing() {}

  /**
   * Refuses a suspended participant and one without the role.
   *
   * @throws RegistryException {@code PARTICIPANT_SUSPENDED} or {@code NOT_ALLOWED}
   */
  static void require(Participant participant, ActionType<?> action) {
    RegistryException.require(
        !participant.isSuspended(),
        ErrorCode.PARTICIPANT_SUSPENDED,
        zh("主体 %s").en("participant %s", participant.id()));
    RegistryException.require(
        participant.roles().stream().anyMatch(action.roles()::contains),
        ErrorCode.NOT_ALLOWED,
        zh("角色 %2$s 不得发出 %1$s")
            .en("%s is not for the roles %s", action.name(), participant.roles()));
  }
}
