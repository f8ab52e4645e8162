// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

/** On which side of a line a point lies: the one predicate that all others are made of. */
final class Turn {
  private Turn() {}

  /**
   * Above zero when the way from {@code a} over {@code b} to {@code c} turns left, below zero when
   * it turns right, zero when it goes straight on or back. Exact: inside {@link Boundary#WINDOW} no
   * difference is above 6.4e8 units, so no product is above 4.1e17.
   */
  static int of(Point a, Point b, Point c) {
    long left = ((long) b.longitude() - a.longitude()) * ((long) c.latitude() - a.latitude());
    long right = ((long) b.latitude() - a.latitude()) * ((long) c.longitude() - a.longitude());
    return Long.compare(left, right);
  }

  /**
   * The same for a point given in half units, as the middle between two points is. Exact: doubled
   * differences are at most 1.3e9 units, their products at most 1.7e18.
   */
  static int ofMiddle(Point a, Point b, long x, long y) {
    long left = 2 * ((long) b.longitude() - a.longitude()) * (y - 2L * a.latitude());
    long right = 2 * ((long) b.latitude() - a.latitude()) * (x - 2L * a.longitude());
    return Long.compare(left, right);
  }
}
