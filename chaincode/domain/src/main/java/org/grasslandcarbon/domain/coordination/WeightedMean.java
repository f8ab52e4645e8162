// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;

/**
 * A mean of attainments by their weights, over those that there are, beside how much of all weights
 * these are. What has no number is left out and never counted as 0.
 */
final class WeightedMean {
  private static final Figure HUNDRED = Figure.of(100);

  private Figure sum = Figure.ZERO;
  private long known;
  private long all;

  /** Counts an attainment, or that there is none. */
  void add(int weight, Optional<Figure> attainment) {
    all += weight;
    if (attainment.isPresent()) {
      known += weight;
      sum = sum.plus(attainment.get().times(Figure.of(weight)));
    }
  }

  /** Whether anything was counted, with a number or without. */
  boolean isOfNothing() {
    return all == 0;
  }

  /** The mean, 0 to 1; none where nothing has a number. */
  Optional<Figure> mean() {
    return known == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Figure.of(known)));
  }

  /** The mean as a score, 0 to 100. */
  Optional<Figure> score() {
    return known == 0
        ? Optional.empty()
        : Optional.of(sum.times(HUNDRED).dividedBy(Figure.of(known)));
  }

  /** How much of all weights has a number, in percent; 0 of nothing. */
  Figure coveragePercent() {
    return all == 0 ? Figure.ZERO : Figure.of(known).times(HUNDRED).dividedBy(Figure.of(all));
  }
}
