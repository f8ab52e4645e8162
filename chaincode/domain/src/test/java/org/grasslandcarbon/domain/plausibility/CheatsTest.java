// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.plausibility.FlagCode.ABOVE_EARLIER;
import static org.grasslandcarbon.domain.plausibility.FlagCode.ABOVE_EXPECTED;
import static org.grasslandcarbon.domain.plausibility.FlagCode.ACTIVITY_STOPPED;
import static org.grasslandcarbon.domain.plausibility.FlagCode.AVOIDED_EMISSIONS;
import static org.grasslandcarbon.domain.plausibility.FlagCode.BEST_CASE_CHOICES;
import static org.grasslandcarbon.domain.plausibility.FlagCode.CARBON_LOW;
import static org.grasslandcarbon.domain.plausibility.FlagCode.CONTROL_DIFFERS;
import static org.grasslandcarbon.domain.plausibility.FlagCode.DENSITY_CHANGED;
import static org.grasslandcarbon.domain.plausibility.FlagCode.DENSITY_IMPLAUSIBLE;
import static org.grasslandcarbon.domain.plausibility.FlagCode.FIXED_DEPTH;
import static org.grasslandcarbon.domain.plausibility.FlagCode.HERD_BELOW_BASELINE;
import static org.grasslandcarbon.domain.plausibility.FlagCode.HERD_UNLIKE_STOCKING;
import static org.grasslandcarbon.domain.plausibility.FlagCode.IDENTICAL_INCREMENTS;
import static org.grasslandcarbon.domain.plausibility.FlagCode.LITTLE_SPREAD;
import static org.grasslandcarbon.domain.plausibility.FlagCode.NO_STOCKING_RECORD;
import static org.grasslandcarbon.domain.plausibility.FlagCode.OUTLIER;
import static org.grasslandcarbon.domain.plausibility.FlagCode.PRIOR_LEAKAGE_STATED;
import static org.grasslandcarbon.domain.plausibility.FlagCode.REFERENCE_SHALLOW;
import static org.grasslandcarbon.domain.plausibility.FlagCode.REPEATED_POINTS;
import static org.grasslandcarbon.domain.plausibility.FlagCode.SCHEME_CHANGED;
import static org.grasslandcarbon.domain.plausibility.FlagCode.SLAUGHTER_STATED;
import static org.grasslandcarbon.domain.plausibility.FlagCode.SOIL_GAIN;
import static org.grasslandcarbon.domain.plausibility.FlagCode.SOIL_GAIN_EXTREME;
import static org.grasslandcarbon.domain.plausibility.FlagCode.STOCK_JUMP;
import static org.grasslandcarbon.domain.plausibility.FlagCode.UNIT_SUSPECT;
import static org.grasslandcarbon.domain.plausibility.FlagCode.WOODY_GAIN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.plausibility.Evidence.EarlierReport;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to make tonnes out of nothing, and the honest report beside it. */
class CheatsTest {
  private static String figure(Flag flag, int index) {
    return flag.figures().get(index).value().toString();
  }

  private static BigDecimal number(Flag flag, int index) {
    return flag.figures().get(index).value().value();
  }

  private static List<String> names(Flag flag) {
    return flag.figures().stream().map(Flag.Value::name).toList();
  }

  @Test
  void an_honest_report_raises_nothing() {
    assertThat(Survey.honest().flags()).isEmpty();
    assertThat(Survey.honest().and("S2").and("S3").flags()).isEmpty();
  }

  @Test
  void an_honest_report_by_fixed_depth_raises_that_it_is_by_fixed_depth() {
    Flag flag = Survey.byDepth().the(FIXED_DEPTH);
    assertThat(Survey.byDepth().codes()).containsExactly(FIXED_DEPTH);
    assertThat(flag.stratum()).contains("S1");
    assertThat(figure(flag, 0)).isEqualTo("30");
  }

  @Test
  void a_version_without_rules_flags_nothing() {
    Survey cheat = Survey.honest().set("WP-2", "OC", "299");
    assertThat(cheat.flags()).isNotEmpty();
    cheat.rules.clear();
    assertThat(cheat.flags()).isEmpty();
  }

  @Test
  void carbon_from_1_to_299_is_flagged_as_gain_jump_and_fabrication() {
    Survey cheat = Survey.honest().set("WP-1", "OC", "1").set("WP-2", "OC", "299");
    assertThat(cheat.codes())
        .contains(
            SOIL_GAIN,
            SOIL_GAIN_EXTREME,
            STOCK_JUMP,
            IDENTICAL_INCREMENTS,
            LITTLE_SPREAD,
            CARBON_LOW,
            CONTROL_DIFFERS,
            ABOVE_EXPECTED);
    // 299 g/kg of every layer against 1 g/kg: 29,900 percent.
    assertThat(number(cheat.the(STOCK_JUMP), 0)).isEqualByComparingTo("29900");
    assertThat(names(cheat.the(STOCK_JUMP)))
        .containsExactly("SECOND_TO_FIRST S1 WP", "SOC_MEAN S1 WP-1", "SOC_MEAN S1 WP-2", "LIMIT");
    assertThat(names(cheat.the(CONTROL_DIFFERS)))
        .containsExactly("CONTROL_DIFFERENCE S1", "SOC_MEAN S1 WP-1", "SOC_MEAN S1 BSL-1", "LIMIT");
  }

