// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ledger's day in these tests is 2025-03-03. */
class PublishRegistryRuleTest {
  private final TestLedger ledger = new TestLedger();

  private static PublishRegistryRule from(String day) {
    return Edited.with(PublishRegistryRule.TYPE.example(), "/validFrom", "\"" + day + "\"");
  }

  private Verdict publish(String day) {
    return ledger.submit(ledger.the(Role.AUTHORITY), from(day));
  }

  private RegistryRules rules() {
    return ledger.find(RegistryRules.KEY).orElseThrow();
  }

  @Test
  void a_rule_holds_from_its_day_on_with_the_sources_of_its_numbers() {
    assertThat(publish("2025-03-03").code()).isEqualTo("APPLIED");
    assertThat(publish("2025-06-01").code()).isEqualTo("APPLIED");
    assertThat(rules().on(LocalDate.of(2025, 3, 2))).isEmpty();
    RegistryRules.Version first = rules().on(LocalDate.of(2025, 5, 31)).orElseThrow();
    assertThat(first.validFrom()).isEqualTo("2025-03-03");
    assertThat(first.publishedAt()).isEqualTo(ledger.time());
    assertThat(first.commentsPerAuthor())
        .isEqualTo(PublishRegistryRule.TYPE.example().commentsPerAuthor());
    assertThat(rules().on(LocalDate.of(2030, 1, 1)).orElseThrow().validFrom())
        .isEqualTo("2025-06-01");
  }

  @Test
  void what_has_held_is_never_changed() {
    assertThat(publish("2025-03-02").code()).isEqualTo("BAD_REGISTRY_RULE");
    assertThat(publish("2025-03-03").code()).isEqualTo("APPLIED");
    Verdict again = publish("2025-03-03");
    assertThat(again.code()).isEqualTo("BAD_REGISTRY_RULE");
    assertThat(again.detail()).contains("a rule has begun to hold on 2025-03-03");
    assertThat(publish("2025-06-01").code()).isEqualTo("APPLIED");
    ledger.advance(Duration.ofDays(90));
    assertThat(publish("2025-06-01").code()).isEqualTo("BAD_REGISTRY_RULE");
  }

  @Test
  void a_rule_that_has_not_begun_can_be_replaced() {
    assertThat(publish("2025-06-01").code()).isEqualTo("APPLIED");
    PublishRegistryRule other = Edited.with(from("2025-06-01"), "/commentsPerAuthor/most", "3");
    ledger.apply(ledger.the(Role.AUTHORITY), other);
    assertThat(rules().versions()).hasSize(1);
    assertThat(rules().versions().get(0).commentsPerAuthor().most()).isEqualTo(3);
  }

  /** A day that was mistyped must not bind the authority until then. */
  @Test
  void a_rule_may_begin_before_one_that_was_published_earlier() {
    assertThat(publish("2095-06-01").code()).isEqualTo("APPLIED");
    assertThat(publish("2025-06-01").code()).isEqualTo("APPLIED");
    assertThat(rules().versions())
        .extracting(version -> version.validFrom().toString())
        .containsExactly("2025-06-01", "2095-06-01");
    assertThat(rules().on(LocalDate.of(2030, 1, 1)).orElseThrow().validFrom())
        .isEqualTo("2025-06-01");
  }

  @Test
  void only_the_authority_publishes_rules() {
    assertThat(ledger.submit(ledger.the(Role.OFFICE), from("2025-06-01")).code())
        .isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_hundred_rules_are_enough() {
    LocalDate day = LocalDate.of(2025, 3, 3);
    for (int i = 0; i < RegistryRules.VERSIONS_MOST; i++) {
      ledger.apply(ledger.the(Role.AUTHORITY), from(day.plusDays(i).toString()));
    }
    assertThat(publish("2026-01-01").code()).isEqualTo("TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({
    "/commentsPerAuthor/most, 0",
    "/refusalsPerHour/most, 100001",
    "/commentsPerAuthor/source, '\" \"'"
  })
  void numbers_are_within_reason_and_say_where_they_come_from(String member, String value) {
    byte[] signed =
        ledger
            .signer(ledger.the(Role.AUTHORITY))
            .sign(
                TestLedger.newInstruction(),
                ledger.the(Role.AUTHORITY),
                "publishRegistryRule",
                edited(member, value),
                ledger.time());
    assertThat(ledger.submit(signed).get(0).code()).isEqualTo("MALFORMED");
  }

  private static JsonNode edited(String member, String value) {
    String text = Codec.text(from("2025-06-01"));
    JsonNode tree = Codec.readTree(text.getBytes(StandardCharsets.UTF_8));
    int last = member.lastIndexOf('/');
    ((ObjectNode) tree.at(member.substring(0, last)))
        .set(member.substring(last + 1), Codec.readTree(value.getBytes(StandardCharsets.UTF_8)));
    return tree;
  }
}
