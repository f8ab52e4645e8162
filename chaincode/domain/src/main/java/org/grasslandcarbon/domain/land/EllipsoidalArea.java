// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * The area of polygons on the WGS 84 ellipsoid, their edges straight in longitude and latitude.
 *
 * <p>By Green's theorem the area is the integral of {@code S(latitude)} over longitude along the
 * boundary, where {@code S} is the area per radian of longitude between the equator and a latitude
 * (the authalic function, Snyder 1987 equation 3-12). Along one edge {@code S} is smooth, and
 * Gauss- Legendre quadrature with five nodes is exact to some 1e-13 even over fifty degrees. Only
 * the four operations and {@code StrictMath} are used: every endorser computes the same bits.
 */
final class EllipsoidalArea {
  /** WGS 84: equatorial radius in metres. */
  private static final double EQUATORIAL_RADIUS = 6_378_137.0;

  /** WGS 84: flattening. */
  private static final double FLATTENING = 1 / 298.257223563;

  private static final double ECCENTRICITY = StrictMath.sqrt(FLATTENING * (2 - FLATTENING));
  private static final double POLAR_RADIUS = EQUATORIAL_RADIUS * (1 - FLATTENING);
  static final double RADIANS_PER_UNIT = StrictMath.PI / 180 / 1e7;

  private static final double[] NODES = {
    -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640
  };
  private static final double[] WEIGHTS = {
    0.2369268850561891,
    0.4786286704993665,
    0.5688888888888889,
    0.4786286704993665,
    0.2369268850561891
  };

  static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private EllipsoidalArea() {}

  /** The area of a valid boundary, rounded to a square metre. */
  static Decimal hectares(Boundary boundary) {
    double squareMetres = 0;
    for (Polygon polygon : boundary.polygons()) {
      squareMetres += StrictMath.abs(enclosed(polygon.shell()));
      for (Ring hole : polygon.holes()) {
        squareMetres -= StrictMath.abs(enclosed(hole));
      }
    }
    return new Decimal(
        new BigDecimal(squareMetres / SQUARE_METRES_PER_HECTARE)
            .setScale(4, RoundingMode.HALF_EVEN));
  }

  /** The area that a ring encloses in square metres, with a sign for its direction. */
  private static double enclosed(Ring ring) {
    double sum = 0;
    for (int i = 0; i < ring.edges(); i++) {
      sum += under(ring.corner(i), ring.corner(i + 1));
    }
    return sum;
  }

  /** The area between an edge and the equator. */
  private static double under(Point from, Point to) {
    double middle = RADIANS_PER_UNIT * ((double) from.latitude() + to.latitude()) / 2;
    double half = RADIANS_PER_UNIT * ((double) to.latitude() - from.latitude()) / 2;
    double mean = 0;
    for (int i = 0; i < NODES.length; i++) {
      mean += WEIGHTS[i] / 2 * perRadian(middle + half * NODES[i]);
    }
    return mean * RADIANS_PER_UNIT * ((double) to.longitude() - from.longitude());
  }

  /** Square metres between the equator and a latitude, over one radian of longitude. */
  static double perRadian(double latitude) {
    double sine = StrictMath.sin(latitude);
    double scaled = ECCENTRICITY * sine;
    return POLAR_RADIUS
        * POLAR_RADIUS
        / 2
        * (sine / (1 - scaled * scaled)
            + StrictMath.log((1 + scaled) / (1 - scaled)) / (2 * ECCENTRICITY));
  }

  /** Square metres over a radian of longitude and one of latitude: how {@link #perRadian} grows. */
  static double perSquareRadian(double latitude) {
    double scaled = ECCENTRICITY * StrictMath.sin(latitude);
    double squeeze = 1 - scaled * scaled;
    return POLAR_RADIUS * POLAR_RADIUS * StrictMath.cos(latitude) / (squeeze * squeeze);
  }
}
