// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LargeRegistryTest {
  private static final LargeRegistry.Size SMALL = LargeRegistry.Size.of(2_000);

  @Test
  void what_is_generated_is_what_was_ordered_and_adds_up() {
    JdbcConnectionPool pool = MemoryDatabase.open();
    try {
      ProjectedLedger ledger = new ProjectedLedger(pool);
      LargeRegistry registry = new LargeRegistry(SMALL);
      registry.forEachRemaining(block -> ledger.project(List.of(block)));

      Reader reader = ledger.reader();
      assertThat(reader.count(Selection.of(CreditViews.RETIREMENTS))).isEqualTo(2_000);
      assertThat(reader.count(Selection.of(MarketViews.TRADES))).isEqualTo(400);
      assertThat(reader.count(Selection.of(CreditViews.BATCHES))).isEqualTo(20);
      reader.each(
          Selection.of(CreditViews.BATCHES),
          batch ->
              assertThat(sum(batch.path("totals")))
                  .as("%s", batch.path("id"))
                  .isEqualTo(batch.path("issued").asLong()));
    } finally {
      pool.dispose();
    }
  }

  private static long sum(JsonNode totals) {
    return totals.values().stream().mapToLong(JsonNode::asLong).sum();
  }

  @Test
  void two_runs_make_the_same_blocks() {
    LargeRegistry one = new LargeRegistry(SMALL);
    LargeRegistry other = new LargeRegistry(SMALL);

    while (one.hasNext()) {
      assertThat(told(one.next())).isEqualTo(told(other.next()));
    }
    assertThat(other.hasNext()).isFalse();
  }

  private static List<String> told(LedgerBlock block) {
    return block.transactions().stream()
        .flatMap(transaction -> transaction.writes().stream())
        .map(write -> write.key() + new String(write.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
