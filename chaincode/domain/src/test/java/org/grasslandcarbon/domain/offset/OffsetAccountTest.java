// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** What markets answer, by the rows that are known and by numbers worked out by hand. */
class OffsetAccountTest {
  private static final RegionCode BEIJING = new RegionCode("110105");
  private static final RegionCode HEBEI = new RegionCode("130800");
  private static final ParticipantId ENTERPRISE = new ParticipantId("91110000600037341L");

  private static PublishOffsetRule row(String market, int year) {
    return PublishedOffsets.all().stream()
        .filter(each -> each.market().equals(new MarketId(market)))
        .filter(each -> each.firstYear() <= year && each.lastYear().orElse(year) >= year)
        .findFirst()
        .orElseThrow();
  }

  private static OffsetRule rule(PublishOffsetRule row) {
    return new OffsetRule(
        row.document(),
        row.firstYear(),
        row.lastYear(),
        row.market(),
        row.name(),
        row.published(),
        Instant.EPOCH,
        row.sources(),
        row.status(),
        row.terms(),
        row.unread(),
        1);
  }

  private static OffsetAccount account(PublishOffsetRule row, OffsetBases bases) {
    return new OffsetAccount(
        bases,
        Optional.of(ENTERPRISE),
        new Compliance(row.market(), row.firstYear()),
        Optional.of(rule(row)),
        List.of(),
        List.of());
  }

  private static OffsetBases emissions(long tonnes) {
    return new OffsetBases(Optional.of(Tonnes.of(tonnes)), Optional.empty(), Optional.empty());
  }

  private static OffsetBases issued(long tonnes) {
    return new OffsetBases(Optional.empty(), Optional.of(Tonnes.of(tonnes)), Optional.empty());
  }

  private static OffsetLot lot(String kind, String type, RegionCode region, long tonnes) {
    return new OffsetLot(
        LocalDate.of(2023, 1, 1),
        Optional.empty(),
        LocalDate.of(2023, 12, 31),
        Tonnes.of(tonnes),
        false,
        new CreditTraits(kind, type, region));
  }

  private static OffsetLot ccer(RegionCode region, long tonnes) {
    return lot("CCER", "FORESTRY", region, tonnes);
  }

  private static OffsetAnswer.Lot only(OffsetAccount account, OffsetLot lot) {
    return account.judge(List.of(lot)).lots().get(0);
  }

  private static List<OffsetReason> reasons(OffsetAccount account, OffsetLot lot) {
    return only(account, lot).reasons().stream().map(OffsetAnswer.Finding::reason).toList();
  }

  @Test
  void a_million_tonnes_of_emissions_in_beijing_take_50_000_and_25_000_of_them_from_outside() {
    List<CapLeft> caps = account(row("CN-11", 2024), emissions(1_000_000)).judge(List.of()).caps();
    assertThat(caps)
        .extracting(CapLeft::cap, cap -> cap.limit().orElseThrow().value())
        .containsExactly(tuple("TOTAL", 50_000L), tuple("OUTSIDE", 25_000L));
  }

  @Test
  void of_30_000_from_outside_25_000_are_usable_and_the_cap_of_the_outside_binds() {
    OffsetAnswer.Lot answer =
        only(account(row("CN-11", 2024), emissions(1_000_000)), ccer(HEBEI, 30_000));
    assertThat(answer.isEligible()).isTrue();
    assertThat(answer.usable()).isEqualTo(Tonnes.of(25_000));
    assertThat(answer.bindingCap()).contains("OUTSIDE");
    assertThat(answer.capsAfter())
        .extracting(cap -> cap.left().orElseThrow().value())
        .containsExactly(25_000L, 0L);
  }

  @Test
  void after_24_999_from_outside_one_more_is_usable() {
    OffsetAnswer answer =
        account(row("CN-11", 2024), emissions(1_000_000))
            .judge(List.of(ccer(HEBEI, 24_999), ccer(HEBEI, 2)));
    assertThat(answer.lots().get(0).bindingCap()).isEmpty();
    assertThat(answer.lots().get(1).usable()).isEqualTo(Tonnes.of(1));
  }

