// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;

/** Some records being counted, and added up: the first of them are told, all are counted. */
final class Counted {
  private final List<String> first = new ArrayList<>();
  private int count;
  private long sum;

  /** One more record, which counts for so much. */
  void add(String address, long weight) {
    count++;
    sum += weight;
    if (first.size() < Sourced.FROM_MOST) {
      first.add(address);
    }
  }

  void add(String address) {
    add(address, 1);
  }

  int count() {
    return count;
  }

  long sum() {
    return sum;
  }

  /** A number that comes from these records. */
  Sourced as(Figure value) {
    return new Sourced(first, count, Optional.empty(), Optional.of(value));
  }

  /** How many they are. */
  Sourced asCount() {
    return as(Figure.of(count));
  }

  /** What they count for together. */
  Sourced asSum() {
    return as(Figure.of(sum));
  }

  /** No number, for all that these records say. */
  Sourced without(NoFigure reason) {
    return new Sourced(first, count, Optional.of(reason), Optional.empty());
  }
}
