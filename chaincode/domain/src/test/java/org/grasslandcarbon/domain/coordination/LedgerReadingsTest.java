// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.offset.CreditTraits;
import org.grasslandcarbon.domain.offset.MarketOffsetUse;
import org.grasslandcarbon.domain.offset.OffsetMarket;
import org.grasslandcarbon.domain.offset.UsedCredits;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerReadingsTest {
  private static final int YEAR = RegionsUnderTest.YEAR;
  private static final RegionCode PROVINCE = RegionsUnderTest.PROVINCE;
  private static final MarketId MARKET = new MarketId("CN-15");

  /** From this day on all trades of the year are told. */
  private static final LocalDate TOLD = LocalDate.of(YEAR + 1, 2, 1);

  private final RegionsUnderTest regions = new RegionsUnderTest();

  /** A year in which everything has happened. */
  private static RegionYear full() {
    return new RegionYear(
        Optional.of(
            new RegionYear.Compensation(
                List.of(
                    new RegionYear.Scheme("BAN", Fen.of(3_000), true, Fen.of(1_000), Fen.of(1_000)),
                    new RegionYear.Scheme(
                        "BALANCE", Fen.of(1_000), true, Fen.of(2_500), Fen.of(1_000))))),
        Optional.of(
            new RegionYear.Credits(
                Tonnes.of(100), Tonnes.of(1_234), Tonnes.of(34), Tonnes.of(1_200))),
        Optional.of(new RegionYear.Grazing(2, Decimal.of("800"), Decimal.of("1000"))),
        Optional.of(new RegionYear.Land(Decimal.of("2200.5"), Decimal.of("200.5"), 3, 1)),
        Optional.of(new RegionYear.Traded(Tonnes.of(300), 2, Fen.of(1_000_000))),
        Optional.of(
            new RegionYear.Verifications(
                List.of(
                    new RegionYear.Certifier(4, new ParticipantId("91110000600037341L"), 3),
                    new RegionYear.Certifier(0, new ParticipantId("91350100M000100Y43"), 2)),
                Decimal.of("1.5"),
                0)),
        YEAR);
  }

  private Reading reading(LedgerIndicator indicator) {
    return new LedgerReadings(regions.records(), PROVINCE, YEAR, false, TOLD).of(indicator);
  }

  private void is(LedgerIndicator indicator, String value) {
    assertThat(reading(indicator)).isEqualTo(Reading.of(Decimal.of(value)));
  }

  private void isNone(LedgerIndicator indicator, NoNumber why) {
    assertThat(reading(indicator)).isEqualTo(Reading.none(why));
  }

  @Test
  void each_indicator_is_computed_from_the_totals_of_the_year() {
    regions.totals(PROVINCE, full());
    is(LedgerIndicator.VERIFIED_TONNES, "1234");
    is(LedgerIndicator.PROJECT_AREA_HECTARES, "2000");
    is(LedgerIndicator.PROJECTS, "2");
    // (1000 - 800) / 800
    is(LedgerIndicator.OVERLOAD_PERCENT, "25");
    is(LedgerIndicator.CERTIFIERS, "2");
    // (3 + 2) / 2
    is(LedgerIndicator.CERTIFIER_LOAD, "2.5");
    // 1,000,000 / 300
    is(LedgerIndicator.PRICE_FEN_PER_TONNE, "3333.333333");
    is(LedgerIndicator.TRADED_TONNES, "300");
    // 1,000 of 3,000 and 1,000 of 1,000, whatever was paid beyond
    is(LedgerIndicator.COMPENSATION_PAID_PERCENT, "50");
  }

  @Test
  void a_counted_year_in_which_nothing_happened_has_0_where_that_is_true_and_reasons_elsewhere() {
    regions.totals(PROVINCE);
    is(LedgerIndicator.VERIFIED_TONNES, "0");
    is(LedgerIndicator.PROJECT_AREA_HECTARES, "0");
    is(LedgerIndicator.PROJECTS, "0");
    is(LedgerIndicator.CERTIFIERS, "0");
    is(LedgerIndicator.TRADED_TONNES, "0");
    isNone(LedgerIndicator.OVERLOAD_PERCENT, NoNumber.NO_DATA);
    isNone(LedgerIndicator.CERTIFIER_LOAD, NoNumber.ZERO_BASE);
    isNone(LedgerIndicator.PRICE_FEN_PER_TONNE, NoNumber.NO_DATA);
    isNone(LedgerIndicator.COMPENSATION_PAID_PERCENT, NoNumber.NO_DATA);
    isNone(LedgerIndicator.RETIRED_TONNES, NoNumber.NO_MARKET);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RETIRED_TONNES")
  void a_year_of_which_a_part_was_not_counted_has_no_number(LedgerIndicator indicator) {
    regions.put(
        new RegionTotals(
            List.of(), false, false, PROVINCE, LocalDate.of(YEAR, 6, 1), List.of(full())));
    isNone(indicator, NoNumber.NOT_COUNTED);
  }

  @Test
  void what_began_before_the_counting_is_not_known_in_later_years() {
    regions.put(
        new RegionTotals(
            List.of(), false, false, PROVINCE, LocalDate.of(YEAR - 1, 6, 1), List.of(full())));
    is(LedgerIndicator.VERIFIED_TONNES, "1234");
    isNone(LedgerIndicator.PROJECT_AREA_HECTARES, NoNumber.NOT_COUNTED);
    isNone(LedgerIndicator.PROJECTS, NoNumber.NOT_COUNTED);
  }

  @Test
  void practice_is_apart() {
    regions.put(
        new RegionTotals(
            List.of(), true, true, PROVINCE, LocalDate.of(2020, 1, 1), List.of(full())));
    assertThat(
            new LedgerReadings(regions.records(), PROVINCE, YEAR, true, TOLD)
                .of(LedgerIndicator.VERIFIED_TONNES))
        .isEqualTo(Reading.of(Decimal.of("1234")));
    assertThat(reading(LedgerIndicator.VERIFIED_TONNES).actual())
        .isNotEqualTo(Optional.of(Decimal.of("1234")));
  }

  @Test
  void nothing_is_divided_by_0() {
    regions.totals(
        PROVINCE,
        Edited.with(
            Edited.with(
                Edited.with(full(), "/grazing/capacity", "\"0\""),
                "/compensation/schemes/0/due",
                "0"),
            "/compensation/schemes/1/due",
            "0"));
    isNone(LedgerIndicator.OVERLOAD_PERCENT, NoNumber.ZERO_BASE);
    isNone(LedgerIndicator.COMPENSATION_PAID_PERCENT, NoNumber.ZERO_BASE);
  }

  @Test
  void certifiers_who_are_not_told_one_by_one_are_not_counted() {
    regions.totals(PROVINCE, Edited.with(full(), "/verifications/others", "1"));
    isNone(LedgerIndicator.CERTIFIERS, NoNumber.NOT_COUNTED);
    isNone(LedgerIndicator.CERTIFIER_LOAD, NoNumber.NOT_COUNTED);
  }

  @Test
  void a_sum_at_its_limit_is_no_number() {
    regions.totals(
        PROVINCE,
        Edited.with(
            Edited.with(full(), "/credits/issued", "" + Tonnes.MAXIMUM),
            "/sales/value",
            "" + Fen.MAXIMUM));
    isNone(LedgerIndicator.VERIFIED_TONNES, NoNumber.NOT_COUNTED);
    isNone(LedgerIndicator.PRICE_FEN_PER_TONNE, NoNumber.NOT_COUNTED);
    isNone(LedgerIndicator.TRADED_TONNES, NoNumber.NOT_COUNTED);
  }

  @Test
  void a_quotient_of_next_to_nothing_is_no_number() {
    regions.totals(PROVINCE, Edited.with(full(), "/grazing/capacity", "\"0.0001\""));
    is(LedgerIndicator.OVERLOAD_PERCENT, "999999900");
    regions.totals(PROVINCE, Edited.with(full(), "/grazing/capacity", "\"0.000000000001\""));
    isNone(LedgerIndicator.OVERLOAD_PERCENT, NoNumber.OUT_OF_RANGE);
    regions.totals(
        PROVINCE,
        Edited.with(Edited.with(full(), "/sales/value", "1000000001"), "/sales/tonnes", "1"));
    isNone(LedgerIndicator.PRICE_FEN_PER_TONNE, NoNumber.OUT_OF_RANGE);
  }

  @Test
  void a_sum_of_decimals_at_its_limit_is_no_number() {
    regions.totals(PROVINCE, Edited.with(full(), "/grazing/capacity", "\"999999999999999\""));
    isNone(LedgerIndicator.OVERLOAD_PERCENT, NoNumber.NOT_COUNTED);
    regions.totals(PROVINCE, Edited.with(full(), "/land/begunHectares", "\"999999999999999\""));
    isNone(LedgerIndicator.PROJECT_AREA_HECTARES, NoNumber.NOT_COUNTED);
  }

  @Test
  void trades_of_a_year_are_known_when_the_books_have_had_a_month_to_tell_them() {
    regions.totals(PROVINCE, full());
    LedgerReadings before =
        new LedgerReadings(regions.records(), PROVINCE, YEAR, false, TOLD.minusDays(1));
    assertThat(before.of(LedgerIndicator.TRADED_TONNES))
        .isEqualTo(Reading.none(NoNumber.NOT_COUNTED));
    assertThat(before.of(LedgerIndicator.PRICE_FEN_PER_TONNE))
        .isEqualTo(Reading.none(NoNumber.NOT_COUNTED));
    assertThat(before.of(LedgerIndicator.VERIFIED_TONNES))
        .isEqualTo(Reading.of(Decimal.of("1234")));
    is(LedgerIndicator.TRADED_TONNES, "300");
  }

  private void market(boolean example, boolean cap) {
    regions.put(
        new OffsetMarket(
            example, MARKET, List.of(new OffsetMarket.Years(2020, Optional.empty(), cap))));
  }

  @Test
  void a_province_retires_by_its_market_where_its_use_is_added_up() {
    market(false, true);
    is(LedgerIndicator.RETIRED_TONNES, "0");
    regions.put(
        new MarketOffsetUse(
            MARKET,
            List.of(
                new UsedCredits(Tonnes.of(30), CreditTraits.ofGrassland(PROVINCE)),
                new UsedCredits(Tonnes.of(20), new CreditTraits("CCER", "HYDRO", PROVINCE))),
            YEAR));
    is(LedgerIndicator.RETIRED_TONNES, "50");
  }

  @Test
  void a_market_whose_use_nobody_adds_up_or_that_is_for_practice_has_no_number() {
    market(false, false);
    isNone(LedgerIndicator.RETIRED_TONNES, NoNumber.NO_MARKET);
    market(true, true);
    isNone(LedgerIndicator.RETIRED_TONNES, NoNumber.NO_MARKET);
  }

  @Test
  void below_a_province_there_is_no_market() {
    market(false, true);
    assertThat(
            new LedgerReadings(regions.records(), RegionsUnderTest.BANNER, YEAR, false, TOLD)
                .of(LedgerIndicator.RETIRED_TONNES))
        .isEqualTo(Reading.none(NoNumber.NO_MARKET));
  }

  @Test
  void units_are_told_of_each_indicator() {
    for (LedgerIndicator each : LedgerIndicator.values()) {
      assertThat(each.unit()).isNotBlank();
      assertThat(LedgerIndicator.of(new IndicatorId(each.name()))).contains(each);
    }
  }
}
