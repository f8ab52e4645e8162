// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether two polygons share area, in the plane of longitude and latitude and without rounding.
 *
 * <p>Rings run so that the polygon is to their left. If an edge of one crosses an edge of the
 * other, the polygons share the land in one of the four corners. If none does, edges meet in
 * corners only; cut there, every piece of an edge lies inside the other polygon, outside, or upon a
 * piece of its edges. Any land shared would have a border, made of pieces that lie inside the other
 * polygon, or upon a piece of the other that runs the same way. So the polygons share land if, and
 * only if, there is such a piece.
 *
 * <p>The hash sets are only asked what they contain.
 */
final class Overlap {
  private final Outline one;
  private final Outline other;

  /** Corners of one polygon on the border of the other. */
  private final Set<Point> contacts = new HashSet<>();

  private Overlap(Polygon one, Polygon other) {
    this.one = new Outline(one);
    this.other = new Outline(other);
  }

  /** Whether two valid, normalised boundaries share area. */
  static boolean exists(Boundary one, Boundary other) {
    for (Polygon mine : one.polygons()) {
      for (Polygon theirs : other.polygons()) {
        if (Extent.of(mine.shell()).meets(Extent.of(theirs.shell()))
            && new Overlap(mine, theirs).exists()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean exists() {
    return edgesCross() || entersOther(one, other) || entersOther(other, one);
  }

  /** Whether two edges cross; notes on the way where they touch. */
  private boolean edgesCross() {
    Extent common = Extent.of(one.polygon.shell()).common(Extent.of(other.polygon.shell()));
    List<Edge> edges = new ArrayList<>();
    one.edges.stream().filter(edge -> edge.reaches(common)).forEach(edges::add);
    other.edges.stream().filter(edge -> edge.reaches(common)).forEach(edges::add);
    edges.sort(Comparator.comparingInt(Edge::south));
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      for (int j = i + 1; j < edges.size() && edges.get(j).south() <= edge.north(); j++) {
        if (edge.owner != edges.get(j).owner && crossOrTouch(edge, edges.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean crossOrTouch(Edge mine, Edge theirs) {
    if (mine.east() < theirs.west() || theirs.east() < mine.west()) {
      return false;
    }
    int theirFrom = Turn.of(mine.from, mine.to, theirs.from);
    int theirTo = Turn.of(mine.from, mine.to, theirs.to);
    int myFrom = Turn.of(theirs.from, theirs.to, mine.from);
    int myTo = Turn.of(theirs.from, theirs.to, mine.to);
    if (theirFrom * theirTo < 0 && myFrom * myTo < 0) {
      return true;
    }
    touch(mine, theirs.from, theirFrom);
    touch(mine, theirs.to, theirTo);
    touch(theirs, mine.from, myFrom);
    touch(theirs, mine.to, myTo);
    return false;
  }

  private void touch(Edge edge, Point corner, int turn) {
    if (turn == 0 && edge.holds(corner)) {
      contacts.add(corner);
      edge.cuts.add(corner);
    }
  }

  /** Whether a piece of an outline lies inside the other, or upon it and running the same way. */
  private boolean entersOther(Outline mine, Outline theirs) {
    Set<Piece> theirPieces = new HashSet<>();
    theirs.edges.stream()
        .filter(edge -> !edge.cuts.isEmpty() || contacts.contains(edge.from))
        .forEach(edge -> edge.cut(theirPieces));
    Ring ring = null;
    for (Edge edge : mine.edges) {
      Point begin = edge.from;
      for (Point end : edge.ends()) {
        if (theirPieces.contains(new Piece(begin, end))) {
          return true;
        }
        // What begins apart from the other's border is where the piece before it was: outside.
        boolean unknown = ring != edge.ring || contacts.contains(begin);
        if (unknown
            && !theirPieces.contains(new Piece(end, begin))
            && theirs.holdsMiddle(begin, end)) {
          return true;
        }
        ring = edge.ring;
        begin = end;
      }
    }
    return false;
  }

  /** A polygon with its edges, ring after ring. */
  private static final class Outline {
    private final Polygon polygon;
    private final List<Edge> edges = new ArrayList<>();

    Outline(Polygon polygon) {
      this.polygon = polygon;
      for (Ring ring : polygon.rings()) {
        for (int i = 0; i < ring.edges(); i++) {
          edges.add(new Edge(this, ring, ring.corner(i), ring.corner(i + 1)));
        }
      }
    }

    /**
     * Whether the middle between two points, which is not on an edge, is inside. Coordinates are
     * doubled, so that it has whole ones.
     */
    boolean holdsMiddle(Point p, Point q) {
      long x = (long) p.longitude() + q.longitude();
      long y = (long) p.latitude() + q.latitude();
      boolean inside = false;
      for (Edge edge : edges) {
        if (2L * edge.from.latitude() > y != 2L * edge.to.latitude() > y) {
          int turn = Turn.ofMiddle(edge.from, edge.to, x, y);
          inside ^= edge.to.latitude() > edge.from.latitude() ? turn > 0 : turn < 0;
        }
      }
      return inside;
    }
  }

  /** A stretch of an edge between two cuts, in its ring's direction. */
  private record Piece(Point begin, Point end) {}

  /** An edge with the corners of the other polygon that lie on it. */
  private record Edge(Outline owner, Ring ring, Point from, Point to, List<Point> cuts) {
    Edge(Outline owner, Ring ring, Point from, Point to) {
      this(owner, ring, from, to, new ArrayList<>());
    }

    int south() {
      return Math.min(from.latitude(), to.latitude());
    }

    int north() {
      return Math.max(from.latitude(), to.latitude());
    }

    int west() {
      return Math.min(from.longitude(), to.longitude());
    }

    int east() {
      return Math.max(from.longitude(), to.longitude());
    }

    boolean reaches(Extent box) {
      return west() <= box.east()
          && east() >= box.west()
          && south() <= box.north()
          && north() >= box.south();
    }

    boolean holds(Point point) {
      return point.longitude() >= west()
          && point.longitude() <= east()
          && point.latitude() >= south()
          && point.latitude() <= north();
    }

    /** Where the edge's pieces end, from its beginning to its end. */
    List<Point> ends() {
      if (cuts.isEmpty()) {
        return List.of(to);
      }
      Comparator<Point> alongEdge =
          from.compareTo(to) < 0 ? Comparator.naturalOrder() : Comparator.reverseOrder();
      List<Point> ends = new ArrayList<>(cuts);
      ends.add(to);
      ends.removeIf(from::equals);
      return ends.stream().sorted(alongEdge).distinct().toList();
    }

    void cut(Set<Piece> pieces) {
      Point begin = from;
      for (Point end : ends()) {
        pieces.add(new Piece(begin, end));
        begin = end;
      }
    }
  }
}
