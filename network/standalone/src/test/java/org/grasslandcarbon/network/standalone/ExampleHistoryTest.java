// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.junit.jupiter.api.Test;

class ExampleHistoryTest {
  private final List<ExampleHistory.Event> events = ExampleHistory.read().events();

  @Test
  void history_runs_forward_and_is_the_same_whenever_it_is_read() {
    assertThat(events).isSortedAccordingTo(Comparator.comparing(ExampleHistory.Event::at));
    assertThat(events).extracting(ExampleHistory.Event::id).doesNotHaveDuplicates();
    assertThat(ExampleHistory.read().events()).isEqualTo(events);
  }

  @Test
  void half_a_year_of_working_days_is_traded_with_a_block_an_auction_and_a_forward() {
    Map<String, Long> actions =
        events.stream()
            .collect(Collectors.groupingBy(ExampleHistory.Event::action, Collectors.counting()));
    assertThat(actions)
        .containsEntry("offerBlockTrade", 1L)
        .containsEntry("acceptBlockTrade", 1L)
        .containsEntry("closeAuction", 1L)
        .containsEntry("acceptForward", 1L)
        .containsEntry("revealBid", 3L)
        .containsKeys("depositCash", "confirmWithdrawal", "attestCash", "recordInvoice");
    assertThat(actions.get("openTradingDay")).isBetween(115L, 130L);
    assertThat(actions.get("takeListings")).isBetween(150L, 260L);
    assertThat(days("openTradingDay"))
        .startsWith(LocalDate.of(2026, 5, 6))
        .endsWith(LocalDate.of(2026, 10, 30))
        .as("the National Day holidays")
        .doesNotContain(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2));
  }

  @Test
  void markets_rules_are_published_and_credits_for_practice_are_surrendered() {
    assertThat(events)
        .filteredOn(event -> event.action().equals("publishOffsetRule"))
        .hasSameSizeAs(PublishedOffsets.all());
    assertThat(events)
        .filteredOn(event -> event.args().has("compliance"))
        .isNotEmpty()
        .allSatisfy(
            event -> assertThat(event.args().path("batch").asString()).startsWith("CN-GCST-"));
  }

  /** Each is a block, and whoever starts the product for the first time waits for all of them. */
  @Test
  void a_trading_day_has_three_moments_but_for_few() {
    long days = days("openTradingDay").size();
    assertThat(events.stream().map(ExampleHistory.Event::at).distinct().count())
        .isBetween(3 * days, 4 * days);
  }

  private List<LocalDate> days(String action) {
    return events.stream()
        .filter(event -> event.action().equals(action))
        .map(ExampleHistory.Event::at)
        .map(ExampleHistoryTest::day)
        .toList();
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(BeijingTime.OFFSET).toLocalDate();
  }
}
