// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.gateway.projection.MarketInMotion;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By the example's rule three tenths of what was issued make a large holder. */
class LargeHoldersTest {
  private static final MarketInMotion MOTION = MarketInMotion.play(11, 1, 60);
  private static final long ISSUED = 100_000;

  private JdbcConnectionPool pool;
  private ProjectedLedger projected;
  private LargeHolders holders;

  @BeforeEach
  void project() {
    pool = MemoryDatabase.open();
    projected = new ProjectedLedger(pool);
    projected.project(MOTION.blocks());
    holders =
        new LargeHolders(
            projected.reader(), Clock.fixed(Instant.parse("2025-03-04T02:00:00Z"), ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  private List<LargeHolders.Holder> found() {
    return holders.report(venue -> true, Optional.empty()).holders();
  }

  private void give(String trader, long tonnes) {
    assertThat(
            projected.damage(
                "UPDATE m_owner_balance SET balance = ? WHERE owner = ? AND asset = ?",
                tonnes,
                trader,
                MOTION.market().batch.value()))
        .isEqualTo(1);
  }

  @Test
  void what_is_listed_counts_as_held_and_small_holders_are_not_told() {
    long others =
        projected.reader().holdersOf(MOTION.market().batch).entrySet().stream()
            .filter(each -> !each.getKey().equals(MOTION.market().owner.value()))
            .mapToLong(java.util.Map.Entry::getValue)
            .sum();
    assertThat(others).isPositive();
    assertThat(found())
        .singleElement()
        .satisfies(
            owner -> {
              assertThat(owner.participant()).isEqualTo(MOTION.market().owner.value());
              // Of what it has something stands behind a listing.
              assertThat(owner.held()).isEqualTo(ISSUED - others);
              assertThat(owner.issued()).isEqualTo(ISSUED);
              assertThat(owner.perMille()).isEqualTo((ISSUED - others) * 1_000 / ISSUED);
              assertThat(owner.thresholdPerMille()).isEqualTo(300);
              assertThat(owner.venue()).isEqualTo(MOTION.market().venue.value());
              assertThat(owner.instrument()).isEqualTo(MOTION.market().instrument.value());
            });
  }

  @Test
  void who_has_exactly_the_share_is_one_and_who_has_a_tonne_less_is_none() {
    String trader =
        projected.reader().holdersOf(MOTION.market().batch).keySet().stream()
            .filter(each -> !each.equals(MOTION.market().owner.value()))
            .findFirst()
            .orElseThrow();
    give(trader, 29_999);
    assertThat(found()).extracting(LargeHolders.Holder::participant).doesNotContain(trader);
    give(trader, 30_000);
    assertThat(found()).extracting(LargeHolders.Holder::participant).contains(trader);
    give(trader, ISSUED);
    assertThat(found().get(0).participant()).as("the largest first").isEqualTo(trader);
  }

  @Test
  void other_venues_and_other_instruments_are_left_out() {
    assertThat(holders.report(venue -> false, Optional.empty()).holders()).isEmpty();
    InstrumentId other = new InstrumentId("GCS-152502-2024-0001-2099");
    assertThat(holders.report(venue -> true, Optional.of(other)).holders()).isEmpty();
    assertThat(holders.report(venue -> true, Optional.of(MOTION.market().instrument)).holders())
        .hasSize(1);
  }
}
