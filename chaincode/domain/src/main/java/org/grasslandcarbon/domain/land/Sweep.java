// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.land.Border.Edge;

/**
 * A line that goes over two borders from south to north and finds out whether they cross, where
 * they meet, and which rings begin inside the other's land.
 *
 * <p>Edges of one border never cross each other, so that the edges on the line have an order from
 * west to east, which changes at corners only. Two edges of different borders that cross are side
 * by side just before they do, and become so at a corner: there they are compared. Each corner
 * costs a few searches in the two orders, whatever shapes the borders have ({@code n log n}; Shamos
 * and Hoey 1976).
 *
 * <p>Of two places on one parallel the western comes first, as if the line were tilted a little;
 * edges along a parallel then need no special treatment.
 */
final class Sweep {
  private final Border one;
  private final Border other;
  private final Front ones = new Front();
  private final Front others = new Front();
  private final SortedMap<Point, Corner> corners = new TreeMap<>();

  /**
   * @param box where the borders may meet
   */
  Sweep(Border one, Border other, Extent box) {
    this.one = one;
    this.other = other;
    one.edges().stream().filter(edge -> edge.concerns(box)).forEach(edge -> add(edge, true));
    other.edges().stream().filter(edge -> edge.concerns(box)).forEach(edge -> add(edge, false));
  }

  private void add(Edge edge, boolean ofOne) {
    Corner low = corners.computeIfAbsent(edge.low(), point -> new Corner());
    (ofOne ? low.ones : low.others).begin.add(edge);
    Corner high = corners.computeIfAbsent(edge.high(), point -> new Corner());
    (ofOne ? high.ones : high.others).end.add(edge);
  }

  /** Whether an edge of one border crosses an edge of the other; stops at the first that does. */
  boolean findsCrossing() {
    for (Map.Entry<Point, Corner> each : corners.entrySet()) {
      Point place = each.getKey();
      Corner corner = each.getValue();
      Near mine = ones.at(place, corner.ones);
      Near theirs = others.at(place, corner.others);
      if (mine.through.isEmpty() || theirs.through.isEmpty()) {
        noteInside(place, mine, theirs);
        noteInside(place, theirs, mine);
      } else {
        one.meet(place, mine.through);
        other.meet(place, theirs.through);
      }
      ones.pass(corner.ones);
      others.pass(corner.others);
      if (mine.crosses(theirs, place) || theirs.crosses(mine, place)) {
        return true;
      }
    }
    return false;
  }

  /** How many times the side of an edge was asked for to keep the orders: the work, for tests. */
  long comparisons() {
    return ones.comparisons + others.comparisons;
  }

  /** Inside is east of an edge that runs southward with its land to the left. */
  private static void noteInside(Point place, Near mine, Near theirs) {
    boolean inside = theirs.left != null && theirs.left.goesDown();
    if (inside) {
      mine.through.stream().filter(edge -> edge.beginsRingAt(place)).forEach(Edge::beginInside);
    }
  }

  /** What begins and ends at one place. */
  private static final class Corner {
    private final Change ones = new Change();
    private final Change others = new Change();
  }

  /** The edges of one border that begin and end at a place, seen from the south. */
  private static final class Change {
    private final List<Edge> begin = new ArrayList<>();
    private final List<Edge> end = new ArrayList<>();
  }

  /** The edges of one border around a place: the nearest west and east of it, and those upon it. */
  private record Near(Edge left, List<Edge> through, Edge right) {
    /** Whether an edge from here on is beside one of the other border that it crosses. */
    boolean crosses(Near theirs, Point place) {
      if (left != null && theirs.right != null && left.crosses(theirs.right)) {
        return true;
      }
      return through.stream()
          .filter(edge -> !edge.high().equals(place))
          .anyMatch(
              edge ->
                  theirs.left != null && edge.crosses(theirs.left)
                      || theirs.right != null && edge.crosses(theirs.right));
    }
  }

  /** The edges of one border that the line crosses, from west to east. */
  private static final class Front {
    private final TreeSet<Edge> edges = new TreeSet<>(this::compare);
    private long comparisons;

    /** What is around a place when the line comes to it. */
    Near at(Point place, Change change) {
      Edge probe = new Edge(place, place, false);
      Edge left = edges.lower(probe);
      List<Edge> through = new ArrayList<>(change.begin);
      Iterator<Edge> fromLeft = (left == null ? edges : edges.tailSet(left, false)).iterator();
      while (fromLeft.hasNext()) {
        Edge next = fromLeft.next();
        if (next.side(place) != 0) {
          return new Near(left, through, next);
        }
        through.add(next);
      }
      return new Near(left, through, null);
    }

    /** Moves the line past a place. */
    void pass(Change change) {
      change.end.forEach(edges::remove);
      edges.addAll(change.begin);
    }

    /** From west to east; an edge without length stands for a place on the line. */
    private int compare(Edge a, Edge b) {
      comparisons++;
      if (a == b) {
        return 0;
      }
      return a.low().compareTo(b.low()) <= 0 && isLong(a) || !isLong(b)
          ? sideOf(a, b)
          : -sideOf(b, a);
    }

    private static boolean isLong(Edge edge) {
      return !edge.low().equals(edge.high());
    }

    /** On which side of an edge another is that begins later or with it. */
    private static int sideOf(Edge edge, Edge later) {
      int side = edge.side(later.low());
      return side != 0 ? side : edge.side(later.high());
    }
  }
}
