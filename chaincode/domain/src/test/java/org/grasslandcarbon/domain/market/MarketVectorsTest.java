// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grasslandcarbon.domain.project.BenefitShare;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money by hand: what is in these tests was worked out on paper. */
class MarketVectorsTest {
  private static BenefitShare line(int basisPoints, Optional<ParticipantId> payee) {
    return new BenefitShare(basisPoints, Name.of("合作社", "Cooperative"), payee);
  }

  private static BenefitPlan plan(int... basisPoints) {
    return new BenefitPlan(
        IntStream.of(basisPoints).mapToObj(each -> line(each, Optional.empty())).toList());
  }

  private static List<Long> divided(BenefitPlan plan, long fen) {
    return plan.divide(Fen.of(fen)).stream().map(Fen::value).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1",
    "2, 1, 0, 1",
    "3, 1, 1, 1",
    "100, 33, 33, 34",
    "10000, 3333, 3333, 3334",
    "999999999999999, 333299999999999, 333300000000000, 333400000000000"
  })
  void three_lines_of_a_third_share_every_fen(long fen, long one, long two, long three) {
    List<Long> parts = divided(plan(3_333, 3_333, 3_334), fen);
    if (fen > 10_000) {
      assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(fen);
    } else {
      assertThat(parts).containsExactly(one, two, three);
    }
  }

  @Test
  void what_the_lines_do_not_take_is_the_seller_s_and_it_has_its_part_in_what_is_left_over() {
    // 60 % and 40 %: of 1 fen the larger remainder is the cooperative's, of 2 it has 1.2.
    assertThat(divided(plan(6_000), 1)).containsExactly(1L);
    assertThat(divided(plan(6_000), 2)).containsExactly(1L);
    assertThat(divided(plan(4_000), 1)).containsExactly(0L);
    // Equal remainders: the earlier line first, the seller last.
    assertThat(divided(plan(5_000), 1)).containsExactly(1L);
    assertThat(divided(plan(2_500, 2_500), 2)).containsExactly(1L, 0L);
    assertThat(divided(plan(), 7)).isEmpty();
    assertThat(divided(plan(1), 0)).containsExactly(0L);
  }

  @Test
  void no_share_is_off_by_a_fen_or_more_and_all_of_them_are_never_more_than_there_is() {
    Random random = new Random(12);
    for (int i = 0; i < 20_000; i++) {
      int[] points = new int[1 + random.nextInt(6)];
      for (int j = 0; j < points.length; j++) {
        points[j] = 1 + random.nextInt(10_000 / points.length);
      }
      long fen = random.nextInt(3) == 0 ? random.nextInt(50) : random.nextInt(1_000_000_000);
      List<Long> parts = divided(plan(points), fen);
      long sum = 0;
      for (int j = 0; j < points.length; j++) {
        assertThat(Math.abs(parts.get(j) * 10_000 - fen * points[j])).isLessThan(10_000);
        sum += parts.get(j);
      }
      assertThat(sum * 10_000 - fen * IntStream.of(points).sum()).isLessThan(10_000);
    }
  }

  @Test
  void a_thousand_tonnes_at_a_hundred_yuan_cost_six_hundred_a_side() {
    TestMarket market = new TestMarket();
    ParticipantId buyer = market.trader(10_060_000);
    market.ledger.apply(market.owner, market.sell(1_000, 10_000));
    market.ledger.apply(buyer, market.takeSells(1_000, 10_000));
    Trade trade = market.ledger.find(Trade.key(market.instrument, 1)).orElseThrow();
    assertThat(trade.gross()).isEqualTo(Fen.of(10_000_000));
    assertThat(trade.buyerFee()).isEqualTo(Fen.of(60_000));
    assertThat(trade.sellerFee()).isEqualTo(Fen.of(60_000));
    assertThat(market.cash(buyer)).isZero();
    // 60 % of 99,400.00 is 59,640.00; nobody is named yet, so that it waits.
    assertThat(trade.shares())
        .containsExactly(new Trade.BenefitPaid(Fen.of(5_964_000), 1, Optional.empty()));
    assertThat(market.cash(market.owner)).isEqualTo(3_976_000);
  }

  @Test
  void a_thousand_fills_of_a_tonne_cost_the_lister_the_same_and_the_taker_too_if_it_asks_once() {
    TradingTerms terms =
        Edited.with(TestMarket.terms("/openListingsMost", "200"), "/ordersPerMinute", "600");
    TestMarket market = new TestMarket(terms);
    ParticipantId buyer = market.trader(10_060_000);
    InstructionId sale = market.ledger.apply(market.owner, market.sell(1_000, 10_000));
    for (int i = 0; i < 500; i++) {
      market.ledger.apply(buyer, market.takeSells(1, 10_000));
    }
    market.setTime("10:01:00");
    for (int i = 0; i < 500; i++) {
      market.ledger.apply(buyer, market.takeSells(1, 10_000));
    }
    assertThat(market.listing(sale).feeCharged()).isEqualTo(Fen.of(60_000));
    assertThat(market.cash(buyer)).isZero();
    assertThat(market.book().trades()).isEqualTo(1_000);
    assertThat(market.book().day().orElseThrow().listed().value()).isEqualTo(Fen.of(10_000_000));
  }

  @Test
  void parts_of_a_tonne_s_fee_are_neither_lost_nor_charged_twice() {
    // 6 per mille of 83.25 yuan is 49.95 fen: fills cost 50, 50, 50, 50, 50, 50, 50, 50, 50, 50,
    // less 1.
    TestMarket market =
        new TestMarket(
            Edited.with(TestMarket.terms("/listing/buyerFeePerMillion", "6000"), "/tick", "1"));
    market.write(market.book().withBase(Fen.of(8_325)));
    ParticipantId buyer = market.trader(8_325 * 10 + 500);
    market.ledger.apply(buyer, market.buy(10, 8_325));
    List<Long> fees = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      market.ledger.apply(market.owner, market.takeBuys(1, 8_325));
      fees.add(
          market.ledger.find(Trade.key(market.instrument, i)).orElseThrow().buyerFee().value());
    }
    // Due after each: 50, 100, 150, 200, 250, 300, 350, 400, 450 (449.55), 500 (499.5).
    assertThat(fees).containsOnly(50L);
    assertThat(market.cash(buyer)).isZero();
  }

  @Test
  void an_order_in_parts_costs_at_most_a_fen_less_or_more_for_each_part_but_one() {
    Random random = new Random(14);
    TradingTerms terms = TestMarket.terms("/listing/buyerFeePerMillion", "6789");
    for (int i = 0; i < 20_000; i++) {
      int parts = 2 + random.nextInt(6);
      long[] values = LongStream.generate(() -> 1 + random.nextInt(5_000)).limit(parts).toArray();
      long whole = fee(terms, LongStream.of(values).sum());
      long inParts = LongStream.of(values).map(each -> fee(terms, each)).sum();
      assertThat(Math.abs(whole - inParts)).isLessThanOrEqualTo(parts - 1);
      FillFees filled = FillFees.NONE;
      for (long each : values) {
        filled = filled.after(terms.listing(), Side.BUY, Fen.of(each));
      }
      assertThat(filled.trading()).isEqualTo(Fen.of(whole));
    }
  }

  private static long fee(TradingTerms terms, long value) {
    return terms.listing().tradingFee(Side.BUY, value).value();
  }

  @Test
  void a_seller_never_pays_more_fees_than_the_price_of_what_it_sells() {
    TradingTerms terms =
        Edited.with(
            TestMarket.terms("/listing/sellerFeePerMillion", "100000"),
            "/listing/sellerSettlementPerMillion",
            "100000");
    FillFees fees = FillFees.NONE;
    long paid = 0;
    for (int i = 0; i < 100; i++) {
      FillFees next = fees.afterSale(terms.listing(), Fen.of(1));
      long now = next.since(fees).both().value();
      assertThat(now).isLessThanOrEqualTo(1);
      paid += now;
      fees = next;
    }
    assertThat(paid).isEqualTo(20);
  }

  @Test
  void limits_are_half_up_to_the_tick_and_a_tick_off_the_base_at_least() {
    assertThat(limits(10_000, 100, 1)).isEqualTo(new PriceLimits(9_000, 11_000, 1));
    // 9,995.5 and 8,995.95 -> 8,996; 10,995.05 -> 10,995.
    assertThat(limits(9_995, 100, 1)).isEqualTo(new PriceLimits(8_996, 10_995, 1));
    // 1,005 - 10 % = 904.5 and + 10 % = 1,105.5: both go up from the half.
    assertThat(limits(1_005, 100, 1)).isEqualTo(new PriceLimits(905, 1_106, 1));
    assertThat(limits(10_000, 100, 30)).isEqualTo(new PriceLimits(9_000, 11_010, 30));
    assertThat(limits(10_000, 0, 10)).isEqualTo(new PriceLimits(9_990, 10_010, 10));
    assertThat(limits(4, 100, 1)).isEqualTo(new PriceLimits(3, 5, 1));
    assertThat(limits(1, 900, 1)).isEqualTo(new PriceLimits(1, 2, 1));
  }

  private static PriceLimits limits(long base, int perMille, long tick) {
    TradingTerms terms = TestMarket.terms("/listing/limitPerMille", "" + perMille);
    return PriceLimits.of(Fen.of(base), terms.listing(), Fen.of(tick));
  }

  @Test
  void the_next_base_is_the_day_s_average_by_volume_half_up_to_the_tick() {
    TestMarket market = new TestMarket();
    ParticipantId buyer = market.trader(100_000_000);
    market.ledger.apply(market.owner, market.sell(100, 10_000));
    market.ledger.apply(market.owner, market.sell(300, 10_001));
    market.ledger.apply(buyer, market.takeSells(200, 10_001));
    market.ledger.apply(market.exchange, market.close());
    // 100 t at 10,000 and 100 t at 10,001: 10,000.5 goes up.
    assertThat(market.book().base()).isEqualTo(Fen.of(10_001));
    assertThat(market.book().day().orElseThrow().listed())
        .isEqualTo(new BookDay.Turnover(Tonnes.of(200), Fen.of(2_000_100)));
  }
}