  @Test
  void a_gain_is_that_of_the_project_less_that_of_its_control_site() {
    Survey cheat = Survey.byDepth();
    // Every point to one stock: 30 cm * 1.22 * 10 * OC / 10 * 44 / 12 kg per g/kg and hectare.
    cheat.set("", "BULK_DENSITY", "1.2");
    cheat.set("WP-1", "OC", "20").set("WP-2", "OC", "21");
    cheat.set("BSL-1", "OC", "20").set("BSL-2", "OC", "19");
    // (30 * 1.2 * 2 g/kg / 10) t C/ha = 7.2 t C/ha = 26.4 t CO2/ha in two years.
    Flag flag = cheat.the(SOIL_GAIN);
    assertThat(number(flag, 0).setScale(20, RoundingMode.HALF_EVEN)).isEqualByComparingTo("13.2");
    assertThat(number(flag, 1).setScale(20, RoundingMode.HALF_EVEN)).isEqualByComparingTo("13.2");
    assertThat(number(flag, 2).setScale(20, RoundingMode.HALF_EVEN)).isEqualByComparingTo("-13.2");
    assertThat(figure(flag, 3)).isEqualTo("2");
    assertThat(figure(flag, 4)).isEqualTo("2.5");
    assertThat(flag.severity()).isEqualTo(Severity.FINDING);
    assertThat(cheat.the(SOIL_GAIN_EXTREME).severity()).isEqualTo(Severity.SEVERE);
  }

  @Test
  void a_first_sampling_in_per_cent_is_ten_times_from_the_second() {
    Survey cheat = Survey.honest().times("WP-1", "OC", "0.1");
    assertThat(cheat.codes()).contains(UNIT_SUSPECT, STOCK_JUMP, CARBON_LOW, CONTROL_DIFFERS);
    assertThat(cheat.the(UNIT_SUSPECT).severity()).isEqualTo(Severity.SEVERE);
  }

  @Test
  void a_first_sampling_in_per_cent_in_an_earlier_report_is_found_too() {
    Survey cheat = Survey.honest();
    assertThat(cheat.codes()).isEmpty();
    earlier(cheat, "WP-2", "0.1");
    assertThat(cheat.codes()).containsExactly(UNIT_SUSPECT);
  }

  /** The first sampling as the second of an earlier report, the contents times something. */
  private static void earlier(Survey survey, String name, String factor) {
    String first = name.replace("-2", "-1");
    for (Datum row : survey.rows) {
      if (row.sample().orElse("").startsWith(first)) {
        BigDecimal times = row.symbol().equals("OC") ? new BigDecimal(factor) : BigDecimal.ONE;
        survey.earlierRows.add(
            new Datum(
                Optional.of(row.sample().orElseThrow().replace(first, name)),
                row.stratum(),
                row.symbol(),
                row.unit(),
                new Decimal(row.value().value().multiply(times)),
                2022));
      }
    }
  }

  @Test
  void a_survey_all_in_per_cent_has_less_carbon_than_grassland() {
    Survey cheat = Survey.honest().times("", "OC", "0.1");
    assertThat(cheat.codes()).containsExactly(CARBON_LOW);
    // The lowest median of four: 2.31 of the control site's first sampling, 2.3 of its second.
    assertThat(figure(cheat.the(CARBON_LOW), 0)).isEqualTo("2.3");
    assertThat(cheat.the(CARBON_LOW).figures().get(0).name()).isEqualTo("OC_MEDIAN S1 BSL-2-L1");
    assertThat(figure(cheat.the(CARBON_LOW), 1)).isEqualTo("5");
    assertThat(Survey.honest().set("WP-1", "OC", "4").the(CARBON_LOW).figures().get(0).name())
        .isEqualTo("OC_MEDIAN S1 WP-1-L1");
  }

  @Test
  void a_control_site_that_begins_at_60_against_20_is_flagged() {
    Survey cheat = Survey.honest().times("BSL", "OC", "3");
    assertThat(cheat.codes()).containsExactly(CONTROL_DIFFERS);
    Flag flag =
        Survey.honest().set("WP-1", "OC", "20").set("BSL-1", "OC", "60").the(CONTROL_DIFFERS);
    assertThat(number(flag, 0)).isEqualByComparingTo("200");
    assertThat(Survey.honest().set("WP-1", "OC", "60").set("BSL-1", "OC", "20").codes())
        .contains(CONTROL_DIFFERS);
  }

  @Test
  void points_that_all_gain_the_same_are_flagged() {
    Survey cheat = Survey.honest().copy("WP-1", "WP-2", 5).plus("WP-2", "OC", "0.4");
    Flag flag = cheat.the(IDENTICAL_INCREMENTS);
    assertThat(number(flag, 0)).isLessThan(new BigDecimal("0.000001"));
    assertThat(figure(flag, 3)).isEqualTo("5");
  }

  @Test
  void points_that_are_all_multiplied_alike_are_flagged() {
    Survey cheat = Survey.honest().copy("WP-1", "WP-2", 5).times("WP-2", "OC", "1.02");
    assertThat(cheat.codes()).containsExactly(IDENTICAL_INCREMENTS);
    assertThat(number(cheat.the(IDENTICAL_INCREMENTS), 2)).isEqualByComparingTo("1.02");
  }

  @Test
  void two_points_alone_say_nothing_about_increments_and_three_do() {
    assertThat(ofPoints("[45]").copy("WP-1", "WP-2", 3).plus("WP-2", "OC", "0.4").codes())
        .contains(IDENTICAL_INCREMENTS);
    assertThat(ofPoints("[345]").copy("WP-1", "WP-2", 2).plus("WP-2", "OC", "0.4").codes())
        .doesNotContain(IDENTICAL_INCREMENTS);
  }

