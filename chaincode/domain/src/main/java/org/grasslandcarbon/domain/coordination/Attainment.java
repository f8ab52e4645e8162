// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * How much of a target was reached: min(1, actual / target) where more is better, min(1, target /
 * actual) where less is. It is never below 0, and 1 where less is better and there is nothing left
 * of it. Exact to 34 digits.
 */
final class Attainment {
  private static final Figure ONE = Figure.of(1);
  private static final Figure HUNDRED = Figure.of(100);

  private Attainment() {}

  /** Why there is no attainment, if there is none. */
  static Optional<NoNumber> missing(Optional<Aim> aim, Reading reading) {
    if (aim.isEmpty()) {
      return Optional.of(NoNumber.NO_TARGET);
    }
    if (reading.unknown().isPresent()) {
      return reading.unknown();
    }
    return aim.get().value().value().signum() > 0
        ? Optional.empty()
        : Optional.of(NoNumber.ZERO_BASE);
  }

  /** The attainment of a target above 0. */
  static Figure of(Direction direction, Decimal target, Decimal actual) {
    Figure aim = positive(target);
    Figure reached = Figure.of(actual);
    if (direction == Direction.HIGHER) {
      return reached.dividedBy(aim).max(Figure.ZERO).min(ONE);
    }
    return actual.value().signum() <= 0 ? ONE : aim.dividedBy(reached).min(ONE);
  }

  /**
   * (target - actual) / target x 100 of a target above 0: what is missing where more is better, and
   * below 0 what is too much where less is.
   */
  static Figure gapPercent(Decimal target, Decimal actual) {
    Figure aim = positive(target);
    return aim.minus(Figure.of(actual)).times(HUNDRED).dividedBy(aim);
  }

  private static Figure positive(Decimal target) {
    if (target.value().signum() <= 0) {
      throw new IllegalArgumentException("nothing is a share of " + target);
    }
    return Figure.of(target);
  }
}
