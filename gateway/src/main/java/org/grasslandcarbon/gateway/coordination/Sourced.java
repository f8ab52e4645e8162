// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;

/**
 * A number with the records that it comes from, or why there is none.
 *
 * @param from addresses of records below the API's root, or names of other numbers of the row; the
 *     first of them where there are many
 * @param fromOf how many there are
 * @param missing why there is no number
 * @param value the number
 */
public record Sourced(
    List<String> from, int fromOf, Optional<NoFigure> missing, Optional<Figure> value) {
  /** As many as a person looks at. */
  static final int FROM_MOST = 20;

  public Sourced {
    from = List.copyOf(from);
  }

  static Sourced of(Figure value, List<String> from) {
    return new Sourced(first(from), from.size(), Optional.empty(), Optional.of(value));
  }

  static Sourced of(long value, List<String> from) {
    return of(Figure.of(value), from);
  }

  static Sourced none(NoFigure missing, List<String> from) {
    return new Sourced(first(from), from.size(), Optional.of(missing), Optional.empty());
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(all.size(), FROM_MOST));
  }
}
