// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.grasslandcarbon.domain.quantification.Datum;

/**
 * Rows of monitoring data, each with the place where it stands in what was signed, e.g. {@code
 * data[17]}: a refusal names it, so that people find the slip in a table of hundreds.
 */
final class Rows {
  private final List<Row> all = new ArrayList<>();

  private record Row(String place, Datum datum) {}

  /** The rows of a list, at {@code member[0]}, {@code member[1]} and so on. */
  static Rows of(String member, List<Datum> data) {
    return new Rows().and(member, data);
  }

  /** Adds the rows of a further list. */
  Rows and(String member, List<Datum> data) {
    for (int i = 0; i < data.size(); i++) {
      all.add(new Row(member + "[" + i + "]", data.get(i)));
    }
    return this;
  }

  /** Leaves out some rows. */
  Rows without(Predicate<Datum> left) {
    all.removeIf(row -> left.test(row.datum));
    return this;
  }

  /** What the rows say. */
  List<Datum> data() {
    return all.stream().map(Row::datum).toList();
  }

  /** Where a row of {@link #data} stands. */
  String place(int index) {
    return all.get(index).place;
  }
}
