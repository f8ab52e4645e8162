// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.offset.CapLeft;
import org.grasslandcarbon.domain.offset.MarketOffsetUse;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.OffsetUse;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** Credits that are retired for compliance: what the market takes, and no tonne above its caps. */
class ComplianceTest extends OneHoldersCredits {
  private static final int YEAR = 2025;
  private static final MarketId EXAMPLE = PublishedOffsets.EXAMPLE_MARKET;
  private static final MarketId REAL = new MarketId("CN-15");

  private final BatchId practice = issued.to(owner, 100, 0, true);

  /** The example's caps for real grassland credits, as no market has them. */
  private static PublishOffsetRule real() {
    return Edited.with(
        Edited.with(PublishedOffsets.example(), "/market", "\"" + REAL + "\""),
        "/status",
        "\"IN_FORCE\"");
  }

  private void record(ParticipantId enterprise, MarketId market, long emissions) {
    ledger.apply(
        authority,
        new RecordObligation(
            new OffsetBases(Optional.of(Tonnes.of(emissions)), Optional.empty(), Optional.empty()),
            Sha256.of("decision"),
            enterprise,
            market,
            YEAR));
  }

  private RetireCredits surrender(BatchId of, long quantity, MarketId market) {
    return surrender(of, quantity, market, owner);
  }

  private static RetireCredits surrender(
      BatchId of, long quantity, MarketId market, ParticipantId beneficiary) {
    RetireCredits plain = retire(of, quantity, Retirement.Purpose.COMPLIANCE);
    return Edited.with(
        Edited.with(plain, "/beneficiary/code", "\"" + beneficiary + "\""),
        "/compliance",
        "{\"market\":\"%s\",\"year\":%s}".formatted(market, YEAR));
  }

  private OffsetUse use(MarketId market) {
    return ledger.find(OffsetUse.key(market, YEAR, owner)).orElseThrow();
  }

  private Verdict refused(RetireCredits retirement, String code) {
    Verdict verdict = ledger.submit(owner, retirement);
    assertThat(verdict.code()).as(verdict.toString()).isEqualTo(code);
    return verdict;
  }

