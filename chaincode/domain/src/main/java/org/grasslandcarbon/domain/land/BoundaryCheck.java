// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Whether polygons are a boundary. Stricter than OGC simple features in one respect: rings may not
 * even touch, neither themselves nor each other, which makes every decision a sign of {@link Turn}.
 * Pieces that share an edge are one polygon and must be drawn as one.
 */
final class BoundaryCheck {
  private BoundaryCheck() {}

  static Optional<Detail> problem(Boundary boundary) {
    return faults(boundary, 1).stream().map(BoundaryFault::detail).findFirst();
  }

  /**
   * What keeps polygons from being a boundary, at most so many. Where rings are not right in
   * themselves, how they lie to each other means nothing and is not looked at; nor is it looked at
   * which lies in which, where they meet.
   */
  static List<BoundaryFault> faults(Boundary boundary, int most) {
    List<Ring> rings = boundary.polygons().stream().flatMap(p -> p.rings().stream()).toList();
    List<BoundaryFault> faults =
        rings.stream().flatMap(BoundaryCheck::ringFaults).limit(most).toList();
    if (faults.isEmpty()) {
      faults = Edges.of(rings).contacts(most);
    }
    if (faults.isEmpty()) {
      faults = nestingFaults(boundary.polygons()).limit(most).toList();
    }
    return faults;
  }

  private static Stream<BoundaryFault> ringFaults(Ring ring) {
    if (!ring.isClosed()) {
      Detail open = zh("环的终点与起点不同").en("a ring does not end where it begins");
      List<Point> points = ring.points();
      return Stream.of(
          points.isEmpty()
              ? BoundaryFault.of(open)
              : BoundaryFault.of(open, points.get(points.size() - 1)));
    }
    if (ring.edges() < 3) {
      return Stream.of(
          BoundaryFault.of(
              zh("环的顶点少于三个").en("a ring has fewer than three corners"), ring.corner(0)));
    }
    return IntStream.range(0, ring.edges())
        .mapToObj(i -> cornerFault(ring.corner(i), ring.corner(i + 1)))
        .flatMap(Optional::stream);
  }

  private static Optional<BoundaryFault> cornerFault(Point corner, Point next) {
    if (!Boundary.isInWindow(corner)) {
      return Optional.of(
          BoundaryFault.of(
              zh("%s 不在%s之内").en("%s is not within %s", corner, Boundary.WINDOW), corner));
    }
    return corner.equals(next)
        ? Optional.of(
            BoundaryFault.of(zh("%s 连续出现两次").en("%s stands twice in a row", corner), corner))
        : Optional.empty();
  }

  /** Rings do not meet here, so that one corner of a ring decides for the whole ring. */
  private static Stream<BoundaryFault> nestingFaults(List<Polygon> polygons) {
    return polygons.stream()
        .flatMap(
            polygon ->
                Stream.concat(
                    polygon.holes().stream().flatMap(hole -> holeFault(polygon, hole).stream()),
                    pieceFault(polygons, polygon).stream()));
  }

  private static Optional<BoundaryFault> holeFault(Polygon polygon, Ring hole) {
    Point corner = hole.corner(0);
    if (!polygon.shell().surrounds(corner)) {
      return Optional.of(
          BoundaryFault.of(
              zh("位于 %s 的内环在其多边形之外").en("the hole at %s is outside its polygon", corner), corner));
    }
    return polygon.holes().stream().anyMatch(other -> other != hole && other.surrounds(corner))
        ? Optional.of(
            BoundaryFault.of(
                zh("位于 %s 的内环在另一内环之内").en("the hole at %s is inside another hole", corner), corner))
        : Optional.empty();
  }

  private static Optional<BoundaryFault> pieceFault(List<Polygon> polygons, Polygon polygon) {
    Point corner = polygon.shell().corner(0);
    return polygons.stream().anyMatch(other -> other != polygon && covers(other, corner))
        ? Optional.of(
            BoundaryFault.of(
                zh("位于 %s 的多边形在另一多边形之内").en("the polygon at %s is inside another polygon", corner),
                corner))
        : Optional.empty();
  }

  private static boolean covers(Polygon polygon, Point point) {
    return polygon.shell().surrounds(point)
        && polygon.holes().stream().noneMatch(hole -> hole.surrounds(point));
  }
}
