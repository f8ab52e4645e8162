// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class PublishOffsetRuleTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId office = ledger.the(Role.OFFICE);
  private final PublishOffsetRule example = PublishedOffsets.example();

  private Verdict refused(ParticipantId by, PublishOffsetRule rule, String code) {
    Verdict verdict = ledger.submit(by, rule);
    assertThat(verdict.code()).isEqualTo(code);
    return verdict;
  }

  private PublishOffsetRule of(String market) {
    return Edited.with(
        Edited.with(example, "/market", "\"" + market + "\""), "/status", "\"IN_FORCE\"");
  }

  @Test
  void every_row_that_is_known_can_be_published_and_says_where_it_comes_from() {
    PublishedOffsets.all().forEach(row -> ledger.apply(authority, row));
    assertThat(ledger.records(OffsetRule.TYPE))
        .hasSize(PublishedOffsets.all().size())
        .allSatisfy(rule -> assertThat(rule.sources()).isNotEmpty())
        .filteredOn(rule -> rule.status() != OffsetRule.Status.EXAMPLE)
        .allSatisfy(rule -> assertThat(rule.unread()).isNotEmpty());
    OffsetMarket beijing = ledger.find(OffsetMarket.key(new MarketId("CN-11"))).orElseThrow();
    assertThat(beijing.version(2013)).isEmpty();
    assertThat(beijing.version(2014)).contains(1);
    assertThat(beijing.version(2023)).contains(1);
    assertThat(beijing.version(2030)).contains(2);
  }

  @Test
  void a_later_row_of_the_same_years_stands_in_place_of_the_earlier_one() {
    ledger.apply(authority, example);
    ledger.apply(authority, Edited.with(example, "/firstYear", "2025"));
    OffsetMarket market = ledger.find(OffsetMarket.key(example.market())).orElseThrow();
    assertThat(market.version(2024)).contains(1);
    assertThat(market.version(2025)).contains(2);
    assertThat(ledger.find(OffsetRule.key(example.market(), 1))).isPresent();
  }

  @Test
  void an_office_publishes_for_its_own_region_and_only_the_authority_for_the_nation() {
    ledger.apply(office, of("CN-15"));
    refused(office, of("CN-11"), "NOT_ALLOWED");
    refused(office, of("CN"), "NOT_ALLOWED");
    refused(office, example, "NOT_ALLOWED");
    ledger.apply(authority, of("CN-11-BHO"));
  }

  @Test
  void the_last_year_is_not_before_the_first() {
    refused(authority, Edited.with(example, "/lastYear", "2019"), "BAD_OFFSET_RULE");
    ledger.apply(authority, Edited.with(example, "/lastYear", "2020"));
  }

  @Test
  void a_document_that_nobody_has_read_has_no_terms_and_is_named() {
    PublishOffsetRule notRead =
        Edited.without(Edited.with(of("CN-31"), "/status", "\"NOT_LOADED\""), "/terms");
    refused(authority, notRead, "BAD_OFFSET_RULE");
    refused(authority, Edited.with(of("CN-31"), "/status", "\"NOT_LOADED\""), "BAD_OFFSET_RULE");
    refused(authority, Edited.without(of("CN-31"), "/terms"), "BAD_OFFSET_RULE");
    ledger.apply(authority, Edited.with(notRead, "/unread/-", "\"Order 1\""));
  }

  @Test
  void a_market_is_for_practice_for_good_or_not_at_all() {
    ledger.apply(authority, example);
    refused(authority, Edited.with(example, "/status", "\"IN_FORCE\""), "BAD_OFFSET_RULE");
    ledger.apply(authority, of("CN-11"));
    refused(authority, Edited.with(of("CN-11"), "/status", "\"EXAMPLE\""), "BAD_OFFSET_RULE");
  }

  @Test
  void names_of_caps_are_distinct_and_one_bounds_everything() {
    refused(authority, Edited.with(example, "/terms/caps/1/id", "\"TOTAL\""), "BAD_OFFSET_RULE");
    Verdict verdict =
        refused(authority, Edited.without(example, "/terms/caps/0"), "BAD_OFFSET_RULE");
    assertThat(verdict.detail().orElseThrow()).contains("one cap bounds all");
  }

  @Test
  void a_minimum_share_is_of_a_cap_that_is_there() {
    String share = "[{\"id\":\"LOCAL\",\"of\":\"%s\",\"perMille\":500,\"where\":{}}]";
    refused(
        authority,
        Edited.with(example, "/terms/minimumShares", share.formatted("TOTALS")),
        "BAD_OFFSET_RULE");
    refused(
        authority,
        Edited.with(
            example, "/terms/minimumShares", share.replace("LOCAL", "OUTSIDE").formatted("TOTAL")),
        "BAD_OFFSET_RULE");
    ledger.apply(authority, Edited.with(example, "/terms/minimumShares", share.formatted("TOTAL")));
  }

  @Test
  void the_last_day_of_reductions_is_not_before_the_first() {
    PublishOffsetRule from = Edited.with(example, "/terms/arisenFrom", "\"2013-01-01\"");
    refused(authority, Edited.with(from, "/terms/arisenTo", "\"2012-12-31\""), "BAD_OFFSET_RULE");
    ledger.apply(authority, Edited.with(from, "/terms/arisenTo", "\"2013-01-01\""));
  }

  @Test
  void a_cap_of_the_market_begins_with_a_year() {
    String cap = "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"tonnes\":100,\"where\":{}}";
    PublishOffsetRule bounded = Edited.with(example, "/terms/caps/-", cap);
    ledger.apply(authority, Edited.with(example, "/lastYear", "2024"));
    refused(authority, bounded, "BAD_OFFSET_RULE");
    PublishOffsetRule later = Edited.with(bounded, "/firstYear", "2025");
    ledger.apply(authority, later);
    ledger.apply(authority, later);
  }

  @Test
  void a_cap_is_a_share_or_a_number_and_a_markets_is_a_number() {
    List<String> wrong =
        List.of(
            "{\"id\":\"ALL\",\"scope\":\"ENTERPRISE\",\"where\":{}}",
            "{\"id\":\"ALL\",\"scope\":\"ENTERPRISE\",\"perMille\":5,\"where\":{}}",
            "{\"id\":\"ALL\",\"scope\":\"ENTERPRISE\",\"base\":\"ISSUED\",\"perMille\":5,\"tonnes\":1,\"where\":{}}",
            "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"base\":\"ISSUED\",\"perMille\":5,\"where\":{}}",
            "{\"id\":\"all\",\"scope\":\"MARKET\",\"tonnes\":5,\"where\":{}}");
    for (String each : wrong) {
      assertThatThrownBy(() -> Edited.with(example, "/terms/caps/-", each))
          .as(each)
          .isInstanceOf(RuntimeException.class);
    }
  }
}
