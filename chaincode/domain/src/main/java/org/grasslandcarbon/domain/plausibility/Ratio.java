// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;

/** How numbers compare. */
final class Ratio {
  /** What a share of nothing is told as; above the limit of every code. */
  static final Figure UNBOUNDED = Figure.of(1_000_000);

  private static final Figure HUNDRED = Figure.of(100);

  private Ratio() {}

  /** A number in percent of another; {@link #UNBOUNDED} when the other is not above zero. */
  static Figure percent(Figure part, Figure whole) {
    if (part.isZero()) {
      return Figure.ZERO;
    }
    return isAboveZero(whole) ? part.times(HUNDRED).dividedBy(whole) : UNBOUNDED;
  }

  static boolean isAboveZero(Figure number) {
    return !number.isZero() && !number.isNegative();
  }

  static boolean isAbove(Figure number, Figure other) {
    return number.value().compareTo(other.value()) > 0;
  }

  /** The number without its sign. */
  static Figure size(Figure number) {
    return new Figure(number.value().abs());
  }

  /** How many times the one of two numbers is the other, at least 1; nothing unless above zero. */
  static Optional<Figure> factor(Figure one, Figure other) {
    return isAboveZero(one) && isAboveZero(other)
        ? Optional.of(one.max(other).dividedBy(one.min(other)))
        : Optional.empty();
  }

  /** How far a factor is from the nearest of some powers of ten, in percent of that power. */
  static Figure distance(Figure factor, long... powers) {
    return Arrays.stream(powers)
        .mapToObj(Figure::of)
        .map(power -> percent(size(factor.minus(power)), power))
        .min(Comparator.comparing(Figure::value))
        .orElseThrow();
  }
}
