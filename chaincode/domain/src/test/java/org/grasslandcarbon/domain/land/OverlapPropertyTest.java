// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random pairs of boundaries, judged a second time by another method: the shared area of the two in
 * the plane as an exact fraction. Between neighbouring latitudes of corners and crossings all edges
 * are straight and apart, so that the trapezoids between them, cut with each other, add up to the
 * shared area. On a lattice of few places almost every pair touches somewhere. How many pairs can
 * be given: {@code -Dgrassland.pairs=6000}.
 */
class OverlapPropertyTest {
  private static final int PAIRS = Integer.getInteger("grassland.pairs", 1_500);

  /** A fraction in lowest terms, its denominator above zero. */
  private record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0);

    static Fraction of(long whole) {
      return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(BigInteger over, BigInteger under) {
      BigInteger shared = over.gcd(under).max(BigInteger.ONE);
      BigInteger sign = BigInteger.valueOf(under.signum());
      return new Fraction(over.divide(shared).multiply(sign), under.divide(shared).multiply(sign));
    }

    Fraction plus(Fraction other) {
      return of(
          over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
      return plus(new Fraction(other.over.negate(), other.under));
    }

    Fraction times(Fraction other) {
      return of(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction by(Fraction other) {
      return of(over.multiply(other.under), under.multiply(other.over));
    }

    @Override
    public int compareTo(Fraction other) {
      return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    double value() {
      return over.doubleValue() / under.doubleValue();
    }
  }

  /** An edge that is not along a parallel. */
  private record Side(Point from, Point to) {
    Fraction xAt(Fraction y) {
      Fraction slope =
          Fraction.of(
              BigInteger.valueOf((long) to.longitude() - from.longitude()),
              BigInteger.valueOf((long) to.latitude() - from.latitude()));
      return Fraction.of(from.longitude()).plus(y.minus(Fraction.of(from.latitude())).times(slope));
    }

    boolean spans(Fraction y) {
      Fraction south = Fraction.of(Math.min(from.latitude(), to.latitude()));
      Fraction north = Fraction.of(Math.max(from.latitude(), to.latitude()));
      return south.compareTo(y) < 0 && y.compareTo(north) < 0;
    }

    /** The latitude at which two lines cross, if they are not parallel. */
    void addCrossing(Side other, TreeSet<Fraction> cuts) {
      Fraction mine = xAt(Fraction.of(1)).minus(xAt(Fraction.ZERO));
      Fraction theirs = other.xAt(Fraction.of(1)).minus(other.xAt(Fraction.ZERO));
      if (mine.compareTo(theirs) != 0) {
        cuts.add(other.xAt(Fraction.ZERO).minus(xAt(Fraction.ZERO)).by(mine.minus(theirs)));
      }
    }
  }

  private static List<Side> sides(Boundary boundary) {
    List<Side> sides = new ArrayList<>();
    for (Polygon polygon : boundary.polygons()) {
      for (Ring ring : polygon.rings()) {
        for (int i = 0; i < ring.edges(); i++) {
          if (ring.corner(i).latitude() != ring.corner(i + 1).latitude()) {
            sides.add(new Side(ring.corner(i), ring.corner(i + 1)));
          }
        }
      }
    }
    return sides;
  }

  private static Fraction sharedArea(Boundary one, Boundary other) {
    List<Side> mine = sides(one);
    List<Side> theirs = sides(other);
    TreeSet<Fraction> cuts = new TreeSet<>();
    mine.forEach(side -> cuts.add(Fraction.of(side.from.latitude())));
    theirs.forEach(side -> cuts.add(Fraction.of(side.from.latitude())));
    mine.forEach(side -> theirs.forEach(their -> side.addCrossing(their, cuts)));
    Fraction sum = Fraction.ZERO;
    Fraction south = cuts.first();
    for (Fraction north : cuts.tailSet(south, false)) {
      // Widths grow evenly inside a strip: its area is that of its middle times its height.
      Fraction middle = south.plus(north).by(Fraction.of(2));
      sum = sum.plus(commonWidth(mine, theirs, middle).times(north.minus(south)));
      south = north;
    }
    return sum;
  }

  private static Fraction commonWidth(List<Side> mine, List<Side> theirs, Fraction y) {
    TreeSet<Fraction> places = new TreeSet<>();
    mine.stream().filter(side -> side.spans(y)).forEach(side -> places.add(side.xAt(y)));
    theirs.stream().filter(side -> side.spans(y)).forEach(side -> places.add(side.xAt(y)));
    Fraction width = Fraction.ZERO;
    Fraction west = null;
    for (Fraction east : places) {
      if (west != null) {
        Fraction between = west.plus(east).by(Fraction.of(2));
        if (isInside(mine, between, y) && isInside(theirs, between, y)) {
          width = width.plus(east.minus(west));
        }
      }
      west = east;
    }
    return width;
  }

  private static boolean isInside(List<Side> sides, Fraction x, Fraction y) {
    return sides.stream().filter(side -> side.spans(y) && side.xAt(y).compareTo(x) < 0).count() % 2
        == 1;
  }

  /** A valid boundary of up to two pieces, with holes now and then, on a lattice. */
  private static Boundary random(Random random, int places) {
    while (true) {
      List<Polygon> polygons = new ArrayList<>();
      int pieces = random.nextInt(5) == 0 ? 2 : 1;
      for (int i = 0; i < pieces; i++) {
        List<Ring> holes = random.nextInt(3) == 0 ? List.of(ring(random, places)) : List.of();
        polygons.add(new Polygon(ring(random, places), holes));
      }
      Boundary boundary = new Boundary(polygons);
      if (boundary.problem().isEmpty()) {
        return boundary;
      }
    }
  }

  private static Ring ring(Random random, int places) {
    List<Point> points = new ArrayList<>();
    int corners = 3 + random.nextInt(4);
    for (int i = 0; i < corners; i++) {
      points.add(
          new Point(1_100_000_000 + random.nextInt(places), 400_000_000 + random.nextInt(places)));
    }
    points.add(points.get(0));
    return new Ring(points);
  }

  private static void judge(int places, long seed) {
    Random random = new Random(seed);
    int overlaps = 0;
    for (int i = 0; i < PAIRS; i++) {
      Boundary one = random(random, places);
      Boundary other = random(random, places);
      boolean expected = sharedArea(one, other).compareTo(Fraction.ZERO) > 0;
      assertThat(one.overlaps(other)).as("%s and %s", one, other).isEqualTo(expected);
      overlaps += expected ? 1 : 0;
    }
    assertThat(overlaps).isBetween(PAIRS / 20, PAIRS * 19 / 20);
  }

  @Test
  void pairs_that_touch_almost_everywhere_are_judged_as_by_their_shared_area() {
    judge(6, 20250303);
  }

  @Test
  void pairs_that_cross_anywhere_are_judged_as_by_their_shared_area() {
    judge(40, 4);
  }

  @Test
  void the_hectares_shared_agree_with_the_exact_area_in_the_plane() {
    Random random = new Random(7);
    Fraction unit = sharedArea(square(), square()); // of a square around, to take hectares to units
    double hectaresPerUnit = square().areaHectares().value().doubleValue() / unit.value();
    for (int i = 0; i < 300; i++) {
      Boundary one = random(random, 400_000);
      Boundary other = random(random, 400_000);
      // Over four hundredths of a degree, a degree of longitude shrinks by less than 0.1 percent.
      double expected = sharedArea(one, other).value() * hectaresPerUnit;
      assertThat(one.overlapHectares(other).value().doubleValue())
          .isCloseTo(expected, within(expected * 1e-3 + 1e-4));
    }
  }

  private static Boundary square() {
    Point origin = new Point(1_100_000_000, 400_000_000);
    Ring ring =
        new Ring(
            List.of(
                origin,
                new Point(1_100_400_000, 400_000_000),
                new Point(1_100_400_000, 400_400_000),
                new Point(1_100_000_000, 400_400_000),
                origin));
    return new Boundary(List.of(new Polygon(ring, List.of())));
  }
}
