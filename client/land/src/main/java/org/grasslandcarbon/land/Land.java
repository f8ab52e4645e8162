// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryFault;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.value.BadValueException;

/**
 * The land of a file.
 *
 * @param format what the file is
 * @param pieces in the order of the file
 * @param notes what its owner should know of how it was read
 */
public record Land(Format format, List<LandPiece> pieces, List<LandNote> notes) {

  /** What files are. */
  public enum Format {
    /** GeoJSON (RFC 7946). */
    GEOJSON,
    /** KML, or KMZ, which is one in a zip. */
    KML,
    /** A shapefile in a zip. */
    SHAPEFILE
  }

  public Land {
    pieces = List.copyOf(pieces);
    notes = List.copyOf(notes);
  }

  /** How many positions it has. */
  public int positions() {
    return pieces.stream().mapToInt(LandPiece::positions).sum();
  }

  /** How many rings it has, holes among them. */
  public int rings() {
    return pieces.stream().mapToInt(piece -> piece.rings().size()).sum();
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
      Boundary whole = whole();
      List<BoundaryFault> faults = whole.faults(Limits.FAULTS_MOST);
      return faults.isEmpty() ? spread(whole) : placed(faults);
    } catch (BadValueException tooLarge) {
      return List.of(
          new LandFault(
              LandCode.BOUNDARY_TOO_LARGE,
              Optional.of(tooLarge.detail()),
              List.of(LandPlace.FILE),
              List.of()));
    }
  }

  /** Land so scattered that the ledger would not look for its neighbours. */
  private static List<LandFault> spread(Boundary valid) {
    return Grid.lookedUp(valid).isPresent()
        ? List.of()
        : List.of(
            new LandFault(
                LandCode.BOUNDARY_SCATTERED,
                Optional.of(
                    zh("跨越的 0.1 度网格超过 %s 个")
                        .en(
                            "it spreads over more than %s squares of a tenth of a degree",
                            Grid.LOOKED_UP_MOST)),
                List.of(LandPlace.FILE),
                List.of()));
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
