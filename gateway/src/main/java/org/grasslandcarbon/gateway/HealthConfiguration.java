// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.documents.DocumentStore;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.projection.ProjectionFollower;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.reconciliation.Difference;
import org.grasslandcarbon.gateway.reconciliation.Reconciliation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the gateway can do its work. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
  /** As many as a person looks through; the rest is in the log. */
  private static final int DIFFERENCES_TOLD_MOST = 50;

  /** Whether blocks reach us and instructions are being brought to the ledger. */
  @Bean
  HealthIndicator ledgerHealthIndicator(
      ProjectionFollower follower, GroupCommitter committer, Inbox inbox) {
    return () -> {
      boolean good =
          follower.isConnected()
              && committer.isRunning()
              && committer.trouble().isEmpty()
              && !inbox.isBroken();
      Health.Builder health = good ? Health.up() : Health.down();
      committer.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
      return health
          .withDetail("connected", follower.isConnected())
          .withDetail("committing", committer.isRunning())
          .withDetail("queued", inbox.size())
          .withDetail("setAside", committer.setAside())
          .withDetail("inbox", inbox.isBroken() ? "broken" : "writing")
          .build();
    };
  }

  /** Whether the ledger is the one that it was. */
  @Bean
  HealthIndicator knownLedgerHealthIndicator(KnownLedger ledger) {
    return () -> {
      Health.Builder health = ledger.isRecognised() ? Health.up() : Health.down();
      ledger.doubt().ifPresent(doubt -> health.withDetail("doubt", doubt.detail()));
      return health.build();
    };
  }

  /**
   * Whether what is read agrees with itself and with the peer's state. Not a part of readiness: a
   * difference that is on the ledger itself is found by every gateway at once, and reads that say
   * so are better than none.
   */
  @Bean
  HealthIndicator reconciliationHealthIndicator(Reconciliation reconciliation) {
    return () -> {
      Reconciliation.Report report = reconciliation.report();
      Health.Builder health = report.differences().isEmpty() ? Health.up() : Health.down();
      report.completed().ifPresent(at -> health.withDetail("completed", at.toString()));
      report.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
      report.notCompared().ifPresent(why -> health.withDetail("notComparedWithThePeer", why));
      if (!report.differences().isEmpty()) {
        health.withDetail(
            "differences",
            report.differences().stream()
                .limit(DIFFERENCES_TOLD_MOST)
                .map(HealthConfiguration::told)
                .toList());
      }
      return health
          .withDetail("found", report.differences().size())
          .withDetail("block", report.block())
          .build();
    };
  }

  private static Map<String, Object> told(Difference difference) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("kind", difference.kind().name());
    difference.batch().ifPresent(batch -> told.put("batch", batch));
    told.put("records", difference.records());
    told.put("what", difference.what());
    told.put("zh", difference.zh());
    told.put("en", difference.en());
    return told;
  }

  /** Whether there is room for instructions; no reason to send readers elsewhere. */
  @Bean
  HealthIndicator dataDiskHealthIndicator(DataDisk disk) {
    return () ->
        (disk.hasRoom() ? Health.up() : Health.down())
            .withDetail("freeBytes", disk.freeBytes())
            .withDetail("keptFreeBytes", disk.keptFreeBytes())
            .build();
  }

  /**
   * Whether documents are what they were when they were stored, as far as they have been read; no
   * reason to send readers elsewhere, since what is damaged is not shown.
   */
  @Bean
  HealthIndicator documentsHealthIndicator(DocumentStore documents) {
    return () -> {
      List<String> damaged =
          documents.damaged().stream().sorted().limit(DIFFERENCES_TOLD_MOST).toList();
      return (damaged.isEmpty() ? Health.up() : Health.down())
          .withDetail("damaged", damaged)
          .build();
    };
  }

  /** Whether reads see what the ledger says, as far as the gateway knows. */
  @Bean
  HealthIndicator projectionHealthIndicator(ProjectionProgress progress) {
    return () -> {
      boolean good = progress.wrongLedger().isEmpty() && progress.isCurrent();
      Health.Builder health = good ? Health.up() : Health.down();
      progress
          .wrongLedger()
          .ifPresent(wrong -> health.withDetail("wrongLedger", wrong.getMessage()));
      return health
          .withDetail("heightKnown", progress.isHeightKnown())
          .withDetail("projectedBlock", progress.block())
          .withDetail("lag", progress.lag())
          .build();
    };
  }
}
