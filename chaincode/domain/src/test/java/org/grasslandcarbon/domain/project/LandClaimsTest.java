// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Cell;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LandClaimsTest {
  private final Projects projects = new Projects();

  /** A box on land nobody else claims, in tenths of a degree from 110 degrees, 40 degrees. */
  static Boundary box(double west, double south, double width, double height) {
    return Codec.read(
        "{\"type\":\"Polygon\",\"coordinates\":[[" + ring(west, south, width, height) + "]]}",
        Boundary.class);
  }

  private static String ring(double west, double south, double width, double height) {
    String w = degrees(110, west);
    String e = degrees(110, west + width);
    String s = degrees(40, south);
    String n = degrees(40, south + height);
    return "[" + w + "," + s + "],[" + e + "," + s + "],[" + e + "," + n + "],[" + w + "," + n
        + "],[" + w + "," + s + "]";
  }

  private static String degrees(int whole, double tenths) {
    BigDecimal exact = BigDecimal.valueOf(tenths).setScale(6, RoundingMode.HALF_UP);
    return exact.movePointLeft(1).add(BigDecimal.valueOf(whole)).toPlainString();
  }

  /** The example with a boundary, and one stratum that fits into the smallest. */
  static ProposeProject proposal(Projects projects, Boundary boundary) {
    ProposeProject example = new ProposeProject(boundary, projects.design());
    ProposeProject one = Edited.without(example, "/design/strata/1");
    ProposeProject empty = Edited.with(one, "/design/strata/0/baseline", "[]");
    ProposeProject small = Edited.with(empty, "/design/strata/0/areaHectares", "\"0.5\"");
    return Edited.with(small, "/design/areaHectares", "\"" + boundary.areaHectares() + "\"");
  }

  private ProposeProject proposal(Boundary boundary) {
    return proposal(projects, boundary);
  }

  private InstructionId claim(Boundary boundary) {
    return projects.ledger.apply(projects.owner, proposal(boundary));
  }

  private Verdict verdict(Boundary boundary) {
    return projects.ledger.submit(projects.owner, proposal(boundary));
  }

  @Test
  void a_proposal_for_land_of_a_live_project_is_refused_with_hectares_and_id() {
    InstructionId first = claim(box(0, 0, 1, 1));
    Verdict verdict = verdict(box(0.5, 0.5, 1, 1));
    assertThat(verdict.code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict.detail())
        .contains(box(0.5, 0.5, 0.5, 0.5).areaHectares() + " ha of it are in project " + first);
  }

  @Test
  void the_refusal_names_a_registered_project_by_its_number() {
    InstructionId first = claim(box(0, 0, 1, 1));
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(first));
    assertThat(verdict(box(0, 0, 1, 1)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    projects.ledger.apply(projects.office, new RegisterProject(first));
    assertThat(verdict(box(0, 0, 1, 1)).detail().orElseThrow())
        .contains("project GCS-152502-2025-0001");
  }

  @Test
  void what_two_surveys_do_not_explain_is_refused_with_its_hectares() {
    claim(box(0, 0, 1, 1));
    assertThat(verdict(box(0.999, 0, 1, 1)).detail().orElseThrow())
        .startsWith(box(0.999, 0, 0.001, 1).areaHectares() + " ha of it");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, 1", "1, 1", "-1, 0", "-1, -1", "1, 0.5"})
  void neighbours_may_share_edges_and_corners(double west, double south) {
    claim(box(0, 0, 1, 1));
    assertThat(verdict(box(west, south, 1, 1)).code()).isEqualTo("APPLIED");
  }

  @Test
  void a_hole_is_land_for_others() {
    Boundary around =
        Codec.read(
            "{\"type\":\"Polygon\",\"coordinates\":[["
                + ring(0, 0, 1, 1)
                + "],["
                + ring(0.25, 0.25, 0.5, 0.5)
                + "]]}",
            Boundary.class);
    claim(around);
    claim(box(0.25, 0.25, 0.5, 0.5));
    assertThat(verdict(around).code()).isEqualTo("LAND_ALREADY_CLAIMED");
  }

  @ParameterizedTest
  @CsvSource({"0.1, 10", "10, 0.1", "0.1, 30", "30, 0.1", "4, 5"})
  void projects_of_very_different_sizes_meet(double first, double second) {
    claim(box(-first / 2, -first / 2, first, first));
    assertThat(verdict(box(-second / 2, -second / 2, second, second)).code())
        .isEqualTo("LAND_ALREADY_CLAIMED");
  }

  @Test
  void every_piece_is_claimed() {
    Boundary pieces =
        Codec.read(
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[["
                + ring(0, 0, 0.5, 0.5)
                + "]],[["
                + ring(20, 20, 0.5, 0.5)
                + "]]]}",
            Boundary.class);
    claim(pieces);
    assertThat(verdict(box(20.1, 20.1, 0.1, 0.1)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict(box(0.1, 0.1, 0.1, 0.1)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(verdict(box(10, 10, 0.1, 0.1)).code()).isEqualTo("APPLIED");
  }

  private ProposeProject practice(Boundary boundary) {
    return Edited.with(
        proposal(boundary),
        "/design/methodology",
        Codec.text(ExampleMethodology.training().version()));
  }

  @Test
  void practice_takes_land_from_nobody_and_nobody_from_practice() {
    claim(box(0, 0, 1, 1));
    assertThat(projects.verdict(projects.owner, practice(box(0, 0, 1, 1)))).isEqualTo("APPLIED");
    assertThat(projects.verdict(projects.owner, practice(box(5, 5, 1, 1)))).isEqualTo("APPLIED");
    assertThat(verdict(box(5, 5, 1, 1)).code()).isEqualTo("APPLIED");
    assertThat(verdict(box(5, 5, 1, 1)).code()).isEqualTo("LAND_ALREADY_CLAIMED");
  }

  @Test
  void projects_for_practice_are_compared_with_each_other() {
    InstructionId first = projects.ledger.apply(projects.owner, practice(box(0, 0, 1, 1)));
    Verdict second = projects.ledger.submit(projects.owner, practice(box(0.5, 0, 1, 1)));
    assertThat(second.code()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(second.detail().orElseThrow()).endsWith("are in project " + first);
    projects.ledger.apply(projects.owner, new DeregisterProject(first, "Practised enough."));
    assertThat(projects.verdict(projects.owner, practice(box(0.5, 0, 1, 1)))).isEqualTo("APPLIED");
  }

  /** As a program left them that entered all projects in the same squares. */
  @Test
  void a_project_for_practice_that_stands_among_the_others_blocks_them_no_more_and_is_freed() {
    InstructionId practice = projects.ledger.apply(projects.owner, practice(box(0, 0, 1, 1)));
    Boundary land = box(0, 0, 1, 1);
    Grid.entered(land)
        .forEach(
            (cell, extent) -> {
              write(LandCell.empty(cell, false).with(new LandCell.Claim(extent, practice)));
              write(LandCell.empty(cell, true));
            });
    InstructionId real = claim(land);
    assertThat(verdict(land).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    projects.ledger.apply(projects.owner, new DeregisterProject(practice, "Practised enough."));
    assertThat(cellsOf(land))
        .allMatch(cell -> cell.claims().size() == 1 && cell.claims().get(0).project().equals(real));
  }

  @Test
  void rejection_frees_the_land() {
    InstructionId first = claim(box(0, 0, 1, 1));
    projects.endPublicity();
    projects.ledger.apply(
        projects.validator, Edited.with(projects.opinion(first), "/opinion", "\"NEGATIVE\""));
    assertThat(cellsOf(box(0, 0, 1, 1))).allMatch(cell -> cell.claims().isEmpty());
    assertThat(verdict(box(0, 0, 1, 1)).code()).isEqualTo("APPLIED");
  }

  @Test
  void deregistration_frees_the_land_and_nobody_elses() {
    InstructionId first = claim(box(0, 0, 0.5, 1));
    claim(box(0.5, 0, 0.5, 1));
    projects.ledger.apply(projects.owner, new DeregisterProject(first, "The contract has ended."));
    assertThat(cellsOf(box(0, 0, 1, 1))).allMatch(cell -> cell.claims().size() == 1);
    assertThat(verdict(box(0, 0, 1, 1)).detail().orElseThrow())
        .startsWith(box(0.5, 0, 0.5, 1).areaHectares().toString());
    assertThat(verdict(box(0, 0, 0.5, 1)).code()).isEqualTo("APPLIED");
  }

  private List<LandCell> cellsOf(Boundary boundary) {
    return Grid.entered(boundary).keySet().stream()
        .map(cell -> projects.ledger.find(LandCell.key(cell, false)).orElseThrow())
        .toList();
  }

  @Test
  void instructions_of_one_batch_see_what_those_before_them_claimed_and_left() {
    InstructionId first = TestLedger.newInstruction();
    assertThat(
            projects.ledger.submit(
                signed(first, proposal(box(0, 0, 1, 1))),
                signed(TestLedger.newInstruction(), proposal(box(0.5, 0, 1, 1))),
                signed(TestLedger.newInstruction(), proposal(box(1, 0, 1, 1))),
                signed(TestLedger.newInstruction(), new DeregisterProject(first, "Taken back.")),
                signed(TestLedger.newInstruction(), proposal(box(0, 0, 0.5, 1)))))
        .extracting(Verdict::code)
        .containsExactly("APPLIED", "LAND_ALREADY_CLAIMED", "APPLIED", "APPLIED", "APPLIED");
    assertThat(cellsOf(box(0, 0, 1, 1)).get(0).claims()).hasSize(1);
  }

  private byte[] signed(InstructionId id, Action action) {
    return projects.ledger.sign(id, projects.owner, action);
  }

  @Test
  void claims_stand_in_the_order_of_ids_whatever_the_order_of_proposals() {
    for (int i = 0; i < 8; i++) {
      claim(box(i * 0.1, 0, 0.1, 0.1));
    }
    assertThat(cellsOf(box(0, 0, 0.1, 0.1)).get(0).claims())
        .hasSize(8)
        .extracting(LandCell.Claim::project)
        .isSorted();
  }

  @Test
  void squares_are_under_the_same_keys_with_the_same_bytes_for_ever() {
    InstructionId example = projects.propose();
    Map<String, String> squares = new TreeMap<>();
    projects
        .ledger
        .store()
        .state()
        .forEach(
            (key, json) -> {
              if (key.startsWith("\u0000LAND\u0000")) {
                String text = new String(json, StandardCharsets.UTF_8);
                squares.put(key.replace('\u0000', ':'), text.replace(example.value(), "ID"));
              }
            });
    assertThat(squares)
        .containsOnly(
            Map.entry(
                ":LAND:0:1161:0439:",
                "{\"claims\":[{\"extent\":{\"east\":1162000000,\"north\":440000000,"
                    + "\"south\":439500000,\"west\":1161000000},\"project\":\"ID\"}],"
                    + "\"column\":1161,\"level\":0,\"row\":439}"));
  }

  @Test
  void a_boundary_that_spreads_over_too_many_squares_is_refused() {
    Verdict verdict = verdict(box(0, 0, 60, 60));
    assertThat(verdict.code()).isEqualTo("BAD_BOUNDARY");
    assertThat(verdict.detail().orElseThrow()).contains("more than 1024 squares");
  }

  @Test
  void a_square_takes_as_many_projects_as_is_allowed() {
    Boundary free = box(0.9, 0.9, 0.05, 0.05);
    fill(new Cell(0, 1_100, 400), LandCell.CLAIMS_MOST - 1);
    claim(box(0.8, 0.8, 0.05, 0.05));
    Verdict verdict = verdict(free);
    assertThat(verdict.code()).isEqualTo("TOO_MANY_CLAIMS");
    assertThat(verdict.detail().orElseThrow()).contains("500 projects in one square");
    assertThat(verdict(box(1, 0.9, 0.05, 0.05)).code()).isEqualTo("APPLIED");
  }

  /** Projects far from each other's land but in one square, written as proposals leave them. */
  private void fill(Cell cell, int claims) {
    LandCell full = LandCell.empty(cell, false);
    Boundary elsewhere = box(0, 0, 0.01, 0.01);
    for (int i = 0; i < claims; i++) {
      full = full.with(new LandCell.Claim(elsewhere.extents().get(0), numbered(i)));
    }
    write(full);
  }

  private static InstructionId numbered(int i) {
    return new InstructionId(String.format("00000000-0000-4000-8000-%012d", i));
  }

  private void write(LedgerRecord record) {
    projects.ledger.store().putAll(new TreeMap<>(Map.of(record.key().text(), Codec.write(record))));
  }

  @Test
  void a_proposal_is_compared_with_as_many_neighbours_as_is_allowed() {
    LandCell cell = LandCell.empty(new Cell(0, 1_100, 400), false);
    Boundary strip = box(0, 0, 0.5, 0.001);
    for (int i = 0; i <= LandClaims.NEIGHBOURS_MOST; i++) {
      write(new ProjectBoundary(strip.normalised(), numbered(i)));
      cell = cell.with(new LandCell.Claim(box(0, 0, 1, 1).extents().get(0), numbered(i)));
    }
    write(cell);
    Verdict verdict = verdict(box(0.5, 0.5, 0.1, 0.1));
    assertThat(verdict.code()).isEqualTo("TOO_MANY_CLAIMS");
    assertThat(verdict.detail().orElseThrow()).contains("more than 300 projects around");
    write(cell.without(numbered(0)));
    assertThat(verdict(box(0.5, 0.5, 0.1, 0.1)).code()).isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void the_keys_that_a_proposal_names_do_not_grow_with_the_projects_on_the_ledger(Size size) {
    claim(box(1, 0, 1, 1));
    List<Integer> few = keys(size.boundary);
    for (int i = 0; i < 5_000; i++) {
      elsewhere(i);
    }
    assertThat(keys(size.boundary)).isEqualTo(few);
    assertThat(few.get(0)).isLessThanOrEqualTo(size.squares);
    assertThat(verdict(size.boundary).code()).isEqualTo("APPLIED");
  }

  /** Projects that differ a thousandfold in size. */
  enum Size {
    PASTURE(box(0, 0, 0.3, 0.3), 4),
    BANNER(box(-12, 0, 12, 11), 150);

    private final Boundary boundary;
    private final int squares;

    Size(Boundary boundary, int squares) {
      this.boundary = boundary;
      this.squares = squares;
    }
  }

  /** How many squares, and then how many records of neighbours, a proposal reads. */
  private List<Integer> keys(Boundary boundary) {
    ProposeProject proposal = proposal(boundary);
    List<Integer> counts = new ArrayList<>();
    UnitOfWork work = new UnitOfWork(projects.ledger.store());
    work.load(proposal.named(projects.owner));
    counts.add(proposal.following(projects.owner, work).size());
    counts.add(proposal.further(projects.owner, work).size());
    return counts;
  }

  /** A project of its own square, as a proposal leaves it. */
  private void elsewhere(int i) {
    Boundary boundary = box(20 + i % 100 + 0.2, 20 + i / 100 + 0.2, 0.5, 0.5);
    write(new ProjectBoundary(boundary.normalised(), numbered(i)));
    Grid.entered(boundary)
        .forEach(
            (cell, extent) ->
                write(LandCell.empty(cell, false).with(new LandCell.Claim(extent, numbered(i)))));
  }

  @Test
  void a_proposal_writes_a_few_squares_however_large_it_is() {
    int before = squares();
    claim(box(0, 0, 29, 29));
    assertThat(squares() - before).isBetween(1, Grid.ENTERED_MOST);
  }

  private int squares() {
    return (int)
        projects.ledger.store().state().keySet().stream()
            .filter(key -> key.startsWith("\u0000LAND\u0000"))
            .count();
  }
}
