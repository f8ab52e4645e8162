// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Cell;
import org.grasslandcarbon.domain.land.Extent;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ProjectNumber;

/**
 * No square metre in two live projects (LEDGER section 8). A project claims its land when it is
 * proposed and leaves it when it is rejected or ends.
 *
 * <p>Squares lead to neighbours, neighbours' boundaries decide. Both are read before the rule runs:
 * the squares are named by the boundary and by the methodology, which says whether a project is for
 * practice, the neighbours by the squares. Of two proposals for one place in two transactions each
 * reads a square that the other writes, so that Fabric takes only the first of them and the other
 * meets it when it is tried again.
 */
final class LandClaims {
  /**
   * Neighbours whose boundaries are compared: more boxes than this meeting those of one proposal is
   * not a landscape but somebody's attempt to make proposals slow.
   */
  static final int NEIGHBOURS_MOST = 300;

  private LandClaims() {}

  /** Whether few enough squares lead to all neighbours of a boundary. */
  static boolean isCompact(Boundary boundary) {
    return Grid.lookedUp(boundary).isPresent();
  }

  /** The squares that lead to a boundary's neighbours, among them those it is entered in. */
  static List<Key<?>> keys(Boundary boundary, boolean training) {
    List<Key<?>> keys = new ArrayList<>();
    cells(boundary).forEach(cell -> keys.add(LandCell.key(cell, training)));
    return keys;
  }

  /** The projects that may share land with a boundary, and their boundaries. */
  static List<Key<?>> neighbourKeys(Boundary boundary, boolean training, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    for (InstructionId neighbour : neighbours(boundary, training, records)) {
      keys.add(ProjectBoundary.key(neighbour));
      keys.add(Project.key(neighbour));
    }
    return keys;
  }

  /** The squares that a project is entered in. */
  static List<Key<?>> keys(InstructionId project, Records records) {
    return List.copyOf(squares(project, records));
  }

  /**
   * Refuses land that is another live project's; the boundary is valid and compact. Projects for
   * practice are compared with each other and with nobody else.
   */
  static void requireFree(Act act, Boundary boundary, boolean training) {
    for (Cell cell : Grid.entered(boundary).keySet()) {
      act.require(
          act.find(LandCell.key(cell, training)).filter(LandCell::isFull).isEmpty(),
          ErrorCode.TOO_MANY_CLAIMS,
          zh("同一网格内已有 %s 个项目").en("%s projects in one square of the grid", LandCell.CLAIMS_MOST));
    }
    SortedSet<InstructionId> neighbours = neighbours(boundary, training, act);
    act.require(
        neighbours.size() <= NEIGHBOURS_MOST,
        ErrorCode.TOO_MANY_CLAIMS,
        zh("其周围的项目超过 %s 个").en("more than %s projects around it", NEIGHBOURS_MOST));
    Optional<Detail> problem =
        neighbours.stream()
            .filter(neighbour -> isOfTraining(neighbour, act) == training)
            .map(neighbour -> act.find(ProjectBoundary.key(neighbour)).orElseThrow())
            .filter(neighbour -> boundary.overlaps(neighbour.boundary()))
            .findFirst()
            .map(neighbour -> shared(boundary, neighbour, act));
    act.requireNone(problem, ErrorCode.LAND_ALREADY_CLAIMED);
  }

  /** Some entered among the others before projects for practice had squares of their own. */
  private static boolean isOfTraining(InstructionId project, Records records) {
    return records.find(Project.key(project)).map(Project::training).orElse(false);
  }

  private static Detail shared(Boundary boundary, ProjectBoundary neighbour, Records records) {
    String project = nameOf(neighbour.project(), records);
    BigDecimal hectares = boundary.overlapHectares(neighbour.boundary()).value();
    return hectares.signum() > 0
        ? zh("其中 %s 公顷已在项目 %s 之内")
            .en("%s ha of it are in project %s", hectares.toPlainString(), project)
        : zh("其中不足 0.0001 公顷已在项目 %s 之内").en("less than 0.0001 ha of it are in project %s", project);
  }

  /** A project's number, or its id as long as it has none. */
  private static String nameOf(InstructionId project, Records records) {
    Optional<ProjectNumber> number = records.find(Project.key(project)).flatMap(Project::number);
    return number.map(ProjectNumber::toString).orElse(project.value());
  }

  /** Claims a project's land, which is free. */
  static void enter(Act act, Boundary boundary, boolean training) {
    Grid.entered(boundary)
        .forEach(
            (cell, extent) -> {
              LandCell found =
                  act.find(LandCell.key(cell, training)).orElse(LandCell.empty(cell, training));
              act.write(found.with(new LandCell.Claim(extent, act.id())));
            });
  }

  /** Frees a project's land. */
  static void leave(Act act, InstructionId project) {
    for (Key<LandCell> square : squares(project, act)) {
      act.find(square)
          .filter(found -> found.has(project))
          .ifPresent(found -> act.write(found.without(project)));
    }
  }

  /** Where a project is entered; one for practice in one kind of squares or the other. */
  private static List<Key<LandCell>> squares(InstructionId project, Records records) {
    List<Key<LandCell>> squares = new ArrayList<>();
    boolean training = isOfTraining(project, records);
    records
        .find(ProjectBoundary.key(project))
        .ifPresent(
            found -> {
              for (Cell cell : Grid.entered(found.boundary()).keySet()) {
                squares.add(LandCell.key(cell, false));
                if (training) {
                  squares.add(LandCell.key(cell, true));
                }
              }
            });
    return squares;
  }

  private static List<Cell> cells(Boundary boundary) {
    return Grid.lookedUp(boundary).orElse(List.of());
  }

  /** The projects whose boxes meet those of a boundary; one more than allowed when too many. */
  private static SortedSet<InstructionId> neighbours(
      Boundary boundary, boolean training, Records records) {
    List<Extent> pieces = boundary.extents();
    SortedSet<InstructionId> neighbours = new TreeSet<>();
    for (Cell cell : cells(boundary)) {
      for (LandCell.Claim claim :
          records.find(LandCell.key(cell, training)).map(LandCell::claims).orElse(List.of())) {
        if (neighbours.size() <= NEIGHBOURS_MOST
            && pieces.stream().anyMatch(claim.extent()::meets)) {
          neighbours.add(claim.project());
        }
      }
    }
    return neighbours;
  }
}
