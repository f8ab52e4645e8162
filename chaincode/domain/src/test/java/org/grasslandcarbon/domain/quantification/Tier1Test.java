// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Quantification.Line;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden values worked by hand, and the published sample inputs of VM0042 in the same equations.
 */
class Tier1Test {
  private final List<Parameter> parameters =
      new ArrayList<>(ExampleMethodology.tier1().science().parameters());
  private final List<Stratum.Level> baseline = new ArrayList<>();
  private final List<Datum> data = new ArrayList<>();
  private LocalDate start = LocalDate.of(2023, 1, 1);
  private String before = "F_MG.SEVERE";
  private String after = "F_MG.NOMINAL";

  private void parameter(String name, String value) {
    Parameter old = new Parameters(parameters).the(name);
    parameters.add(new Parameter(name, old.source(), old.unit(), Decimal.of(value)));
  }

  private void level(String symbol, String unit, String value) {
    baseline.add(new Stratum.Level(symbol, unit, Decimal.of(value)));
  }

  private void row(int year, String symbol, String unit, String value) {
    data.add(new Datum("S1", symbol, unit, Decimal.of(value), year));
  }

  private Quantification quantify(String from, String to) {
    return quantify(from, to, ExampleMethodology.tier1().science().uncertainty());
  }

  private Quantification quantify(String from, String to, Uncertainty uncertainty) {
    Stratum stratum =
        new Stratum(
            Decimal.of("1000"),
            baseline,
            List.of(
                new Stratum.Choice("SOC_REF.COLD_DRY_HAC", "SOC_REF"),
                new Stratum.Choice("F_LU.GRASSLAND", "F_LU_BSL"),
                new Stratum.Choice(before, "F_MG_BSL"),
                new Stratum.Choice("F_I.MEDIUM", "F_I_BSL"),
                new Stratum.Choice("F_LU.GRASSLAND", "F_LU_WP"),
                new Stratum.Choice(after, "F_MG_WP"),
                new Stratum.Choice("F_I.MEDIUM", "F_I_WP")),
            "S1");
    return new Tier1()
        .quantify(
            new Subject(
                data,
                new Parameters(parameters),
                new DateRange(LocalDate.parse(from), LocalDate.parse(to)),
                start,
                List.of(stratum),
                uncertainty));
  }

  private static BigDecimal value(Quantification quantification, String symbol) {
    return quantification.lines().stream()
        .filter(line -> line.symbol().equals(symbol))
        .map(line -> line.value().value())
        .findFirst()
        .orElseThrow();
  }

  private static String tonnes(Quantification quantification) {
    return quantification.total().toString();
  }

  @Test
  void soil_carbon_changes_by_a_twentieth_of_the_difference_a_year() {
    row(2023, "MANAGED_AREA", "ha", "1000");
    // (50 * 1 - 50 * 0.7) t C/ha * 1000 ha / 20 * 44 / 12 = 2750
    Quantification year = quantify("2023-01-01", "2023-12-31");
    assertThat(value(year, "SOC_BSL S1")).isEqualByComparingTo("35");
    assertThat(value(year, "SOC_WP S1")).isEqualByComparingTo("50");
    assertThat(tonnes(year)).isEqualTo("2750");
  }

  @Test
  void only_the_managed_area_counts() {
    row(2023, "MANAGED_AREA", "ha", "12.34");
    // 15 * 12.34 / 20 * 44 / 12 = 33.935
    assertThat(tonnes(quantify("2023-01-01", "2023-12-31"))).isEqualTo("33.935");
  }

  @Test
  void thirds_of_a_tonne_add_up_to_whole_tonnes() {
    // 11 / 3 t a year, printed to the gram
    for (int year = 2023; year <= 2025; year++) {
      row(year, "MANAGED_AREA", "ha", "1.333333333333");
    }
    assertThat(tonnes(quantify("2023-01-01", "2025-12-31"))).isEqualTo("11.000001");
    data.clear();
    row(2023, "MANAGED_AREA", "ha", "4");
    assertThat(tonnes(quantify("2023-01-01", "2023-12-31"))).isEqualTo("11");
  }

  @ParameterizedTest
  @CsvSource({
    // 2750 * 184 / 365
    "2023-07-01, 2023-12-31, 1386.30137",
    // A leap year is a year, and 29 February is no day of its own.
    "2024-01-01, 2024-12-31, 2750",
    "2024-02-29, 2024-02-29, 0",
    // 2750 * 59 / 365, with 29 February
    "2024-01-01, 2024-02-29, 444.520548"
  })
  void parts_of_a_year_count_by_days_of_365(String from, String to, String tonnes) {
    row(LocalDate.parse(from).getYear(), "MANAGED_AREA", "ha", "1000");
    assertThat(tonnes(quantify(from, to))).isEqualTo(tonnes);
  }

