// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.monitoring.ExampleReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Algorithms;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Stratum.Choice;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;

/** The invented reports that the product shows: what is flagged of them, and why that is right. */
class ExampleReportsTest {
  private PublishMethodology version = ExampleMethodology.flagged();
  private List<Stratum> strata = ExampleProject.DESIGN.strata();
  private List<Datum> rows = new ArrayList<>(ExampleReport.submission().data());
  private final TreeMap<Integer, SortedMap<String, Integer>> stocking = new TreeMap<>();
  private DateRange period = ExampleReport.submission().period();

  private List<Flag> flags() {
    Science science = version.science();
    Subject subject =
        new Subject(
            rows,
            science.byName(),
            period,
            ExampleProject.DESIGN.startDate(),
            strata,
            science.uncertainty());
    return Plausibility.flags(
        new Evidence(
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            Decimal.of(String.valueOf(ExampleProject.DESIGN.expectedTonnesPerYear())),
            Algorithms.find(version.algorithm()).orElseThrow().quantify(subject),
            science.plausibility().orElseThrow(),
            stocking,
            subject));
  }

  private List<String> told() {
    return flags().stream()
        .map(flag -> flag.code() + flag.stratum().map(name -> " " + name).orElse(""))
        .toList();
  }

  @Test
  void the_tier_1_example_says_that_its_factors_gain_fast_and_manure_is_missing() {
    // 15 t C/ha over twenty years are 2.75 t CO2e/ha/yr, of 2,800 and 3,000 of 3,000 ha.
    assertThat(told()).containsExactly("SOIL_GAIN S1", "NO_STOCKING_RECORD", "MANURE_MISSING");
    assertThat(flags().get(0).figures().get(0).value().toString()).startsWith("2.6583");
    assertThat(flags().get(2).severity()).isEqualTo(Severity.NOTE);
    assertThat(flags().get(2).figures())
        .extracting(each -> each.value().toString())
        .containsExactly("8100", "8150");
    stocking.put(2023, new TreeMap<>(Map.of("SHEEP", 8_000)));
    stocking.put(2024, new TreeMap<>(Map.of("SHEEP", 8_150)));
    assertThat(told()).containsExactly("SOIL_GAIN S1", "MANURE_MISSING");
  }

  @Test
  void manure_is_not_missing_where_nothing_grazes() {
    strata =
        strata.stream()
            .map(each -> new Stratum(each.areaHectares(), List.of(), each.choices(), each.name()))
            .toList();
    assertThat(told()).as("none before").contains("MANURE_MISSING");
    List<Datum> grazed = List.copyOf(rows);
    rows.removeIf(row -> row.symbol().equals("HEAD.SHEEP"));
    assertThat(told()).doesNotContain("MANURE_MISSING");
    strata = ExampleProject.DESIGN.strata();
    assertThat(told()).as("none now").contains("MANURE_MISSING");
    rows = new ArrayList<>(grazed);
  }

  @Test
  void an_uncertainty_in_the_step_that_deducts_nothing_is_told() {
    Science now = version.science();
    version =
        new PublishMethodology(
            version.algorithm(),
            version.document(),
            version.name(),
            new Science(
                now.gwpSet(),
                ExampleMethodology.tier1().science().parameters(),
                now.plausibility(),
                now.ranges(),
                now.uncertainty()),
            version.terms(),
            version.training(),
            version.validity(),
            version.version());
    assertThat(told()).contains("UNCERTAINTY_UNDEDUCTED");
  }

  @Test
  void high_input_without_improvement_is_flagged_in_a_report_too() {
    Stratum old = strata.get(0);
    List<Choice> choices = new ArrayList<>(old.choices());
    choices.removeIf(each -> each.symbol().equals("F_I_WP"));
    choices.add(new Choice("F_I.HIGH", "F_I_WP"));
    strata =
        List.of(
            new Stratum(old.areaHectares(), old.baseline(), choices, old.name()), strata.get(1));
    assertThat(told()).contains("HIGH_INPUT_UNIMPROVED S1");
  }

  @Test
  void emissions_of_a_smaller_herd_count_only_as_far_as_the_version_credits_them() {
    strata =
        strata.stream()
            .map(
                each ->
                    new Stratum(
                        each.areaHectares(),
                        List.of(new Stratum.Level("HEAD.CATTLE", "head", Decimal.of("14000"))),
                        each.choices(),
                        each.name()))
            .toList();
    assertThat(told()).doesNotContain("AVOIDED_EMISSIONS S1").contains("ACTIVITY_STOPPED S1");
  }

  @Test
  void of_half_a_year_a_herd_is_an_average_and_fuel_is_what_was_burnt() {
    Stratum old = strata.get(0);
    strata =
        List.of(
            new Stratum(
                old.areaHectares(),
                List.of(
                    new Stratum.Level("HEAD.SHEEP", "head", Decimal.of("6000")),
                    new Stratum.Level("FUEL.DIESEL", "L", Decimal.of("3000000"))),
                old.choices(),
                old.name()));
    period = new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 30));
    rows =
        new ArrayList<>(
            List.of(
                new Datum("S1", "MANAGED_AREA", "ha", Decimal.of("3000"), 2023),
                new Datum("S1", "HEAD.SHEEP", "head", Decimal.of("9000"), 2023),
                new Datum("S1", "FUEL.DIESEL", "L", Decimal.of("300000"), 2023)));
    Flag flag =
        flags().stream()
            .filter(each -> each.code() == FlagCode.AVOIDED_EMISSIONS)
            .findFirst()
            .orElseThrow();
    // 1,000 L/ha a year less 100 L/ha in 181 of 365 days, 0.002886 t each; a sheep more a hectare.
    assertThat(flag.figures())
        .extracting(
            each -> each.name() + " " + each.value().value().setScale(6, RoundingMode.HALF_EVEN))
        .containsExactly(
            "AVOIDED S1 2.164017",
            "AVOIDED FUEL 2.304017",
            "AVOIDED HERD -0.140000",
            "LIMIT 1.000000");
  }

  @Test
  void the_measured_example_is_flagged_for_what_was_invented_too_neatly() {
    version = MeasuredVersions.flaggedOfAnyReference();
    strata = StockChangeProject.strata();
    rows = new ArrayList<>(StockChangeProject.data(2023, 2024, "0.4"));
    assertThat(told())
        .containsExactlyInAnyOrder(
            "SOIL_GAIN S2",
            "IDENTICAL_INCREMENTS S2",
            "REPEATED_POINTS S1",
            "REPEATED_POINTS S2",
            "FIXED_DEPTH S2",
            "NO_STOCKING_RECORD");
  }
}
