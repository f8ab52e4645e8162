// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.wiring;

import io.grpc.ManagedChannel;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.blocks.LedgerBlocks;
import org.grasslandcarbon.gateway.commit.AnswerThreads;
import org.grasslandcarbon.gateway.commit.BatchLimits;
import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.grasslandcarbon.gateway.commit.OutcomeLimits;
import org.grasslandcarbon.gateway.commit.Outcomes;
import org.grasslandcarbon.gateway.commit.RefusalQuota;
import org.grasslandcarbon.gateway.commit.Turns;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.InboxLimits;
import org.grasslandcarbon.gateway.ledger.Disagreements;
import org.grasslandcarbon.gateway.ledger.Ledger;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The way to the ledger. A channel, an identity or a clock that is there already, because whoever
 * starts the gateway has the peer in the same process, is used instead of the settings'; it must be
 * registered before this class is read, as an application context's initializer does.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
public class LedgerConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** {@code shutdownNow}, because all that uses it has ended by then. */
  @Bean(destroyMethod = "shutdownNow")
  @ConditionalOnMissingBean
  ManagedChannel ledgerChannel(LedgerSettings settings) {
    return PeerChannel.open(settings);
  }

  @Bean
  @ConditionalOnMissingBean
  LedgerIdentity ledgerIdentity(LedgerSettings settings) {
    return LedgerIdentity.read(
        LedgerSettings.must(settings.mspId(), "msp-id"),
        LedgerSettings.must(settings.certificate(), "certificate"),
        LedgerSettings.must(settings.privateKey(), "private-key"));
  }

  @Bean
  Disagreements disagreements(LedgerSettings settings, Clock clock, MeterRegistry meters) {
    return new Disagreements(clock, settings.compareEvery(), meters);
  }

  @Bean
  LedgerClient ledgerClient(
      ManagedChannel channel,
      LedgerIdentity identity,
      LedgerSettings settings,
      Clock clock,
      Disagreements disagreements) {
    return new LedgerClient(
        channel,
        identity,
        settings.channel(),
        settings.chaincode(),
        clock,
        settings.deadlines(),
        disagreements);
  }

  @Bean
  KnownLedger knownLedger(@Value("${grassland.data:./data}") Path data, Clock clock) {
    return KnownLedger.open(data.resolve("seen-block"), clock);
  }

  @Bean
  LedgerBlocks ledgerBlocks(LedgerClient client, LedgerSettings settings, KnownLedger known) {
    return new LedgerBlocks(client, settings.chaincode(), known);
  }

  @Bean
  Inbox inbox(@Value("${grassland.data:./data}") Path data, Clock clock) {
    return Inbox.open(data.resolve("inbox"), InboxLimits.DEFAULT, clock);
  }

  @Bean
  AnswerThreads answerThreads() {
    return new AnswerThreads();
  }

  @Bean
  RefusalQuota refusalQuota(
      @Value("${grassland.limits.refused-per-hour:1000}") int perHour, Clock clock) {
    return new RefusalQuota(perHour, clock);
  }

  @Bean
  Outcomes outcomes(
      Inbox inbox, AnswerThreads threads, RefusalQuota quota, Clock clock, MeterRegistry meters) {
    return new Outcomes(
        inbox, OutcomeLimits.DEFAULT, threads.executor(), clock, meters, quota::ended);
  }

  @Bean
  Turns turns(LedgerIdentity identity, Clock clock) {
    return new Turns(identity.mspId(), clock);
  }

  @Bean
  GroupCommitter groupCommitter(
      Inbox inbox,
      Ledger ledger,
      KnownLedger known,
      Outcomes outcomes,
      Turns turns,
      MeterRegistry meters) {
    return new GroupCommitter(
        inbox, new BelievedLedger(ledger, known), outcomes, turns, BatchLimits.DEFAULT, meters);
  }

  @Bean
  CommitterLifecycle committerLifecycle(GroupCommitter committer) {
    return new CommitterLifecycle(committer);
  }
}
