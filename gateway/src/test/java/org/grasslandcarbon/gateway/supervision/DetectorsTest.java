// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.VenueId;
import org.junit.jupiter.api.Test;

/** What each detector looks for, a case that it finds, and the next one that it does not. */
class DetectorsTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  private static final String INSTRUMENT = "GCS-152502-2024-0001-2025";
  private static final VenueId VENUE = new VenueId("91110000600037341L-CBGEX");

  private final List<Deal> deals = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<News> news = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  private void deal(int day, String seller, String buyer, long tonnes, long price) {
    deal(day, seller, buyer, tonnes, price, Trade.Mode.LISTED);
  }

  private void deal(
      int day, String seller, String buyer, long tonnes, long price, Trade.Mode mode) {
    LocalDate on = FIRST.plusDays(day);
    deals.add(
        new Deal(
            BeijingTime.start(on).plusSeconds(36_000 + deals.size()),
            buyer,
            on,
            INSTRUMENT,
            mode,
            deals.size() + 1,
            price,
            seller,
            Optional.of(Side.BUY),
            tonnes,
            VENUE));
  }

  private void order(int day, int second, String who, long tonnes, Listing.State state) {
    Instant at = BeijingTime.start(FIRST.plusDays(day)).plusSeconds(36_000L + second);
    orders.add(
        new Order(
            at,
            "order-" + orders.size(),
            INSTRUMENT,
            who,
            10_000,
            tonnes,
            state == Listing.State.FILLED ? 0 : tonnes,
            Side.BUY,
            state));
  }

  private void related(String one, String other) {
    related(one, other, Relation.Kind.CONTROL, 1_000);
  }

  private void related(String one, String other, Relation.Kind kind, int perMille) {
    links.add(new Link(one, other, kind, perMille, FIRST.minusYears(1), LocalDate.MAX));
  }

  private List<Signal> found(Detector detector) {
    LocalDate to = FIRST.plusDays(59);
    Trading trading =
        new Trading(
            FIRST,
            to,
            deals,
            orders,
            news,
            Hands.of(links, FIRST, to),
            Map.of(VENUE.value(), 15 * 60));
    List<Signal> found = detector.find(trading, Settings.standard(detector));
    assertThat(found)
        .allSatisfy(
            each -> {
              assertThat(each.why().zh()).containsPattern("\\p{IsHan}");
              assertThat(each.why().en()).doesNotContainPattern("\\p{IsHan}");
              assertThat(each.evidence()).isNotEmpty();
              assertThat(each.participants()).isNotEmpty();
            });
    return found;
  }

  @Test
  void every_detector_is_listed_once_with_its_article_and_settings_in_their_ranges() {
    assertThat(Detectors.ALL).extracting(Detector::name).doesNotHaveDuplicates();
    assertThat(Detectors.ALL)
        .extracting(each -> each.clause().number())
        .isSorted()
        .contains(1, 2, 3, 4, 5, 6);
    assertThat(Surveillance.detectors())
        .hasSameSizeAs(Detectors.ALL)
        .allSatisfy(each -> assertThat(each.settings()).isNotEmpty());
  }

  @Test
  void related_accounts_that_deal_with_each_other_are_found_and_strangers_are_not() {
    for (int day = 0; day < 3; day++) {
      deal(day, "A", "B", 100, 10_000);
      deal(day, "C", "A", 100, 10_000);
    }
    assertThat(found(new MutualTrades())).isEmpty();
    related("A", "B");
    assertThat(found(new MutualTrades()))
        .singleElement()
        .satisfies(each -> assertThat(each.participants()).containsExactly("A", "B"));
  }

  @Test
  void fills_of_one_day_are_one_dealing() {
    related("A", "B");
    for (int fill = 0; fill < 5; fill++) {
      deal(0, "A", "B", 100, 10_000);
    }
    assertThat(found(new MutualTrades())).isEmpty();
    deal(1, "A", "B", 100, 10_000);
    deal(2, "A", "B", 100, 10_000);
    assertThat(found(new MutualTrades())).hasSize(1);
  }

  @Test
  void a_ring_of_three_goes_round_twice_before_it_is_one_and_once_where_they_are_related() {
    deal(0, "A", "B", 100, 10_000);
    deal(6, "B", "C", 100, 10_000);
    deal(12, "C", "A", 100, 10_000);
    assertThat(found(new WashRings())).isEmpty();
    deal(18, "A", "B", 110, 10_000);
    assertThat(found(new WashRings())).as("it begins once more elsewhere").hasSize(1);
    deals.remove(3);
    related("A", "D");
    assertThat(found(new WashRings())).as("D takes no part").isEmpty();
    deals.remove(2);
    deal(12, "C", "D", 100, 10_000);
    assertThat(found(new WashRings()))
        .singleElement()
        .satisfies(each -> assertThat(each.participants()).containsExactly("A", "B", "C", "D"));
  }

  /** Everybody sells everybody else about the same, every day. */
  private void busy(long step) {
    for (int day = 0; day < 10; day++) {
      for (int seller = 0; seller < 12; seller++) {
        for (int buyer = 0; buyer < 12; buyer++) {
          if (seller != buyer) {
            deal(
                day, "S" + seller, "S" + buyer, 1_000 + step * deals.size() * deals.size(), 10_000);
          }
        }
      }
    }
  }

  private Detector.Findings rings() {
    LocalDate to = FIRST.plusDays(59);
    Trading trading =
        new Trading(FIRST, to, deals, orders, news, Hands.of(links, FIRST, to), Map.of());
    return new WashRings().look(trading, Settings.standard(new WashRings()));
  }

  @Test
  void a_busy_instrument_is_told_to_be_incomplete_and_hides_no_ring_in_another() {
    busy(0);
    String other = "GCS-152502-2024-0001-2026";
    related("A", "D");
    for (String[] step : new String[][] {{"A", "B"}, {"B", "C"}, {"C", "D"}}) {
      deal(12, step[0], step[1], 100, 10_000);
      Deal of = deals.remove(deals.size() - 1);
      deals.add(
          new Deal(
              of.at().plusSeconds(deals.size()),
              of.buyer(),
              of.day(),
              other,
              of.mode(),
              deals.size() + 1,
              of.price(),
              of.seller(),
              of.taker(),
              of.tonnes(),
              of.venue()));
    }
    Detector.Findings findings = rings();
    assertThat(findings.incomplete()).containsExactly(INSTRUMENT);
    assertThat(findings.signals())
        .filteredOn(each -> each.instrument().equals(other))
        .singleElement()
        .satisfies(each -> assertThat(each.participants()).containsExactly("A", "B", "C", "D"));
    assertThat(findings.signals()).anyMatch(each -> each.instrument().equals(INSTRUMENT));
  }

  @Test
  void what_is_of_another_quantity_costs_no_try() {
    busy(1);
    assertThat(rings().incomplete()).isEmpty();
  }

  @Test
  void what_comes_back_in_another_quantity_or_too_late_is_no_ring() {
    related("A", "D");
    deal(0, "A", "B", 100, 10_000);
    deal(6, "B", "D", 121, 10_000);
    assertThat(found(new WashRings())).isEmpty();
    deal(31, "B", "D", 100, 10_000);
    assertThat(found(new WashRings())).isEmpty();
    deals.clear();
    deal(6, "B", "D", 120, 10_000);
    deal(7, "A", "B", 100, 10_000);
    assertThat(found(new WashRings()))
        .as("seen from B it went to D and came back from D's relative")
        .singleElement()
        .satisfies(each -> assertThat(each.participants()).containsExactly("A", "B", "D"));
    links.clear();
    assertThat(found(new WashRings())).isEmpty();
  }

  @Test
  void shares_below_substantial_influence_make_no_hand_and_steps_end() {
    related("A", "B", Relation.Kind.OWNERSHIP, Hands.OWNERSHIP_PER_MILLE - 1);
    Hands hands = Hands.of(links, FIRST, FIRST);
    assertThat(hands.areOne("A", "B")).isFalse();
    links.clear();
    related("A", "B", Relation.Kind.OWNERSHIP, Hands.OWNERSHIP_PER_MILLE);
    related("B", "C");
    related("C", "D");
    related("D", "E");
    hands = Hands.of(links, FIRST, FIRST);
    assertThat(hands.areRelated("A", "D")).isTrue();
    assertThat(hands.areRelated("A", "E")).as("four steps").isFalse();
    assertThat(hands.areRelated("A", "A")).isFalse();
    assertThat(hands.areOne("A", "A")).isTrue();
    assertThat(Hands.of(links, FIRST.minusYears(3), FIRST.minusYears(2)).areOne("A", "B"))
        .as("before they were related")
        .isFalse();
  }

  @Test
  void who_controls_too_many_is_no_hand_with_all_of_them() {
    for (int i = 0; i < Hands.MEMBERS_MOST + 5; i++) {
      related("STATE", "FIRM-" + i);
    }
    related("FIRM-1", "SHELL");
    Hands hands = Hands.of(links, FIRST, FIRST);
    assertThat(hands.areOne("FIRM-2", "FIRM-3")).isFalse();
    assertThat(hands.areOne("FIRM-1", "SHELL")).as("directly").isTrue();
    assertThat(hands.of("STATE")).containsExactly("STATE");
  }

  @Test
  void who_buys_before_news_and_hardly_ever_otherwise_is_found() {
    Instant known = BeijingTime.start(FIRST.plusDays(30));
    news.add(new News(known, "reversal", INSTRUMENT, zh("逆转").en("a loss")));
    for (int day = 0; day < 30; day += 2) {
      deal(day, "S", "B", 300, 10_000);
    }
    assertThat(found(new NewsTrading())).as("as ever").isEmpty();
    deal(27, "A", "C", 1_500, 10_000);
    assertThat(found(new NewsTrading()))
        .hasSize(2)
        .extracting(Signal::participants)
        .containsExactlyInAnyOrder(List.of("A"), List.of("C"));
    deals.removeIf(each -> each.buyer().equals("C"));
    deal(31, "A", "C", 1_500, 10_000);
    assertThat(found(new NewsTrading())).as("when everybody knows").isEmpty();
  }

  @Test
  void many_listings_in_minutes_are_found_and_as_many_over_a_day_are_not() {
    for (int i = 0; i < 20; i++) {
      order(0, i * 60, "A", 10, Listing.State.LAPSED);
    }
    assertThat(found(new DenseOrders())).isEmpty();
    for (int i = 0; i < 20; i++) {
      order(1, i * 30, "A", 10, Listing.State.LAPSED);
    }
    assertThat(found(new DenseOrders()))
        .singleElement()
        .satisfies(each -> assertThat(each.evidenceOf()).isEqualTo(20));
  }

  @Test
  void listings_of_a_hand_count_together_and_the_large_ones_against_what_is_traded() {
    deal(0, "S", "B", 100, 10_000);
    order(1, 0, "A", 600, Listing.State.LAPSED);
    order(1, 60, "D", 400, Listing.State.LAPSED);
    assertThat(found(new DenseOrders())).isEmpty();
    related("A", "D");
    assertThat(found(new DenseOrders()))
        .singleElement()
        .satisfies(each -> assertThat(each.participants()).containsExactly("A", "D"));
  }

  @Test
  void what_lapses_with_the_day_is_not_withdrawn() {
    deal(0, "S", "B", 100, 10_000);
    for (int i = 0; i < 5; i++) {
      order(0, i * 600, "A", 50, i == 0 ? Listing.State.LAPSED : Listing.State.WITHDRAWN);
    }
    assertThat(found(new OrderAndWithdraw())).isEmpty();
    order(0, 4_000, "A", 50, Listing.State.WITHDRAWN);
    assertThat(found(new OrderAndWithdraw())).hasSize(1);
    order(0, 5_000, "A", 200, Listing.State.FILLED);
    assertThat(found(new OrderAndWithdraw())).as("most was meant").isEmpty();
  }

  @Test
  void one_large_listing_that_is_withdrawn_is_found() {
    deal(0, "S", "B", 100, 10_000);
    order(0, 0, "A", 499, Listing.State.WITHDRAWN);
    assertThat(found(new OrderAndWithdraw())).isEmpty();
    order(1, 0, "A", 5_000, Listing.State.WITHDRAWN);
    assertThat(found(new OrderAndWithdraw())).as("nothing was traded that day").isEmpty();
    order(0, 60, "A", 1, Listing.State.WITHDRAWN);
    assertThat(found(new OrderAndWithdraw())).hasSize(1);
  }

  @Test
  void a_block_far_from_the_price_is_told_of_both_and_a_fair_one_of_nobody() {
    deal(0, "S", "B", 100, 10_000);
    deal(1, "A", "C", 20_000, 8_001, Trade.Mode.BLOCK);
    deal(2, "A", "C", 20_000, 8_001, Trade.Mode.BLOCK);
    assertThat(found(new PriceOutliers())).isEmpty();
    deal(3, "A", "C", 20_000, 8_000, Trade.Mode.BLOCK);
    deal(4, "A", "C", 20_000, 8_000, Trade.Mode.BLOCK);
    assertThat(found(new PriceOutliers()))
        .extracting(Signal::participants)
        .containsExactlyInAnyOrder(List.of("A"), List.of("C"));
  }

  @Test
  void who_buys_dear_and_sells_cheap_is_found_and_who_sells_in_a_falling_market_is_not() {
    for (int day = 0; day < 30; day++) {
      deal(day, "S", "B", 100, 10_000 - 50L * day);
    }
    for (int day = 0; day < 3; day++) {
      deal(day, "S", "A", 100, 10_000 - 50L * day);
      deal(day + 20, "A", "B", 100, 10_000 - 50L * (day + 20));
    }
    assertThat(found(new BuyHighSellLow())).as("it lost a tenth, like everybody").isEmpty();
    for (int day = 0; day < 3; day++) {
      deal(day + 3, "S", "D", 100, 10_200 - 50L * (day + 3));
      deal(day + 20, "D", "B", 100, 9_800 - 50L * (day + 20));
    }
    assertThat(found(new BuyHighSellLow()))
        .singleElement()
        .satisfies(each -> assertThat(each.participants()).containsExactly("D"));
  }

  @Test
  void evidence_has_a_limit_and_says_how_much_there_is() {
    related("A", "B");
    for (int i = 0; i < 50; i++) {
      deal(i, "A", "B", 10, 10_000);
      deal(i, "A", "B", 10, 10_000);
      deal(i, "A", "B", 10, 10_000);
    }
    assertThat(found(new MutualTrades()))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.evidence()).hasSize(Signal.EVIDENCE_MOST);
              assertThat(each.evidenceOf()).isEqualTo(150);
            });
  }
}
