// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Filter;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Tables;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Who is on the registry, with which keys. */
@RestController
@RequestMapping(Paths.BASE + "/participants")
final class ParticipantController {
  private final Reader reader;
  private final Found found;

  ParticipantController(Reader reader, Found found) {
    this.reader = reader;
    this.found = found;
  }

  @GetMapping
  ListAnswer participants(
      @RequestParam Optional<Role> role,
      @RequestParam Optional<RegionCode> region,
      @RequestParam Optional<String> q,
      @RequestParam Optional<Boolean> suspended,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Filter filter =
        Filter.all()
            .and("participant.roles LIKE ?", role, each -> "%\"" + each + "\"%")
            .within("participant.region", region)
            .containing("participant.search", q)
            .and("participant.suspended = ?", suspended, each -> each);
    return Offers.PARTICIPANTS.answer(filter, limit, cursor);
  }

  /** The record, with the accreditation of a certifier. */
  @GetMapping("/{id}")
  ObjectNode participant(@PathVariable ParticipantId id) {
    ObjectNode participant = found.must(Tables.PARTICIPANT, id.value());
    reader
        .find(Tables.ACCREDITATION, id.value())
        .ifPresent(accreditation -> participant.set("accreditation", accreditation));
    return participant;
  }

  /** Every key ever registered for it. */
  @GetMapping("/{id}/keys")
  ListAnswer keys(
      @PathVariable ParticipantId id,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    found.must(Tables.PARTICIPANT, id.value());
    return Offers.KEYS.answer(
        Filter.all().and("registered_key.participant = ?", id.value()), limit, cursor);
  }
}
