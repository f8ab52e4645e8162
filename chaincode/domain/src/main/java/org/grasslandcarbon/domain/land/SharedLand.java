// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * How much land a boundary shares with others, as far as decisions depend on it: in squares of the
 * grid of 1e-7 degree, by whole numbers, never less than it is and less than two squares for each
 * thousand pairs of edges more.
 *
 * <p>Whether a place is within a polygon is the sum, over the edges east of it, of 1 for those that
 * run northward and -1 for those that run southward. So the area of what two polygons share is the
 * sum, over all pairs of their edges with a latitude in common, of the area west of both, with the
 * product of their signs; how far west one begins to count cancels out. Between two latitudes the
 * area west of two edges is that of trapezoids, whose sides are fractions of whole numbers. No
 * corner of the common land is ever computed.
 */
public final class SharedLand {
  /**
   * Edges, and pairs of them, that are looked at for one boundary and all its neighbours, which is
   * a quarter of a second. Surveys of one fence of 20,000 corners need some 200,000; two combs need
   * more, and nobody has to tolerate what is drawn like that.
   */
  static final int PAIRS_MOST = 1_000_000;

  /** Parts of a square that a single area is rounded to. */
  private static final int FRACTION_BITS = 10;

  /** Below this, an area with its fraction fits a {@code long}. */
  private static final long QUICK_MOST = 1L << 62 - FRACTION_BITS - 1;

  private static final Comparator<Side> FROM_SOUTH = Comparator.comparingLong(Side::south);

  private final Boundary land;
  private int pairs;

  /**
   * @param land a valid boundary, whose neighbours are asked about
   */
  public SharedLand(Boundary land) {
    this.land = land.normalised();
  }

  /**
   * What is shared with a neighbour.
   *
   * @param hectares on the ellipsoid, rounded up to a square metre, never too little
   * @param squares of the grid, rounded up
   */
  public record Shared(Decimal hectares, long squares) {}

  /** The area of a valid boundary in half squares of the grid, exactly. */
  public static long halfSquares(Boundary boundary) {
    long sum = 0;
    for (Polygon polygon : boundary.normalised().polygons()) {
      for (Ring ring : polygon.rings()) {
        sum += halfSquares(ring);
      }
    }
    return sum;
  }

  /** Sums on the way may run over; what they come to, less than twice the window, does not. */
  private static long halfSquares(Ring ring) {
    Point first = ring.corner(0);
    long sum = 0;
    for (int i = 1; i + 1 < ring.edges(); i++) {
      Point a = ring.corner(i);
      Point b = ring.corner(i + 1);
      sum +=
          ((long) a.longitude() - first.longitude()) * ((long) b.latitude() - first.latitude())
              - ((long) a.latitude() - first.latitude())
                  * ((long) b.longitude() - first.longitude());
    }
    return sum;
  }

  /** What is shared with a valid neighbour; nothing when that is too much work to tell. */
  public Optional<Shared> with(Boundary neighbour) {
    BigDecimal squareMetres = BigDecimal.ZERO;
    long squares = 0;
    for (Polygon theirs : neighbour.normalised().polygons()) {
      Extent their = Extent.of(theirs.shell());
      for (Polygon mine : land.polygons()) {
        Extent my = Extent.of(mine.shell());
        if (my.meets(their)) {
          Optional<Long> shared = squares(mine, theirs, my.common(their));
          if (shared.isEmpty()) {
            return Optional.empty();
          }
          squares += shared.get();
          squareMetres = squareMetres.add(squareMetres(shared.get(), my.common(their).south()));
        }
      }
    }
    BigDecimal hectares = squareMetres.movePointLeft(4).setScale(4, RoundingMode.CEILING);
    return Optional.of(new Shared(new Decimal(hectares), squares));
  }

  /** Squares are largest at their southernmost: the window lies north of the equator. */
  private static BigDecimal squareMetres(long squares, int south) {
    double each =
        EllipsoidalArea.perSquareRadian(EllipsoidalArea.RADIANS_PER_UNIT * south)
            * EllipsoidalArea.RADIANS_PER_UNIT
            * EllipsoidalArea.RADIANS_PER_UNIT;
    return BigDecimal.valueOf(squares).multiply(new BigDecimal(each));
  }

  private Optional<Long> squares(Polygon one, Polygon other, Extent common) {
    // To take up the sides is work as well, also where none meets another.
    pairs += edges(one) + edges(other);
    if (pairs > PAIRS_MOST) {
      return Optional.empty();
    }
    List<Side> mine = sides(one, common);
    List<Side> theirs = sides(other, common);
    List<Side> open = new ArrayList<>();
    List<Side> others = new ArrayList<>();
    Sum sum = new Sum();
    int i = 0;
    int j = 0;
    // Sides are taken from the south, each with those of the other polygon that are not over yet.
    while (i < mine.size() || j < theirs.size()) {
      boolean isMine =
          j == theirs.size() || i < mine.size() && mine.get(i).south() <= theirs.get(j).south();
      Side next = isMine ? mine.get(i++) : theirs.get(j++);
      List<Side> against = isMine ? others : open;
      against.removeIf(side -> side.north() <= next.south());
      pairs += against.size();
      if (pairs > PAIRS_MOST) {
        return Optional.empty();
      }
      against.forEach(side -> sum.add(next, side));
      (isMine ? open : others).add(next);
    }
    return Optional.of(sum.squares());
  }

