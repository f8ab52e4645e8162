// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * The participant that signed a request's token.
 *
 * @param actor who it is and what it may act as
 */
public record Caller(Actor actor) {
  public ParticipantId id() {
    return actor.id();
  }
}