  @Test
  void emissions_of_39_tonnes_take_one_tonne_and_none_from_outside() {
    OffsetAccount account = account(row("CN-11", 2024), emissions(39));
    assertThat(only(account, ccer(BEIJING, 5)).usable()).isEqualTo(Tonnes.of(1));
    assertThat(only(account, ccer(BEIJING, 5)).bindingCap()).contains("TOTAL");
    assertThat(only(account, ccer(HEBEI, 5)).usable()).isEqualTo(Tonnes.ZERO);
    assertThat(only(account, ccer(HEBEI, 5)).bindingCap()).contains("OUTSIDE");
  }

  @Test
  void a_base_that_is_not_recorded_is_not_zero_and_is_named() {
    OffsetAnswer.Lot answer =
        only(account(row("CN-11", 2024), issued(1_000_000)), ccer(BEIJING, 1));
    assertThat(answer.reasons().get(0).reason()).isEqualTo(OffsetReason.BASE_NOT_RECORDED);
    assertThat(answer.reasons().get(0).detail().en()).contains("confirmed emissions of the year");
    assertThat(answer.reasons().get(0).detail().zh()).contains("经确认的年度排放量");
    assertThat(answer.capsAfter().get(0).limit()).isEmpty();
    assertThat(answer.capsAfter().get(0).base()).contains(OffsetBase.CONFIRMED_EMISSIONS);
  }

  @Test
  void a_base_that_was_corrected_downwards_leaves_nothing() {
    OffsetAccount used =
        account(row("CN-11", 2024), emissions(1_000))
            .after(new UsedCredits(Tonnes.of(60), ccer(BEIJING, 1).traits()));
    assertThat(only(used, ccer(BEIJING, 1)).usable()).isEqualTo(Tonnes.ZERO);
  }

  @Test
  void a_minimum_share_bounds_the_others_whatever_the_order() {
    // 10 per cent of 1,000,000 at most, 70 per cent of that from the province: 30,000 for others.
    OffsetAccount account = account(row("CN-44", 2018), emissions(1_000_000));
    OffsetAnswer outsideFirst = account.judge(List.of(ccer(HEBEI, 40_000)));
    assertThat(outsideFirst.lots().get(0).usable()).isEqualTo(Tonnes.ZERO);
    assertThat(reasons(account, ccer(HEBEI, 40_000))).containsExactly(OffsetReason.RULE_HISTORICAL);

    OffsetAccount held =
        account(Edited.with(row("CN-44", 2018), "/status", "\"IN_FORCE\""), emissions(1_000_000));
    OffsetAnswer.Lot outside = only(held, ccer(HEBEI, 40_000));
    assertThat(outside.usable()).isEqualTo(Tonnes.of(30_000));
    assertThat(outside.bindingCap()).contains("LOCAL");
    RegionCode guangzhou = new RegionCode("440100");
    List<OffsetAnswer.Lot> both =
        held.judge(List.of(ccer(guangzhou, 80_000), ccer(HEBEI, 40_000))).lots();
    assertThat(both).extracting(each -> each.usable().value()).containsExactly(80_000L, 20_000L);
    assertThat(both.get(1).bindingCap()).contains("TOTAL");
  }

  @Test
  void a_cap_of_the_market_counts_what_all_have_used() {
    PublishOffsetRule row = Edited.with(row("CN-44", 2021), "/status", "\"IN_FORCE\"");
    RegionCode guangzhou = new RegionCode("440100");
    OffsetAccount account =
        new OffsetAccount(
            emissions(100_000_000),
            Optional.of(ENTERPRISE),
            new Compliance(row.market(), 2021),
            Optional.of(rule(row)),
            List.of(),
            List.of(new UsedCredits(Tonnes.of(999_990), ccer(guangzhou, 1).traits())));
    OffsetAnswer.Lot answer = only(account, ccer(guangzhou, 11));
    assertThat(answer.usable()).isEqualTo(Tonnes.of(10));
    assertThat(answer.bindingCap()).contains("ALL_ENTERPRISES");
  }

