// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.List;

/**
 * The least box around some land, in units of 1e-7 degree.
 *
 * @param east its easternmost longitude
 * @param north its northernmost latitude
 * @param south its southernmost latitude
 * @param west its westernmost longitude
 */
public record Extent(int east, int north, int south, int west) {

  /** The box around a ring that has a corner. */
  static Extent of(Ring ring) {
    List<Point> points = ring.points();
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    int south = Integer.MAX_VALUE;
    int west = Integer.MAX_VALUE;
    for (Point point : points) {
      east = Math.max(east, point.longitude());
      north = Math.max(north, point.latitude());
      south = Math.min(south, point.latitude());
      west = Math.min(west, point.longitude());
    }
    return new Extent(east, north, south, west);
  }

  /** Whether two boxes share area; boxes that only touch do not. */
  public boolean meets(Extent other) {
    return west < other.east && other.west < east && south < other.north && other.south < north;
  }

  /** What two boxes share. */
  Extent common(Extent other) {
    return new Extent(
        Math.min(east, other.east),
        Math.min(north, other.north),
        Math.max(south, other.south),
        Math.max(west, other.west));
  }

  /** The box around both. */
  Extent with(Extent other) {
    return new Extent(
        Math.max(east, other.east),
        Math.max(north, other.north),
        Math.min(south, other.south),
        Math.min(west, other.west));
  }
}
