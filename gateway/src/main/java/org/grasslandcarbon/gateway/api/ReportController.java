// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.monitoring.ReportQuantification.Round;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.Explanation;
import org.grasslandcarbon.gateway.preparation.PinnedProject;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the tonnes of monitoring reports were computed. */
@RestController
@RequestMapping(Paths.BASE + "/reports")
@Open("worksheets are public, as reports are (LEDGER section 4)")
final class ReportController {
  private final Reader reader;
  private final Found found;

  ReportController(Reader reader, Found found) {
    this.reader = reader;
    this.found = found;
  }

  /** The data and the worksheet: the certifier's when it corrected data, unless asked otherwise. */
  @GetMapping("/{id}/quantification")
  ObjectNode quantification(@PathVariable InstructionId id, @RequestParam Optional<Round> round) {
    return found.mustWithCorrections(worksheet(id, round));
  }

  private Key<ReportQuantification> worksheet(InstructionId report, Optional<Round> round) {
    Key<ReportQuantification> verified = ReportQuantification.key(report, Round.VERIFIED);
    return round
        .map(asked -> ReportQuantification.key(report, asked))
        .orElseGet(
            () ->
                reader.find(verified).isPresent()
                    ? verified
                    : ReportQuantification.key(report, Round.SUBMITTED));
  }

  /**
   * The worksheet with everything that is needed to follow it: each equation's formula and name,
   * and where each number comes from.
   */
  @GetMapping("/{id}/explanation")
  JsonNode explanation(@PathVariable InstructionId id, @RequestParam Optional<Round> round) {
    MonitoringReport report =
        Codec.convert(found.must(MonitoringReport.key(id)), MonitoringReport.class);
    ReportQuantification stored =
        Codec.convert(found.must(worksheet(id, round)), ReportQuantification.class);
    return PinnedProject.methodology(reader, report.methodology())
        .map(
            methodology ->
                Codec.tree(Explanation.of(methodology, stored.quantification(), stored.flags())))
        .orElseThrow(Found::nothing);
  }
}
