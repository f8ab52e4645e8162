// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.Villages;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class SubmitBoundaryTest {
  private final Projects projects = new Projects();

  private InstructionId submit(ParticipantId owner, List<BoundaryLine> lines) {
    return projects.ledger.apply(owner, new SubmitBoundary(lines));
  }

  private List<InstructionId> submit(Boundary boundary, int positions) {
    return Villages.parts(boundary, positions).stream()
        .map(lines -> submit(projects.owner, lines))
        .toList();
  }

  private ProposeProject proposal(Boundary boundary, List<InstructionId> parts) {
    ProposeProject whole = LandClaimsTest.proposal(projects, boundary);
    return new ProposeProject(Optional.empty(), Optional.of(parts), whole.design());
  }

  private Verdict verdict(ProposeProject proposal) {
    return projects.ledger.submit(projects.owner, proposal);
  }

  @Test
  void parts_are_decided_as_the_whole_that_they_make() {
    Boundary village = Villages.parcels(271, 73);
    assertThat(village.positions()).isEqualTo(271 * 73);
    List<InstructionId> parts = submit(village, Villages.PART_POSITIONS);
    assertThat(parts).hasSizeGreaterThan(5);
    InstructionId project = projects.ledger.apply(projects.owner, proposal(village, parts));
    assertThat(projects.ledger.find(ProjectBoundary.key(project)).orElseThrow().boundary())
        .isEqualTo(village.normalised());
    assertThat(projects.ledger.find(Project.key(project)).orElseThrow().boundaryHectares())
        .isEqualTo(village.areaHectares());
    Grid.entered(village)
        .keySet()
        .forEach(
            cell ->
                assertThat(
                        projects
                            .ledger
                            .find(LandCell.key(cell, false))
                            .orElseThrow()
                            .claims()
                            .get(0)
                            .positions())
                    .isEqualTo(Optional.of(271 * 73)));
    Boundary parcel = new Boundary(List.of(village.polygons().get(17)));
    assertThat(verdict(LandClaimsTest.proposal(projects, parcel)).code())
        .isEqualTo("LAND_ALREADY_CLAIMED");
  }

  @Test
  void one_ring_may_be_cut_anywhere() {
    Boundary pasture = Villages.parcels(1, 500);
    List<InstructionId> parts = submit(pasture, 77);
    assertThat(parts).hasSize(7);
    InstructionId project = projects.ledger.apply(projects.owner, proposal(pasture, parts));
    assertThat(projects.ledger.find(ProjectBoundary.key(project)).orElseThrow().boundary())
        .isEqualTo(pasture.normalised());
  }

  @Test
  void a_part_claims_nothing_and_stays_as_it_was_submitted() {
    Boundary pasture = Villages.parcels(1, 8);
    List<BoundaryLine> lines = BoundaryLine.of(pasture);
    InstructionId part = submit(projects.owner, lines);
    assertThat(projects.ledger.find(BoundaryPart.key(part)))
        .contains(new BoundaryPart(part, lines, projects.owner, projects.ledger.time()));
    assertThat(verdict(LandClaimsTest.proposal(projects, pasture)).code()).isEqualTo("APPLIED");
    assertThat(verdict(proposal(pasture, List.of(part))).code()).isEqualTo("LAND_ALREADY_CLAIMED");
  }

  @Test
  void a_part_that_there_is_not_or_that_is_anothers_is_refused() {
    Boundary pasture = Villages.parcels(1, 8);
    Verdict unknown = verdict(proposal(pasture, List.of(TestLedger.newInstruction())));
    assertThat(unknown.code()).isEqualTo("UNKNOWN_BOUNDARY_PART");
    ParticipantId other = projects.ledger.admit(projects.design().region(), Role.OWNER);
    InstructionId part = submit(other, BoundaryLine.of(pasture));
    Verdict anothers = verdict(proposal(pasture, List.of(part)));
    assertThat(anothers.code()).isEqualTo("UNKNOWN_BOUNDARY_PART");
    assertThat(anothers.detail().orElseThrow()).contains("another participant's");
  }

  @Test
  void parts_that_leave_something_out_are_refused_with_what_it_is() {
    Boundary village = Villages.parcels(3, 8);
    List<BoundaryLine> lines = BoundaryLine.of(village);
    InstructionId gap = submit(projects.owner, List.of(lines.get(0), lines.get(2)));
    Verdict verdict = verdict(proposal(village, List.of(gap)));
    assertThat(verdict.code()).isEqualTo("BAD_BOUNDARY");
    assertThat(verdict.detail().orElseThrow()).contains("leave out one of the polygons 0 to 2");
    BoundaryLine hole = new BoundaryLine(0, lines.get(1).positions(), 2);
    InstructionId rings = submit(projects.owner, List.of(lines.get(0), hole));
    assertThat(verdict(proposal(village, List.of(rings))).detail().orElseThrow())
        .contains("polygon 0 leaves out one of the rings 0 to 2");
    InstructionId open = submit(projects.owner, lines.get(0).cutAfter(4).subList(0, 1));
    assertThat(verdict(proposal(village, List.of(open))).code()).isEqualTo("BAD_BOUNDARY");
  }

  @Test
  void more_than_a_boundary_may_have_is_refused_however_it_comes() {
    List<InstructionId> parts = new ArrayList<>();
    List<BoundaryLine> lines = BoundaryLine.of(Villages.parcels(1, 2_501));
    for (int i = 0; i < 8; i++) {
      parts.add(submit(projects.owner, lines));
    }
    Verdict verdict = verdict(proposal(Villages.parcels(1, 8), parts));
    assertThat(verdict.code()).isEqualTo("BAD_BOUNDARY");
    assertThat(verdict.detail().orElseThrow()).contains("at most 20000 positions");
  }
}
