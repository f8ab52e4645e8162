// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.Reader;

/** What participants may act as, by what is projected now. */
public final class Callers {
  private final Reader reader;

  Callers(Reader reader) {
    this.reader = reader;
  }

  /** A participant as one who asks; nobody where it is not known. */
  public Optional<Caller> find(ParticipantId id) {
    return reader
        .find(Participant.key(id))
        .map(
            participant ->
                new Caller(
                    new Actor(
                        id,
                        new RegionCode(participant.path("region").asString()),
                        // Who is suspended sees its own, and supervises nobody.
                        participant.has("suspension")
                            ? Set.of()
                            : Set.of(Codec.convert(participant.path("roles"), Role[].class)))));
  }
}
