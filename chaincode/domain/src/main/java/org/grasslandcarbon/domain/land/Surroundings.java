// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import org.grasslandcarbon.domain.value.Decimal;

/** Where places lie in relation to a boundary. */
public final class Surroundings {
  private static final double MEAN_RADIUS_KM = 6_371.0088;

  private Surroundings() {}

  /** The point of two numbers of degrees with at most seven decimals. */
  public static Point place(Decimal longitude, Decimal latitude) {
    return Point.ofDegrees(longitude.value(), latitude.value());
  }

  /** Whether a place lies in a boundary; on its edge it may be taken for either. */
  public static boolean contain(Boundary boundary, Point place) {
    return boundary.polygons().stream()
        .anyMatch(
            polygon ->
                polygon.shell().surrounds(place)
                    && polygon.holes().stream().noneMatch(hole -> hole.surrounds(place)));
  }

  /**
   * How far a place is from the nearest corner of a boundary, in kilometres on a sphere of the
   * earth's mean radius. Only the four operations and {@code StrictMath} are used: every endorser
   * computes the same bits.
   */
  public static double kilometres(Boundary boundary, Point place) {
    double least = Double.MAX_VALUE;
    for (Polygon polygon : boundary.polygons()) {
      for (Point corner : polygon.shell().points()) {
        least = StrictMath.min(least, kilometres(corner, place));
      }
    }
    return least;
  }

  private static double kilometres(Point a, Point b) {
    double unit = EllipsoidalArea.RADIANS_PER_UNIT;
    double north = StrictMath.sin(((double) a.latitude() - b.latitude()) * unit / 2);
    double east = StrictMath.sin(((double) a.longitude() - b.longitude()) * unit / 2);
    double haversine =
        north * north
            + StrictMath.cos(a.latitude() * unit)
                * StrictMath.cos(b.latitude() * unit)
                * east
                * east;
    return 2 * MEAN_RADIUS_KM * StrictMath.asin(StrictMath.sqrt(StrictMath.min(1, haversine)));
  }
}
