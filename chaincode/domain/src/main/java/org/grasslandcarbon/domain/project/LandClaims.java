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
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ProjectNumber;

/**
 * No square metre in two live projects (LEDGER section 8). A project claims its land when it is
 * proposed and leaves it when it is rejected or ends without having been credited; what was
 * credited stays in the squares and is found by whoever follows on its land.
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

  /** Positions of a neighbour whose square does not say how many it has. */
  private static final int POSITIONS_OF_ONE = 3_000;

  /**
   * Positions of all neighbours, which are read and compared: as many as 300 neighbours had when a
   * boundary came in one instruction.
   */
  static final int POSITIONS_MOST = NEIGHBOURS_MOST * POSITIONS_OF_ONE;

  private LandClaims() {}

  /**
   * The projects whose boxes meet those of a boundary, those of them that are entered as ended, and
   * the positions that they have at most.
   */
  private record Around(
      SortedSet<InstructionId> projects, SortedSet<InstructionId> ended, long positions) {
    boolean isTooMuch() {
      return projects.size() > NEIGHBOURS_MOST || positions > POSITIONS_MOST;
    }
  }

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
    Around around = neighbours(boundary, training, records);
    List<Key<?>> keys = new ArrayList<>();
    if (around.isTooMuch()) {
      return keys;
    }
    for (InstructionId neighbour : around.projects) {
      keys.add(ProjectBoundary.key(neighbour));
      keys.add(Project.key(neighbour));
      // A project whose crediting is over has ended as well, which its square does not say.
      keys.add(Reversals.key(neighbour));
    }
    around.ended.forEach(each -> keys.add(CreditingHistory.key(each)));
    return keys;
  }

  /**
   * Land that is free.
   *
   * @param predecessors ended projects that had a part of it
   * @param shared slivers along borders of live projects, which are tolerated
   */
  record Free(List<Project.Predecessor> predecessors, List<Project.Shared> shared) {}

  /** The squares that a project is entered in. */
  static List<Key<?>> keys(InstructionId project, Records records) {
    return List.copyOf(squares(project, records));
  }

  /**
   * Refuses land that is another live project's; the boundary is valid and compact. Projects for
   * practice are compared with each other and with nobody else.
   */
  static Free requireFree(Act act, Boundary boundary, boolean training) {
    for (Cell cell : Grid.entered(boundary).keySet()) {
      act.require(
          act.find(LandCell.key(cell, training)).filter(LandCell::isFull).isEmpty(),
          ErrorCode.TOO_MANY_CLAIMS,
          zh("同一网格内已有 %s 个项目").en("%s projects in one square of the grid", LandCell.CLAIMS_MOST));
    }
    Around around = neighbours(boundary, training, act);
    act.require(
        around.projects.size() <= NEIGHBOURS_MOST,
        ErrorCode.TOO_MANY_CLAIMS,
        zh("其周围的项目超过 %s 个").en("more than %s projects around it", NEIGHBOURS_MOST));
    act.require(
        !around.isTooMuch(),
        ErrorCode.TOO_MANY_CLAIMS,
        zh("其周围项目的坐标点超过 %s 个")
            .en("the projects around it have more than %s positions", POSITIONS_MOST));
    Slivers slivers = new Slivers(boundary, RegistryRules.overlap(act, act.today()));
    Slivers ofEnded = new Slivers(boundary, RegistryRules.overlap(act, act.today()));
    List<Project.Predecessor> predecessors = new ArrayList<>();
    for (InstructionId id : around.projects) {
      if (isOfTraining(id, act) == training) {
        ProjectBoundary neighbour = act.find(ProjectBoundary.key(id)).orElseThrow();
        Optional<Project> ended =
            act.find(Project.key(id)).filter(each -> each.hasEnded(act.today()));
        boolean isFree = !boundary.overlaps(neighbour.boundary());
        if (!isFree && ended.isPresent()) {
          if (!ofEnded.tolerates(neighbour)) {
            predecessors.add(Predecessors.of(act, ended.get()));
          }
        } else if (!isFree && !slivers.tolerates(neighbour)) {
          act.requireNone(
              Optional.of(shared(boundary, neighbour, act)), ErrorCode.LAND_ALREADY_CLAIMED);
        }
      }
    }
    Optional<Detail> tooMuch = slivers.tooMuchTogether();
    act.requireNone(tooMuch, ErrorCode.LAND_ALREADY_CLAIMED);
    return new Free(predecessors, slivers.tolerated());
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
    Optional<Integer> positions =
        Optional.of(boundary.positions()).filter(count -> count > POSITIONS_OF_ONE);
    Grid.entered(boundary)
        .forEach(
            (cell, extent) -> {
              LandCell found =
                  act.find(LandCell.key(cell, training)).orElse(LandCell.empty(cell, training));
              act.write(found.with(new LandCell.Claim(extent, positions, act.id())));
            });
  }

  /** Keeps a project's land in mind for those who follow it there. */
  static void end(Act act, InstructionId project) {
    for (Key<LandCell> square : squares(project, act)) {
      act.find(square)
          .filter(found -> found.has(project))
          .ifPresent(found -> act.write(found.ending(project)));
    }
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

  /** Ends when there are too many. */
  private static Around neighbours(Boundary boundary, boolean training, Records records) {
    List<Extent> pieces = boundary.extents();
    SortedSet<InstructionId> neighbours = new TreeSet<>();
    SortedSet<InstructionId> ended = new TreeSet<>();
    long positions = 0;
    for (Cell cell : cells(boundary)) {
      for (LandCell.Claim claim :
          records.find(LandCell.key(cell, training)).map(LandCell::claims).orElse(List.of())) {
        Around around = new Around(neighbours, ended, positions);
        if (around.isTooMuch()) {
          return around;
        }
        if (pieces.stream().anyMatch(claim.extent()::meets) && neighbours.add(claim.project())) {
          positions += claim.positions().orElse(POSITIONS_OF_ONE);
          if (claim.hasEnded()) {
            ended.add(claim.project());
          }
        }
      }
    }
    return new Around(neighbours, ended, positions);
  }
}
