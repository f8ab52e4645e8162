// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * How much land two boundaries share, on the WGS 84 ellipsoid: a figure for people, on which no
 * decision depends.
 *
 * <p>The latitudes of all corners, and of the places where edges cross, cut the land into strips.
 * Inside a strip the common width grows evenly from south to north, so that Gauss-Legendre
 * quadrature with three nodes gives the strip's area to far below a square metre. Only the four
 * operations and {@code StrictMath} are used: every endorser computes the same bits.
 */
final class OverlapArea {
  /**
   * Crossings that cut strips. Two combs of 1500 teeth cross two million times; beyond this many,
   * the figure is an approximation and the work stays bounded.
   */
  static final int CROSSINGS_MOST = 2_000;

  /**
   * Edges looked at in strips, over all pairs of pieces. Real neighbours need some thousands; combs
   * that need more get wider strips, and the figure is an approximation.
   */
  static final int WORK_MOST = 4_000_000;

  private static final double[] NODES = {-0.7745966692414834, 0, 0.7745966692414834};
  private static final double[] WEIGHTS = {
    0.5555555555555556, 0.8888888888888889, 0.5555555555555556
  };

  private OverlapArea() {}

  /** The land that two valid boundaries share, rounded to a square metre. */
  static Decimal hectares(Boundary one, Boundary other) {
    List<Pair> pairs = new ArrayList<>();
    for (Polygon mine : one.polygons()) {
      Extent my = Extent.of(mine.shell());
      for (Polygon theirs : other.polygons()) {
        Extent their = Extent.of(theirs.shell());
        if (my.meets(their)) {
          pairs.add(new Pair(mine, theirs, my.common(their)));
        }
      }
    }
    double squareMetres = 0;
    for (Pair pair : pairs) {
      squareMetres += shared(pair.one, pair.other, pair.common, WORK_MOST / pairs.size());
    }
    return new Decimal(
        new BigDecimal(squareMetres / EllipsoidalArea.SQUARE_METRES_PER_HECTARE)
            .setScale(4, RoundingMode.HALF_EVEN));
  }

  /** Two pieces whose boxes share something. */
  private record Pair(Polygon one, Polygon other, Extent common) {}

  private static double shared(Polygon one, Polygon other, Extent common, int workMost) {
    List<Line> mine = lines(one, common);
    List<Line> theirs = lines(other, common);
    TreeSet<Double> cuts = new TreeSet<>();
    addCorners(mine, common, cuts);
    addCorners(theirs, common, cuts);
    addCrossings(mine, theirs, cuts);
    double sum = 0;
    double south = cuts.first();
    for (double north : affordable(cuts, mine.size() + theirs.size(), workMost)) {
      sum += strip(within(mine, south, north), within(theirs, south, north), south, north);
      south = north;
    }
    return sum;
  }

  /**
   * Where strips end: at all cuts but the first or, when that is too much work, at some of them.
   */
  private static List<Double> affordable(TreeSet<Double> cuts, int lines, int workMost) {
    List<Double> ends = new ArrayList<>(cuts.tailSet(cuts.first(), false));
    long step = 1 + (long) ends.size() * lines / workMost;
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      if ((i + 1) % step == 0 || i == ends.size() - 1) {
        some.add(ends.get(i));
      }
    }
    return some;
  }

  /** The edges that reach into the latitudes of a box, but for those along a parallel. */
  private static List<Line> lines(Polygon polygon, Extent common) {
    List<Line> lines = new ArrayList<>();
    for (Ring ring : polygon.rings()) {
      for (int i = 0; i < ring.edges(); i++) {
        Point a = ring.corner(i);
        Point b = ring.corner(i + 1);
        Line line = a.latitude() < b.latitude() ? new Line(a, b) : new Line(b, a);
        boolean level = a.latitude() == b.latitude();
        if (!level
            && line.from.latitude() < common.north()
            && line.to.latitude() > common.south()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private static void addCorners(List<Line> lines, Extent common, TreeSet<Double> cuts) {
    for (Line line : lines) {
      cuts.add((double) Math.max(line.from.latitude(), common.south()));
      cuts.add((double) Math.min(line.to.latitude(), common.north()));
    }
  }

  private static void addCrossings(List<Line> mine, List<Line> theirs, TreeSet<Double> cuts) {
    int crossings = 0;
    for (Line my : mine) {
      for (Line their : theirs) {
        if (my.crosses(their) && crossings++ < CROSSINGS_MOST) {
          cuts.add(my.latitudeOfCrossing(their));
        }
      }
    }
  }

  private static List<Line> within(List<Line> lines, double south, double north) {
    double middle = (south + north) / 2;
    List<Line> within = new ArrayList<>();
    for (Line line : lines) {
      if (line.from.latitude() < middle && line.to.latitude() > middle) {
        within.add(line);
      }
    }
    return within;
  }

  private static double strip(List<Line> mine, List<Line> theirs, double south, double north) {
    double middle = (south + north) / 2;
    double half = (north - south) / 2;
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      double latitude = middle + half * NODES[i];
      double width = commonWidth(longitudes(mine, latitude), longitudes(theirs, latitude));
      sum +=
          WEIGHTS[i]
              * width
              * EllipsoidalArea.perSquareRadian(latitude * EllipsoidalArea.RADIANS_PER_UNIT);
    }
    return sum * half * EllipsoidalArea.RADIANS_PER_UNIT * EllipsoidalArea.RADIANS_PER_UNIT;
  }

  /** Where a parallel enters and leaves a polygon, in turn, from west to east. */
  private static double[] longitudes(List<Line> lines, double latitude) {
    return lines.stream().mapToDouble(line -> line.longitudeAt(latitude)).sorted().toArray();
  }

  private static double commonWidth(double[] mine, double[] theirs) {
    double width = 0;
    int i = 0;
    int j = 0;
    while (i + 1 < mine.length && j + 1 < theirs.length) {
      double from = Math.max(mine[i], theirs[j]);
      double to = Math.min(mine[i + 1], theirs[j + 1]);
      width += Math.max(0, to - from);
      if (mine[i + 1] < theirs[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return width;
  }

  /** An edge from its southern end to its northern. */
  private record Line(Point from, Point to) {
    double longitudeAt(double latitude) {
      return from.longitude() + slope() * (latitude - from.latitude());
    }

    private double slope() {
      return ((double) to.longitude() - from.longitude())
          / ((double) to.latitude() - from.latitude());
    }

    boolean crosses(Line other) {
      return Turn.of(from, to, other.from) * Turn.of(from, to, other.to) < 0
          && Turn.of(other.from, other.to, from) * Turn.of(other.from, other.to, to) < 0;
    }

    double latitudeOfCrossing(Line other) {
      double latitude = from.latitude();
      double apart = other.longitudeAt(latitude) - from.longitude();
      double crossing = latitude + apart / (slope() - other.slope());
      return Math.min(to.latitude(), Math.max(latitude, crossing));
    }
  }
}
