// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Calendar;

/** Counts working days between days by the published calendars, each of which it reads once. */
final class WorkingCalendar {
  private final Records records;
  private final Map<Integer, Optional<int[]>> years = new HashMap<>();

  WorkingCalendar(Records records) {
    this.records = records;
  }

  /**
   * The working days after a day, up to another that counts; none when the calendar of a year in
   * between is not published.
   */
  OptionalInt between(LocalDate after, LocalDate to) {
    int count = 0;
    for (int year = after.getYear(); year <= to.getYear(); year++) {
      Optional<int[]> counted = years.computeIfAbsent(year, this::counted);
      if (counted.isEmpty()) {
        return OptionalInt.empty();
      }
      int[] upTo = counted.get();
      int last = year == to.getYear() ? to.getDayOfYear() : upTo.length - 1;
      int first = year == after.getYear() ? after.getDayOfYear() : 0;
      count += upTo[last] - upTo[first];
    }
    return OptionalInt.of(count);
  }

  /** How many working days a year has up to each of its days. */
  private Optional<int[]> counted(int year) {
    return records
        .find(Calendar.key(year))
        .map(
            calendar -> {
              int[] upTo = new int[LocalDate.of(year, 1, 1).lengthOfYear() + 1];
              for (int day = 1; day < upTo.length; day++) {
                boolean worked = calendar.isWorkingDay(LocalDate.ofYearDay(year, day));
                upTo[day] = upTo[day - 1] + (worked ? 1 : 0);
              }
              return upTo;
            });
  }
}
