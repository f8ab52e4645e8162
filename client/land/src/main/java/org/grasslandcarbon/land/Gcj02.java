// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import org.grasslandcarbon.domain.land.Point;

/**
 * How far a place on public maps of the country (GCJ-02) lies from where it is. The formula is the
 * one that is publicly known, good to about a metre. It is for showing and for suspecting: no land
 * is ever moved by it, because whether a file is shifted cannot be seen in the file, and a boundary
 * on the ledger must come from a survey and not from a guess.
 */
public final class Gcj02 {
  /** The ellipsoid of Krasovsky, which the formula is made with. */
  private static final double EQUATORIAL_RADIUS = 6_378_245;

  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
  private static final double UNITS_PER_DEGREE = 1e7;

  /** Where the formula begins to count. */
  private static final double LONGITUDE = 105;

  private static final double LATITUDE = 35;

  /** The shift hardly changes over its own length: three steps come below a centimetre. */
  private static final int STEPS = 3;

  private Gcj02() {}

  /**
   * A shift.
   *
   * @param eastMetres to the east
   * @param northMetres to the north
   */
  public record Shift(double eastMetres, double northMetres) {
    /** Its length. */
    public double metres() {
      return Math.hypot(eastMetres, northMetres);
    }
  }

  /** By how much a place is shifted on maps in GCJ-02. */
  public static Shift at(Point place) {
    double latitude = place.latitude() / UNITS_PER_DEGREE;
    double[] metres = metres(place.longitude() / UNITS_PER_DEGREE, latitude);
    return new Shift(metres[0], metres[1]);
  }

  /** Where a place is that such a map shows at a place. */
  static Point undone(Point shown) {
    double longitude = shown.longitude() / UNITS_PER_DEGREE;
    double latitude = shown.latitude() / UNITS_PER_DEGREE;
    double[] guess = {longitude, latitude};
    for (int i = 0; i < STEPS; i++) {
      double[] shift = degrees(guess[0], guess[1]);
      guess = new double[] {longitude - shift[0], latitude - shift[1]};
    }
    return new Point(
        (int) Math.rint(guess[0] * UNITS_PER_DEGREE), (int) Math.rint(guess[1] * UNITS_PER_DEGREE));
  }

  private static double[] degrees(double longitude, double latitude) {
    double[] metres = metres(longitude, latitude);
    return new double[] {
      Math.toDegrees(metres[0] / eastRadius(latitude)),
      Math.toDegrees(metres[1] / northRadius(latitude))
    };
  }

  private static double eastRadius(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    return EQUATORIAL_RADIUS
        / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
        * Math.cos(Math.toRadians(latitude));
  }

  private static double northRadius(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    double squeeze = 1 - ECCENTRICITY_SQUARED * sine * sine;
    return EQUATORIAL_RADIUS * (1 - ECCENTRICITY_SQUARED) / (squeeze * Math.sqrt(squeeze));
  }

  private static double[] metres(double longitude, double latitude) {
    double x = longitude - LONGITUDE;
    double y = latitude - LATITUDE;
    double both = waves(6 * x, 20) + waves(2 * x, 20);
    double root = Math.sqrt(Math.abs(x));
    double east =
        300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * root
            + (both + waves(x, 20) + waves(x / 3, 40) + waves(x / 12, 150) + waves(x / 30, 300))
                * 2
                / 3;
    double north =
        -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * root
            + (both + waves(y, 20) + waves(y / 3, 40) + waves(y / 12, 160) + waves(y / 30, 320))
                * 2
                / 3;
    return new double[] {east, north};
  }

  private static double waves(double halfTurns, double height) {
    return height * Math.sin(halfTurns * Math.PI);
  }
}
