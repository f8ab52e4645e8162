// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.LandPathway.Outcome;
import org.grasslandcarbon.domain.coordination.LandPathway.State;
import org.grasslandcarbon.domain.coordination.LandPlan.Change;
import org.grasslandcarbon.domain.coordination.LandPlan.Use;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;

class LandScreeningTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final RegionCode BANNER = new RegionCode("152502");

  private static Methodology version() {
    PublishMethodology published = ExampleMethodology.tier1();
    return new Methodology(
        published.algorithm(),
        published.document(),
        published.name(),
        Instant.parse("2024-01-01T00:00:00Z"),
        new ParticipantId("11100000000013127D"),
        published.science(),
        published.terms(),
        published.training(),
        published.validity(),
        published.version(),
        Optional.empty());
  }

  private static LandPlan plan(Use present, Change change, Optional<LocalDate> start) {
    Optional<Boolean> yes = Optional.of(true);
    return new LandPlan(
        Decimal.of("100.5"),
        change,
        yes,
        yes,
        Optional.of(false),
        Optional.of(false),
        yes,
        Optional.empty(),
        present,
        BANNER,
        Optional.of(false),
        start,
        yes);
  }

  private static LandPathway pathway(LandScreening screening, String id) {
    return screening.pathways().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static State state(LandPathway pathway, String condition) {
    return pathway.conditions().stream()
        .filter(each -> each.id().equals(condition))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static LandScreening screened(LandPlan plan, LandScreening.Rate... rates) {
    return LandScreening.of(plan, List.of(version()), List.of(rates), TODAY);
  }

  @Test
  void grassland_with_rights_is_open_to_a_version_that_takes_projects() {
    LandScreening screening =
        screened(
            plan(Use.NATURAL_GRASSLAND, Change.GRAZING_BAN, Optional.of(LocalDate.of(2027, 1, 1))));
    LandPathway own = screening.pathways().get(0);
    assertThat(own.id()).isEqualTo(version().version().toString());
    assertThat(own.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(own.from()).isEqualTo("methodologies/GCS-T1/1.0");
  }

  @Test
  void a_start_before_the_earliest_of_the_version_closes_it_and_an_unsaid_one_leaves_it_possible() {
    LandPathway early =
        pathway(
            screened(
                plan(
                    Use.NATURAL_GRASSLAND,
                    Change.GRAZING_BAN,
                    Optional.of(LocalDate.of(2012, 11, 8)))),
            "GCS-T1 1.0");
    assertThat(state(early, "STARTED_LATE_ENOUGH")).isEqualTo(State.NOT_MET);
    assertThat(early.outcome()).isEqualTo(Outcome.CLOSED);
    LandPathway unsaid =
        pathway(
            screened(plan(Use.NATURAL_GRASSLAND, Change.GRAZING_BAN, Optional.empty())),
            "GCS-T1 1.0");
    assertThat(state(unsaid, "STARTED_LATE_ENOUGH")).isEqualTo(State.NOT_SAID);
    assertThat(unsaid.outcome()).isEqualTo(Outcome.POSSIBLE);
  }

  @Test
  void grain_to_feed_is_closed_where_a_version_has_no_factor_for_cropland() {
    LandScreening screening =
        screened(plan(Use.CROPLAND, Change.GRAIN_TO_FEED, Optional.of(LocalDate.of(2027, 1, 1))));
    LandPathway own = pathway(screening, "GCS-T1 1.0");
    assertThat(state(own, "LAND_USE_COUNTED")).isEqualTo(State.NOT_MET);
    assertThat(own.outcome()).isEqualTo(Outcome.CLOSED);
    assertThat(pathway(screening, "VM0032").outcome()).isEqualTo(Outcome.CLOSED);
    // Of cropland nothing was read in VM0042, and of the national programme no methodology.
    assertThat(pathway(screening, "VM0042").outcome()).isEqualTo(Outcome.POSSIBLE);
    assertThat(state(pathway(screening, "CCER"), "METHODOLOGY_PUBLISHED"))
        .isEqualTo(State.NOT_READ);
    assertThat(screening.pathways())
        .extracting(LandPathway::outcome)
        .isSortedAccordingTo(Enum::compareTo);
  }

  @Test
  void a_programme_that_ended_is_open_until_its_last_day() {
    LandPlan plan = plan(Use.NATURAL_GRASSLAND, Change.REST_GRAZING, Optional.empty());
    LandScreening then = LandScreening.of(plan, List.of(), List.of(), LocalDate.of(2024, 8, 31));
    assertThat(pathway(then, "VM0026").outcome()).isEqualTo(Outcome.OPEN);
    LandScreening after = LandScreening.of(plan, List.of(), List.of(), LocalDate.of(2024, 9, 1));
    assertThat(pathway(after, "VM0026").outcome()).isEqualTo(Outcome.CLOSED);
  }

  @Test
  void compensation_is_area_in_mu_times_the_rate_of_the_notice() {
    LandScreening screening =
        screened(
            plan(Use.NATURAL_GRASSLAND, Change.GRAZING_BAN, Optional.empty()),
            new LandScreening.Rate(Fen.of(750), "notices/one", "GRAZING_BAN"),
            new LandScreening.Rate(Fen.of(251), "notices/two", "OTHER_SCHEME"));
    LandPathway ban = pathway(screening, "COMPENSATION/GRAZING_BAN");
    assertThat(ban.outcome()).isEqualTo(Outcome.OPEN);
    // 100.5 ha x 15 mu x 750 fen
    assertThat(ban.yearlyFen()).contains(Fen.of(1_130_625));
    assertThat(ban.yearlyFrom()).containsExactly("notices/one", "areaHectares");
    LandPathway other = pathway(screening, "COMPENSATION/OTHER_SCHEME");
    assertThat(other.outcome()).isEqualTo(Outcome.POSSIBLE);
    // 100.5 x 15 x 251 = 378,382.5, half up
    assertThat(other.yearlyFen()).contains(Fen.of(378_383));
  }

  @Test
  void without_a_rate_on_the_ledger_no_amount_is_told() {
    LandPathway none =
        pathway(
            screened(plan(Use.NATURAL_GRASSLAND, Change.GRAZING_BAN, Optional.empty())),
            "COMPENSATION");
    assertThat(none.yearlyFen()).isEmpty();
    assertThat(none.outcome()).isEqualTo(Outcome.POSSIBLE);
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    String good =
        new String(
            Codec.write(plan(Use.CROPLAND, Change.GRAIN_TO_FEED, Optional.empty())),
            StandardCharsets.UTF_8);
    refused(good.replace("\"100.5\"", "\"0\""), "area");
    refused(good.replace("\"CROPLAND\"", "\"FOREST\""), "cropland");
    refused(good.replace("\"CROPLAND\"", "\"MEADOW\""), "present");
    refused(good.replace("\"152502\"", "\"15250\""), "region");
    refused(good.replace("\"tenure\"", "\"tenures\""), "tenures");
  }

  private static void refused(String json, String because) {
    assertThatThrownBy(() -> Codec.read(json.getBytes(StandardCharsets.UTF_8), LandPlan.class))
        .as(json)
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining(because);
  }
}
