// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.applied;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.buys;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.refused;
import static org.grasslandcarbon.network.conformance.market.PaperMarket.sells;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;

/** The rules of a rush see each thing that must not be, in data that are otherwise good. */
class RushRulesTest {
  private static final long MILLISECOND = 1_000_000;

  private final PaperMarket market = new PaperMarket();
  private final ParticipantId seller = market.somebody();
  private final Signed dear = sells(seller, 10, 100);
  private final Signed cheap = sells(seller, 5, 90);
  private final Signed first = buys(market.somebody(), 5, 100, false);
  private final Signed second = buys(market.somebody(), 8, 100, false);
  private final Signed third = buys(market.somebody(), 5, 100, false);
  private final Signed last = buys(market.somebody(), 1, 100, false);
  private final List<Signed> signed = List.of(dear, cheap, first, second, third, last);

  /** First and third came to one gateway, second and last to another. */
  private final List<Sent> sent =
      new ArrayList<>(
          List.of(
              sent(first, 0, 0, "APPLIED"),
              sent(second, 1, 0, "APPLIED"),
              sent(third, 0, 2, "APPLIED"),
              sent(last, 1, 2, "NOTHING_TO_TAKE")));

  private final List<Judged> judged =
      new ArrayList<>(
          List.of(
              applied(dear),
              applied(cheap),
              applied(first, market.bought(first, cheap, 90, 1, 5)),
              applied(second, market.bought(second, dear, 100, 11, 18)),
              applied(third, market.bought(third, dear, 100, 19, 20)),
              refused(last, "NOTHING_TO_TAKE")));

  /** Sent at a millisecond, stored one later, told ten later. */
  private static Sent sent(Signed signed, int gateway, long at, String outcome) {
    return waited(signed, gateway, at, 10, outcome);
  }

  private static Sent waited(Signed signed, int gateway, long at, long wait, String outcome) {
    long begin = at * MILLISECOND;
    long told = begin + wait * MILLISECOND;
    return new Sent(signed.text().id(), gateway, begin, begin + MILLISECOND, told, outcome, 7);
  }

  private List<String> violations() {
    return RushRules.violations(signed, sent, judged);
  }

  private void assertSeen(String what) {
    assertThat(violations()).anyMatch(each -> each.contains(what));
  }

  @Test
  void good_data_pass() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void more_than_was_listed_is_seen() {
    judged.set(4, applied(third, market.bought(third, dear, 100, 19, 23)));
    assertSeen("more is sold than was listed");
    assertSeen("made the trades");
  }

  @Test
  void a_serial_number_that_is_sold_twice_is_seen() {
    judged.set(4, applied(third, market.bought(third, dear, 100, 18, 19)));
    assertThat(violations()).singleElement().asString().contains("-18 is sold twice");
  }

  @Test
  void who_was_told_otherwise_than_the_ledger_has_is_seen() {
    sent.set(3, sent(last, 1, 2, "APPLIED"));
    assertThat(violations())
        .singleElement()
        .asString()
        .contains("was told APPLIED and is NOTHING_TO_TAKE");
  }

  @Test
  void who_is_nowhere_on_the_ledger_is_seen() {
    judged.remove(5);
    assertThat(violations()).singleElement().asString().contains("and is null");
  }

  @Test
  void an_instruction_that_is_judged_twice_is_seen() {
    judged.add(refused(last, "NOTHING_TO_TAKE"));
    assertSeen("was judged twice");
  }

  @Test
  void a_refusal_for_anything_else_than_an_empty_book_is_seen() {
    judged.set(5, refused(last, "INSUFFICIENT_CASH"));
    sent.set(3, sent(last, 1, 2, "INSUFFICIENT_CASH"));
    assertThat(violations()).singleElement().asString().contains("refused for no rule");
  }

  @Test
  void who_is_judged_before_somebody_that_its_gateway_had_before_is_seen() {
    Collections.swap(judged, 2, 4);
    judged.set(2, applied(third, market.bought(third, cheap, 90, 1, 5)));
    judged.set(4, applied(first, market.bought(first, dear, 100, 19, 20)));
    assertThat(violations())
        .singleElement()
        .asString()
        .startsWith(third.text().id() + " came after " + first.text().id());
  }

  @Test
  void who_came_while_another_was_being_stored_may_be_judged_before_it() {
    sent.set(2, sent(third, 0, 1, "APPLIED"));
    Collections.swap(judged, 2, 4);
    judged.set(2, applied(third, market.bought(third, cheap, 90, 1, 5)));
    judged.set(4, applied(first, market.bought(first, dear, 100, 19, 20)));
    assertThat(violations()).isEmpty();
  }

  @Test
  void a_gateway_whose_takers_wait_more_than_five_times_as_long_is_seen() {
    sent.set(1, waited(second, 1, 0, 50, "APPLIED"));
    sent.set(3, waited(last, 1, 2, 50, "NOTHING_TO_TAKE"));
    assertThat(violations()).isEmpty();
    assertThat(RushRules.medianWaits(sent)).isEqualTo(Map.of(0, 10.0, 1, 50.0));
    sent.set(1, waited(second, 1, 0, 51, "APPLIED"));
    sent.set(3, waited(last, 1, 2, 51, "NOTHING_TO_TAKE"));
    assertThat(violations()).singleElement().asString().contains("5.1 times the fastest's");
  }
}
