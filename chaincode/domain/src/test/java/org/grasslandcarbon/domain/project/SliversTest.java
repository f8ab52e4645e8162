// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.participant.PublishRegistryRule;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

/** Two surveys of one border. A box of a tenth of a degree has some 9000 ha. */
class SliversTest {
  private final Projects projects = new Projects();

  /** In tenths of a degree from 110 degrees, 40 degrees. */
  private static Boundary box(double west, double south, double width, double height) {
    return LandClaimsTest.box(west, south, width, height);
  }

  private InstructionId claim(Boundary boundary) {
    return projects.ledger.apply(projects.owner, LandClaimsTest.proposal(projects, boundary));
  }

  private Verdict verdict(Boundary boundary) {
    return projects.ledger.submit(projects.owner, LandClaimsTest.proposal(projects, boundary));
  }

  private Project project(InstructionId id) {
    return projects.ledger.find(Project.key(id)).orElseThrow();
  }

  @Test
  void a_sliver_is_taken_off_the_later_project_and_told() {
    InstructionId first = claim(box(0, 0, 1, 1));
    Boundary later = box(0.99999, 0, 1, 1);
    InstructionId second = claim(later);
    Project.Shared shared = project(second).sharedLand().orElseThrow().get(0);
    assertThat(shared.project()).isEqualTo(first);
    BigDecimal figure = box(0.99999, 0, 0.00001, 1).areaHectares().value();
    assertThat(shared.hectares().value()).isBetween(figure, figure.add(new BigDecimal("0.0002")));
    assertThat(project(second).design().areaHectares().value())
        .isEqualByComparingTo(later.areaHectares().value().subtract(shared.hectares().value()));
    assertThat(project(second).boundaryHectares()).isEqualTo(later.areaHectares());
    assertThat(project(first).sharedLand()).isEmpty();
    assertThat(project(first).design().areaHectares()).isEqualTo(box(0, 0, 1, 1).areaHectares());
  }

  @Test
  void strata_give_up_what_no_longer_finds_room_and_the_largest_of_them_all_of_it() {
    claim(box(0, 0, 1, 1));
    Boundary later = box(0.99999, 0, 1, 1);
    ProposeProject whole = new ProposeProject(later, projects.design());
    String stated = later.areaHectares().toString();
    ProposeProject proposal = Edited.with(whole, "/design/areaHectares", "\"" + stated + "\"");
    proposal = Edited.with(proposal, "/design/strata/0/areaHectares", "\"5000\"");
    BigDecimal rest = later.areaHectares().value().subtract(new BigDecimal("5000"));
    proposal = Edited.with(proposal, "/design/strata/1/areaHectares", "\"" + rest + "\"");
    ProjectDesign design = project(projects.ledger.apply(projects.owner, proposal)).design();
    assertThat(
            design.strata().stream()
                .map(stratum -> stratum.areaHectares().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(design.areaHectares().value());
    assertThat(design.strata().get(1).areaHectares()).isEqualTo(new Decimal(rest));
    assertThat(design.strata().get(0).areaHectares().value()).isLessThan(new BigDecimal("5000"));
    assertThat(design.strata().get(0).choices())
        .isEqualTo(proposal.design().strata().get(0).choices());
  }

  @Test
  void what_is_taken_off_is_not_stated_back() {
    claim(box(0, 0, 1, 1));
    Boundary later = box(0.99999, 0, 1, 1);
    ProposeProject honest = LandClaimsTest.proposal(projects, later);
    BigDecimal more = later.areaHectares().value().multiply(new BigDecimal("1.005"));
    String stated = more.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    InstructionId id =
        projects.ledger.apply(
            projects.owner, Edited.with(honest, "/design/areaHectares", "\"" + stated + "\""));
    BigDecimal shared = project(id).sharedLand().orElseThrow().get(0).hectares().value();
    assertThat(project(id).design().areaHectares().value())
        .isEqualByComparingTo(later.areaHectares().value().subtract(shared));
  }

  @Test
  void one_unit_is_tolerated_and_counts_as_a_square_metre_at_least() {
    claim(box(0, 0, 1, 1));
    InstructionId corner = claim(box(0.999999, 0.999999, 1, 1));
    assertThat(project(corner).sharedLand().orElseThrow().get(0).hectares())
        .isEqualTo(Decimal.of("0.0001"));
  }

  @Test
  void more_than_a_hectare_with_one_neighbour_is_refused() {
    claim(box(0, 0, 1, 1));
    // 0.001 of 9,500 ha would be 9.5 ha: the hectare is what binds.
    assertThat(verdict(box(0.9999, 0, 1, 1)).code()).isEqualTo("APPLIED");
    assertThat(verdict(box(0, 0.9998, 1, 1)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict(box(-0.9998, 0, 1, 1)).detail().orElseThrow()).contains(" ha of it are in ");
  }

  @Test
  void more_than_a_thousandth_of_the_smaller_is_refused_whichever_it_is() {
    claim(box(0, 0, 1, 1));
    assertThat(verdict(box(0.99995, 0.4, 0.03, 0.03)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict(box(0.99998, 0.4, 0.03, 0.03)).code()).isEqualTo("APPLIED");
    claim(box(5, 5, 0.03, 0.03));
    assertThat(verdict(box(4.00005, 4.5, 1, 1)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict(box(4.00002, 4.5, 1, 1)).code()).isEqualTo("APPLIED");
  }

  @Test
  void more_than_two_thousandths_with_all_neighbours_is_refused() {
    claim(box(-0.1, 0, 0.1, 0.1));
    claim(box(0.1, 0, 0.1, 0.1));
    claim(box(0, 0.1, 0.1, 0.1));
    // Each of the three shares 0.0008 of it.
    Verdict verdict = verdict(box(-0.00008, 0.00008, 0.10016, 0.1));
    assertThat(verdict.code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict.detail().orElseThrow())
        .startsWith("3 neighbours share ")
        .endsWith("more than 2000 millionths of its area");
    assertThat(verdict(box(-0.00008, 0, 0.10016, 0.1)).code()).isEqualTo("APPLIED");
  }

  @Test
  void the_authority_sets_other_numbers() {
    PublishRegistryRule rule =
        Edited.with(
            Edited.with(PublishRegistryRule.TYPE.example(), "/validFrom", "\"2025-03-03\""),
            "/overlap/neighbourSquareMetres/most",
            "100");
    projects.ledger.apply(projects.ledger.the(Role.AUTHORITY), rule);
    claim(box(0, 0, 1, 1));
    assertThat(verdict(box(0.99999, 0, 1, 1)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict(box(0.999999, 0, 1, 0.1)).code()).isEqualTo("APPLIED");
  }

  @Test
  void a_rule_that_says_nothing_of_it_leaves_the_registrys_own_numbers() {
    PublishRegistryRule rule =
        Edited.without(
            Edited.with(PublishRegistryRule.TYPE.example(), "/validFrom", "\"2025-03-03\""),
            "/overlap");
    projects.ledger.apply(projects.ledger.the(Role.AUTHORITY), rule);
    claim(box(0, 0, 1, 1));
    assertThat(verdict(box(0.99999, 0, 1, 1)).code()).isEqualTo("APPLIED");
  }
}
