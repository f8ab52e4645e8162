// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.plausibility.Design.Location;
import org.grasslandcarbon.domain.plausibility.Design.Top;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Stratum.Choice;
import org.grasslandcarbon.domain.quantification.Stratum.Level;
import org.grasslandcarbon.domain.region.Outlines;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;

/** What a proposal promises, and what it claims of the years before. */
class DesignFlagsTest {
  private PublishMethodology version = ExampleMethodology.flagged();
  private List<Stratum> strata = new ArrayList<>(ExampleProject.DESIGN.strata());
  private String expected = "9000";
  private Optional<Location> location = Optional.empty();

  private List<Flag> flags() {
    return Plausibility.ofDesign(
        new Design(
            ExampleProject.DESIGN.areaHectares(),
            Decimal.of(expected),
            location,
            version.science().byName(),
            version.science().plausibility().orElseThrow(),
            strata,
            version.science().ranges().stream()
                .map(each -> new Top(each.most(), each.perHectare(), each.symbol()))
                .toList()));
  }

  private List<FlagCode> codes() {
    return flags().stream().map(Flag::code).toList();
  }

  private void edit(int index, List<Level> baseline, List<Choice> choices) {
    Stratum old = strata.get(index);
    strata.set(index, new Stratum(old.areaHectares(), baseline, choices, old.name()));
  }

  private void choose(int index, String parameter, String symbol) {
    List<Choice> choices = new ArrayList<>(strata.get(index).choices());
    choices.removeIf(each -> each.symbol().equals(symbol));
    choices.add(new Choice(parameter, symbol));
    edit(index, strata.get(index).baseline(), choices);
  }

  private void level(int index, String symbol, String unit, String value) {
    edit(index, List.of(new Level(symbol, unit, Decimal.of(value))), strata.get(index).choices());
  }

  @Test
  void the_example_design_raises_nothing() {
    assertThat(flags()).isEmpty();
  }

  @Test
  void thirty_tonnes_a_hectare_and_year_are_flagged() {
    expected = "132390";
    assertThat(codes()).containsExactly(FlagCode.EXPECTED_RATE);
    assertThat(flags().get(0).figures().get(0).value()).hasToString("30");
    // 2.5 t on 4,413 ha
    expected = "11032.5";
    assertThat(codes()).isEmpty();
    expected = "11032.500000000001";
    assertThat(codes()).containsExactly(FlagCode.EXPECTED_RATE);
  }

  /** Land of a square around a place, as a proposal states it of a division. */
  private void lies(double longitude, double latitude, String region) {
    double half = 0.05;
    String ring =
        String.format(
            Locale.ROOT,
            "[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]",
            longitude - half,
            latitude - half,
            longitude + half,
            latitude + half);
    Boundary land =
        Codec.read("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}", Boundary.class);
    Outlines.Beyond beyond = Outlines.beyond(land, new RegionCode(region));
    location = Optional.of(new Location(beyond.country(), beyond.region(), region));
  }

  private String beyond(int figure) {
    return flags().get(0).figures().get(figure).value().toString();
  }

  @Test
  void land_within_its_province_and_near_its_border_is_not_asked_about() {
    lies(116.1, 43.9, "152502");
    assertThat(flags()).isEmpty();
    // Duolun, of which the corners to the south lie a few kilometres beyond in Hebei.
    lies(116.5, 41.95, "152531");
    assertThat(location.get().beyondRegion().value()).isPositive();
    assertThat(flags()).isEmpty();
  }

  @Test
  void land_in_another_province_than_is_stated_is_asked_about_with_kilometres() {
    lies(116.1, 43.9, "110000");
    assertThat(codes()).containsExactly(FlagCode.OUTSIDE_REGION);
    assertThat(flags().get(0).severity()).isEqualTo(Severity.SEVERE);
    assertThat(flags().get(0).figures().get(0).name()).isEqualTo("BEYOND_REGION 110000");
    assertThat(new BigDecimal(beyond(0))).isBetween(new BigDecimal(300), new BigDecimal(335));
    assertThat(beyond(1)).isEqualTo("0");
    assertThat(beyond(2)).isEqualTo("10");
  }