  @Test
  void points_that_hardly_differ_are_flagged() {
    Survey cheat = Survey.honest();
    String[] nearly = {"24", "24.3", "24.6", "24.2", "24.4"};
    for (int p = 0; p < nearly.length; p++) {
      cheat.set("BSL-1-P0" + (p + 1) + "-L1", "OC", nearly[p]);
    }
    assertThat(cheat.the(LITTLE_SPREAD).figures().get(0).name()).isEqualTo("VARIATION S1 BSL-1");
  }

  @Test
  void half_of_the_points_with_the_values_of_the_other_sampling_are_flagged_and_less_are_not() {
    assertThat(Survey.honest().copy("WP-1", "WP-2", 2).codes()).doesNotContain(REPEATED_POINTS);
    Flag flag = Survey.honest().copy("WP-1", "WP-2", 3).the(REPEATED_POINTS);
    assertThat(figure(flag, 0)).isEqualTo("60");
    assertThat(figure(flag, 1)).isEqualTo("3");
    assertThat(figure(flag, 2)).isEqualTo("5");
  }

  @Test
  void a_control_site_with_the_values_of_the_project_is_flagged() {
    assertThat(Survey.honest().copy("WP-1", "BSL-1", 5).codes()).contains(REPEATED_POINTS);
  }

  @Test
  void points_that_repeat_each_other_are_flagged() {
    Survey cheat = Survey.honest();
    for (int p = 2; p <= 3; p++) {
      for (String layer : List.of("-L1", "-L2")) {
        for (String symbol : List.of("OC", "SOIL_MASS")) {
          String value =
              cheat.rows.stream()
                  .filter(Survey.of("WP-2-P01" + layer, symbol))
                  .findFirst()
                  .orElseThrow()
                  .value()
                  .toString();
          cheat.set("WP-2-P0" + p + layer, symbol, value);
        }
      }
    }
    assertThat(cheat.codes()).containsExactly(REPEATED_POINTS);
  }

  @Test
  void the_first_sampling_is_the_last_of_the_report_before_by_right() {
    Survey survey = Survey.honest();
    earlier(survey, "WP-2", "1");
    earlier(survey, "BSL-2", "1");
    assertThat(survey.codes()).isEmpty();
  }

  @Test
  void what_was_carried_over_is_flagged_when_it_is_handed_in_again_as_the_second_sampling() {
    Survey cheat = Survey.honest().copy("WP-1", "WP-2", 5);
    earlier(cheat, "WP-2", "1");
    assertThat(cheat.codes()).contains(REPEATED_POINTS, IDENTICAL_INCREMENTS);
    assertThat(figure(cheat.the(REPEATED_POINTS), 0)).isEqualTo("100");
  }

  @Test
  void a_second_sampling_with_the_values_of_an_earlier_report_is_flagged() {
    Survey cheat = Survey.honest();
    for (Datum row : cheat.rows) {
      if (row.sample().orElse("").startsWith("WP-2")) {
        cheat.earlierRows.add(
            new Datum(
                Optional.of(row.sample().orElseThrow().replace("WP-2", "WP-1")),
                row.stratum(),
                row.symbol(),
                row.unit(),
                row.value(),
                2022));
      }
    }
    assertThat(cheat.codes()).containsExactly(REPEATED_POINTS);
  }

  @Test
  void one_value_ten_times_from_the_others_is_a_slip_of_units() {
    Survey cheat = Survey.honest().set("WP-2-P02-L1", "SOIL_MASS", "2702");
    assertThat(cheat.codes()).contains(UNIT_SUSPECT);
    assertThat(figure(cheat.the(UNIT_SUSPECT), 2)).isEqualTo("2702");
    assertThat(figure(cheat.the(UNIT_SUSPECT), 3)).isEqualTo("271.3");
  }

  @Test
  void a_hundred_and_a_thousand_times_are_slips_of_units_too_and_thirty_times_is_none() {
    assertThat(Survey.honest().set("BSL-2-P02-L1", "SOIL_MASS", "27000").codes())
        .contains(UNIT_SUSPECT);
    assertThat(Survey.honest().set("BSL-2-P02-L1", "SOIL_MASS", "270000").codes())
        .contains(UNIT_SUSPECT);
    assertThat(Survey.honest().set("BSL-2-P02-L1", "SOIL_MASS", "8100").codes())
        .contains(OUTLIER)
        .doesNotContain(UNIT_SUSPECT);
  }

  @ParameterizedTest
  @CsvSource({"WP-1-P04-L1, 51.2, 25.6", "WP-1-P03-L1, 10.85, 21.7"})
  void a_wide_limit_suspects_twice_and_half_of_the_others(
      String sample, String value, String median) {
    Survey survey = Survey.honest().limit(UNIT_SUSPECT, Decimal.of("85"));
    Flag flag = survey.set(sample, "OC", value).the(UNIT_SUSPECT);
    assertThat(figure(flag, 0)).isEqualTo("80");
    assertThat(figure(flag, 2)).isEqualTo(value);
    assertThat(figure(flag, 3)).isEqualTo(median);
  }

  @Test
  void a_narrow_limit_finds_the_least_and_the_largest() {
    Survey least = Survey.honest().limit(OUTLIER, Decimal.of("1.22"));
    // 24.8 / 20.15; the largest is 28.65.
    assertThat(figure(least.the(OUTLIER), 1)).isEqualTo("20.15");
    Survey most = Survey.honest().limit(OUTLIER, Decimal.of("1.22")).set("WP-1-P03-L1", "OC", "31");
    assertThat(figure(most.the(OUTLIER), 1)).isEqualTo("31");
  }

