// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever participants do, the market does what a {@link NaiveMarket} does: every act has the same
 * outcome, and the trades are the same to the byte. After every act what {@link MarketChecks} says
 * holds, and what the records have is what the postings alone tell. The number of acts and the
 * first seed can be given: {@code -Dgrassland.acts=1000000 -Dgrassland.seed=7}.
 *
 * <p>Changes of the code that this was seen to find, each made by hand once: the oldest listing
 * instead of the best; the taker's limit as the price; a limit excluded where it is included, of
 * prices, of turnaround, of holdings and of orders a minute; a listing lost when the other side is
 * empty; a listing that is filled and stays, or keeps its quantity; a listing twice; each share
 * rounded for itself; what is left over given to the first line; escrow given back and kept, or
 * twice; an own listing or that of a suspended participant filled.
 */
class MarketPropertyTest {
  private static final int ACTS = Integer.getInteger("grassland.acts", 4_000);
  private static final long FIRST_SEED = Long.getLong("grassland.seed", 1);

  /** Many markets with rules of their own where there are few acts, longer lives where many. */
  private static final int ACTS_PER_MARKET = ACTS < 100_000 ? 2_000 : 10_000;

  @Test
  void trades_are_those_of_a_book_on_paper_and_no_fen_or_tonne_goes_astray() {
    Map<String, Integer> outcomes =
        LongStream.range(FIRST_SEED, FIRST_SEED + Math.max(1, ACTS / ACTS_PER_MARKET))
            .parallel()
            .mapToObj(MarketPropertyTest::play)
            .reduce(new TreeMap<>(), MarketPropertyTest::sum);
    if (ACTS >= 10_000) {
      assertTelling(outcomes);
    }
  }

  /** Acts that are mostly refused, or never refused for a reason, would prove little. */
  private static void assertTelling(Map<String, Integer> outcomes) {
    assertThat(outcomes.get(NaiveMarket.APPLIED)).as("%s", outcomes).isGreaterThan(ACTS / 4);
    assertThat(outcomes)
        .containsKeys(
            "MARKET_CLOSED",
            "BOOK_NOT_CLOSED",
            "INSTRUMENT_HALTED",
            "PRICE_OFF_TICK",
            "PRICE_OUTSIDE_LIMITS",
            "ORDER_TOO_SMALL",
            "ORDER_TOO_LARGE",
            "TOO_MANY_ORDERS",
            "OPPOSITE_TRADE_TOO_SOON",
            "WOULD_CROSS",
            "HOLDING_LIMIT",
            "INSUFFICIENT_CREDITS",
            "INSUFFICIENT_CASH",
            "BOOK_FULL",
            "OWN_LISTING",
            "NOTHING_TO_TAKE",
            "UNKNOWN_LISTING",
            "HOURS_NOT_OVER",
            "WRONG_STATE",
            "NOT_ALLOWED");
  }

  private static Map<String, Integer> play(long seed) {
    try {
      RandomMarket market = new RandomMarket(seed);
      market.play(ACTS_PER_MARKET);
      return market.outcomes;
    } catch (AssertionError | RuntimeException found) {
      String same = ACTS_PER_MARKET == 2_000 ? "1" : "100000";
      throw new AssertionError(
          "play it again: -Dgrassland.seed=" + seed + " -Dgrassland.acts=" + same, found);
    }
  }

  private static Map<String, Integer> sum(Map<String, Integer> some, Map<String, Integer> more) {
    Map<String, Integer> sum = new TreeMap<>(some);
    more.forEach((outcome, times) -> sum.merge(outcome, times, Integer::sum));
    return sum;
  }
}
