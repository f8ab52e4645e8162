// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;

/** Where participants are registered; looked up once each. For one answer. */
final class Regions {
  private final Reader reader;
  private final Map<ParticipantId, Optional<RegionCode>> known = new HashMap<>();

  Regions(Reader reader) {
    this.reader = reader;
  }

  /** The region of a participant; nothing of one that is not there. */
  Optional<RegionCode> of(ParticipantId id) {
    return known.computeIfAbsent(
        id,
        each ->
            reader
                .find(Participant.key(each))
                .map(found -> new RegionCode(found.path("region").asString())));
  }
}