  @Test
  void of_two_values_neither_is_the_odd_one_and_of_three_one_is() {
    assertThat(ofPoints("[345]").set("BSL-1-P02-L1", "OC", "100").codes()).doesNotContain(OUTLIER);
    assertThat(ofPoints("[45]").set("BSL-1-P02-L1", "OC", "100").codes()).contains(OUTLIER);
    assertThat(ofPoints("[45]").set("BSL-1", "OC", "24").codes()).contains(LITTLE_SPREAD);
    assertThat(ofPoints("[345]").set("BSL-1", "OC", "24").codes()).doesNotContain(LITTLE_SPREAD);
  }

  private static Survey ofPoints(String without) {
    Survey survey = Survey.honest();
    survey.parameters.removeIf(each -> each.name().equals("POINTS_LEAST"));
    survey.parameters.add(new Parameter("POINTS_LEAST", "test", "1", Decimal.of("2")));
    survey.rows.removeIf(
        row -> row.sample().filter(name -> name.matches(".*-P0" + without + ".*")).isPresent());
    return survey;
  }

  @Test
  void one_value_four_times_the_others_is_an_outlier() {
    Survey cheat = Survey.honest().set("BSL-1-P02-L1", "OC", "94");
    assertThat(cheat.codes()).contains(OUTLIER, CONTROL_DIFFERS);
    // The median of 23.1, 94, 20.9, 24.8 and 22.7 is 23.1.
    assertThat(figure(cheat.the(OUTLIER), 1)).isEqualTo("94");
    assertThat(figure(cheat.the(OUTLIER), 2)).isEqualTo("23.1");
    assertThat(Survey.honest().set("BSL-1-P02-L1", "OC", "6").codes()).contains(OUTLIER);
  }

  @Test
  void a_thousand_times_the_baseline_is_kilograms_for_tonnes() {
    Survey cheat = Survey.honest().baseline("M_SF.UREA", "t", "0.02");
    cheat.yearly("S1", "M_SF.UREA", "t", "20", 2023).yearly("S1", "M_SF.UREA", "t", "0.02", 2024);
    assertThat(cheat.codes()).containsExactly(UNIT_SUSPECT);
    Survey lots = Survey.honest().baseline("M_SF.UREA", "t", "2000");
    lots.yearly("S1", "M_SF.UREA", "t", "900", 2023).yearly("S1", "M_SF.UREA", "t", "20", 2024);
    assertThat(figure(lots.the(UNIT_SUSPECT), 1)).isEqualTo("100");
    Survey honest = Survey.honest().baseline("M_SF.UREA", "t", "2");
    honest.yearly("S1", "M_SF.UREA", "t", "20", 2023).yearly("S1", "M_SF.UREA", "t", "2", 2024);
    assertThat(honest.codes()).as("tenfold happens").isEmpty();
  }

  @Test
  void trees_from_0_to_500_are_flagged() {
    Survey cheat = woody("C_TREE", "0", "500");
    assertThat(cheat.codes()).contains(WOODY_GAIN, ABOVE_EXPECTED);
    assertThat(figure(cheat.the(WOODY_GAIN), 0)).isEqualTo("250");
    assertThat(woody("C_SHRUB", "0.4", "4.4").codes()).doesNotContain(WOODY_GAIN);
    assertThat(woody("C_SHRUB", "0.4", "4.5").codes()).contains(WOODY_GAIN);
  }

  private static Survey woody(String pool, String first, String second) {
    return Survey.honest()
        .sample("S1", "WP-1", pool, "t C/ha", first)
        .sample("S1", "WP-2", pool, "t C/ha", second);
  }

  @Test
  void trees_that_die_on_the_control_site_count_as_a_gain() {
    Survey cheat =
        woody("C_TREE", "5", "5")
            .sample("S1", "BSL-1", "C_TREE", "t C/ha", "5")
            .sample("S1", "BSL-2", "C_TREE", "t C/ha", "0");
    assertThat(figure(cheat.the(WOODY_GAIN), 0)).isEqualTo("2.5");
  }

  @Test
  void a_stock_that_falls_on_the_control_site_is_a_jump_too() {
    assertThat(Survey.honest().times("BSL-2", "OC", "0.8").codes()).contains(STOCK_JUMP);
    assertThat(Survey.honest().times("BSL-2", "OC", "1.3").codes()).doesNotContain(STOCK_JUMP);
    assertThat(Survey.honest().times("WP-2", "OC", "1.3").codes()).contains(STOCK_JUMP);
    assertThat(Survey.honest().times("WP-2", "OC", "0.7").codes()).doesNotContain(STOCK_JUMP);
  }

  @Test
  void fuel_urea_lime_and_cattle_that_stop_are_flagged_and_their_sum_is_capped() {
    Survey cheat =
        Survey.honest()
            .baseline("FUEL.DIESEL", "L", "500000")
            .baseline("LIME.DOLOMITE", "t", "10000")
            .baseline("M_SF.UREA", "t", "2000");
    cheat.rows.removeIf(row -> row.symbol().equals("FUEL.DIESEL"));
    for (int year = 2023; year <= 2024; year++) {
      cheat.yearly("S1", "FUEL.DIESEL", "L", "0", year);
    }
    Flag stopped = cheat.the(ACTIVITY_STOPPED);
    assertThat(stopped.figures())
        .extracting(Flag.Value::name)
        .containsExactly(
            "FUEL.DIESEL_BSL S1", "LIME.DOLOMITE_BSL S1", "M_SF.UREA_BSL S1", "STOPPED S1");
    assertThat(figure(stopped, 3)).isEqualTo("3");
    Flag avoided = cheat.the(AVOIDED_EMISSIONS);
    assertThat(avoided.severity()).isEqualTo(Severity.SEVERE);
    // Fuel: 500 L/ha * 0.002886; lime: 10 t/ha * 0.13 * 44 / 12, of one year.
    assertThat(avoided.figures().stream().filter(each -> each.name().equals("AVOIDED FUEL")))
        .extracting(each -> each.value().toString())
        .containsExactly("1.443");
    assertThat(
            avoided.figures().stream()
                .filter(each -> each.name().equals("AVOIDED LIME"))
                .map(each -> each.value().value().setScale(6, RoundingMode.HALF_EVEN).toString()))
        .containsExactly("4.766667");
  }