  @Test
  void land_abroad_is_asked_about_with_the_way_to_the_country() {
    // Ulaanbaatar.
    lies(106.9, 47.9, "150000");
    assertThat(codes()).containsExactly(FlagCode.OUTSIDE_REGION);
    assertThat(new BigDecimal(beyond(0))).isBetween(new BigDecimal(490), new BigDecimal(510));
    assertThat(beyond(1)).isEqualTo(beyond(0));
  }

  @Test
  void land_is_asked_about_above_the_limit_and_not_at_it() {
    location = Optional.of(new Location(Decimal.of("0"), Decimal.of("10"), "152502"));
    assertThat(flags()).isEmpty();
    location = Optional.of(new Location(Decimal.of("0"), Decimal.of("10.1"), "152502"));
    assertThat(codes()).containsExactly(FlagCode.OUTSIDE_REGION);
  }

  @Test
  void a_baseline_at_the_top_of_its_range_is_flagged_from_four_fifths_on() {
    level(0, "HEAD.SHEEP", "head", "48000");
    assertThat(flags()).hasSize(1);
    assertThat(flags().get(0).code()).isEqualTo(FlagCode.BASELINE_AT_TOP);
    assertThat(flags().get(0).stratum()).contains("S1");
    assertThat(flags().get(0).figures())
        .extracting(each -> each.value().toString())
        .containsExactly("80", "48000", "60000", "80");
    level(0, "HEAD.SHEEP", "head", "47999");
    assertThat(flags()).isEmpty();
  }

  @Test
  void the_best_of_all_published_factors_is_flagged_and_so_is_nearly_the_best() {
    for (int i = 0; i < 2; i++) {
      choose(i, "F_MG.SEVERE", "F_MG_BSL");
      choose(i, "F_MG.IMPROVED", "F_MG_WP");
      choose(i, "F_I.HIGH", "F_I_WP");
    }
    assertThat(codes()).containsExactly(FlagCode.BEST_CASE_CHOICES);
    assertThat(flags().get(0).figures().get(0).value()).hasToString("100");
    for (int i = 0; i < 2; i++) {
      choose(i, "F_I.MEDIUM", "F_I_WP");
    }
    // (1.14 - 0.7) of (1.14 * 1.11 - 0.7): 77.8 percent.
    assertThat(codes()).containsExactly(FlagCode.BEST_CASE_CHOICES);
    choose(1, "SOC_REF.WARM_DRY_HAC", "SOC_REF");
    // 0.44 of 50 t C on 3,000 ha and of 38 t C on 1,400 ha.
    assertThat(flags().get(0).figures().get(1).value()).hasToString("89408");
    choose(1, "F_MG.MODERATE", "F_MG_BSL");
    assertThat(codes()).isEmpty();
  }

  @Test
  void high_input_is_flagged_without_improved_management_and_not_with_it() {
    choose(0, "F_I.HIGH", "F_I_WP");
    assertThat(codes()).containsExactly(FlagCode.HIGH_INPUT_UNIMPROVED);
    assertThat(flags().get(0).severity()).isEqualTo(Severity.SEVERE);
    assertThat(flags().get(0).stratum()).contains("S1");
    strata = new ArrayList<>(ExampleProject.DESIGN.strata());
    choose(1, "F_I.HIGH", "F_I_WP");
    assertThat(codes()).as("S2 is improved").isEmpty();
  }

  @Test
  void a_fixed_depth_and_factors_of_wet_land_throughout_are_told_of_a_design_that_measures() {
    version = MeasuredVersions.flaggedOfAnyReference();
    strata = new ArrayList<>(StockChangeProject.strata());
    assertThat(codes()).containsExactly(FlagCode.FIXED_DEPTH);
    assertThat(flags().get(0).stratum()).contains("S2");
    choose(0, "FRAC_LEACH.WET", "FRAC_LEACH");
    assertThat(codes()).doesNotContain(FlagCode.BEST_CASE_CHOICES);
    choose(1, "FRAC_LEACH.WET", "FRAC_LEACH");
    assertThat(codes()).contains(FlagCode.BEST_CASE_CHOICES);
  }
}
