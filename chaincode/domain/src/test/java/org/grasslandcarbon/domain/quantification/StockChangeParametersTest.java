// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockChangeParametersTest {
  private final List<Parameter> parameters =
      new ArrayList<>(ExampleStockChange.ipcc2006().science().parameters());
  private Uncertainty uncertainty = ExampleStockChange.ipcc2006().science().uncertainty();

  private Optional<String> problem() {
    return new StockChange().problem(new Parameters(parameters), uncertainty).map(Detail::en);
  }

  private void set(String name, String value) {
    parameters.replaceAll(
        each ->
            each.name().equals(name)
                ? new Parameter(name, each.source(), each.unit(), Decimal.of(value))
                : each);
  }

  @Test
  void both_editions_of_the_example_are_complete() {
    for (PublishMethodology each :
        List.of(ExampleStockChange.ipcc2006(), ExampleStockChange.ipcc2019())) {
      Parameters published = new Parameters(each.science().parameters());
      assertThat(new StockChange().problem(published, each.science().uncertainty())).isEmpty();
      for (DatumType datum : new StockChange().data(published)) {
        assertThat(each.science().range(datum.symbol())).as(datum.symbol()).isPresent();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GWP_CH4",
        "GWP_N2O",
        "EF_N_VOLAT",
        "EF_N_LEACH",
        "FRAC_GASF",
        "FRAC_GASM",
        "OA_REMAINING",
        "POINTS_LEAST",
        "EF_N_DIRECT.AGGREGATE",
        "CF.GRASS",
        "EF_BURN_N2O.GRASS",
        "WEIGHT.SHEEP",
        "VS_RATE.GOAT",
        "N_RATE.CAMEL",
        "AWMS.HORSE.PASTURE",
        "EF_MANURE_CH4.SHEEP.PASTURE",
        "EF_MANURE_N2O.CATTLE.PASTURE"
      })
  void a_parameter_that_is_missing_is_named(String name) {
    parameters.removeIf(each -> each.name().equals(name));
    assertThat(problem().orElseThrow())
        .contains(name.replace("AGGREGATE", "*").replace(".PASTURE", ""));
  }

  @Test
  void something_to_compare_and_a_climate_are_needed() {
    parameters.removeIf(each -> each.name().startsWith("SOIL_REFERENCE."));
    assertThat(problem()).contains("a parameter SOIL_REFERENCE.* is needed");
    parameters.removeIf(each -> each.name().startsWith("FRAC_LEACH."));
    assertThat(problem()).contains("a parameter FRAC_LEACH.* is needed");
  }

  @ParameterizedTest
  @CsvSource({
    "GWP_CH4, -1, GWP_CH4 must not be below zero",
    "FRAC_GASM, 1.01, FRAC_GASM must not be above 1",
    "FRAC_LEACH.WET, 1.01, FRAC_LEACH.WET must not be above 1",
    "NC_SF.UREA, 46, NC_SF.UREA must not be above 1",
    "EF_FUEL.DIESEL, -1, EF_FUEL.DIESEL must not be below zero",
    "CF.GRASS, 77, CF.GRASS must not be above 1",
    "AWMS.SHEEP.PASTURE, 0.9, the shares AWMS.SHEEP.* must add up to 1",
    "POINTS_LEAST, 1, POINTS_LEAST must be a whole number from 2 to 100",
    "POINTS_LEAST, 2.5, POINTS_LEAST must be a whole number from 2 to 100",
    "POINTS_LEAST, 101, POINTS_LEAST must be a whole number from 2 to 100"
  })
  void a_number_that_cannot_be_is_refused(String name, String value, String why) {
    set(name, value);
    assertThat(problem()).contains(why);
  }

  @Test
  void a_soil_reference_of_another_unit_or_of_zero_is_refused() {
    set("SOIL_REFERENCE.DEPTH_30", "0");
    assertThat(problem()).contains("SOIL_REFERENCE.DEPTH_30 must be in Mg/ha or cm, above zero");
    parameters.add(new Parameter("SOIL_REFERENCE.A", "test", "kg/m2", Decimal.of("300")));
    assertThat(problem()).contains("SOIL_REFERENCE.A must be in Mg/ha or cm, above zero");
  }

  @Test
  void an_animal_has_a_name_without_points() {
    parameters.add(
        new Parameter("EF_ENTERIC.YAK.YOUNG", "test", "kg CH4/head/yr", Decimal.of("3")));
    assertThat(problem()).contains("the animal YAK.YOUNG must have a name without points");
  }

  @Test
  void a_deduction_table_beside_equation_74_is_refused() {
    uncertainty =
        new Uncertainty(
            Decimal.of("66.7"), List.of(new Uncertainty.Step(Decimal.of("0"), Decimal.of("10"))));
    assertThat(problem().orElseThrow()).contains("deduction table must be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"49.9", "99.991", "100"})
  void a_confidence_level_out_of_reach_is_refused(String percent) {
    uncertainty = new Uncertainty(Decimal.of(percent), List.of());
    assertThat(problem()).contains("the confidence level must be 50 to 99.99 percent, one-sided");
  }

  @Test
  void nothing_unverified_is_said_to_be_of_a_source() {
    // Numbers for which no text was read say so.
    List<String> open =
        parameters.stream()
            .filter(
                each -> each.source().contains("unverified") || each.source().contains("assumed"))
            .map(Parameter::name)
            .toList();
    assertThat(open)
        .contains("VS_RATE.SHEEP", "WEIGHT.GOAT", "N_CONTENT.ALFALFA", "NC_SF.UREA", "CC_OA.MANURE")
        .allMatch(name -> !name.startsWith("GWP") && !name.startsWith("EF_ENTERIC"));
  }
}
