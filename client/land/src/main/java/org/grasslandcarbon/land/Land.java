// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryFault;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.value.BadValueException;

/**
 * The land of a file.
 *
 * @param pieces in the order of the file
 * @param notes what its owner should know of how it was read
 */
public record Land(List<LandPiece> pieces, List<LandNote> notes) {
  public Land {
    pieces = List.copyOf(pieces);
    notes = List.copyOf(notes);
  }

  /** How many positions it has. */
  public int positions() {
    return pieces.stream().mapToInt(LandPiece::positions).sum();
  }

  /** All of it as one boundary, which need not be valid; nothing when it is too large for one. */
  public Optional<Boundary> boundary() {
    try {
      return Optional.of(whole());
    } catch (BadValueException e) {
      return Optional.empty();
    }
  }

  private Boundary whole() {
    return new Boundary(pieces.stream().map(LandPiece::polygon).toList());
  }

  /** What keeps it from being the boundary of a project, with the places in the file. */
  public List<LandFault> faults() {
    try {
      List<BoundaryFault> faults = whole().faults(Limits.FAULTS_MOST);
      return faults.isEmpty() ? List.of() : placed(faults);
    } catch (BadValueException tooLarge) {
      return List.of(
          new LandFault(
              LandCode.BOUNDARY_TOO_LARGE,
              Optional.of(tooLarge.detail()),
              List.of(LandPlace.FILE),
              List.of()));
    }
  }

  private List<LandFault> placed(List<BoundaryFault> faults) {
    Map<Point, List<LandPlace>> places = new HashMap<>();
    for (LandPiece piece : pieces) {
      for (LandRing ring : piece.rings()) {
        for (int i = 0; i < ring.points().size(); i++) {
          places
              .computeIfAbsent(ring.points().get(i), point -> new ArrayList<>())
              .add(ring.placeOf(i));
        }
      }
    }
    return faults.stream()
        .map(
            fault ->
                new LandFault(
                    LandCode.BAD_BOUNDARY,
                    Optional.of(fault.detail()),
                    fault.at().stream()
                        .flatMap(point -> places.getOrDefault(point, List.of()).stream().limit(1))
                        .distinct()
                        .toList(),
                    fault.at()))
        .toList();
  }
}
