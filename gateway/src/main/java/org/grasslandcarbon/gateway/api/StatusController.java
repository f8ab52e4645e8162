// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.registry.Founding;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.reconciliation.Reconciliation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the registry and this gateway are. */
@RestController
@Open("counts and heights, nothing of anybody")
final class StatusController {
  private final Reader reader;
  private final ProjectionProgress progress;
  private final Inbox inbox;
  private final StatusWarnings warnings;
  private final Reconciliation reconciliation;
  private final String channel;
  private final String audience;
  private final String version;

  StatusController(
      Reader reader,
      ProjectionProgress progress,
      Inbox inbox,
      StatusWarnings warnings,
      Reconciliation reconciliation,
      @Value("${grassland.ledger.channel}") String channel,
      @Value("${grassland.audience}") String audience) {
    this.reader = reader;
    this.progress = progress;
    this.inbox = inbox;
    this.warnings = warnings;
    this.reconciliation = reconciliation;
    this.channel = channel;
    this.audience = audience;
    String built = getClass().getPackage().getImplementationVersion();
    this.version = built == null ? "unpackaged" : built;
  }

  /**
   * The registry and this gateway.
   *
   * @param channel Fabric's channel
   * @param founded whether the registry is founded
   * @param height how many blocks this gateway knows to be on the ledger
   * @param projectedBlock the last block that reads see; -1 before the first
   * @param rebuilding how much a database has that is being made again from the blocks: until it
   *     has what it had, nothing is read from it; absent as a rule
   * @param queued instructions in this gateway's inbox, not final yet
   * @param version of the gateway
   * @param audience what tokens for reading at this gateway must name as {@code aud}
   * @param reconciled when everything that is read here was last held against each other and found
   *     as {@code warnings} say; absent before the first round
   * @param warnings what an operator should look at; none as a rule
   */
  record Status(
      String channel,
      boolean founded,
      long height,
      long projectedBlock,
      Optional<ProjectionProgress.Rebuilding> rebuilding,
      int queued,
      String version,
      String audience,
      Optional<Instant> reconciled,
      List<StatusWarning> warnings) {}

  @GetMapping(Paths.BASE + "/status")
  ResponseEntity<Status> status() {
    Status status =
        new Status(
            channel,
            reader.find(Founding.KEY).filter(founding -> founding.has("foundedAt")).isPresent(),
            progress.heardOf() + 1,
            progress.block(),
            progress.rebuilding(),
            inbox.size(),
            version,
            audience,
            reconciliation.report().completed(),
            warnings.current());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(status);
  }
}
