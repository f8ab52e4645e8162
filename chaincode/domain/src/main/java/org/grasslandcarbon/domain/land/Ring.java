// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;

/**
 * A closed line of straight edges in longitude and latitude (RFC 7946 section 3.1.1).
 *
 * @param points its corners in order; the last is the first again
 */
public record Ring(@Most(Boundary.POINTS_MOST) List<Point> points) {

  public Ring {
    points = List.copyOf(points);
  }

  /** How many edges, which is also how many corners, it has. */
  int edges() {
    return points.size() - 1;
  }

  /** Where edge {@code i} begins; it ends where the next one begins. */
  Point corner(int i) {
    return points.get(i);
  }

  boolean isClosed() {
    return points.size() > 1 && points.get(0).equals(points.get(points.size() - 1));
  }

  /**
   * Whether a simple ring runs counterclockwise: at its southernmost corner it turns left. Exact,
   * where the sign of a summed area could overflow.
   */
  boolean isCounterclockwise() {
    int lowest = lowestCorner();
    int before = (lowest + edges() - 1) % edges();
    return Turn.of(points.get(before), points.get(lowest), points.get(lowest + 1)) > 0;
  }

  private int lowestCorner() {
    int lowest = 0;
    for (int i = 1; i < edges(); i++) {
      if (points.get(i).compareTo(points.get(lowest)) < 0) {
        lowest = i;
      }
    }
    return lowest;
  }

  /** The same ring in its one form: from its southernmost corner, in the direction asked for. */
  Ring normalised(boolean counterclockwise) {
    List<Point> corners = new ArrayList<>(points.subList(0, edges()));
    if (isCounterclockwise() != counterclockwise) {
      Collections.reverse(corners);
    }
    Collections.rotate(corners, -corners.indexOf(Collections.min(corners)));
    corners.add(corners.get(0));
    return new Ring(corners);
  }

  /** Whether a point that is not on the ring lies inside it. */
  boolean surrounds(Point point) {
    boolean inside = false;
    for (int i = 0; i < edges(); i++) {
      Point a = points.get(i);
      Point b = points.get(i + 1);
      if (a.latitude() > point.latitude() != b.latitude() > point.latitude()) {
        boolean northward = b.latitude() > a.latitude();
        int turn = Turn.of(a, b, point);
        if (northward ? turn > 0 : turn < 0) {
          inside = !inside;
        }
      }
    }
    return inside;
  }
}
