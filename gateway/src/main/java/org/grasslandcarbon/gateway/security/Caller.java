// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import java.util.Set;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * The participant that signed a request's token.
 *
 * @param actor who it is and what it may act as
 */
public record Caller(Actor actor) {
  /** Roles that supervise all participants. */
  private static final Set<Role> SEE_EVERYTHING = Set.of(Role.AUTHORITY, Role.AUDITOR, Role.COURT);

  public ParticipantId id() {
    return actor.id();
  }

  /**
   * Whether it may see the accounts of a participant: its own, those in an office's region, and all
   * for who supervises or judges.
   */
  public boolean maySee(ParticipantId owner, RegionCode ownersRegion) {
    return id().equals(owner)
        || actor.roles().stream().anyMatch(SEE_EVERYTHING::contains)
        || actor.governs(ownersRegion);
  }
}
