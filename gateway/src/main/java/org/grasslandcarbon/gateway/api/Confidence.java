// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.PostedAccount;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Tables;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Who may see what an instruction moved, and why exactly it was refused. What ends in public
 * records (issuance, retirement, cancellation, everything about projects) everybody may; what moves
 * between participants' accounts, only they and who supervises them.
 */
@Component
final class Confidence {
  private final Reader reader;

  Confidence(Reader reader) {
    this.reader = reader;
  }

  boolean permits(Journal.Entry entry, Optional<Caller> caller) {
    return isPublic(entry) || caller.filter(known -> concerns(entry, known)).isPresent();
  }

  /** Details of a refusal can tell a balance, so that only those of applied ones are public. */
  private static boolean isPublic(Journal.Entry entry) {
    return entry.text("code").isEmpty()
        && entry
            .entry()
            .path("postings")
            .valueStream()
            .allMatch(posting -> posting.has("serials") && !isBetweenParticipants(posting));
  }

  private static boolean isBetweenParticipants(JsonNode posting) {
    return owner(posting, "source").isPresent() && owner(posting, "destination").isPresent();
  }

  private static Optional<String> owner(JsonNode posting, String side) {
    return PostedAccount.parse(posting.path(side).asString("")).owner();
  }

  private boolean concerns(Journal.Entry entry, Caller caller) {
    String signer = entry.text("participant").orElseThrow();
    boolean party =
        entry
            .entry()
            .path("postings")
            .valueStream()
            .anyMatch(
                posting ->
                    owner(posting, "source").equals(Optional.of(caller.id().value()))
                        || owner(posting, "destination").equals(Optional.of(caller.id().value())));
    return party
        || reader
            .find(Tables.PARTICIPANT, signer)
            .map(record -> new RegionCode(record.path("region").asString()))
            .filter(region -> caller.maySee(new ParticipantId(signer), region))
            .isPresent();
  }
}
