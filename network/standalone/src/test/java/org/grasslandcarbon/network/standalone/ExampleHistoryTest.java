// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

  @Test
  void plans_of_provinces_speak_of_carbon_sinks_as_plainly_as_the_paper_reports() {
    Map<String, String> plainly =
        event("road-map")
            .args()
            .get("plans")
            .valueStream()
            .collect(
                Collectors.toMap(
                    plan -> plan.get("region").stringValue(),
                    plan -> plan.get("explicitness").stringValue()));
    assertThat(plainly)
        .containsOnly(
            Map.entry("150000", "EXPLICIT"),
            Map.entry("650000", "EXPLICIT"),
            Map.entry("630000", "IMPLICIT"),
            Map.entry("510000", "PLANNED"),
            Map.entry("540000", "NONE"));
  }

  @Test
  void a_goal_is_revised_on_a_report_between_two_assessments_and_another_follows() {
    assertThat(
            List.of(
                event("goal-inner-mongolia-decided"),
                event("assessment-inner-mongolia-2024"),
                event("revision-inner-mongolia-decided"),
                event("assessment-inner-mongolia-2025"),
                event("goal-inner-mongolia-2026-decided")))
        .isSortedAccordingTo(Comparator.comparing(ExampleHistory.Event::at));
    assertThat(event("revision-inner-mongolia").args().get("assessment").stringValue())
        .isEqualTo("{id:assessment-inner-mongolia-2024}");
    assertThat(event("goal-inner-mongolia").args().get("targets").valueStream())
        .as("a chain to a league, a banner and a project")
        .anySatisfy(target -> assertThat(target.path("region").asString("")).isEqualTo("152200"))
        .anySatisfy(target -> assertThat(target.path("region").asString("")).isEqualTo("152221"))
        .anySatisfy(target -> assertThat(target.has("project")).isTrue());
  }

  @Test
  void what_one_region_needs_and_another_offers_comes_true_in_a_block_trade() {
    ExampleHistory.Event trade =
        events.stream()
            .filter(event -> event.action().equals("offerBlockTrade"))
            .findFirst()
            .orElseThrow();
    assertThat(List.of(event("need-of-tianjin"), event("offer-of-qinghai"), trade))
        .isSortedAccordingTo(Comparator.comparing(ExampleHistory.Event::at));
    assertThat(trade.args().get("quantity").asLong())
        .isEqualTo(
            Long.parseLong(
                event("need-of-tianjin").args().at("/fields/supply/quantity").stringValue()));
    assertThat(trade.by()).isEqualTo("owner-golog");
    assertThat(trade.args().get("price").asLong())
        .isBetween(
            event("offer-of-qinghai").args().at("/fields/supply/priceFen").asLong(),
            event("need-of-tianjin").args().at("/fields/supply/priceFen").asLong());
  }

  /** Nobody has published a target, a value, a vote or a payment of the example. */
  @Test
  void whatever_has_a_number_that_nobody_published_says_that_it_is_assumed() throws IOException {
    Set<String> numbers =
        Set.of(
            "publishCriteria",
            "proposeGoal",
            "voteOnGoal",
            "reportIndicators",
            "recordCompensation",
            "assessGap");
    try (InputStream in = ExampleHistory.class.getResourceAsStream("/example-coordination.json")) {
      List<JsonNode> told =
          Codec.readTree(in.readAllBytes())
              .get("events")
              .valueStream()
              .filter(event -> numbers.contains(event.get("action").stringValue()))
              .filter(event -> !event.has("refused"))
              .toList();
      assertThat(told)
          .hasSizeGreaterThan(40)
          .allSatisfy(event -> assertThat(event.path("assumed").asString("")).isNotBlank());
    }
  }

  private ExampleHistory.Event event(String name) {
    return events.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
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