  @Test
  void of_many_activities_that_stop_ten_are_named_and_all_are_counted() {
    Survey cheat = Survey.honest().yearly("S1", "LK_DISPLACED", "t CO2e", "9", 2024);
    List<String> stopped =
        List.of(
            "FUEL.PETROL L",
            "LIME.LIMESTONE t",
            "LIME.DOLOMITE t",
            "M_SF.UREA t",
            "M_OF.MANURE t",
            "M_NFIX.ALFALFA t dm",
            "M_BURNT.GRASS kg dm",
            "HEAD.GOAT head",
            "HEAD.HORSE head",
            "HEAD.CAMEL head",
            "HEAD.CATTLE head");
    for (String each : stopped) {
      int blank = each.indexOf(' ');
      cheat.baseline(each.substring(0, blank), each.substring(blank + 1), "4");
    }
    cheat.set("", "HEAD.CATTLE", "0");
    Flag flag = cheat.the(ACTIVITY_STOPPED);
    assertThat(flag.figures()).hasSize(11);
    assertThat(figure(flag, 10)).isEqualTo("11");
  }

  @Test
  void what_is_done_in_one_year_of_the_period_has_not_stopped() {
    for (int year = 2023; year <= 2024; year++) {
      Survey honest = Survey.honest().baseline("M_SF.UREA", "t", "2");
      honest.yearly("S1", "M_SF.UREA", "t", "2", year);
      assertThat(honest.codes()).isEmpty();
    }
  }

  @Test
  void cattle_that_go_are_told_and_slaughter_is_told() {
    Survey cheat = Survey.honest().baseline("HEAD.CATTLE", "head", "5000");
    cheat.rows.removeIf(row -> row.symbol().equals("HEAD.CATTLE"));
    cheat.stocking.values().forEach(herds -> herds.remove("CATTLE"));
    for (int year = 2023; year <= 2024; year++) {
      cheat.yearly("S1", "HEAD.CATTLE", "head", "0", year);
    }
    cheat.yearly("S1", "SLAUGHTERED", "1", "1", 2024);
    assertThat(cheat.codes())
        .contains(AVOIDED_EMISSIONS, ACTIVITY_STOPPED, SLAUGHTER_STATED, HERD_BELOW_BASELINE);
    assertThat(cheat.the(HERD_BELOW_BASELINE).stratum()).isEmpty();
    assertThat(figure(cheat.the(HERD_BELOW_BASELINE), 0)).isEqualTo("0");
  }

  @Test
  void what_is_answered_with_no_is_not_told() {
    Survey honest = Survey.honest().yearly("S1", "SLAUGHTERED", "1", "0", 2024);
    honest.yearly("S1", "LK_DISPLACED_PRIOR", "t CO2e", "0", 2024);
    assertThat(honest.codes()).isEmpty();
  }

  @Test
  void a_herd_of_four_fifths_is_told_from_below_only() {
    assertThat(sheep(1440).codes()).doesNotContain(HERD_BELOW_BASELINE);
    assertThat(sheep(1439).codes()).contains(HERD_BELOW_BASELINE);
  }

  private static Survey sheep(int heads) {
    Survey survey = Survey.honest().yearly("S1", "LK_DISPLACED", "t CO2e", "9", 2024);
    survey.set("", "HEAD.SHEEP", String.valueOf(heads));
    survey.stocking.values().forEach(herds -> herds.put("SHEEP", heads));
    return survey;
  }

  @Test
  void leakage_that_was_counted_before_is_told_when_the_owner_types_it() {
    Survey cheat = Survey.honest().yearly("S1", "LK_DISPLACED_PRIOR", "t CO2e", "800", 2024);
    assertThat(cheat.codes()).containsExactly(PRIOR_LEAKAGE_STATED);
    assertThat(figure(cheat.the(PRIOR_LEAKAGE_STATED), 0)).isEqualTo("800");
  }

  @Test
  void another_core_diameter_for_one_sampling_is_flagged_as_scheme_and_as_mass() {
    Survey cheat = Survey.honest();
    cheat.set("WP-1", "PROBE_DIAMETER", "19");
    assertThat(cheat.codes()).contains(SCHEME_CHANGED, DENSITY_CHANGED);
    Flag flag = cheat.the(SCHEME_CHANGED);
    assertThat(flag.figures())
        .extracting(each -> each.name() + " = " + each.value() + " " + each.unit())
        .containsExactly("PROBE_DIAMETER S1 WP-1 = 19 mm", "PROBE_DIAMETER S1 WP-2 = 21.5 mm");
    assertThat(Survey.honest().set("", "PROBE_DIAMETER", "21").codes())
        .as("the same for all")
        .isEmpty();
  }