  @Test
  void credits_are_surrendered_up_to_the_cap_and_not_a_tonne_above_it() {
    ledger.apply(authority, real());
    record(owner, REAL, 1_000);
    InstructionId id = ledger.apply(owner, surrender(batch, 20, REAL));
    Retirement retirement = ledger.find(Retirement.key(id)).orElseThrow();
    assertThat(retirement.compliance()).contains(new Retirement.Surrender(REAL, 1, YEAR));
    assertThat(use(REAL).left())
        .extracting(CapLeft::cap, cap -> cap.left().orElseThrow().value())
        .containsExactly(tuple("TOTAL", 30L), tuple("OUTSIDE", 5L));

    Verdict verdict = refused(surrender(batch, 6, REAL), "OFFSET_LIMIT_EXCEEDED");
    assertThat(verdict.detail().orElseThrow()).contains("5 t are usable").contains("OUTSIDE");
    ledger.apply(owner, surrender(batch, 5, REAL));
    refused(surrender(batch, 1, REAL), "OFFSET_LIMIT_EXCEEDED");
    assertThat(holding(owner).held().quantity()).isEqualTo(Tonnes.of(875));
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  @Test
  void several_batches_are_judged_together_and_all_or_none_are_surrendered() {
    BatchId other = issued.to(owner, 50, 0, false);
    ledger.apply(authority, real());
    record(owner, REAL, 1_000);
    RetireCredits both =
        Edited.with(
            surrender(batch, 20, REAL),
            "/further",
            "[{\"batch\":\"%s\",\"quantity\":6}]".formatted(other));
    Verdict verdict = refused(both, "OFFSET_LIMIT_EXCEEDED");
    assertThat(verdict.detail().orElseThrow()).contains("batch no. 2").contains("5 t are usable");
    assertThat(ledger.find(OffsetUse.key(REAL, YEAR, owner))).isEmpty();
    ledger.apply(owner, Edited.with(both, "/further/0/quantity", "5"));
    assertThat(use(REAL).used()).hasSize(1);
    assertThat(use(REAL).used().get(0).tonnes()).isEqualTo(Tonnes.of(25));
  }

  @Test
  void another_year_and_another_market_have_caps_of_their_own() {
    ledger.apply(authority, real());
    record(owner, REAL, 1_000);
    ledger.apply(owner, surrender(batch, 25, REAL));
    refused(surrender(batch, 1, REAL), "OFFSET_LIMIT_EXCEEDED");
    refused(
        Edited.with(surrender(batch, 1, REAL), "/compliance/year", "2024"), "BASE_NOT_RECORDED");
  }

  @Test
  void a_later_row_counts_what_was_used_under_the_earlier_one() {
    ledger.apply(authority, real());
    record(owner, REAL, 1_000);
    ledger.apply(owner, surrender(batch, 25, REAL));
    ledger.apply(authority, Edited.with(real(), "/terms/caps/1/perMille", "30"));
    refused(surrender(batch, 6, REAL), "OFFSET_LIMIT_EXCEEDED");
    InstructionId id = ledger.apply(owner, surrender(batch, 5, REAL));
    assertThat(ledger.find(Retirement.key(id)).orElseThrow().compliance())
        .contains(new Retirement.Surrender(REAL, 2, YEAR));
  }

  @Test
  void what_is_not_recorded_is_not_zero() {
    ledger.apply(authority, real());
    Verdict verdict = refused(surrender(batch, 1, REAL), "BASE_NOT_RECORDED");
    assertThat(verdict.detail().orElseThrow()).contains("confirmed emissions");
  }

  @Test
  void a_market_without_a_rule_takes_nothing() {
    refused(surrender(batch, 1, REAL), "NOT_ELIGIBLE_FOR_MARKET");
  }

  @Test
  void real_markets_take_no_grassland_credit_and_say_what_they_take() {
    PublishedOffsets.all().forEach(row -> ledger.apply(authority, row));
    record(owner, new MarketId("CN-11"), 1_000_000);
    Verdict verdict =
        refused(surrender(batch, 1, new MarketId("CN-11")), "NOT_ELIGIBLE_FOR_MARKET");
    assertThat(verdict.detail().orElseThrow())
        .contains("GRASSLAND_SINK is not taken")
        .contains("CCER");
  }

  @Test
  void only_the_holder_itself_is_made_good_so_that_nobody_uses_up_anothers_caps() {
    ledger.apply(authority, real());
    record(owner, REAL, 1_000);
    record(buyer, REAL, 1_000);
    refused(surrender(batch, 1, REAL, buyer), "BENEFICIARY_NOT_HOLDER");
    refused(
        Edited.without(surrender(batch, 1, REAL), "/beneficiary/code"), "BENEFICIARY_NOT_HOLDER");
    assertThat(ledger.find(OffsetUse.key(REAL, YEAR, buyer))).isEmpty();
  }

  @Test
  void credits_for_practice_are_surrendered_in_a_market_for_practice_and_nowhere_else() {
    ledger.apply(authority, PublishedOffsets.example());
    ledger.apply(authority, real());
    record(owner, EXAMPLE, 1_000);
    record(owner, REAL, 1_000);
    assertThat(
            refused(surrender(batch, 1, EXAMPLE), "NOT_ELIGIBLE_FOR_MARKET").detail().orElseThrow())
        .contains("for practice");
    assertThat(
            refused(surrender(practice, 1, REAL), "NOT_ELIGIBLE_FOR_MARKET").detail().orElseThrow())
        .contains("for practice");
    ledger.apply(owner, surrender(practice, 25, EXAMPLE));
    refused(surrender(practice, 1, EXAMPLE), "OFFSET_LIMIT_EXCEEDED");
  }

  @Test
  void a_cap_of_the_market_is_shared_by_all_enterprises() {
    ledger.apply(
        authority,
        Edited.with(
            real(),
            "/terms/caps/-",
            "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"tonnes\":30,\"where\":{}}"));
    record(owner, REAL, 1_000);
    record(buyer, REAL, 1_000);
    ledger.apply(owner, transfer(batch, 100, buyer));
    ledger.apply(owner, surrender(batch, 20, REAL));
    Verdict verdict = ledger.submit(buyer, surrender(batch, 11, REAL, buyer));
    assertThat(verdict.code()).isEqualTo("OFFSET_LIMIT_EXCEEDED");
    assertThat(verdict.detail().orElseThrow()).contains("10 t are usable").contains("ALL");
    ledger.apply(buyer, surrender(batch, 10, REAL, buyer));
    assertThat(ledger.find(MarketOffsetUse.key(REAL, YEAR)).orElseThrow().used().get(0).tonnes())
        .isEqualTo(Tonnes.of(30));
  }

  @Test
  void an_own_project_stays_ones_own_when_its_credits_go_to_a_friend_and_come_back() {
    ledger.apply(authority, Edited.with(real(), "/terms/ownProjectsExcluded", "true"));
    record(owner, REAL, 1_000);
    record(buyer, REAL, 1_000);
    String first = refused(surrender(batch, 1, REAL), "NOT_ELIGIBLE_FOR_MARKET").detail().get();
    assertThat(first).contains("enterprise's own");

    ledger.apply(owner, transfer(batch, 900, buyer));
    ledger.apply(buyer, transfer(batch, 500, owner));
    assertThat(refused(surrender(batch, 1, REAL), "NOT_ELIGIBLE_FOR_MARKET").detail().get())
        .isEqualTo(first);
    assertThat(ledger.find(OffsetUse.key(REAL, YEAR, owner))).isEmpty();

    ledger.apply(buyer, surrender(batch, 1, REAL, buyer));
    BatchId anothers = issued.to(buyer, 50, 0, false);
    ledger.apply(buyer, transfer(anothers, 10, owner));
    ledger.apply(owner, surrender(anothers, 1, REAL));
  }

  @Test
  void with_credits_of_others_one_of_an_own_project_is_refused_as_well() {
    ledger.apply(authority, Edited.with(real(), "/terms/ownProjectsExcluded", "true"));
    record(owner, REAL, 1_000);
    BatchId anothers = issued.to(buyer, 50, 0, false);
    ledger.apply(buyer, transfer(anothers, 10, owner));
    RetireCredits both =
        Edited.with(
            surrender(anothers, 1, REAL),
            "/further",
            "[{\"batch\":\"%s\",\"quantity\":1}]".formatted(batch));
    refused(both, "NOT_ELIGIBLE_FOR_MARKET");
    assertThat(ledger.find(OffsetUse.key(REAL, YEAR, owner))).isEmpty();
  }

  @Test
  void only_compliance_names_a_market_and_it_does() {
    refused(retire(batch, 1, Retirement.Purpose.COMPLIANCE), "NOT_ELIGIBLE_FOR_MARKET");
    assertThatThrownBy(() -> Edited.with(surrender(batch, 1, REAL), "/purpose", "\"VOLUNTARY\""))
        .hasStackTraceContaining("only COMPLIANCE names a market");
  }

  @Test
  void other_uses_leave_the_caps_alone() {
    ledger.apply(authority, real());
    record(owner, REAL, 1_000);
    ledger.apply(owner, retire(batch, 100, Retirement.Purpose.VOLUNTARY));
    ledger.apply(owner, surrender(batch, 25, REAL));
    assertThat(ledger.records(Retirement.TYPE).map(Retirement::compliance))
        .containsExactlyInAnyOrderElementsOf(
            List.of(Optional.empty(), Optional.of(new Retirement.Surrender(REAL, 1, YEAR))));
  }
}