  private static int edges(Polygon polygon) {
    return polygon.rings().stream().mapToInt(Ring::edges).sum();
  }

  /** The edges that reach into the latitudes of a box, but for those along a parallel. */
  private static List<Side> sides(Polygon polygon, Extent common) {
    List<Side> sides = new ArrayList<>();
    for (Ring ring : polygon.rings()) {
      for (int i = 0; i < ring.edges(); i++) {
        Side side = Side.of(ring.corner(i), ring.corner(i + 1), common);
        if (side.south() < side.north()) {
          sides.add(side);
        }
      }
    }
    sides.sort(FROM_SOUTH);
    return sides;
  }

  /**
   * An edge as far as it lies in the latitudes of a box, counted from the box's south-western
   * corner.
   *
   * @param x where it begins in the south
   * @param y where it begins in the south, before it was cut
   * @param east how far it leads to the east
   * @param rise how far it leads to the north
   * @param south where the cut edge begins
   * @param north where the cut edge ends
   * @param sign 1 when the ring runs northward on it
   */
  private record Side(long x, long y, long east, long rise, long south, long north, int sign) {
    static Side of(Point from, Point to, Extent common) {
      boolean isNorthward = from.latitude() < to.latitude();
      Point low = isNorthward ? from : to;
      Point high = isNorthward ? to : from;
      long bottom = common.south();
      return new Side(
          (long) low.longitude() - common.west(),
          low.latitude() - bottom,
          (long) high.longitude() - low.longitude(),
          (long) high.latitude() - low.latitude(),
          Math.max(low.latitude(), bottom) - bottom,
          Math.min(high.latitude(), (long) common.north()) - bottom,
          isNorthward ? 1 : -1);
    }

    /** Its place at a latitude, times its {@link #rise}; at most some 1e18. */
    long times(long latitude) {
      return x * rise + east * (latitude - y);
    }
  }

  /** Areas west of pairs of sides. */
  private static final class Sum {
    private long parts;
    private long terms;

    void add(Side one, Side other) {
      long south = Math.max(one.south(), other.south());
      long north = Math.min(one.north(), other.north());
      if (south >= north) {
        return;
      }
      int atSouth = compare(one, other, south);
      int atNorth = compare(one, other, north);
      long area =
          atSouth * atNorth < 0
              ? crossed(one, other, south, north)
              : west(atSouth < 0 || atSouth == 0 && atNorth < 0 ? one : other, south, north);
      parts += one.sign() * other.sign() * area;
      terms++;
    }

    /** Below zero when the first is west of the second at a latitude. */
    private static int compare(Side one, Side other, long latitude) {
      long a = one.times(latitude);
      long b = other.times(latitude);
      int high = Long.compare(Math.multiplyHigh(a, other.rise()), Math.multiplyHigh(b, one.rise()));
      return high != 0 ? high : Long.compareUnsigned(a * other.rise(), b * one.rise());
    }

    /** The area west of a side, in parts of a square, rounded down. */
    private static long west(Side side, long south, long north) {
      long twice = side.times(south) + side.times(north);
      long height = north - south;
      if (Math.abs(twice) < QUICK_MOST / height) {
        return Math.floorDiv(twice * height << FRACTION_BITS, 2 * side.rise());
      }
      return floor(
          BigInteger.valueOf(twice).multiply(BigInteger.valueOf(height)),
          BigInteger.valueOf(2 * side.rise()));
    }

    /** The area west of two sides that cross: that of the second, less what the first cuts off. */
    private static long crossed(Side one, Side other, long south, long north) {
      BigInteger atSouth = apart(one, other, south);
      BigInteger atNorth = apart(one, other, north);
      BigInteger cut = (atSouth.signum() < 0 ? atSouth : atNorth).abs();
      BigInteger both = BigInteger.valueOf(one.rise()).multiply(BigInteger.valueOf(other.rise()));
      BigInteger triangle = cut.multiply(cut).multiply(BigInteger.valueOf(north - south));
      BigInteger divisor = both.multiply(atSouth.abs().add(atNorth.abs())).shiftLeft(1);
      return west(other, south, north) - floor(triangle, divisor);
    }

    /** How far east the first is of the second, times the rise of both. */
    private static BigInteger apart(Side one, Side other, long latitude) {
      BigInteger a =
          BigInteger.valueOf(one.times(latitude)).multiply(BigInteger.valueOf(other.rise()));
      BigInteger b =
          BigInteger.valueOf(other.times(latitude)).multiply(BigInteger.valueOf(one.rise()));
      return a.subtract(b);
    }

    private static long floor(BigInteger numerator, BigInteger divisor) {
      BigInteger[] parts = numerator.shiftLeft(FRACTION_BITS).divideAndRemainder(divisor);
      long whole = parts[0].longValue();
      return parts[1].signum() < 0 ? whole - 1 : whole;
    }

    /** Each term is less than two parts from the truth. */
    long squares() {
      long least = Math.max(0, parts) + 2 * terms;
      return (least >> FRACTION_BITS) + 1;
    }
  }
}
