// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import java.util.HashMap;
import java.util.Map;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.Reader;

/** What participants are called, for one document: each is looked up once. */
final class Names {
  private final Reader reader;
  private final Map<String, String> known = new HashMap<>();

  Names(Reader reader) {
    this.reader = reader;
  }

  /** Both names of a participant and its code; of one who is not known only the code. */
  String of(String participant) {
    return known.computeIfAbsent(participant, this::find);
  }

  private String find(String participant) {
    return reader
        .find(Participant.key(new ParticipantId(participant)))
        .map(
            found ->
                found.at("/name/zh").asString("")
                    + " / "
                    + found.at("/name/en").asString("")
                    + " ("
                    + participant
                    + ")")
        .orElse(participant);
  }
}
