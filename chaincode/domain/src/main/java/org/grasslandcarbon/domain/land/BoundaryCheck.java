// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.List;
import java.util.Optional;

/**
 * Whether polygons are a boundary. Stricter than OGC simple features in one respect: rings may not
 * even touch, neither themselves nor each other, which makes every decision a sign of {@link Turn}.
 * Pieces that share an edge are one polygon and must be drawn as one.
 */
final class BoundaryCheck {
  private BoundaryCheck() {}

  static Optional<String> problem(Boundary boundary) {
    List<Ring> rings = boundary.polygons().stream().flatMap(p -> p.rings().stream()).toList();
    return rings.stream()
        .map(BoundaryCheck::ringProblem)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Edges.of(rings).contact())
        .or(() -> nestingProblem(boundary.polygons()));
  }

  private static Optional<String> ringProblem(Ring ring) {
    if (!ring.isClosed()) {
      return Optional.of("a ring does not end where it begins");
    }
    if (ring.edges() < 3) {
      return Optional.of("a ring has fewer than three corners");
    }
    for (int i = 0; i < ring.edges(); i++) {
      Point corner = ring.corner(i);
      if (!Boundary.isInWindow(corner)) {
        return Optional.of(corner + " is not within " + Boundary.WINDOW);
      }
      if (corner.equals(ring.corner(i + 1))) {
        return Optional.of(corner + " stands twice in a row");
      }
    }
    return Optional.empty();
  }

  /** Rings do not meet here, so that one corner of a ring decides for the whole ring. */
  private static Optional<String> nestingProblem(List<Polygon> polygons) {
    for (Polygon polygon : polygons) {
      for (Ring hole : polygon.holes()) {
        Point corner = hole.corner(0);
        if (!polygon.shell().surrounds(corner)) {
          return Optional.of("the hole at " + corner + " is outside its polygon");
        }
        if (polygon.holes().stream().anyMatch(other -> other != hole && other.surrounds(corner))) {
          return Optional.of("the hole at " + corner + " is inside another hole");
        }
      }
      Point corner = polygon.shell().corner(0);
      if (polygons.stream().anyMatch(other -> other != polygon && covers(other, corner))) {
        return Optional.of("the polygon at " + corner + " is inside another polygon");
      }
    }
    return Optional.empty();
  }

  private static boolean covers(Polygon polygon, Point point) {
    return polygon.shell().surrounds(point)
        && polygon.holes().stream().noneMatch(hole -> hole.surrounds(point));
  }
}
