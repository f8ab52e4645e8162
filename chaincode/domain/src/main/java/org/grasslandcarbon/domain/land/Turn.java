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
}