  @Test
  void one_point_by_another_probe_is_told_by_that_probe() {
    Survey cheat = Survey.honest().sample("S1", "WP-1-P02", "PROBE_DIAMETER", "mm", "25");
    assertThat(cheat.the(SCHEME_CHANGED).figures())
        .extracting(each -> each.name() + " = " + each.value())
        .containsExactly("PROBE_DIAMETER S1 WP-1 = 25", "PROBE_DIAMETER S1 WP-2 = 21.5");
  }

  @Test
  void a_probe_where_the_earlier_report_had_none_is_told() {
    Survey cheat = Survey.honest();
    earlier(cheat, "WP-2", "1");
    assertThat(cheat.codes()).isEmpty();
    cheat.earlierRows.removeIf(row -> row.symbol().equals("PROBE_DIAMETER"));
    assertThat(cheat.the(SCHEME_CHANGED).figures())
        .extracting(each -> each.name() + " = " + each.value())
        .containsExactly("PROBE_DIAMETER S1 WP-2 = 21.5");
  }

  @Test
  void other_cores_layers_or_depths_are_flagged() {
    assertThat(Survey.honest().set("BSL-2", "CORES", "5").codes()).contains(SCHEME_CHANGED);
    Survey layers = Survey.honest();
    layers.sample("S1", "WP-2-P01-L3", "SOIL_MASS", "g", "90");
    layers.sample("S1", "WP-2-P01-L3", "OC", "g/kg", "9");
    assertThat(layers.codes()).containsExactly(SCHEME_CHANGED);
    Survey depth = Survey.byDepth().set("WP-2-L1", "LAYER_DEPTH", "40");
    assertThat(depth.codes()).containsExactly(SCHEME_CHANGED, FIXED_DEPTH);
  }

  private static void isAbout(String expected, BigDecimal number) {
    assertThat(number.setScale(2, RoundingMode.HALF_EVEN)).isEqualTo(new BigDecimal(expected));
  }

  @Test
  void an_honest_report_that_says_how_deep_its_cores_went_raises_nothing() {
    assertThat(Survey.deep().codes()).isEmpty();
    assertThat(Survey.deep().depth("WP-1", "30.5").depth("WP-2", "30.5").codes())
        .as("by 30.5 cm 3706.8 Mg/ha, by 29.62 the 3600 of the reference")
        .containsExactly(REFERENCE_SHALLOW);
  }

  @Test
  void a_reference_that_is_lighter_than_30_cm_of_this_soil_is_asked_about() {
    // 270.3 and 268 g of four cores of 21.5 mm are 3706.79 Mg/ha: of 31 cm 1.20 g/cm3.
    Survey cheat = Survey.deep().choice("SOIL_REFERENCE.MASS_2400", "SOIL_REFERENCE");
    assertThat(cheat.codes()).containsExactly(REFERENCE_SHALLOW);
    Flag flag = cheat.the(REFERENCE_SHALLOW);
    assertThat(flag.severity()).isEqualTo(Severity.SEVERE);
    assertThat(flag.stratum()).contains("S1");
    assertThat(names(flag))
        .containsExactly(
            "REFERENCE_DEPTH S1",
            "SOIL_REFERENCE S1",
            "DENSITY S1 WP-1",
            "MASS_MEAN S1 WP-1",
            "DEPTH S1 WP-1",
            "LIMIT");
    isAbout("20.07", number(flag, 0));
    isAbout("1.20", number(flag, 2));
    isAbout("3706.79", number(flag, 3));
    assertThat(figure(flag, 5)).isEqualTo("30");
  }

  @Test
  void cores_said_to_be_deeper_so_that_a_light_reference_passes_are_too_light_themselves() {
    for (String lie : List.of("46.4", "60", "90")) {
      Survey cheat = Survey.deep().choice("SOIL_REFERENCE.MASS_2400", "SOIL_REFERENCE");
      for (String sampling : List.of("WP-1", "WP-2", "BSL-1", "BSL-2")) {
        cheat.depth(sampling, lie);
      }
      assertThat(cheat.codes()).as(lie).containsExactly(DENSITY_IMPLAUSIBLE);
    }
  }

  @Test
  void soil_that_is_lighter_or_heavier_than_grassland_soil_is_asked_about() {
    Survey light = Survey.deep().depth("WP-1", "60").depth("WP-2", "61");
    Flag flag = light.the(DENSITY_IMPLAUSIBLE);
    isAbout("0.64", number(flag, 0));
    isAbout("0.61", number(flag, 1));
    assertThat(names(flag).subList(1, 4))
        .containsExactly("DENSITY S1 WP-2", "MASS_MEAN S1 WP-2", "DEPTH S1 WP-2");
    Survey heavy = Survey.deep().depth("BSL-1", "20").depth("BSL-2", "20");
    isAbout("1.85", number(heavy.the(DENSITY_IMPLAUSIBLE), 1));
    assertThat(heavy.codes())
        .as("the control site has no reference of its own")
        .containsExactly(DENSITY_IMPLAUSIBLE);
  }

  @Test
  void cores_that_go_deeper_in_one_sampling_are_flagged_as_scheme_and_as_density() {
    Survey cheat = Survey.deep().depth("WP-2", "36");
    assertThat(cheat.codes()).containsExactly(SCHEME_CHANGED, DENSITY_CHANGED);
    assertThat(cheat.the(SCHEME_CHANGED).figures())
        .extracting(each -> each.name() + " = " + each.value() + " " + each.unit())
        .containsExactly("DEPTH S1 WP-1 = 31 cm", "DEPTH S1 WP-2 = 36 cm");
    assertThat(names(cheat.the(DENSITY_CHANGED)))
        .containsExactly("CHANGE OF DENSITY S1 WP", "DENSITY S1 WP-1", "DENSITY S1 WP-2", "LIMIT");
    assertThat(Survey.deep().depth("BSL-1", "30").codes()).containsExactly(SCHEME_CHANGED);
  }

