// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Who may have money on the ledger: an admitted owner or trader, and the exchange, which receives
 * fees. A suspended one receives all the same: what it has stays its own, it can do nothing with
 * it, and money that has come in at the bank would otherwise be out of the ledger's sight.
 */
public final class Payee {
  private Payee() {}

  /** Refuses a participant that may not have a cash account. */
  public static void require(Act act, ParticipantId payee) {
    Participant found = act.must(Participant.key(payee), ErrorCode.PAYEE_NOT_ALLOWED);
    act.require(
        found.mayHold() || found.has(Role.EXCHANGE),
        ErrorCode.PAYEE_NOT_ALLOWED,
        zh("%s 的角色为 %s").en("%s is %s", payee, found.roles()));
  }
}
