// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import org.grasslandcarbon.gateway.commit.GroupCommitter;
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
    return () ->
        (follower.isConnected() && committer.isRunning() ? Health.up() : Health.down())
            .withDetail("connected", follower.isConnected())
            .withDetail("committing", committer.isRunning())
            .withDetail("queued", inbox.size())
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
