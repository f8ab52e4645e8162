// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;

/** How each point that the methodology's text leaves open is settled, with numbers by hand. */
class StockChangeRulesTest {
  private static final BigDecimal CLOSE = new BigDecimal("1e-20");

  private static void assertFour(BigDecimal value, String expected) {
    assertThat(value.setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo(expected);
  }

  /** Thirty centimetres of 1.2 g/cm3: 132 t CO2e/ha for each 10 g/kg. */
  private static StockChangeCase soil(
      String[] before, String[] after, String[] control, String[] controlAfter) {
    StockChangeCase made = new StockChangeCase();
    made.stratum("S1", "100", "SOIL_REFERENCE.DEPTH_30", "FRAC_LEACH.WET");
    made.byDepth("S1", "WP-1", before).byDepth("S1", "WP-2", after);
    made.byDepth("S1", "BSL-1", control).byDepth("S1", "BSL-2", controlAfter);
    return made.ofPeriod("S1", "SOIL_YEARS", "1");
  }

  private static String[] points(String... values) {
    return values;
  }

  @Test
  void manure_nitrogen_is_in_kilograms_so_equations_30_and_31_are_divided_by_1000() {
    Quantification done = StockChangeCase.still().row("S1", "HEAD.SHEEP", "100", 2023).run();
    // NEX = 1.17 * 45 * 365 / 1000 = 19.21725; F = 1921.725 kg N, with MS = 1.
    assertThat(StockChangeCase.value(done, "F.SHEEP.PASTURE_WP S1 2023"))
        .isEqualByComparingTo("1921.725");
    // 1921.725 * 0.01 * 265 * 44 / 28 / 1000
    assertFour(StockChangeCase.value(done, "N2O_MD_DIR_WP S1 2023"), "8.0026");
    // 1921.725 * 0.2 * 0.01 * 265 * 44 / 28 / 1000
    assertFour(StockChangeCase.value(done, "N2O_MD_VOLAT_WP S1 2023"), "1.6005");
    // 1921.725 * 0.3 * 0.0075 * 265 * 44 / 28 / 1000
    assertFour(StockChangeCase.value(done, "N2O_MD_LEACH_WP S1 2023"), "1.8006");
  }

  @Test
  void nothing_leaches_where_the_stratum_is_dry() {
    StockChangeCase made = StockChangeCase.still();
    Stratum wet = made.strata.remove(0);
    made.stratum(
        wet.name(), wet.areaHectares().toString(), "SOIL_REFERENCE.DEPTH_30", "FRAC_LEACH.DRY");
    made.row("S1", "HEAD.SHEEP", "100", 2023).row("S1", "M_SF.UREA", "3", 2023);
    assertThat(made.value("N2O_MD_LEACH_WP S1 2023")).isZero();
    assertThat(made.value("N2O_FERT_LEACH_WP S1 2023")).isZero();
  }

  @Test
  void a_gain_is_made_smaller_and_a_loss_larger_by_the_same_tonnes() {
    StockChangeCase gain =
        soil(
            points("20", "21", "22"),
            points("21", "22.2", "22.8"),
            points("20", "21", "22"),
            points("20", "21", "22"));
    StockChangeCase loss =
        soil(
            points("21", "22.2", "22.8"),
            points("20", "21", "22"),
            points("20", "21", "22"),
            points("20", "21", "22"));
    Quantification gained = gain.run();
    Quantification lost = loss.run();
    assertThat(StockChangeCase.value(gained, "J")).isEqualByComparingTo("1");
    assertThat(StockChangeCase.value(lost, "J")).isEqualByComparingTo("-1");
    assertThat(StockChangeCase.value(lost, "UNC"))
        .isCloseTo(StockChangeCase.value(gained, "UNC"), within(CLOSE));
    BigDecimal measured = StockChangeCase.value(gained, "D_SOIL_WP");
    assertThat(measured).isCloseTo(new BigDecimal("1320"), within(CLOSE));
    // 1320 less, and -1320 with, the same deduction.
    assertThat(
            StockChangeCase.value(gained, "D_CO2_WP")
                .subtract(StockChangeCase.value(lost, "D_CO2_WP")))
        .isCloseTo(new BigDecimal("2640"), within(CLOSE));
    assertThat(StockChangeCase.value(gained, "D_CO2_WP")).isLessThan(measured);
  }

  @Test
  void uncertainty_is_that_of_a_computation_by_hand() {
    // Differences of paired points: project 1, 1.2, 0.8, variance of their mean 0.04 / 3; control
    // 0.
    // In CO2e/ha, times 13.2: sqrt(0.04 / 3) * 13.2 = 1.52420... over delta 13.2; df = 2 + 2.
    Quantification done =
        soil(
                points("20", "21", "22"),
                points("21", "22.2", "22.8"),
                points("20", "21", "22"),
                points("20", "21", "22"))
            .run();
    BigDecimal expected =
        BigDecimal.valueOf(100)
            .multiply(
                new BigDecimal("0.04")
                    .divide(new BigDecimal("3"), Figure.CONTEXT)
                    .sqrt(Figure.CONTEXT))
            .multiply(new BigDecimal(StudentTTest.AT_0_667[3]));
    assertThat(StockChangeCase.value(done, "UNC")).isCloseTo(expected, within(CLOSE));
  }

  @Test
  void a_gain_that_is_measured_badly_is_lost_but_is_no_loss() {
    Quantification done =
        soil(
                points("10", "20", "30"),
                points("30", "20.1", "10.5"),
                points("20", "21", "22"),
                points("20", "21", "22"))
            .run();
    assertThat(StockChangeCase.value(done, "UNC")).isGreaterThan(BigDecimal.valueOf(100));
    assertThat(StockChangeCase.value(done, "D_CO2_WP")).isZero();
    assertThat(done.total()).isEqualTo(Decimal.of("0"));
  }

  @Test
  void a_loss_that_is_measured_badly_is_counted_with_all_its_uncertainty() {
    Quantification done =
        soil(
                points("30", "20.1", "10.5"),
                points("10", "20", "30"),
                points("20", "21", "22"),
                points("20", "21", "22"))
            .run();
    assertThat(StockChangeCase.value(done, "UNC")).isGreaterThan(BigDecimal.valueOf(100));
    assertThat(StockChangeCase.value(done, "D_CO2_WP"))
        .isLessThan(StockChangeCase.value(done, "D_SOIL_WP").multiply(BigDecimal.valueOf(2)));
  }

  @Test
  void a_difference_of_zero_has_no_deduction() {
    Quantification done =
        soil(
                points("20", "21", "22"),
                points("22", "23", "21"),
                points("20", "21", "22"),
                points("21", "22", "23"))
            .run();
    assertThat(StockChangeCase.value(done, "DELTA")).isZero();
    assertThat(StockChangeCase.value(done, "UNC")).isZero();
    assertThat(StockChangeCase.value(done, "J")).isEqualByComparingTo("1");
    assertThat(done.total()).isEqualTo(Decimal.of("0"));
  }

  @Test
  void points_sampled_again_share_their_variance_and_other_points_do_not() {
    StockChangeCase paired =
        soil(
            points("20", "24", "28"),
            points("21", "25", "29"),
            points("20", "21", "22"),
            points("20", "21", "22"));
    // Every point rose by the same: the change is certain.
    assertThat(paired.value("S2_H S1 WP").setScale(15, RoundingMode.HALF_EVEN)).isZero();
    StockChangeCase others =
        soil(
            points("20", "24", "28"), points(), points("20", "21", "22"), points("20", "21", "22"));
    String[] names = {"P91", "P92", "P93"};
    String[] values = {"21", "25", "29"};
    for (int i = 0; i < 3; i++) {
      others.sample("S1", "WP-2-" + names[i] + "-L1", "OC", values[i]);
      others.sample("S1", "WP-2-" + names[i] + "-L1", "BULK_DENSITY", "1.2");
    }
    assertThat(others.value("S2_H S1 WP")).isGreaterThan(BigDecimal.ONE);
  }

  @Test
  void growth_is_not_claimed_for_years_that_no_two_samplings_span() {
    StockChangeCase made =
        soil(
            points("20", "21", "22"),
            points("21", "22", "23"),
            points("20", "21", "22"),
            points("20", "21", "22"));
    made.without("SOIL_YEARS").ofPeriod("S1", "SOIL_YEARS", "0.5");
    assertThat(made.value("X")).isEqualByComparingTo("1");
    made.without("SOIL_YEARS").ofPeriod("S1", "SOIL_YEARS", "4");
    assertThat(made.value("D_SOIL_WP")).isCloseTo(new BigDecimal("330"), within(CLOSE));
  }

  @Test
  void a_fallen_herd_is_counted_as_before_unless_it_was_slaughtered() {
    StockChangeCase moved = StockChangeCase.still().baseline("HEAD.SHEEP", "100");
    moved.row("S1", "HEAD.SHEEP", "40", 2023).ofPeriod("S1", "LK_DISPLACED", "12");
    moved.ofPeriod("S1", "LK_DISPLACED_PRIOR", "5");
    Quantification elsewhere = moved.run();
    assertThat(StockChangeCase.value(elsewhere, "HERD_CHANGE HEAD.SHEEP 2023"))
        .isEqualByComparingTo("-60");
    assertThat(StockChangeCase.value(elsewhere, "D_CH4_ENT 2023")).isZero();
    assertThat(StockChangeCase.value(elsewhere, "LK_DISP")).isEqualByComparingTo("7");
    assertThat(elsewhere.total()).isEqualTo(Decimal.of("-7"));

    Quantification slaughtered = moved.ofPeriod("S1", "SLAUGHTERED", "1").run();
    // 60 * 5 kg * 28 / 1000
    assertThat(StockChangeCase.value(slaughtered, "D_CH4_ENT 2023")).isEqualByComparingTo("8.4");
    assertThat(StockChangeCase.value(slaughtered, "LK_DISP")).isZero();
    assertThat(slaughtered.total().value()).isGreaterThan(new BigDecimal("8.4"));
  }

  @Test
  void what_verified_reports_bore_is_taken_off_and_what_a_report_states_is_not_read() {
    StockChangeCase made = StockChangeCase.still().baseline("HEAD.SHEEP", "100");
    made.row("S1", "HEAD.SHEEP", "40", 2023).ofPeriod("S1", "LK_DISPLACED", "12");
    made.ofPeriod("S1", "LK_DISPLACED_PRIOR", "11");
    made.displacedBefore = Optional.of(Decimal.of("2.5"));
    assertThat(made.value("LK_DISP")).isEqualByComparingTo("9.5");
    made.displacedBefore = Optional.of(Decimal.of("0"));
    assertThat(made.value("LK_DISP")).isEqualByComparingTo("12");
  }

  @Test
  void what_is_avoided_is_credited_up_to_the_cap_of_the_monitored_days() {
    StockChangeCase made = StockChangeCase.still().baseline("FUEL.DIESEL", "100000");
    made.row("S1", "FUEL.DIESEL", "0", 2023);
    // 100000 L * 0.002886 t/L
    assertThat(made.value("ER_NET 2023")).isEqualByComparingTo("288.6");
    made.parameters.add(cap("1.25"));
    assertThat(made.value("SRC 2023")).isEqualByComparingTo("288.6");
    assertThat(made.value("ER_NET 2023")).as("100 ha").isEqualByComparingTo("125");
    made.period = new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 14));
    assertThat(made.value("ER_NET 2023")).as("73 of 365 days").isEqualByComparingTo("25");
    made.parameters.remove(cap("1.25"));
    made.parameters.add(cap("0.5772"));
    assertThat(made.value("SRC_MOST 2023")).isEqualByComparingTo("11.544");
  }

  @Test
  void a_cap_does_not_make_more_of_what_is_avoided_or_of_what_is_emitted() {
    StockChangeCase made = StockChangeCase.still().baseline("FUEL.DIESEL", "1000");
    made.row("S1", "FUEL.DIESEL", "3000", 2023);
    BigDecimal without = made.value("ER_NET 2023");
    made.parameters.add(cap("1"));
    assertThat(without).isEqualByComparingTo("-5.772");
    assertThat(made.value("ER_NET 2023")).isEqualByComparingTo(without);
  }

  @Test
  void a_source_above_the_cap_pays_for_no_source_that_grows() {
    StockChangeCase made = StockChangeCase.still().baseline("FUEL.DIESEL", "100000");
    made.row("S1", "FUEL.DIESEL", "0", 2023).row("S1", "LIME.LIMESTONE", "300", 2023);
    // 300 t * 0.12 * 44 / 12 = 132 t of lime; of 288.6 t of fuel 125 are credited.
    made.parameters.add(cap("1.25"));
    assertThat(made.value("ER_NET 2023")).isEqualByComparingTo("-7");
  }

  @Test
  void a_loss_counts_whole_and_a_gain_only_for_the_days_of_the_report() {
    StockChangeCase loss =
        soil(
            points("22", "22", "22"),
            points("20", "20", "20"),
            points("20", "20", "20"),
            points("20", "20", "20"));
    loss.without("SOIL_YEARS").ofPeriod("S1", "SOIL_YEARS", "2");
    // 2 g/kg of 3600 Mg/ha are 26.4 t CO2e/ha, on 100 ha.
    assertThat(loss.value("D_CO2_WP 2023")).isEqualByComparingTo("-1320");
    loss.parameters.add(new Parameter("LOSS_WHOLE", "test", "1", Decimal.of("1")));
    assertThat(loss.value("D_CO2_WP 2023")).isEqualByComparingTo("-2640");
    StockChangeCase gain =
        soil(
            points("20", "20", "20"),
            points("22", "22", "22"),
            points("20", "20", "20"),
            points("20", "20", "20"));
    gain.without("SOIL_YEARS").ofPeriod("S1", "SOIL_YEARS", "2");
    gain.parameters.add(new Parameter("LOSS_WHOLE", "test", "1", Decimal.of("1")));
    assertThat(gain.value("D_CO2_WP 2023")).isEqualByComparingTo("1320");
  }

  private static Parameter cap(String most) {
    return new Parameter("AVOIDED_MOST", "test", "t CO2e/ha/yr", Decimal.of(most));
  }

  @Test
  void less_displacement_than_before_gives_nothing_back() {
    StockChangeCase made = StockChangeCase.still();
    made.ofPeriod("S1", "LK_DISPLACED", "3").ofPeriod("S1", "LK_DISPLACED_PRIOR", "5");
    assertThat(made.value("LK_DISP")).isZero();
  }

  @Test
  void imported_amendments_leak_the_carbon_that_would_have_stayed_where_they_came_from() {
    // 300 * 0.1 * 0.12 * 44 / 12 = 13.2; with ER + CR = 0 the reductions bear it.
    Quantification done = StockChangeCase.still().ofPeriod("S1", "M_OA.MANURE", "300").run();
    assertThat(StockChangeCase.value(done, "LE_OA")).isEqualByComparingTo("13.2");
    assertThat(StockChangeCase.value(done, "LK_ER 2023")).isEqualByComparingTo("13.2");
    assertThat(StockChangeCase.value(done, "LK_CR 2023")).isZero();
    assertThat(done.total()).isEqualTo(Decimal.of("-13.2"));
  }

  @Test
  void leakage_is_shared_in_proportion_where_both_reductions_and_removals_are_above_zero() {
    StockChangeCase made =
        soil(
            points("20", "21", "22"),
            points("21", "22", "23"),
            points("20", "21", "22"),
            points("20", "21", "22"));
    made.baseline("FUEL.DIESEL", "100000").row("S1", "FUEL.DIESEL", "0", 2023);
    made.ofPeriod("S1", "LE_BR", "30");
    Quantification done = made.run();
    BigDecimal reductions = StockChangeCase.value(done, "ER 2023");
    BigDecimal removals = StockChangeCase.value(done, "CR 2023");
    assertThat(reductions).isEqualByComparingTo("288.6");
    assertThat(removals.setScale(9, RoundingMode.HALF_UP)).isEqualByComparingTo("1320");
    assertFour(StockChangeCase.value(done, "LK_ER 2023"), "5.3823");
    assertFour(StockChangeCase.value(done, "LK_CR 2023"), "24.6177");
    // A reduction below zero has no share: it bears all.
    made.without("FUEL.DIESEL").row("S1", "FUEL.DIESEL", "200000", 2023);
    Quantification worse = made.run();
    assertThat(StockChangeCase.value(worse, "ER 2023")).isEqualByComparingTo("-288.6");
    assertThat(StockChangeCase.value(worse, "LK_ER 2023")).isEqualByComparingTo("30");
    assertThat(StockChangeCase.value(worse, "LK_CR 2023")).isZero();
  }

  @Test
  void an_avoided_loss_is_a_reduction_and_a_gain_a_removal() {
    // Both lose, the project less: MINP; nothing is removed from the air.
    Quantification avoided =
        soil(
                points("22", "23", "24"),
                points("21.9", "22.9", "23.9"),
                points("22", "23", "24"),
                points("21", "22", "23"))
            .run();
    Quantification.Breakdown parts = avoided.vintages().get(0).breakdown().orElseThrow();
    assertThat(parts.removals()).isEqualTo(Decimal.of("0"));
    assertThat(parts.reductions()).isEqualTo(Decimal.of("1188"));
    assertThat(parts.bufferBase()).isEqualTo(Decimal.of("1188"));
    assertThat(parts.stockChange()).isEqualTo(Decimal.of("-132"));
    assertThat(StockChangeCase.value(avoided, "I 2023")).isZero();
  }

  @Test
  void a_gain_that_only_makes_good_an_earlier_loss_is_a_reduction() {
    StockChangeCase made =
        soil(
            points("20", "21", "22"),
            points("21", "22", "23"),
            points("20", "21", "22"),
            points("20", "21", "22"));
    made.stockChangeBefore = Decimal.of("-1320");
    Quantification.Breakdown parts = made.run().vintages().get(0).breakdown().orElseThrow();
    assertThat(parts.reductions()).isEqualTo(Decimal.of("1320"));
    assertThat(parts.removals()).isEqualTo(Decimal.of("0"));
    made.stockChangeBefore = Decimal.of("-1319.99");
    parts = made.run().vintages().get(0).breakdown().orElseThrow();
    assertThat(parts.reductions()).isEqualTo(Decimal.of("0"));
    assertThat(parts.removals()).isEqualTo(Decimal.of("1320"));
  }

  @Test
  void the_buffers_base_is_the_stock_change_alone_and_may_be_below_zero() {
    Quantification done =
        soil(
                points("21", "22", "23"),
                points("20", "21", "22"),
                points("20", "21", "22"),
                points("20", "21", "22"))
            .baseline("FUEL.DIESEL", "1000000")
            .row("S1", "FUEL.DIESEL", "0", 2023)
            .run();
    assertThat(done.vintages().get(0).breakdown().orElseThrow().bufferBase())
        .isEqualTo(Decimal.of("-1320"));
    assertThat(done.total()).isEqualTo(Decimal.of("1566"));
  }

  @Test
  void woody_carbon_is_added_without_deduction() {
    StockChangeCase made = StockChangeCase.still();
    made.sample("S1", "WP-1", "C_SHRUB", "1").sample("S1", "WP-2", "C_SHRUB", "1.6");
    // 0.6 * 100 * 44 / 12
    assertThat(made.value("D_SHRUB_WP")).isEqualByComparingTo("220");
    assertThat(made.value("D_CO2_WP")).isEqualByComparingTo("220");
  }

  @Test
  void soil_deeper_than_the_reference_is_left_out() {
    StockChangeCase made = StockChangeCase.still();
    made.sample("S1", "WP-1-P10-L2", "OC", "300");
    made.sample("S1", "WP-1-P10-L2", "BULK_DENSITY", "1");
    made.sample("S1", "WP-1-L2", "LAYER_DEPTH", "30");
    assertThat(made.value("SOC S1 WP-1-P10"))
        .isEqualByComparingTo(StockChangeCase.still().value("SOC S1 WP-1-P10"));
  }
}
