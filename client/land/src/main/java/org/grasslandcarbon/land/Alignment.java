// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;

/**
 * How many corners of some land lie on the borders of known land: as it was drawn, and as it would
 * be if it had been drawn on a map in GCJ-02. Fences are shared, so that land that fits its
 * neighbours only when the shift is undone was very probably drawn on such a map. A single boundary
 * in the steppe tells nothing of the kind.
 *
 * @param asDrawn corners that lie on known borders
 * @param undone corners that would
 * @param corners all corners
 */
public record Alignment(int asDrawn, int undone, int corners) {
  /** Two surveys of one fence differ by less. */
  private static final double METRES = 3;

  /** A corner or two lie on some border by chance. */
  private static final int LEAST = 5;

  /** How much better the one must fit than the other. */
  private static final int TIMES = 4;

  /** A square of the index, in units: some hundred metres. */
  private static final int SQUARE = 10_000;

  /** Squares that one edge may be entered in; longer ones are left out of the comparison. */
  private static final int SQUARES_MOST = 10_000;

  private static final double METRES_PER_UNIT = 0.0111;

  /** Whether the land fits its neighbours only when a shift is undone. */
  public boolean looksShifted() {
    return undone >= LEAST && undone > TIMES * asDrawn;
  }

  /** Compares land with what is known around it. */
  public static Alignment of(Boundary land, List<Boundary> known) {
    Map<Long, List<Edge>> index = new HashMap<>();
    for (Boundary boundary : known) {
      rings(boundary).forEach(ring -> enter(ring, index));
    }
    int asDrawn = 0;
    int undone = 0;
    int corners = 0;
    for (Ring ring : rings(land)) {
      for (Point corner : ring.points().subList(0, ring.points().size() - 1)) {
        corners++;
        asDrawn += isOn(corner, index) ? 1 : 0;
        undone += isOn(Gcj02.undone(corner), index) ? 1 : 0;
      }
    }
    return new Alignment(asDrawn, undone, corners);
  }

  private static List<Ring> rings(Boundary boundary) {
    List<Ring> rings = new ArrayList<>();
    for (Polygon polygon : boundary.polygons()) {
      rings.add(polygon.shell());
      rings.addAll(polygon.holes());
    }
    return rings;
  }

  private static void enter(Ring ring, Map<Long, List<Edge>> index) {
    for (int i = 0; i + 1 < ring.points().size(); i++) {
      Edge edge = new Edge(ring.points().get(i), ring.points().get(i + 1));
      int west = Math.floorDiv(Math.min(edge.a.longitude(), edge.b.longitude()), SQUARE);
      int east = Math.floorDiv(Math.max(edge.a.longitude(), edge.b.longitude()), SQUARE);
      int south = Math.floorDiv(Math.min(edge.a.latitude(), edge.b.latitude()), SQUARE);
      int north = Math.floorDiv(Math.max(edge.a.latitude(), edge.b.latitude()), SQUARE);
      if ((east - west + 1L) * (north - south + 1L) <= SQUARES_MOST) {
        for (int column = west; column <= east; column++) {
          for (int row = south; row <= north; row++) {
            index.computeIfAbsent(square(column, row), any -> new ArrayList<>()).add(edge);
          }
        }
      }
    }
  }

  private static long square(int column, int row) {
    return (long) column << 32 | row & 0xFFFFFFFFL;
  }

  private static boolean isOn(Point corner, Map<Long, List<Edge>> index) {
    int column = Math.floorDiv(corner.longitude(), SQUARE);
    int row = Math.floorDiv(corner.latitude(), SQUARE);
    for (int c = column - 1; c <= column + 1; c++) {
      for (int r = row - 1; r <= row + 1; r++) {
        for (Edge edge : index.getOrDefault(square(c, r), List.of())) {
          if (edge.metresTo(corner) <= METRES) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private record Edge(Point a, Point b) {
    double metresTo(Point corner) {
      double narrow = Math.cos(Math.toRadians(corner.latitude() / 1e7));
      double ax = (a.longitude() - (double) corner.longitude()) * narrow;
      double ay = a.latitude() - (double) corner.latitude();
      double bx = (b.longitude() - (double) corner.longitude()) * narrow;
      double by = b.latitude() - (double) corner.latitude();
      double dx = bx - ax;
      double dy = by - ay;
      double length = dx * dx + dy * dy;
      double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
      return METRES_PER_UNIT * Math.hypot(ax + along * dx, ay + along * dy);
    }
  }
}