  @Test
  void soil_carbon_is_credited_for_twenty_years_and_emissions_after_that_too() {
    start = LocalDate.of(2003, 7, 1);
    level("FUEL.DIESEL", "L", "1000");
    row(2023, "MANAGED_AREA", "ha", "1000");
    row(2023, "FUEL.DIESEL", "L", "2000");
    row(2024, "MANAGED_AREA", "ha", "1000");
    row(2024, "FUEL.DIESEL", "L", "2000");
    Quantification both = quantify("2023-01-01", "2024-12-31");
    // The transition ends on 2023-06-30: 2750 * 181 / 365; each year 2.886 t more fuel.
    assertThat(value(both, "D_SOIL 2023").toPlainString()).startsWith("1363.69863013698630136986");
    assertThat(value(both, "D_SOIL 2024")).isEqualByComparingTo("0");
    assertThat(both.vintages().get(1).tonnes()).hasToString("-2.886");
  }

  @Test
  void uncertainty_makes_a_gain_smaller_and_a_loss_larger() {
    parameter("UNCERTAINTY_SOC", "15");
    row(2023, "MANAGED_AREA", "ha", "1000");
    assertThat(tonnes(quantify("2023-01-01", "2023-12-31"))).isEqualTo("2585"); // 2750 * 0.94
    before = "F_MG.NOMINAL";
    after = "F_MG.SEVERE";
    assertThat(tonnes(quantify("2023-01-01", "2023-12-31"))).isEqualTo("-2915"); // 2750 * 1.06
  }

  @ParameterizedTest
  @CsvSource({"10, 2750", "10.000001, 2585", "20, 2585", "30, 2447.5"})
  void a_step_of_the_deduction_table_includes_its_end(String uncertainty, String tonnes) {
    parameter("UNCERTAINTY_SOC", uncertainty);
    row(2023, "MANAGED_AREA", "ha", "1000");
    assertThat(tonnes(quantify("2023-01-01", "2023-12-31"))).isEqualTo(tonnes);
  }

  @ParameterizedTest
  @CsvSource({
    // 1000 sheep * 5 kg * 28 / 1000 = 140 t
    "2000, 0, 2610",
    "2000, 1, 2610",
    "0, 0, 2750",
    "0, 0.5, 2820",
    "0, 1, 2890"
  })
  void a_larger_herd_is_deducted_and_a_smaller_one_credited_by_the_versions_share(
      String sheep, String share, String tonnes) {
    parameter("HERD_DECREASE_SHARE", share);
    level("HEAD.SHEEP", "head", "1000");
    row(2023, "MANAGED_AREA", "ha", "1000");
    row(2023, "HEAD.SHEEP", "head", sheep);
    assertThat(tonnes(quantify("2023-01-01", "2023-12-31"))).isEqualTo(tonnes);
  }

  @Test
  void a_herd_is_an_average_and_counts_by_days_while_fuel_is_a_total_and_does_not() {
    level("HEAD.SHEEP", "head", "1000");
    level("FUEL.DIESEL", "L", "1000");
    row(2023, "MANAGED_AREA", "ha", "0");
    row(2023, "HEAD.SHEEP", "head", "2000");
    row(2023, "FUEL.DIESEL", "L", "1000");
    Quantification part = quantify("2023-01-01", "2023-03-14"); // 73 days, a fifth of a year
    assertThat(value(part, "D_ENTERIC 2023")).isEqualByComparingTo("-28"); // 140 / 5
    assertThat(value(part, "D_FUEL 2023")).isEqualByComparingTo("-2.3088"); // 2.886 / 5 - 2.886
  }

  /** VM0042 sample of Guardian, "ERR Data 3_12_25": inputs public, arithmetic by the equations. */
  @Test
  void the_public_sample_of_fuel_comes_out() {
    row(2023, "MANAGED_AREA", "ha", "0");
    row(2023, "FUEL.DIESEL", "L", "30000");
    row(2023, "FUEL.PETROL", "L", "10000");
    assertThat(value(quantify("2023-01-01", "2023-12-31"), "E_FUEL_WP S1 2023"))
        .isEqualByComparingTo("114.68");
  }

  /** As above. */
  @Test
  void the_public_sample_of_enteric_fermentation_comes_out() {
    parameter("EF_ENTERIC.SHEEP", "13.289693946836");
    parameter("EF_ENTERIC.CATTLE", "12");
    row(2023, "MANAGED_AREA", "ha", "0");
    row(2023, "HEAD.SHEEP", "head", "160");
    row(2023, "HEAD.CATTLE", "head", "160");
    assertThat(value(quantify("2023-01-01", "2023-12-31"), "E_ENTERIC_WP S1 2023").toPlainString())
        .startsWith("113.297828");
  }

