// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import java.time.Clock;
import java.util.UUID;
import org.grasslandcarbon.domain.registry.Rehearsal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tries instructions out over the projection, writing nothing. */
@Component
public final class Rehearsals {
  private final Reader reader;
  private final Clock clock;

  public Rehearsals(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** What an action would do if a participant had sent it now. */
  public Rehearsal rehearse(String action, JsonNode args, ParticipantId participant) {
    return Rehearsal.of(
        action,
        args,
        participant,
        new InstructionId(UUID.randomUUID().toString()),
        clock.instant(),
        new ProjectedState(reader));
  }
}
