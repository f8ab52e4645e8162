// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.blocks.LedgerBlocks;
import org.grasslandcarbon.gateway.commit.AnswerThreads;
import org.grasslandcarbon.gateway.commit.Outcomes;
import org.grasslandcarbon.gateway.commit.Turns;
import org.grasslandcarbon.gateway.disk.FileDatabase;
import org.grasslandcarbon.gateway.ledger.Ledger;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The projection's parts, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class ProjectionConfiguration {

  @Bean
  Layout layout(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return new Layout(jdbc, new TransactionTemplate(transactions));
  }

  @Bean
  Projection projection(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      FileDatabase database,
      Layout layout) {
    TransactionTemplate any = new TransactionTemplate(transactions);
    return new Projection(jdbc, database.whileThereIsRoom(any), layout);
  }

  @Bean
  Retention retention(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      FileDatabase database,
      Layout layout,
      RetentionSettings settings,
      Clock clock) {
    TransactionTemplate any = new TransactionTemplate(transactions);
    return new Retention(jdbc, database.whileThereIsRoom(any), layout, settings, clock);
  }

  @Bean
  Reader reader(JdbcTemplate jdbc, PlatformTransactionManager transactions, Layout layout) {
    TransactionTemplate readOnly = new TransactionTemplate(transactions);
    readOnly.setReadOnly(true);
    return new Reader(jdbc, readOnly, layout);
  }

  @Bean
  Books books(JdbcTemplate jdbc, PlatformTransactionManager transactions, Layout layout) {
    return new Books(jdbc, transactions, layout);
  }

  @Bean
  NamedDocuments namedDocuments(JdbcTemplate jdbc, Layout layout) {
    return new NamedDocuments(jdbc, layout);
  }

  @Bean
  ClassTotals classTotals(JdbcTemplate jdbc, Layout layout) {
    return new ClassTotals(jdbc, layout);
  }

  @Bean
  Sought sought(JdbcTemplate jdbc, Layout layout) {
    return new Sought(jdbc, layout);
  }

  @Bean
  Journal journal(JdbcTemplate jdbc) {
    return new Journal(jdbc);
  }

  @Bean
  LetGoLines letGoLines(JdbcTemplate jdbc, Layout layout) {
    return new LetGoLines(jdbc, layout);
  }

  @Bean
  Timelines timelines(JdbcTemplate jdbc, Layout layout) {
    return new Timelines(jdbc, layout);
  }

  @Bean
  MarketEvents marketEvents(JdbcTemplate jdbc, Reader reader, Layout layout) {
    return new MarketEvents(jdbc, reader, layout);
  }

  @Bean
  Acts acts(JdbcTemplate jdbc, Layout layout) {
    return new Acts(jdbc, layout);
  }

  @Bean
  SerialMoves serialMoves(JdbcTemplate jdbc, Layout layout) {
    return new SerialMoves(jdbc, layout);
  }

  @Bean
  ProjectionProgress projectionProgress(AnswerThreads threads, MeterRegistry meters) {
    ProjectionProgress progress = new ProjectionProgress(threads.executor());
    Gauge.builder("grassland.projection.block", progress, ProjectionProgress::block)
        .description("The last block that reads see")
        .register(meters);
    Gauge.builder("grassland.projection.lag", progress, ProjectionProgress::lag)
        .description("Blocks known to be on the ledger that reads do not see yet")
        .baseUnit("blocks")
        .register(meters);
    return progress;
  }

  @Bean
  ProjectionFollower projectionFollower(
      Projection projection,
      LedgerBlocks blocks,
      Outcomes outcomes,
      Turns turns,
      ProjectionProgress progress,
      @Value("${grassland.rebuild:false}") boolean rebuild) {
    return new ProjectionFollower(projection, blocks, outcomes, turns, progress, rebuild);
  }

  @Bean
  HeightWatch heightWatch(
      LedgerClient client,
      KnownLedger known,
      ProjectionProgress progress,
      ProjectionFollower follower) {
    return new HeightWatch(known.watching(client::height), progress, follower);
  }

  /** The ledger as the committer uses it: tells the projection which block there is to reach. */
  @Bean
  @Primary
  Ledger announcedLedger(LedgerClient client, ProjectionProgress progress) {
    return instructions -> {
      SubmittedBatch batch = client.submit(instructions);
      progress.heardOf(batch.block());
      return batch;
    };
  }
}
