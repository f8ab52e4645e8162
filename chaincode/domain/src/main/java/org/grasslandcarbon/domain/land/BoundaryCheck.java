// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Whether polygons are a boundary. Stricter than OGC simple features in one respect: rings may not
 * even touch, neither themselves nor each other, which makes every decision a sign of {@link Turn}.
 * Pieces that share an edge are one polygon and must be drawn as one.
 */
final class BoundaryCheck {
  private BoundaryCheck() {}

  static Optional<Detail> problem(Boundary boundary) {
    List<Ring> rings = boundary.polygons().stream().flatMap(p -> p.rings().stream()).toList();
    return rings.stream()
        .map(BoundaryCheck::ringProblem)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Edges.of(rings).contact())
        .or(() -> nestingProblem(boundary.polygons()));
  }

  private static Optional<Detail> ringProblem(Ring ring) {
    if (!ring.isClosed()) {
      return Optional.of(zh("环的终点与起点不同").en("a ring does not end where it begins"));
    }
    if (ring.edges() < 3) {
      return Optional.of(zh("环的顶点少于三个").en("a ring has fewer than three corners"));
    }
    for (int i = 0; i < ring.edges(); i++) {
      Point corner = ring.corner(i);
      if (!Boundary.isInWindow(corner)) {
        return Optional.of(zh("%s 不在%s之内").en("%s is not within %s", corner, Boundary.WINDOW));
      }
      if (corner.equals(ring.corner(i + 1))) {
        return Optional.of(zh("%s 连续出现两次").en("%s stands twice in a row", corner));
      }
    }
    return Optional.empty();
  }

  /** Rings do not meet here, so that one corner of a ring decides for the whole ring. */
  private static Optional<Detail> nestingProblem(List<Polygon> polygons) {
    for (Polygon polygon : polygons) {
      for (Ring hole : polygon.holes()) {
        Point corner = hole.corner(0);
        if (!polygon.shell().surrounds(corner)) {
          return Optional.of(
              zh("位于 %s 的内环在其多边形之外").en("the hole at %s is outside its polygon", corner));
        }
        if (polygon.holes().stream().anyMatch(other -> other != hole && other.surrounds(corner))) {
          return Optional.of(
              zh("位于 %s 的内环在另一内环之内").en("the hole at %s is inside another hole", corner));
        }
      }
      Point corner = polygon.shell().corner(0);
      if (polygons.stream().anyMatch(other -> other != polygon && covers(other, corner))) {
        return Optional.of(
            zh("位于 %s 的多边形在另一多边形之内").en("the polygon at %s is inside another polygon", corner));
      }
    }
    return Optional.empty();
  }

  private static boolean covers(Polygon polygon, Point point) {
    return polygon.shell().surrounds(point)
        && polygon.holes().stream().noneMatch(hole -> hole.surrounds(point));
  }
}
