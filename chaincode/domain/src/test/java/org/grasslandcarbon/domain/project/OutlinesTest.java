// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A polygon a stratum, in its place and of its size. */
class OutlinesTest {
  private final StockChangeProject measured = new StockChangeProject(SampledProject.version());
  private final TestLedger ledger = measured.projects.ledger;
  private final ParticipantId owner = measured.projects.owner;

  private String verdict(ProposeProject proposal) {
    return measured.projects.verdict(owner, proposal);
  }

  private String detail(ProposeProject proposal) {
    return ledger.submit(owner, proposal).detail().orElse("");
  }

  private ProposeProject with(List<Outline> outlines) {
    ProposeProject whole = measured.proposal();
    return new ProposeProject(
        whole.boundary(), whole.boundaryParts(), whole.design(), Optional.of(outlines));
  }

  /** The example with another outline in place of one. */
  private ProposeProject with(String stratum, String rings) {
    List<Outline> outlines = new ArrayList<>(StockChangeProject.outlines(0));
    outlines.removeIf(each -> each.stratum().equals(stratum));
    outlines.add(StockChangeProject.outline(stratum, 0, rings));
    return with(outlines);
  }

  /** A strip as wide as the project, between two latitudes. */
  private static String strip(String south, String north) {
    return "[[[116.1,%1$s],[116.2,%1$s],[116.2,%2$s],[116.1,%2$s],[116.1,%1$s]]]"
        .formatted(south, north);
  }

  @Test
  void the_outlines_of_all_strata_stand_beside_the_project() {
    InstructionId project = ledger.apply(owner, measured.proposal());
    assertThat(measured.projects.project(project).outlines()).contains(project);
    StrataOutlines drawn = ledger.find(StrataOutlines.key(project)).orElseThrow();
    assertThat(drawn.outlines())
        .extracting(StrataOutlines.Drawn::stratum)
        .containsExactly("S1", "S2");
    assertThat(drawn.of("S2").orElseThrow().areaHectares())
        .isEqualTo(StockChangeProject.outlines(0).get(1).boundary().orElseThrow().areaHectares());
  }

  @Test
  void every_stratum_has_one_and_nothing_else_has() {
    List<Outline> both = StockChangeProject.outlines(0);
    ProposeProject whole = measured.proposal();
    assertThat(verdict(new ProposeProject(whole.boundary().orElseThrow(), whole.design())))
        .isEqualTo("BAD_OUTLINE");
    assertThat(verdict(with(both.subList(0, 1)))).isEqualTo("BAD_OUTLINE");
    assertThat(detail(with(both.subList(0, 1)))).contains("[S2]");
    assertThat(verdict(with(List.of(both.get(0), new Outline(both.get(1).boundary().get(), "S3")))))
        .isEqualTo("BAD_OUTLINE");
    assertThatThrownBy(() -> with(List.of(both.get(0), both.get(0))))
        .isInstanceOf(BadValueException.class);
  }

  @Test
  void a_version_that_wants_none_takes_none() {
    StockChangeProject plain = new StockChangeProject();
    ProposeProject whole = plain.proposal();
    assertThat(
            plain.projects.verdict(
                plain.projects.owner,
                new ProposeProject(
                    whole.boundary(),
                    whole.boundaryParts(),
                    whole.design(),
                    Optional.of(StockChangeProject.outlines(0)))))
        .isEqualTo("BAD_OUTLINE");
  }

  @Test
  void an_outline_is_a_polygon() {
    ProposeProject crossed =
        with("S2", "[[[116.1,43.9843],[116.2,44],[116.2,43.9843],[116.1,44],[116.1,43.9843]]]");
    assertThat(verdict(crossed)).isEqualTo("BAD_OUTLINE");
    assertThat(detail(crossed)).startsWith("S2: ");
  }

  @Test
  void its_area_is_the_one_that_the_design_states() {
    ProposeProject small = with("S2", strip("43.9847", "44"));
    assertThat(verdict(small)).isEqualTo("AREA_MISMATCH");
    assertThat(detail(small)).startsWith("S2 is stated with 1400 ha");
  }

  @Test
  void no_outline_leaves_the_project_nor_covers_what_is_left_out_of_it() {
    ProposeProject north = with("S2", strip("43.9853", "44.001"));
    assertThat(verdict(north)).isEqualTo("BAD_OUTLINE");
    assertThat(detail(north)).contains("outside of the project's boundary");
    assertThat(verdict(with("S1", strip("43.95", "43.9836"))))
        .as("the lake")
        .isEqualTo("BAD_OUTLINE");
  }

  @Test
  void no_two_strata_have_the_same_land() {
    ProposeProject south = with("S2", strip("43.9835", "43.9992"));
    assertThat(verdict(south)).isEqualTo("BAD_OUTLINE");
    assertThat(detail(south)).contains("S1 and S2");
    assertThat(verdict(with("S2", strip("43.96", "43.9757")))).isEqualTo("BAD_OUTLINE");
  }

  @ParameterizedTest
  @CsvSource({
    "43.984, 43.9997, APPLIED", // one line
    "43.98399, 43.9997, APPLIED", // 0.9 ha
    "43.98398, 43.9997, BAD_OUTLINE", // 1.8 ha
    "43.9844, 44.00001, APPLIED",
    "43.9844, 44.00002, BAD_OUTLINE",
  })
  void lines_that_are_drawn_twice_may_differ_as_two_surveys_do(
      String south, String north, String code) {
    assertThat(verdict(with("S2", strip(south, north)))).isEqualTo(code);
  }

  @Test
  void large_outlines_come_in_parts_of_their_owner() {
    List<Outline> both = StockChangeProject.outlines(0);
    SubmitBoundary submission =
        new SubmitBoundary(BoundaryLine.of(both.get(0).boundary().orElseThrow()));
    InstructionId part = ledger.apply(owner, submission);
    ParticipantId other = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    InstructionId foreign = ledger.apply(other, submission);
    assertThat(verdict(with(List.of(inParts("S1", foreign), both.get(1)))))
        .isEqualTo("UNKNOWN_BOUNDARY_PART");
    InstructionId project = ledger.apply(owner, with(List.of(inParts("S1", part), both.get(1))));
    assertThat(ledger.find(StrataOutlines.key(project)).orElseThrow().of("S1"))
        .contains(both.get(0).boundary().orElseThrow().normalised());
  }

  private static Outline inParts(String stratum, InstructionId part) {
    return new Outline(Optional.empty(), Optional.of(List.of(part)), stratum);
  }
}
