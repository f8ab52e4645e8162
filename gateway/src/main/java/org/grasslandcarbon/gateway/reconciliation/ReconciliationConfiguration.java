// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.NoDigestsException;
import org.grasslandcarbon.gateway.projection.Books;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reconciliation's parts, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {
  @Bean
  Reconciliation reconciliation(
      Books books,
      LedgerClient client,
      KnownLedger known,
      ProjectionProgress progress,
      ReconciliationSettings settings,
      Clock clock,
      MeterRegistry meters) {
    return new Reconciliation(
        books,
        new AskedPeer(client),
        () -> progress.rebuilding().isEmpty(),
        () -> known.isRecognised() && progress.wrongLedger().isEmpty() && progress.isCurrent(),
        progress::block,
        settings,
        clock,
        meters);
  }

  private record AskedPeer(LedgerClient client) implements LedgerCheck.Peer {
    @Override
    public List<Optional<Sha256>> stateDigests(List<String> keys) throws NoDigestsException {
      return client.stateDigests(keys);
    }

    @Override
    public OptionalLong height() {
      return client.height();
    }
  }
}
