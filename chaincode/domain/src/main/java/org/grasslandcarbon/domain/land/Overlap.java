// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.land.Border.Edge;
import org.grasslandcarbon.domain.land.Border.Stretch;

/**
 * Whether two boundaries share area, in the plane of longitude and latitude and without rounding.
 *
 * <p>Rings run so that the land is to their left. If an edge of one boundary crosses an edge of the
 * other, they share the land in one of the four corners. If none does, edges meet in corners only;
 * cut there, every stretch of an edge lies inside the other boundary, outside, or upon a stretch of
 * its edges. Any land shared would have a border, made of stretches that lie inside the other
 * boundary, or upon a stretch of the other that runs the same way. So the boundaries share land if,
 * and only if, there is such a stretch.
 */
final class Overlap {
  private Overlap() {}

  /** Whether two valid boundaries share area. */
  static boolean exists(Boundary one, Boundary other) {
    List<Polygon> mine = near(one, other.extents());
    List<Polygon> theirs = near(other, one.extents());
    if (mine.isEmpty()) {
      return false;
    }
    Border my = new Border(mine);
    Border their = new Border(theirs);
    return new Sweep(my, their, extent(mine).common(extent(theirs))).findsCrossing()
        || isEntered(their, my)
        || isEntered(my, their);
  }

  /**
   * The pieces whose boxes meet one of some boxes, in their one form: a large boundary is held
   * against hundreds of neighbours, each of which meets a few of its pieces.
   */
  private static List<Polygon> near(Boundary boundary, List<Extent> boxes) {
    return boundary.polygons().stream()
        .filter(
            polygon -> {
              Extent box = Extent.of(polygon.shell());
              return boxes.stream().anyMatch(box::meets);
            })
        .map(Polygon::normalised)
        .toList();
  }

  private static Extent extent(List<Polygon> polygons) {
    return polygons.stream().map(Polygon::shell).map(Extent::of).reduce(Extent::with).orElseThrow();
  }

  /** Whether a stretch of one border lies inside the other, or upon it and runs the same way. */
  private static boolean isEntered(Border theirs, Border mine) {
    Set<Stretch> theirStretches = theirs.stretches();
    for (Edge edge : mine.edges()) {
      boolean beginsInside = edge.beginsInside();
      for (Stretch stretch : edge.stretches()) {
        if (theirStretches.contains(stretch)) {
          return true;
        }
        // What begins apart from the other's border is where the stretch before it was: outside.
        if (!theirStretches.contains(stretch.reversed()) && theirs.holds(stretch, beginsInside)) {
          return true;
        }
        beginsInside = false;
      }
    }
    return false;
  }
}
