// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;

/** Numbers of one kind, of which there is at least one, in ascending order. */
final class Series {
  private static final Figure HUNDRED = Figure.of(100);
  private static final Figure TWO = Figure.of(2);

  private final List<Figure> sorted;

  Series(List<Figure> values) {
    sorted = values.stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
  }

  int size() {
    return sorted.size();
  }

  Figure least() {
    return sorted.get(0);
  }

  Figure most() {
    return sorted.get(sorted.size() - 1);
  }

  /** The middle one; of an even number the mean of the middle two. */
  Figure median() {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(TWO);
  }

  Figure mean() {
    return sorted.stream().reduce(Figure.ZERO, Figure::plus).dividedBy(Figure.of(sorted.size()));
  }

  /** The largest less the smallest. */
  Figure range() {
    return most().minus(least());
  }

  /**
   * The standard deviation between points in percent of their mean; nothing of fewer than two, or
   * where the mean is zero.
   */
  Optional<Figure> variation() {
    Figure mean = mean();
    if (sorted.size() < 2 || mean.isZero()) {
      return Optional.empty();
    }
    Figure squares =
        sorted.stream()
            .map(each -> each.minus(mean).times(each.minus(mean)))
            .reduce(Figure.ZERO, Figure::plus);
    Figure variance = squares.dividedBy(Figure.of(sorted.size() - 1));
    return Optional.of(Ratio.percent(variance.squareRoot(), Ratio.size(mean)).min(Ratio.UNBOUNDED));
  }

  /** The range in percent of a number; nothing where that is zero and the range is not. */
  Optional<Figure> rangeInPercentOf(Figure number) {
    if (range().isZero()) {
      return Optional.of(Figure.ZERO);
    }
    return number.isZero()
        ? Optional.empty()
        : Optional.of(range().times(HUNDRED).dividedBy(Ratio.size(number)));
  }
}
