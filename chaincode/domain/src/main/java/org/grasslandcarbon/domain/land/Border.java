// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rings of some polygons, their land to the left, and what a {@link Sweep} finds out about
 * them. The hash containers are only asked what they contain.
 */
final class Border {
  private final List<Edge> edges = new ArrayList<>();
  private final Map<Point, Passage> passages = new HashMap<>();

  Border(List<Polygon> polygons) {
    for (Polygon polygon : polygons) {
      for (Ring ring : polygon.rings()) {
        for (int i = 0; i < ring.edges(); i++) {
          edges.add(new Edge(ring.corner(i), ring.corner(i + 1), i == 0));
        }
      }
    }
  }

  /** Ring after ring, in their direction. */
  List<Edge> edges() {
    return edges;
  }

  /** Notes a place where the other border meets these edges: those that have the place on them. */
  void meet(Point place, List<Edge> through) {
    Point before = place;
    Point after = place;
    for (Edge edge : through) {
      if (edge.to.equals(place)) {
        before = edge.from;
      } else if (edge.from.equals(place)) {
        after = edge.to;
      } else {
        edge.cuts.add(place);
        before = edge.from;
        after = edge.to;
      }
    }
    passages.put(place, new Passage(before, place, after));
  }

  /**
   * Whether a stretch of another border, of which no point but perhaps the first is on this one, is
   * inside: told at its first point when that is a place where the borders meet.
   */
  boolean holds(Stretch stretch, boolean otherwise) {
    Passage passage = passages.get(stretch.begin);
    return passage == null ? otherwise : passage.leadsInside(stretch.end);
  }

  /** The stretches between places where the borders meet, which the other may have as well. */
  Set<Stretch> stretches() {
    Set<Stretch> stretches = new HashSet<>();
    for (Edge edge : edges) {
      if (!edge.cuts.isEmpty() || passages.containsKey(edge.from)) {
        stretches.addAll(edge.stretches());
      }
    }
    return stretches;
  }

  /** A part of an edge between two cuts, in its ring's direction. */
  record Stretch(Point begin, Point end) {
    Stretch reversed() {
      return new Stretch(end, begin);
    }
  }

  /** How a border passes through a place: along two edges, or within one. */
  private record Passage(Point before, Point place, Point after) {
    /** Whether the way to a point, not along the border, leads into the land to its left. */
    boolean leadsInside(Point towards) {
      boolean leftOfFirst = Turn.of(before, place, towards) > 0;
      boolean leftOfSecond = Turn.of(place, after, towards) > 0;
      return Turn.of(before, place, after) >= 0
          ? leftOfFirst && leftOfSecond
          : leftOfFirst || leftOfSecond;
    }
  }

  /** A straight line of a ring. */
  static final class Edge {
    private final Point from;
    private final Point to;
    private final Point low;
    private final Point high;
    private final boolean beginsRing;
    private final List<Point> cuts = new ArrayList<>();
    private boolean beginsInside;

    Edge(Point from, Point to, boolean beginsRing) {
      this.from = from;
      this.to = to;
      this.beginsRing = beginsRing;
      low = from.compareTo(to) < 0 ? from : to;
      high = from.compareTo(to) < 0 ? to : from;
    }

    /** The end that a sweep from south to north meets first. */
    Point low() {
      return low;
    }

    /** The end that it meets last. */
    Point high() {
      return high;
    }

    boolean goesDown() {
      return from.equals(high);
    }

    boolean beginsRingAt(Point point) {
      return beginsRing && from.equals(point);
    }

    /** Notes that the first corner of its ring lies inside the other polygons. */
    void beginInside() {
      beginsInside = true;
    }

    boolean beginsInside() {
      return beginsInside;
    }

    /** Above zero when a point is to the left of the edge for somebody who looks northward. */
    int side(Point point) {
      return Turn.of(low, high, point);
    }

    boolean crosses(Edge other) {
      return side(other.low) * side(other.high) < 0 && other.side(low) * other.side(high) < 0;
    }

    /** Whether it reaches the latitudes of a box, and not only east of it. */
    boolean concerns(Extent box) {
      return low.latitude() <= box.north()
          && high.latitude() >= box.south()
          && Math.min(low.longitude(), high.longitude()) <= box.east();
    }

    /** Its parts between cuts, from its beginning to its end. */
    List<Stretch> stretches() {
      List<Point> ends = new ArrayList<>(cuts);
      ends.sort(goesDown() ? Comparator.reverseOrder() : Comparator.naturalOrder());
      ends.add(to);
      List<Stretch> stretches = new ArrayList<>(ends.size());
      Point begin = from;
      for (Point end : ends) {
        stretches.add(new Stretch(begin, end));
        begin = end;
      }
      return stretches;
    }
  }
}
