// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All edges of some rings, and whether two of them meet where they should not: neighbours of a ring
 * share their corner and nothing else, all others share nothing.
 */
final class Edges {
  /**
   * Pairs of edges that are compared: every pair of the 3000 positions that a boundary could have
   * before it came in parts, and some hundred times what one of 20,000 needs that people have
   * surveyed. A comb of so many corners would hold up every endorser for a second.
   */
  static final int COMPARISONS_MOST = 10_000_000;

  private final List<Edge> fromSouth;

  private Edges(List<Edge> edges) {
    edges.sort(Comparator.comparingInt(Edge::south).thenComparingInt(Edge::west));
    fromSouth = edges;
  }

  static Edges of(List<Ring> rings) {
    List<Edge> edges = new ArrayList<>();
    for (Ring ring : rings) {
      for (int i = 0; i < ring.edges(); i++) {
        edges.add(new Edge(ring.corner(i), ring.corner(i + 1), i, ring));
      }
    }
    return new Edges(edges);
  }

  /**
   * Where edges meet that should not, at most so many places. Edges are taken from south to north
   * and compared only with those that begin before they end, which is far from all pairs on a real
   * boundary.
   */
  List<BoundaryFault> contacts(int most) {
    List<BoundaryFault> contacts = new ArrayList<>();
    int comparisons = 0;
    for (int i = 0; i < fromSouth.size() && contacts.size() < most; i++) {
      Edge edge = fromSouth.get(i);
      for (int j = i + 1; j < fromSouth.size() && fromSouth.get(j).south() <= edge.north(); j++) {
        comparisons++;
        if (comparisons > COMPARISONS_MOST) {
          contacts.add(
              BoundaryFault.of(
                  zh("%s 附近的边过密，无法逐一比较：请简化边界")
                      .en(
                          "the edges around %s lie too densely to be compared: draw the boundary"
                              + " with fewer corners",
                          edge.a),
                  edge.a));
          return contacts;
        }
        if (contacts.size() < most && edge.meetsWrongly(fromSouth.get(j))) {
          contacts.add(edge.contact(fromSouth.get(j)));
        }
      }
    }
    return contacts;
  }

  /** The straight line of a ring that begins at its corner number {@code index}. */
  private record Edge(Point a, Point b, int index, Ring ring) {
    int south() {
      return Math.min(a.latitude(), b.latitude());
    }

    int north() {
      return Math.max(a.latitude(), b.latitude());
    }

    int west() {
      return Math.min(a.longitude(), b.longitude());
    }

    int east() {
      return Math.max(a.longitude(), b.longitude());
    }

    boolean meetsWrongly(Edge other) {
      if (other.west() > east() || other.east() < west()) {
        return false;
      }
      if (precedes(other)) {
        return foldsBack(this, other);
      }
      return other.precedes(this) ? foldsBack(other, this) : meets(other);
    }

    private BoundaryFault contact(Edge other) {
      return BoundaryFault.of(
          zh("边 %s 与 %s 相交或相接").en("the edges %s and the edges %s cross or touch", this, other),
          a,
          b,
          other.a,
          other.b);
    }

    private boolean precedes(Edge other) {
      return ring == other.ring && (index + 1) % ring.edges() == other.index;
    }

    /** Whether the second edge, which begins where the first ends, runs back along it. */
    private static boolean foldsBack(Edge first, Edge second) {
      return Turn.of(first.a, first.b, second.b) == 0
          && (first.holds(second.b) || second.holds(first.a));
    }

    private boolean meets(Edge other) {
      int otherA = Turn.of(a, b, other.a);
      int otherB = Turn.of(a, b, other.b);
      int mineA = Turn.of(other.a, other.b, a);
      int mineB = Turn.of(other.a, other.b, b);
      if (otherA * otherB < 0 && mineA * mineB < 0) {
        return true;
      }
      return otherA == 0 && holds(other.a)
          || otherB == 0 && holds(other.b)
          || mineA == 0 && other.holds(a)
          || mineB == 0 && other.holds(b);
    }

    /** Whether a point of the same straight line lies on this edge. */
    private boolean holds(Point point) {
      return point.longitude() >= west()
          && point.longitude() <= east()
          && point.latitude() >= south()
          && point.latitude() <= north();
    }

    @Override
    public String toString() {
      return a + "-" + b;
    }
  }
}
