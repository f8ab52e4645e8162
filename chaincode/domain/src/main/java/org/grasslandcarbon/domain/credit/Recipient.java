// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.ParticipantId;

/** Who may receive credits: an admitted owner or trader in good standing, never their holder. */
public final class Recipient {
  private Recipient() {}

  /**
   * Refuses a recipient that may not receive.
   *
   * @param holder who has the credits now: a movement from a holder to itself would be a posting
   *     that moves nothing
   */
  public static void require(Act act, ParticipantId recipient, ParticipantId holder) {
    act.require(
        !recipient.equals(holder),
        ErrorCode.RECIPIENT_NOT_ALLOWED,
        zh("%s 已持有这些减排量").en("%s has these credits already", recipient));
    Participant found = act.must(Participant.key(recipient), ErrorCode.RECIPIENT_NOT_ALLOWED);
    act.require(
        !found.isSuspended(),
        ErrorCode.RECIPIENT_NOT_ALLOWED,
        zh("%s 已被暂停").en("%s is suspended", recipient));
    act.require(
        found.mayHold(),
        ErrorCode.RECIPIENT_NOT_ALLOWED,
        zh("%s 的角色为 %s；只有 OWNER 和 TRADER 可持有减排量")
            .en("%s is %s; only OWNER and TRADER hold credits", recipient, found.roles()));
  }
}
