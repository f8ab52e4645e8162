// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class RecordStockingTest {
  private final Projects projects = new Projects();
  private final InstructionId project = projects.registered();

  private RecordStocking balance() {
    return Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project.value() + "\"");
  }

  private RecordStocking with(String pointer, String json) {
    return Edited.with(balance(), pointer, json);
  }

  private String verdict(RecordStocking action) {
    return projects.verdict(projects.owner, action);
  }

  private Stocking stocking() {
    return projects.ledger.find(Stocking.key(project, 2024)).orElseThrow();
  }

  @Test
  void sheep_units_capacity_and_overload_are_computed_from_the_published_standard() {
    InstructionId id = projects.ledger.apply(projects.owner, balance());
    Stocking stocking = stocking();
    // 1500 sheep and 40 cattle of 5 sheep units
    assertThat(stocking.sheepUnits()).hasToString("1700");
    // (1000 * 3000 + 1200 * 1400) * 0.5 * 0.9 * 0.95 kg = 2000700 kg; 1.8 kg * 365 days each
    assertThat(stocking.capacity()).hasToString("3045.205");
    // (1700 - 3045.205...) / 3045.205...
    assertThat(stocking.overloadPercent()).hasToString("-44.175");
    assertThat(stocking.overloaded()).isFalse();
    assertThat(stocking.id()).isEqualTo(id);
    assertThat(stocking.byOffice()).isFalse();
    assertThat(stocking.replaces()).isEmpty();
  }

  @Test
  void more_animals_than_the_grass_feeds_are_flagged() {
    projects.ledger.apply(projects.owner, with("/herds/0/heads", "2846"));
    assertThat(stocking().overloadPercent()).hasToString("0.026");
    assertThat(stocking().overloaded()).isTrue();
    projects.ledger.apply(projects.owner, with("/herds/0/heads", "2845"));
    assertThat(stocking().overloaded()).isFalse();
  }

  @Test
  void every_line_can_be_computed_again_from_the_inputs_it_names() {
    projects.ledger.apply(projects.owner, balance());
    List<Quantification.Line> lines = stocking().lines();
    assertThat(lines).hasSize(8);
    for (Quantification.Line line : lines) {
      BigDecimal again = again(line);
      assertThat(again.subtract(line.value().value()).abs())
          .as(line.symbol())
          .isLessThan(new BigDecimal("1e-20"));
      for (Quantification.Input input : line.inputs()) {
        input
            .line()
            .ifPresent(
                number -> assertThat(lines.get(number - 1).value()).isEqualTo(input.value()));
      }
    }
  }

  private static BigDecimal again(Quantification.Line line) {
    List<BigDecimal> in = line.inputs().stream().map(each -> each.value().value()).toList();
    return switch (line.equation()) {
      case "GLB-1", "GLB-3" -> in.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
      case "GLB-2", "GLB-4" -> in.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      case "GLB-5" -> in.get(0).divide(in.get(1).multiply(in.get(2)), 40, RoundingMode.HALF_EVEN);
      case "GLB-6" ->
          in.get(0)
              .subtract(in.get(1))
              .movePointRight(2)
              .divide(in.get(1), 40, RoundingMode.HALF_EVEN);
      default -> throw new AssertionError(line.equation());
    };
  }

  @Test
  void one_row_for_the_whole_project_and_no_animals_are_a_balance_too() {
    RecordStocking whole =
        Edited.without(Edited.without(balance(), "/forage/1"), "/forage/0/stratum");
    projects.ledger.apply(projects.owner, Edited.with(whole, "/herds", "[]"));
    assertThat(stocking().sheepUnits()).hasToString("0");
    assertThat(stocking().overloadPercent()).hasToString("-100");
    assertThat(stocking().lines().get(1).symbol()).isEqualTo("HAY.PROJECT");
  }

  @Test
  void a_later_record_of_a_year_takes_the_place_of_the_earlier_and_names_it() {
    InstructionId first = projects.ledger.apply(projects.owner, balance());
    projects.ledger.apply(projects.owner, with("/days", "180"));
    assertThat(stocking().replaces()).contains(first);
    assertThat(stocking().days()).isEqualTo(180);
  }

  @Test
  void an_owner_does_not_replace_what_an_office_recorded() {
    projects.ledger.apply(projects.office, with("/herds/0/heads", "4000"));
    assertThat(stocking().byOffice()).isTrue();
    assertThat(verdict(balance())).isEqualTo("NOT_ALLOWED");
    assertThat(projects.verdict(projects.authority, balance())).isEqualTo("APPLIED");
  }

  @Test
  void a_balance_is_refused_to_strangers() {
    ParticipantId stranger = projects.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    assertThat(projects.verdict(stranger, balance())).isEqualTo("NOT_ALLOWED");
    assertThat(projects.verdict(projects.verifier, balance())).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_balance_is_refused_for_a_project_that_is_not_there_or_has_ended() {
    assertThat(verdict(RecordStocking.TYPE.example())).isEqualTo("UNKNOWN_PROJECT");
    projects.ledger.apply(projects.owner, new DeregisterProject(project, "Sold."));
    assertThat(verdict(balance())).isEqualTo("WRONG_STATE");
  }

  private void assertRefused(String year, String why) {
    Verdict verdict = projects.ledger.submit(projects.owner, with("/year", year));
    assertThat(verdict.code()).isEqualTo("PERIOD_OUTSIDE_CREDITING");
    assertThat(verdict.detail().orElseThrow()).startsWith(why);
  }

  @Test
  void a_year_is_one_of_crediting_and_not_of_the_future() {
    assertRefused("2022", "the year 2022 is in no crediting period");
    assertRefused("2026", "the year 2026 has not begun");
    assertThat(verdict(with("/year", "2025"))).isEqualTo("APPLIED");
  }

  @Test
  void a_version_without_sheep_units_computes_no_balance() {
    Methodology version =
        projects.ledger.find(Methodology.key(ExampleMethodology.tier1().version())).orElseThrow();
    int index =
        version.science().parameters().stream()
            .map(each -> each.name())
            .toList()
            .indexOf(StockingStandard.DAILY_HAY);
    for (Methodology unusable :
        List.of(
            Edited.without(version, "/science/parameters/" + index),
            Edited.with(version, "/science/parameters/" + index + "/value", "\"0\""),
            Edited.with(version, "/science/parameters/" + index + "/unit", "\"kg\""))) {
      SortedMap<String, byte[]> entry = new TreeMap<>();
      entry.put(unusable.key().text(), Codec.write(unusable));
      projects.ledger.store().putAll(entry);
      assertThat(verdict(balance())).isEqualTo("NO_STOCKING_STANDARD");
    }
  }

  @Test
  void a_species_is_one_that_the_version_publishes() {
    assertThat(verdict(with("/herds/0/species", "\"YETI\""))).isEqualTo("UNKNOWN_DATUM");
  }

  @Test
  void forage_is_of_the_strata_and_within_their_areas() {
    assertThat(verdict(with("/forage/0/stratum", "\"S9\""))).isEqualTo("STRATA_MISMATCH");
    assertThat(verdict(with("/forage/0/areaHectares", "\"3000.1\"")))
        .isEqualTo("DATA_OUT_OF_RANGE");
    assertThat(verdict(with("/forage/0/areaHectares", "\"0\""))).isEqualTo("DATA_OUT_OF_RANGE");
  }

  @Test
  void yields_and_factors_are_what_they_can_be() {
    for (String[] each :
        new String[][] {
          {"edibleShare", "1.01"},
          {"edibleShare", "0"},
          {"utilisationShare", "1.01"},
          {"utilisationShare", "-0.1"},
          {"hayCoefficient", "2.1"},
          {"yieldKgPerHectare", "0"},
          {"yieldKgPerHectare", "50000.1"}
        }) {
      assertThat(verdict(with("/forage/0/" + each[0], "\"" + each[1] + "\"")))
          .as("%s %s", each[0], each[1])
          .isEqualTo("DATA_OUT_OF_RANGE");
    }
  }

  @Test
  void a_balance_that_says_two_things_is_malformed() {
    String second = Codec.text(balance().forage().get(0));
    assertMalformed("/forage/1", second, "one row of forage");
    assertMalformed("/herds/1/species", "\"SHEEP\"", "one herd");
    assertMalformed("/days", "0", "days");
    assertMalformed("/days", "367", "days");
    assertMalformed("/forage", "[]", "a row of forage");
    assertMalformed("/herds/0/heads", "-1", "heads");
    assertThatThrownBy(() -> Edited.without(balance(), "/forage/0/stratum"))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("stands alone");
  }

  private void assertMalformed(String pointer, String json, String message) {
    assertThatThrownBy(() -> with(pointer, json))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_leap_year_has_a_day_more() {
    assertThat(verdict(with("/days", "366"))).isEqualTo("APPLIED");
    assertThatThrownBy(() -> Edited.with(with("/days", "366"), "/year", "2023"))
        .isInstanceOf(RegistryException.class);
    assertThat(Optional.of(stocking().days())).contains(366);
  }

  @Test
  void after_a_report_is_verified_only_an_office_records_its_year_again() {
    projects.ledger.apply(projects.owner, balance());
    assertThat(verdict(with("/herds/0/heads", "1400"))).isEqualTo("APPLIED");
    projects.issued(project, "2023-01-01", "2023-12-31", "1000");
    projects.issued(project, "2024-01-01", "2024-12-31", "1000");
    assertThat(verdict(with("/herds/0/heads", "1300")))
        .as("the report was held against it")
        .isEqualTo("WRONG_STATE");
    assertThat(projects.verdict(projects.office, with("/herds/0/heads", "1300")))
        .isEqualTo("APPLIED");
  }
}