  @Test
  void a_grassland_credit_is_no_ccer_and_every_real_market_in_force_says_so() {
    OffsetLot grassland = lot("GRASSLAND_SINK", "GRASSLAND", HEBEI, 1);
    assertThat(PublishedOffsets.all())
        .filteredOn(row -> row.status() == OffsetRule.Status.IN_FORCE)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(reasons(account(row, emissions(1_000_000)), grassland).get(0))
                    .isEqualTo(OffsetReason.KIND_NOT_TAKEN));
  }

  @Test
  void the_rule_that_named_grassland_is_historical_and_answers_first_with_that() {
    OffsetLot grassland = lot("GRASSLAND_SINK", "GRASSLAND", HEBEI, 1);
    assertThat(reasons(account(row("CN-11-BHO", 2016), issued(1_000_000)), grassland))
        .containsExactly(OffsetReason.RULE_HISTORICAL);
  }

  @Test
  void where_no_document_was_read_its_name_is_the_answer() {
    OffsetAnswer.Lot answer =
        only(account(row("CN-12", 2025), emissions(1_000_000)), ccer(BEIJING, 1));
    assertThat(answer.reasons())
        .extracting(OffsetAnswer.Finding::reason)
        .containsExactly(OffsetReason.RULE_NOT_LOADED);
    assertThat(answer.reasons().get(0).detail().zh()).contains("津政办规〔2025〕7号");
  }

  @Test
  void all_reasons_are_told_in_one_order() {
    OffsetTerms terms =
        Edited.with(
            Edited.with(
                Edited.with(
                    row("CN-11", 2014).terms().orElseThrow(), "/deniedTypes", "[\"HYDRO\"]"),
                "/regions",
                "[\"110000\"]"),
            "/arisenTo",
            "\"2020-12-31\"");
    PublishOffsetRule row = Edited.with(row("CN-11", 2014), "/terms", Codec.text(terms));
    OffsetLot lot =
        new OffsetLot(
            LocalDate.of(2012, 12, 31),
            Optional.empty(),
            LocalDate.of(2021, 1, 1),
            Tonnes.of(1),
            true,
            new CreditTraits("PHCER", "HYDRO", HEBEI));
    assertThat(reasons(account(row, OffsetBases.NONE), lot).stream().distinct())
        .containsExactly(
            OffsetReason.RULE_HISTORICAL,
            OffsetReason.TRAINING_CREDITS,
            OffsetReason.KIND_NOT_TAKEN,
            OffsetReason.TYPE_NOT_TAKEN,
            OffsetReason.REGION_NOT_TAKEN,
            OffsetReason.AROSE_TOO_EARLY,
            OffsetReason.AROSE_TOO_LATE,
            OffsetReason.BASE_NOT_RECORDED);
  }

  @Test
  void a_type_of_project_may_have_a_first_day_of_its_own() {
    PublishOffsetRule row = Edited.with(row("CN-11", 2014), "/status", "\"IN_FORCE\"");
    OffsetLot forest =
        new OffsetLot(
            LocalDate.of(2006, 1, 1),
            Optional.empty(),
            LocalDate.of(2012, 12, 31),
            Tonnes.of(1),
            false,
            new CreditTraits("FOREST_SINK", "FORESTRY", BEIJING));
    OffsetLot saving =
        new OffsetLot(
            forest.from(),
            Optional.empty(),
            forest.to(),
            Tonnes.of(1),
            false,
            new CreditTraits("ENERGY_SAVING", "ENERGY", BEIJING));
    assertThat(reasons(account(row, issued(1_000)), forest)).isEmpty();
    assertThat(reasons(account(row, issued(1_000)), saving))
        .containsExactly(OffsetReason.AROSE_TOO_EARLY);
  }

  @Test
  void an_enterprises_own_project_may_be_left_out() {
    OffsetTerms terms =
        Edited.with(row("CN-11", 2024).terms().orElseThrow(), "/ownProjectsExcluded", "true");
    PublishOffsetRule row = Edited.with(row("CN-11", 2024), "/terms", Codec.text(terms));
    OffsetLot own =
        new OffsetLot(
            LocalDate.of(2023, 1, 1),
            Optional.of(ENTERPRISE),
            LocalDate.of(2023, 12, 31),
            Tonnes.of(1),
            false,
            ccer(BEIJING, 1).traits());
    assertThat(reasons(account(row, emissions(1_000)), own))
        .containsExactly(OffsetReason.OWN_PROJECT);
    assertThat(reasons(account(row, emissions(1_000)), ccer(BEIJING, 1))).isEmpty();
  }

  @Test
  void what_may_be_of_either_of_two_batches_is_taken_only_if_the_days_of_both_are() {
    OffsetTerms terms =
        Edited.with(row("CN-11", 2024).terms().orElseThrow(), "/arisenFrom", "\"2023-07-01\"");
    PublishOffsetRule row =
        Edited.with(
            row("CN-11", 2024),
            "/terms",
            Codec.text(Edited.with(terms, "/arisenTo", "\"2023-12-31\"")));
    OffsetAccount account = account(row, emissions(1_000));
    OffsetLot right = days("2023-07-01", "2023-12-31");
    OffsetLot early = days("2023-06-30", "2023-07-02");
    OffsetLot late = days("2023-08-01", "2024-01-01");
    assertThat(reasons(account, right.or(right))).isEmpty();
    assertThat(reasons(account, right.or(early))).containsExactly(OffsetReason.AROSE_TOO_EARLY);
    assertThat(reasons(account, early.or(right))).containsExactly(OffsetReason.AROSE_TOO_EARLY);
    assertThat(reasons(account, right.or(late))).containsExactly(OffsetReason.AROSE_TOO_LATE);
    assertThat(reasons(account, late.or(right))).containsExactly(OffsetReason.AROSE_TOO_LATE);
  }

  private static OffsetLot days(String from, String to) {
    return new OffsetLot(
        LocalDate.parse(from),
        Optional.empty(),
        LocalDate.parse(to),
        Tonnes.of(1),
        false,
        ccer(BEIJING, 1).traits());
  }

  @Test
  void the_greatest_numbers_that_can_be_written_are_computed_exactly() {
    OffsetCap cap =
        OffsetCap.share("TOTAL", OffsetBase.CONFIRMED_EMISSIONS, 1_000, CreditCondition.ANY);
    assertThat(cap.limit(emissions(Tonnes.MAXIMUM))).contains(Tonnes.of(Tonnes.MAXIMUM));
    assertThat(cap.limit(emissions(Tonnes.MAXIMUM), 999)).contains(Tonnes.of(999_000_000_000L - 1));
  }

  @Test
  void a_minimum_share_is_rounded_once() {
    // 5 per cent of 59 is 2.95, half of that 1.475; half of the rounded 2 would be the same 1, but
    // 5 per cent of 79 is 3.95 and half of it 1.975, where half of the rounded 3 is 1.5.
    OffsetCap cap = OffsetCap.share("TOTAL", OffsetBase.ISSUED, 50, CreditCondition.ANY);
    assertThat(cap.limit(issued(79))).contains(Tonnes.of(3));
    assertThat(cap.limit(issued(79), 500)).contains(Tonnes.of(1));
    // 3.9 and 0.9 of it: 3.51, where 0.9 of the rounded 3 is 2.7.
    assertThat(cap.limit(issued(78), 900)).contains(Tonnes.of(3));
  }
}
