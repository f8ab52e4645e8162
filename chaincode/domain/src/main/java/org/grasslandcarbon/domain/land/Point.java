// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.Comparator;
import org.grasslandcarbon.domain.value.Check;

/**
 * A place on WGS 84 in units of 1e-7 degree, which is about a centimetre: finer than any survey of
 * a pasture, and small enough that products of two coordinates are exact in a {@code long}.
 *
 * @param longitude -180 to 180 degrees
 * @param latitude -90 to 90 degrees
 */
public record Point(int longitude, int latitude) implements Comparable<Point> {
  private static final int DECIMALS = 7;
  private static final int UNITS_PER_DEGREE = 10_000_000;
  private static final Comparator<Point> SOUTH_TO_NORTH =
      Comparator.comparingInt(Point::latitude).thenComparingInt(Point::longitude);

  public Point {
    Check.that(
        Math.abs((long) longitude) <= 180L * UNITS_PER_DEGREE
            && Math.abs((long) latitude) <= 90L * UNITS_PER_DEGREE,
        zh("坐标点的经度须在 -180 至 180 之间，纬度须在 -90 至 90 之间")
            .en("a position is longitude -180 to 180, latitude -90 to 90"));
  }

  /** The point of two numbers of degrees with at most seven decimals. */
  static Point ofDegrees(BigDecimal longitude, BigDecimal latitude) {
    return new Point(units(longitude), units(latitude));
  }

  private static int units(BigDecimal degrees) {
    // Numbers such as 1e400 are refused before they are written out.
    Check.that(
        degrees.precision() - degrees.scale() <= 3 && degrees.stripTrailingZeros().scale() <= 7,
        zh("坐标以度为单位，最多七位小数").en("a coordinate is in degrees with at most seven decimals"));
    return degrees.movePointRight(DECIMALS).intValueExact();
  }

  /** A coordinate in degrees, without trailing zeros. */
  static BigDecimal degrees(int units) {
    BigDecimal degrees = BigDecimal.valueOf(units, DECIMALS).stripTrailingZeros();
    return degrees.scale() < 0 ? degrees.setScale(0) : degrees;
  }

  /** From south to north, then from west to east. */
  @Override
  public int compareTo(Point other) {
    return SOUTH_TO_NORTH.compare(this, other);
  }

  @Override
  public String toString() {
    return "[" + degrees(longitude).toPlainString() + "," + degrees(latitude).toPlainString() + "]";
  }
}