  @Test
  void a_depth_that_nobody_knows_is_neither_another_nor_implausible() {
    Survey unknown = Survey.deep();
    unknown.depths.removeIf(each -> each.sampling().round() == 1);
    assertThat(unknown.codes()).isEmpty();
    unknown.choice("SOIL_REFERENCE.MASS_2400", "SOIL_REFERENCE");
    assertThat(names(unknown.the(REFERENCE_SHALLOW))).contains("DENSITY S1 WP-2");
    unknown.depths.clear();
    assertThat(unknown.codes()).isEmpty();
  }

  @Test
  void density_from_1_0_to_1_3_at_a_fixed_depth_is_flagged() {
    Survey cheat =
        Survey.byDepth().set("WP-1", "BULK_DENSITY", "1").set("WP-2", "BULK_DENSITY", "1.3");
    assertThat(cheat.codes()).contains(DENSITY_CHANGED, SOIL_GAIN, STOCK_JUMP);
    assertThat(figure(cheat.the(DENSITY_CHANGED), 0)).isEqualTo("30");
    Survey small = Survey.byDepth().times("WP-2", "BULK_DENSITY", "1.09");
    assertThat(small.codes()).doesNotContain(DENSITY_CHANGED);
  }

  @Test
  void stones_that_vanish_at_a_fixed_depth_are_flagged_as_density() {
    Survey cheat = Survey.byDepth();
    cheat.sample("S1", "WP-1", "COARSE_FRACTION", "1", "0.4");
    cheat.sample("S1", "WP-2-L1", "COARSE_FRACTION", "1", "0.1");
    // (0.9 - 0.6) of 0.6
    assertThat(number(cheat.the(DENSITY_CHANGED), 0)).isEqualByComparingTo("50");
  }

  @Test
  void a_herd_that_differs_from_the_record_is_flagged_either_way() {
    Survey more = Survey.honest();
    more.stocking.get(2024).put("SHEEP", 2001);
    // 201 of 2,001 are more than a tenth, 200 of 2,000 are not.
    assertThat(more.codes()).containsExactly(HERD_UNLIKE_STOCKING);
    more.stocking.get(2024).put("SHEEP", 2000);
    assertThat(more.codes()).isEmpty();
    more.stocking.get(2024).put("SHEEP", 1620);
    assertThat(more.codes()).isEmpty();
    more.stocking.get(2024).put("SHEEP", 1619);
    assertThat(more.codes()).containsExactly(HERD_UNLIKE_STOCKING);
  }

  @Test
  void a_species_that_was_recorded_and_not_reported_is_flagged() {
    Survey cheat = Survey.honest();
    cheat.stocking.get(2023).put("YAK", 300);
    Flag flag = cheat.the(HERD_UNLIKE_STOCKING);
    assertThat(flag.figures().get(0).name()).isEqualTo("HERD_DIFFERENCE YAK 2023");
    assertThat(figure(flag, 0)).isEqualTo("100");
  }

  @Test
  void a_year_without_a_stocking_record_is_itself_a_flag() {
    Survey cheat = Survey.honest();
    cheat.stocking.remove(2024);
    assertThat(cheat.codes()).containsExactly(NO_STOCKING_RECORD);
    assertThat(figure(cheat.the(NO_STOCKING_RECORD), 0)).isEqualTo("1");
    assertThat(figure(cheat.the(NO_STOCKING_RECORD), 1)).isEqualTo("2024");
    cheat.stocking.remove(2023);
    assertThat(figure(cheat.the(NO_STOCKING_RECORD), 0)).isEqualTo("2");
    Survey empty = Survey.honest();
    empty.stocking.put(2024, new TreeMap<>());
    assertThat(empty.codes()).as("a record of no animals").contains(HERD_UNLIKE_STOCKING);
  }

