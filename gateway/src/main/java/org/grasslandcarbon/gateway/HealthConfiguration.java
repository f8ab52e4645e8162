// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.projection.ProjectionFollower;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the gateway can do its work. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
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

  /** Whether there is room for instructions; no reason to send readers elsewhere. */
  @Bean
  HealthIndicator dataDiskHealthIndicator(DataDisk disk) {
    return () ->
        (disk.hasRoom() ? Health.up() : Health.down())
            .withDetail("freeBytes", disk.freeBytes())
            .withDetail("keptFreeBytes", disk.keptFreeBytes())
            .build();
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
