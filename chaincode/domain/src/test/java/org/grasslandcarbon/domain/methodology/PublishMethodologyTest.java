// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishMethodologyTest {
  private static final PublishMethodology VALID = ExampleMethodology.tier1();

  private final TestLedger ledger = new TestLedger();

  private Verdict verdict(PublishMethodology action) {
    return ledger.submit(ledger.the(Role.AUTHORITY), action);
  }

  private void isBad(PublishMethodology action, String why) {
    Verdict verdict = verdict(action);
    assertThat(verdict.code()).isEqualTo("BAD_METHODOLOGY");
    assertThat(verdict.detail().orElseThrow()).contains(why);
  }

  /** The index of a parameter in the example. */
  private static String parameter(String name) {
    for (int i = 0; i < VALID.science().parameters().size(); i++) {
      if (VALID.science().parameters().get(i).name().equals(name)) {
        return "/science/parameters/" + i;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void the_authority_publishes_a_version() {
    assertThat(verdict(VALID).code()).isEqualTo("APPLIED");
    Methodology published = ledger.find(Methodology.key(VALID.version())).orElseThrow();
    assertThat(published.science()).isEqualTo(VALID.science());
    assertThat(published.publishedBy()).isEqualTo(ledger.the(Role.AUTHORITY));
    assertThat(published.withdrawal()).isEmpty();
  }

  @Test
  void an_office_may_not_publish_a_methodology() {
    assertThat(ledger.submit(ledger.the(Role.OFFICE), VALID).code()).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_published_version_never_changes() {
    verdict(VALID);
    assertThat(verdict(Edited.with(VALID, "/terms/yearsToClaim", "9")).code())
        .isEqualTo("METHODOLOGY_EXISTS");
    assertThat(ledger.find(Methodology.key(VALID.version())).orElseThrow().terms())
        .isEqualTo(VALID.terms());
  }

  @Test
  void another_version_of_the_same_methodology_may_be_published() {
    verdict(VALID);
    assertThat(verdict(Edited.with(VALID, "/version/version", "\"1.1\"")).code())
        .isEqualTo("APPLIED");
  }

  @Test
  void a_methodology_is_refused_without_its_algorithm() {
    isBad(Edited.with(VALID, "/algorithm", "\"GCS-NONE\""), "GCS-NONE");
  }

  @Test
  void only_a_training_version_may_have_no_publicity() {
    PublishMethodology changed = Edited.with(VALID, "/terms/publicityWorkingDays", "0");
    isBad(changed, "training");
    assertThat(verdict(Edited.with(changed, "/training", "true")).code()).isEqualTo("APPLIED");
  }

  @Test
  void only_a_training_version_may_have_crediting_periods_of_any_length() {
    isBad(Edited.with(VALID, "/terms/creditingYearsLeast", "0"), "training");
  }

  @ParameterizedTest
  @CsvSource({
    "GWP_CH4, t CO2e/t CH4",
    "TRANSITION_YEARS, yr",
    "EF_N_DIRECT, t N2O-N/t N",
    "UNCERTAINTY_SOC, %"
  })
  void a_parameter_of_the_algorithm_must_be_there_in_its_unit(String name, String unit) {
    isBad(Edited.without(VALID, parameter(name)), name + " is needed, in " + unit);
    isBad(
        Edited.with(VALID, parameter(name) + "/unit", "\"furlong\""),
        name + " is needed, in " + unit);
  }

  @Test
  void a_group_of_parameters_must_have_a_member_and_its_unit() {
    String petrol = parameter("EF_FUEL.PETROL");
    isBad(Edited.with(VALID, petrol + "/unit", "\"t CO2e/t\""), "EF_FUEL.PETROL");
    PublishMethodology without = Edited.without(VALID, petrol);
    isBad(Edited.without(without, parameter("EF_FUEL.DIESEL")), "EF_FUEL.*");
  }

  @Test
  void a_parameter_below_zero_is_refused() {
    isBad(Edited.with(VALID, parameter("GWP_N2O") + "/value", "\"-1\""), "GWP_N2O");
    isBad(Edited.with(VALID, parameter("F_MG.SEVERE") + "/value", "\"-0.1\""), "F_MG.SEVERE");
  }

  @ParameterizedTest
  @CsvSource({"0", "20.5", "101"})
  void a_transition_is_a_whole_number_of_years(String years) {
    isBad(
        Edited.with(VALID, parameter("TRANSITION_YEARS") + "/value", "\"" + years + "\""),
        "TRANSITION_YEARS");
  }

  @Test
  void the_share_of_a_smaller_herd_is_at_most_one() {
    isBad(Edited.with(VALID, parameter("HERD_DECREASE_SHARE") + "/value", "\"1.1\""), "HERD");
  }

  @Test
  void a_parameter_or_range_stands_once() {
    isBad(
        Edited.with(VALID, parameter("GWP_N2O") + "/name", "\"GWP_CH4\""), "GWP_CH4 stands twice");
    isBad(
        Edited.with(VALID, "/science/ranges/1/symbol", "\"MANAGED_AREA\""),
        "MANAGED_AREA stands twice");
  }

  @Test
  void every_datum_needs_a_plausible_range() {
    isBad(Edited.without(VALID, "/science/ranges/1"), "HEAD.SHEEP");
  }

  @Test
  void the_deduction_table_must_ascend_and_reach_the_stated_uncertainty() {
    isBad(Edited.with(VALID, "/science/uncertainty/deductions/1/upToPercent", "\"10\""), "ascend");
    isBad(
        Edited.with(VALID, "/science/uncertainty/deductions/1/deductPercent", "\"101\""), "ascend");
    isBad(Edited.with(VALID, parameter("UNCERTAINTY_SOC") + "/value", "\"31\""), "does not reach");
  }

  @Test
  void every_example_version_is_published_with_its_rules_of_plausibility_or_without() {
    for (PublishMethodology version :
        List.of(
            ExampleMethodology.tier1(),
            ExampleMethodology.training(),
            ExampleMethodology.flagged(),
            ExampleMethodology.flaggedTraining(),
            ExampleStockChange.ipcc2006(),
            ExampleStockChange.ipcc2019(),
            ExampleStockChange.flagged())) {
      assertThat(verdict(version).code()).as(version.version().toString()).isEqualTo("APPLIED");
      assertThat(ledger.find(Methodology.key(version.version())).orElseThrow().science())
          .isEqualTo(version.science());
    }
  }

  @Test
  void
      a_flagged_version_differs_from_the_one_before_in_its_flags_uncertainty_cap_and_evidence_alone() {
    Science before = VALID.science();
    Science after = ExampleMethodology.flagged().science();
    assertThat(after.byName().find("UNCERTAINTY_SOC").orElseThrow().value())
        .isEqualTo(Decimal.of("30"));
    assertThat(without(after, List.of("AVOIDED_MOST"))).isEqualTo(without(before, List.of()));
    assertThat(after.byName().find("AVOIDED_MOST")).isPresent();
    assertThat(List.of(after.ranges(), after.uncertainty(), after.gwpSet()))
        .isEqualTo(List.of(before.ranges(), before.uncertainty(), before.gwpSet()));
    Terms practice = ExampleMethodology.training().terms();
    assertThat(ExampleMethodology.flaggedTraining().terms())
        .isEqualTo(
            practice.withLookBack(
                ExampleMethodology.flagged().terms().lookBackYears().orElseThrow()));
    assertThat(ExampleMethodology.flaggedTraining().training()).isTrue();
  }

  @Test
  void the_flagged_version_that_measures_differs_in_its_references_and_its_cap() {
    Science before = ExampleStockChange.ipcc2006().science();
    Science after = ExampleStockChange.flagged().science();
    assertThat(without(after, List.of("AVOIDED_MOST", "LOSS_WHOLE")))
        .isEqualTo(without(before, List.of()));
    assertThat(after.byName().group("SOIL_REFERENCE"))
        .as("thirty centimetres of soils of 0.8 to 1.7 g/cm3")
        .allSatisfy(each -> assertThat(each.unit()).isEqualTo("Mg/ha"))
        .extracting(each -> each.value().toString())
        .containsExactly(
            "2400", "2700", "3000", "3300", "3600", "3900", "4200", "4500", "4800", "5100");
  }

  private static List<Parameter> without(Science science, List<String> names) {
    return science.parameters().stream()
        .filter(each -> !each.name().equals("UNCERTAINTY_SOC"))
        .filter(each -> !each.name().startsWith("SOIL_REFERENCE."))
        .filter(each -> !names.contains(each.name()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"-1, t CO2e/ha/yr", "101, t CO2e/ha/yr", "1, t CO2e"})
  void a_cap_of_what_is_avoided_is_a_rate_of_0_to_100(String value, String unit) {
    for (PublishMethodology version :
        List.of(ExampleMethodology.flagged(), ExampleStockChange.flagged())) {
      List<Parameter> parameters = new ArrayList<>(version.science().parameters());
      parameters.removeIf(each -> each.name().equals("AVOIDED_MOST"));
      parameters.add(new Parameter("AVOIDED_MOST", "test", unit, Decimal.of(value)));
      isBad(MeasuredVersions.with(version, parameters), "AVOIDED_MOST must be 0 to 100");
    }
  }

  @Test
  void rules_of_plausibility_must_be_such_as_can_be_applied() {
    PublishMethodology flagged = ExampleMethodology.flagged();
    String first = "/science/plausibility/rules/0";
    isBad(Edited.without(flagged, first + "/limit"), "SOIL_GAIN needs a limit, in t CO2e/ha/yr");
    isBad(Edited.with(flagged, first + "/limit/unit", "\"%\""), "SOIL_GAIN needs a limit");
    isBad(Edited.with(flagged, first + "/code", "\"AVOIDED_EMISSIONS\""), "stands twice");
  }
}
