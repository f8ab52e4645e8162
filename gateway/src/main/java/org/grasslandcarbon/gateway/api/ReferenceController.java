// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Filter;
import org.grasslandcarbon.gateway.projection.Tables;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What everybody refers to: regions, methodologies, calendars, trust anchors, corrections. */
@RestController
@RequestMapping(Paths.BASE)
final class ReferenceController {
  private final Found found;

  ReferenceController(Found found) {
    this.found = found;
  }

  @GetMapping("/regions")
  ListAnswer regions(
      @RequestParam Optional<String> q,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.REGIONS.answer(Filter.all().containing("region.search", q), limit, cursor);
  }

  @GetMapping("/methodologies")
  ListAnswer methodologies(
      @RequestParam Optional<Boolean> training,
      @RequestParam Optional<String> q,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.METHODOLOGIES.answer(
        Filter.all()
            .and("methodology.training = ?", training, each -> each)
            .containing("methodology.search", q),
        limit,
        cursor);
  }

  @GetMapping("/methodologies/{id}/{version}")
  ObjectNode methodology(@PathVariable String id, @PathVariable String version) {
    return found.must(
        Tables.METHODOLOGY, Tables.id(Methodology.key(new MethodologyRef(id, version))));
  }

  @GetMapping("/calendars")
  ListAnswer calendars(
      @RequestParam Optional<Integer> limit, @RequestParam Optional<String> cursor) {
    return Offers.CALENDARS.answer(Filter.all(), limit, cursor);
  }

  @GetMapping("/calendars/{year}")
  ObjectNode calendar(@PathVariable int year) {
    return found.must(Tables.CALENDAR, Keys.padded(year, 4));
  }

  @GetMapping("/trust-anchors")
  ListAnswer trustAnchors(
      @RequestParam Optional<Boolean> withdrawn,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.TRUST_ANCHORS.answer(
        Filter.all().and("trust_anchor.withdrawn = ?", withdrawn, each -> each), limit, cursor);
  }

  /** What the authority has stated about wrong records; {@code record} is a record's id. */
  @GetMapping("/corrections")
  ListAnswer corrections(
      @RequestParam Optional<String> record,
      @RequestParam Optional<String> type,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.CORRECTIONS.answer(
        Filter.all()
            .and("correction.record = ?", record, each -> each)
            .and("correction.record_type = ?", type, each -> each),
        limit,
        cursor);
  }
}
