// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever participants do, the market does what a {@link NaiveMarket} does. The number of acts and
 * the first seed can be given: {@code -Dgrassland.acts=1000000 -Dgrassland.seed=7}.
 */
class MarketPropertyTest {
  private static final int ACTS = Integer.getInteger("grassland.acts", 10_000);
  private static final int ACTS_PER_MARKET = 2_500;

  @Test
  void trades_are_those_of_a_book_on_paper_and_no_fen_or_tonne_goes_astray() {
    Map<String, Integer> outcomes = new TreeMap<>();
    long seed = Long.getLong("grassland.seed", 1);
    long last = seed + (ACTS - 1) / ACTS_PER_MARKET;
    for (; seed <= last; seed++) {
      RandomMarket random = null;
      try {
        random = new RandomMarket(seed);
        random.play(ACTS_PER_MARKET);
      } catch (AssertionError | RuntimeException found) {
        throw new AssertionError("-Dgrassland.seed=" + seed + " -Dgrassland.acts=1", found);
      }
      random.outcomes.forEach((code, times) -> outcomes.merge(code, times, Integer::sum));
    }
    System.out.println(outcomes);
    assertThat(outcomes).containsKeys("APPLIED");
  }
}