  @Test
  void tonnes_above_what_was_expected_and_what_was_verified_before_are_flagged() {
    Survey survey = Survey.honest();
    Decimal half = half(survey.evidence().quantification().total());
    survey.expected = half;
    assertThat(survey.codes()).isEmpty();
    survey.limit(ABOVE_EXPECTED, Decimal.of("99.999999"));
    assertThat(survey.codes()).containsExactly(ABOVE_EXPECTED);

    Survey again = Survey.honest();
    again.earlierReports.add(earlierYear(2021, half));
    again.earlierReports.add(earlierYear(2022, Decimal.of("0")));
    // Twice the mean of the years before.
    assertThat(number(again.the(ABOVE_EARLIER), 0).setScale(6, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("200");
    Survey loss = Survey.honest();
    loss.earlierReports.add(earlierYear(2022, Decimal.of("-5")));
    assertThat(loss.codes()).containsExactly(ABOVE_EARLIER);
    loss.times("WP-2", "OC", "0.8").limit(ABOVE_EXPECTED, Decimal.of("0"));
    assertThat(loss.evidence().quantification().total().isNegative()).isTrue();
    assertThat(loss.codes()).as("a loss after a loss").isEmpty();
  }

  private static Decimal half(Decimal total) {
    return new Decimal(total.value().divide(BigDecimal.valueOf(2)));
  }

  private static EarlierReport earlierYear(int year, Decimal tonnes) {
    return new EarlierReport(
        new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), tonnes);
  }

  @Test
  void nitrogen_factors_that_all_favour_the_project_are_told() {
    assertThat(Survey.honest().choice("FRAC_LEACH.WET", "FRAC_LEACH").codes())
        .containsExactly(BEST_CASE_CHOICES);
    Survey some = Survey.honest().and("S2").and("S3").choice("FRAC_LEACH.WET", "FRAC_LEACH");
    assertThat(some.codes()).isEmpty();
    // Where nitrogen rises high factors do not favour the project.
    Survey grows = Survey.honest().choice("FRAC_LEACH.WET", "FRAC_LEACH");
    for (int year = 2023; year <= 2024; year++) {
      grows.yearly("S1", "M_SF.UREA", "t", "30", year);
    }
    assertThat(grows.codes()).isEmpty();
    Survey fixes = Survey.honest().choice("FRAC_LEACH.WET", "FRAC_LEACH");
    fixes.yearly("S1", "M_NFIX.ALFALFA", "t dm", "40", 2024);
    assertThat(fixes.codes()).isEmpty();
    Survey herd = Survey.honest().choice("FRAC_LEACH.WET", "FRAC_LEACH");
    herd.set("", "HEAD.CATTLE", "41");
    assertThat(herd.codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"WP-1", "WP-2", "BSL-1", "BSL-2"})
  void rows_in_any_order_yield_the_same_flags(String sampling) {
    Survey survey = Survey.honest().and("S2").set(sampling, "OC", "20");
    List<Flag> flags = survey.flags();
    assertThat(flags).isNotEmpty();
    Collections.reverse(survey.rows);
    assertThat(survey.flags()).isEqualTo(flags);
  }

  record Case(FlagCode code, Supplier<Survey> survey) {}

  static Stream<Case> measured() {
    return Stream.of(
        new Case(SOIL_GAIN, () -> Survey.honest().times("WP-2", "OC", "1.1")),
        new Case(SOIL_GAIN_EXTREME, () -> Survey.honest().times("WP-2", "OC", "1.2")),
        new Case(STOCK_JUMP, () -> Survey.honest().times("WP-2", "OC", "1.3")),
        new Case(WOODY_GAIN, () -> woody("C_TREE", "1", "50")),
        new Case(AVOIDED_EMISSIONS, () -> Survey.honest().baseline("LIME.DOLOMITE", "t", "10000")),
        new Case(ABOVE_EXPECTED, () -> Survey.honest().times("WP-2", "OC", "1.3")),
        new Case(
            IDENTICAL_INCREMENTS,
            () -> Survey.honest().copy("WP-1", "WP-2", 5).plus("WP-2", "OC", "0.4")),
        new Case(LITTLE_SPREAD, () -> Survey.honest().set("WP-2", "OC", "25")),
        new Case(REPEATED_POINTS, () -> Survey.honest().copy("WP-1", "WP-2", 4)),
        new Case(UNIT_SUSPECT, () -> Survey.honest().times("WP-1", "OC", "0.1")),
        new Case(OUTLIER, () -> Survey.honest().set("WP-1-P02-L1", "OC", "94")),
        new Case(CARBON_LOW, () -> Survey.honest().times("", "OC", "0.1")),
        new Case(CONTROL_DIFFERS, () -> Survey.honest().times("BSL", "OC", "3")),
        new Case(DENSITY_CHANGED, () -> Survey.honest().set("WP-1", "PROBE_DIAMETER", "19")),
        new Case(DENSITY_CHANGED, () -> Survey.deep().depth("WP-1", "40").depth("BSL-1", "35")),
        new Case(DENSITY_IMPLAUSIBLE, () -> Survey.deep().depth("WP-1", "60")),
        new Case(
            REFERENCE_SHALLOW,
            () -> Survey.deep().choice("SOIL_REFERENCE.MASS_2400", "SOIL_REFERENCE")),
        new Case(HERD_BELOW_BASELINE, () -> sheep(900)),
        new Case(
            HERD_UNLIKE_STOCKING,
            () -> {
              Survey survey = Survey.honest();
              survey.stocking.get(2023).put("SHEEP", 3000);
              return survey;
            }),
        new Case(BEST_CASE_CHOICES, () -> Survey.honest().choice("FRAC_LEACH.WET", "FRAC_LEACH")));
  }

  /** The limits on both sides of what is measured, as near as a limit can be told. */
  @ParameterizedTest
  @MethodSource("measured")
  void a_limit_is_passed_on_one_side_and_not_on_the_other(Case each) {
    Flag flag = each.survey.get().the(each.code);
    Decimal below = limit(number(flag, 0), RoundingMode.FLOOR, "-0.000000000001");
    Decimal above = limit(number(flag, 0), RoundingMode.CEILING, "0.000000000001");
    boolean fromBelow = each.code.bound() == FlagCode.Bound.BELOW;
    assertThat(each.survey.get().limit(each.code, fromBelow ? above : below).codes())
        .contains(each.code);
    assertThat(each.survey.get().limit(each.code, fromBelow ? below : above).codes())
        .doesNotContain(each.code);
    assertThat(flag.severity()).isEqualTo(each.survey.get().rule(each.code).severity());
    assertThat(flag.figures().get(0).unit()).isEqualTo(each.code.unit());
    assertThat(flag.figures().get(flag.figures().size() - 1).name()).isEqualTo("LIMIT");
  }

  private static Decimal limit(BigDecimal value, RoundingMode mode, String further) {
    BigDecimal moved = value.setScale(12, mode).add(new BigDecimal(further));
    return new Decimal(moved.max(BigDecimal.ZERO));
  }
}
