// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outline of a country or a part of one, for orientation: how far some land reaches beyond it.
 * Whether a place lies inside is decided by signs of whole numbers; distances use the four
 * operations, {@code sqrt} and {@code StrictMath} only, so that every endorser computes the same
 * bits.
 */
public final class Outline {
  private static final double MEAN_RADIUS_KM = 6_371.0088;
  private static final double KM_PER_UNIT = MEAN_RADIUS_KM * EllipsoidalArea.RADIANS_PER_UNIT;

  private final List<Edge> edges = new ArrayList<>();

  /**
   * A straight line between two corners.
   *
   * @param narrow how much narrower degrees of longitude are where it begins
   */
  private record Edge(Point from, Point to, double narrow) {
    Edge(Point from, Point to) {
      this(from, to, Outline.narrow(from));
    }

    boolean meets(Extent box) {
      return Math.min(from.longitude(), to.longitude()) <= box.east()
          && Math.max(from.longitude(), to.longitude()) >= box.west()
          && Math.min(from.latitude(), to.latitude()) <= box.north()
          && Math.max(from.latitude(), to.latitude()) >= box.south();
    }

    /** Whether a line from a place due east crosses it. */
    boolean isEastOf(Point place) {
      boolean isNorthward = to.latitude() > place.latitude();
      if (from.latitude() > place.latitude() == isNorthward) {
        return false;
      }
      int side = Turn.of(from, to, place);
      return isNorthward ? side > 0 : side < 0;
    }

    /**
     * The square of the distance from a place in kilometres, in a plane on which degrees of
     * longitude are as narrow as between the two: good to some percent over a thousand kilometres.
     */
    double squareFrom(Point place, double narrowThere) {
      double between = (narrow + narrowThere) / 2;
      double ax = ((double) from.longitude() - place.longitude()) * between;
      double ay = (double) from.latitude() - place.latitude();
      double dx = ((double) to.longitude() - from.longitude()) * between;
      double dy = (double) to.latitude() - from.latitude();
      double along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
      double x = (ax + along * dx) * KM_PER_UNIT;
      double y = (ay + along * dy) * KM_PER_UNIT;
      return x * x + y * y;
    }
  }

  /**
   * The corner of some land that lies farthest outside.
   *
   * @param corner where it is
   * @param kilometres to the nearest point of the outline
   */
  public record Beyond(Point corner, double kilometres) {}

  /**
   * @param rings closed, of corners that differ from the next; what lies in two of them is outside
   */
  public Outline(List<Ring> rings) {
    for (Ring ring : rings) {
      for (int i = 0; i < ring.edges(); i++) {
        edges.add(new Edge(ring.corner(i), ring.corner(i + 1)));
      }
    }
  }

  private static double narrow(Point place) {
    return StrictMath.cos(place.latitude() * EllipsoidalArea.RADIANS_PER_UNIT);
  }

  /** Whether a place lies inside; one upon the outline may be taken for either. */
  public boolean surrounds(Point place) {
    boolean inside = false;
    for (Edge edge : edges) {
      inside ^= edge.isEastOf(place);
    }
    return inside;
  }

  /** How far a place is from the nearest point of the outline, in kilometres. */
  public double kilometres(Point place) {
    return Math.sqrt(new Search().squareFrom(place));
  }

  /** How far a boundary reaches beyond; nothing when all its corners lie inside. */
  public Optional<Beyond> beyond(Boundary land) {
    Search search = new Search();
    for (Polygon polygon : land.polygons()) {
      Extent box = Extent.of(polygon.shell());
      List<Point> corners = polygon.shell().points();
      // Where the outline is elsewhere, one corner of a piece decides for all.
      boolean isNear = edges.stream().anyMatch(edge -> edge.meets(box));
      if (isNear) {
        corners.stream().filter(corner -> !surrounds(corner)).forEach(search::take);
      } else if (!surrounds(corners.get(0))) {
        corners.forEach(search::take);
      }
    }
    return Optional.ofNullable(search.farthest)
        .map(corner -> new Beyond(corner, kilometres(corner)));
  }

  /**
   * Looks for the corner that is farthest away. A corner is given up as soon as an edge is nearer
   * than the farthest found so far, and the edge that was nearest to the last corner is asked
   * first, since the next one is beside it.
   */
  private final class Search {
    private Point farthest;
    private double most = -1;
    private int first;

    void take(Point corner) {
      double square = squareFrom(corner);
      if (square > most) {
        most = square;
        farthest = corner;
      }
    }

    private double squareFrom(Point place) {
      double narrow = narrow(place);
      double least = Double.POSITIVE_INFINITY;
      int nearest = first;
      for (int i = 0; i < edges.size() && least > most; i++) {
        int number = (first + i) % edges.size();
        double square = edges.get(number).squareFrom(place, narrow);
        if (square < least) {
          least = square;
          nearest = number;
        }
      }
      first = nearest;
      return least;
    }
  }
}