  /** As above: 257.509022 t of synthetic and 32.188628 t of organic nitrogen. */
  @Test
  void the_public_sample_of_fertiliser_comes_out() {
    row(2023, "MANAGED_AREA", "ha", "0");
    row(2023, "N_SYNTHETIC", "t N", "257.509021785569");
    row(2023, "N_ORGANIC", "t N", "32.188627723196");
    assertThat(value(quantify("2023-01-01", "2023-12-31"), "E_N2O_WP S1 2023").toPlainString())
        .startsWith("1206.383783");
  }

  @Test
  void every_line_can_be_computed_from_the_lines_and_inputs_that_it_names() {
    level("HEAD.SHEEP", "head", "1000");
    row(2023, "MANAGED_AREA", "ha", "777.7");
    row(2023, "HEAD.SHEEP", "head", "1234.5");
    Quantification worksheet = quantify("2023-02-03", "2023-12-31");
    List<String> equations = new Tier1().equations().stream().map(Equation::id).toList();
    for (Line line : worksheet.lines()) {
      assertThat(worksheet.lines().indexOf(line)).isEqualTo(line.number() - 1);
      assertThat(equations).contains(line.equation());
      assertThat(line.inputs()).isNotEmpty();
      for (Quantification.Input input : line.inputs()) {
        assertThat(input.origin() == Quantification.Origin.LINE)
            .isEqualTo(input.line().isPresent());
        input
            .line()
            .ifPresent(
                number -> {
                  assertThat(number).isLessThan(line.number());
                  Line named = worksheet.lines().get(number - 1);
                  assertThat(input.value()).isEqualTo(named.value());
                  assertThat(input.symbol()).isEqualTo(named.symbol());
                });
      }
    }
    Line last = worksheet.lines().get(worksheet.lines().size() - 1);
    assertThat(last.equation()).isEqualTo("T1-11");
    assertThat(last.value()).isEqualTo(Figure.of(worksheet.total()));
  }

  @Test
  void a_worksheet_has_a_limit() {
    List<Stratum> strata = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Stratum.Level sheep = new Stratum.Level("HEAD.SHEEP", "head", Decimal.of("1"));
      strata.add(new Stratum(Decimal.of("1"), List.of(sheep), quantifiable().choices(), "S" + i));
    }
    for (int year = 2023; year < 2035; year++) {
      for (Stratum stratum : strata) {
        data.add(new Datum(stratum.name(), "MANAGED_AREA", "ha", Decimal.of("1"), year));
        data.add(new Datum(stratum.name(), "HEAD.SHEEP", "head", Decimal.of("1"), year));
        data.add(new Datum(stratum.name(), "FUEL.DIESEL", "L", Decimal.of("1"), year));
        data.add(new Datum(stratum.name(), "N_ORGANIC", "t N", Decimal.of("1"), year));
      }
    }
    Subject subject =
        new Subject(
            data,
            new Parameters(parameters),
            new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2034, 12, 31)),
            start,
            strata,
            ExampleMethodology.tier1().science().uncertainty());
    assertThatThrownBy(() -> new Tier1().quantify(subject))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("5000 lines");
  }

  private static Stratum quantifiable() {
    return ExampleProject.DESIGN.strata().get(0);
  }

  @Test
  void a_result_that_no_credit_could_carry_is_refused() {
    parameter("SOC_REF.COLD_DRY_HAC", "999999999999999");
    row(2023, "MANAGED_AREA", "ha", "1000");
    assertThatThrownBy(() -> quantify("2023-01-01", "2023-12-31"))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("t CO2e for 2023");
  }

  @Test
  void what_is_avoided_is_credited_up_to_the_cap_and_soil_is_not_capped() {
    level("FUEL.DIESEL", "L", "1000000");
    row(2023, "MANAGED_AREA", "ha", "1000");
    row(2023, "FUEL.DIESEL", "L", "0");
    assertThat(tonnes(quantify("2023-01-01", "2023-12-31"))).as("2750 + 2886").isEqualTo("5636");
    parameters.add(new Parameter("AVOIDED_MOST", "test", "t CO2e/ha/yr", Decimal.of("0.5")));
    Quantification capped = quantify("2023-01-01", "2023-12-31");
    assertThat(value(capped, "D_MOST 2023")).isEqualByComparingTo("500");
    assertThat(tonnes(capped)).isEqualTo("3250");
  }
}
