// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.applied;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.buys;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.delivers;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.refused;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.sells;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.wants;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.withdraws;

import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;

/** The book on paper agrees with what the rules give, and sees each thing that they do not. */
class PaperDayTest {
  private final PaperMarket market = new PaperMarket();
  private final PaperDay day = new PaperDay(Set.of(ErrorCode.INSUFFICIENT_CASH));
  private final ParticipantId seller = market.somebody();
  private final ParticipantId other = market.somebody();
  private final ParticipantId buyer = market.somebody();
  private final Signed dear = sells(seller, 10, 100);
  private final Signed cheap = sells(other, 5, 90);
  private final Signed alike = sells(seller, 5, 90);

  private void list(Signed... listings) {
    for (Signed each : listings) {
      day.play(each, applied(each));
    }
  }

  private void assertWrong(String what) {
    assertThat(day.violations()).singleElement().asString().contains(what);
  }

  @Test
  void the_best_price_is_taken_first_and_of_one_price_the_earlier() {
    list(dear, cheap, alike);
    Signed taking = buys(buyer, 12, 100, false);
    day.play(
        taking,
        applied(
            taking,
            market.bought(taking, cheap, 90, 1, 5),
            market.bought(taking, alike, 90, 11, 15),
            market.bought(taking, dear, 100, 21, 22)));
    assertThat(day.violations()).isEmpty();
    assertThat(day.levels(Side.SELL)).isEqualTo(Map.of(100L, 8L));
  }

  @Test
  void a_later_listing_before_an_earlier_one_of_the_same_price_is_seen() {
    list(cheap, alike);
    Signed taking = buys(buyer, 5, 100, false);
    day.play(taking, applied(taking, market.bought(taking, alike, 90, 11, 15)));
    assertWrong("made the trades");
  }

  @Test
  void a_dear_listing_before_a_cheap_one_is_seen() {
    list(dear, cheap);
    Signed taking = buys(buyer, 5, 100, false);
    day.play(taking, applied(taking, market.bought(taking, dear, 100, 21, 25)));
    assertWrong("made the trades");
  }

  @Test
  void a_trade_at_another_price_than_the_listings_is_seen() {
    list(cheap);
    Signed taking = buys(buyer, 5, 100, false);
    day.play(taking, applied(taking, market.bought(taking, cheap, 95, 1, 5)));
    assertWrong("made the trades");
  }

  @Test
  void more_or_less_than_is_there_for_it_is_seen() {
    list(cheap);
    Signed greedy = buys(buyer, 9, 100, false);
    day.play(greedy, applied(greedy, market.bought(greedy, cheap, 90, 1, 9)));
    assertWrong("made the trades");
    list(alike);
    Signed modest = buys(buyer, 5, 100, false);
    day.play(modest, applied(modest, market.bought(modest, alike, 90, 11, 14)));
    assertThat(day.violations()).hasSize(2);
  }

  @Test
  void all_or_nothing_is_refused_for_a_part_and_a_part_of_it_is_seen() {
    list(cheap);
    Signed taking = buys(buyer, 6, 100, true);
    day.play(taking, refused(taking, "NOTHING_TO_TAKE"));
    assertThat(day.violations()).isEmpty();
    Signed part = buys(buyer, 6, 100, true);
    day.play(part, applied(part, market.bought(part, cheap, 90, 1, 5)));
    assertWrong("took what is not there for it");
  }

  @Test
  void who_is_refused_although_there_is_something_is_seen() {
    list(cheap);
    Signed taking = buys(buyer, 1, 90, false);
    day.play(taking, refused(taking, "NOTHING_TO_TAKE"));
    assertWrong("1 t are there for it");
  }

  @Test
  void nobody_takes_its_own_and_who_finds_only_its_own_is_told_so() {
    list(cheap, dear);
    Signed taking = buys(other, 5, 90, false);
    day.play(taking, refused(taking, "OWN_LISTING"));
    assertThat(day.violations()).isEmpty();
    Signed again = buys(other, 5, 90, false);
    day.play(again, refused(again, "NOTHING_TO_TAKE"));
    assertWrong("for another reason");
    Signed further = buys(other, 5, 100, false);
    day.play(further, applied(further, market.bought(further, dear, 100, 21, 25)));
    assertThat(day.violations()).hasSize(1);
  }

  @Test
  void a_listing_that_crosses_is_refused_and_seen_when_it_is_not() {
    list(cheap);
    Signed refused = wants(buyer, 1, 90);
    day.play(refused, refused(refused, "WOULD_CROSS"));
    assertThat(day.violations()).isEmpty();
    list(wants(buyer, 1, 95));
    assertWrong("crosses the book");
  }

  @Test
  void a_listing_that_is_refused_and_would_not_cross_is_seen() {
    list(cheap);
    Signed below = wants(buyer, 1, 89);
    day.play(below, refused(below, "WOULD_CROSS"));
    assertWrong("does not cross");
  }

  @Test
  void the_highest_wish_to_buy_is_served_first() {
    Signed low = wants(buyer, 5, 80);
    Signed high = wants(other, 5, 85);
    list(low, high);
    Signed delivery = delivers(seller, 7, 80);
    day.play(
        delivery,
        applied(
            delivery,
            market.delivered(delivery, high, 85, 1, 5),
            market.delivered(delivery, low, 80, 6, 7)));
    assertThat(day.violations()).isEmpty();
    assertThat(day.levels(Side.BUY)).isEqualTo(Map.of(80L, 3L));
  }

  @Test
  void what_was_taken_back_is_not_there_and_is_not_taken_back_twice() {
    list(cheap);
    Signed withdrawal = withdraws(other, cheap);
    day.play(withdrawal, applied(withdrawal));
    Signed taking = buys(buyer, 5, 90, false);
    day.play(taking, refused(taking, "NOTHING_TO_TAKE"));
    Signed late = withdraws(other, cheap);
    day.play(late, refused(late, "WRONG_STATE"));
    assertThat(day.violations()).isEmpty();
    Signed again = withdraws(other, cheap);
    day.play(again, applied(again));
    assertWrong("does not stand");
  }

  @Test
  void a_listing_that_stands_and_is_not_given_back_is_seen() {
    list(cheap);
    Signed withdrawal = withdraws(other, cheap);
    day.play(withdrawal, refused(withdrawal, "WRONG_STATE"));
    assertWrong("its listing stands");
  }

  @Test
  void refusals_that_the_book_cannot_judge_are_taken_as_they_are_and_no_others() {
    list(cheap);
    Signed poor = buys(buyer, 5, 90, false);
    day.play(poor, refused(poor, "INSUFFICIENT_CASH"));
    assertThat(day.violations()).isEmpty();
    Signed other = buys(buyer, 5, 90, false);
    day.play(other, refused(other, "INTERNAL"));
    assertWrong("for no rule");
  }
}
