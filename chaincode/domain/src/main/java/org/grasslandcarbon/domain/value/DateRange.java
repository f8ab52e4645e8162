// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A period of whole days, e.g. a crediting or a monitoring period.
 *
 * @param from first day
 * @param to last day, not before the first
 */
public record DateRange(LocalDate from, LocalDate to) implements Bilingual {

  public DateRange {
    Check.that(
        !to.isBefore(from), zh("期间的终止日不得早于起始日").en("a period does not end before it begins"));
  }

  /** Whether every day of the other period is in this one. */
  public boolean contains(DateRange other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  /** Whether the two share a day. */
  public boolean overlaps(DateRange other) {
    return !other.from.isAfter(to) && !other.to.isBefore(from);
  }

  /** The days that are in both. */
  public Optional<DateRange> intersection(DateRange other) {
    LocalDate start = from.isAfter(other.from) ? from : other.from;
    LocalDate end = to.isBefore(other.to) ? to : other.to;
    return end.isBefore(start) ? Optional.empty() : Optional.of(new DateRange(start, end));
  }

  /** The days that lie in a calendar year. */
  public Optional<DateRange> inYear(int year) {
    return intersection(new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
  }

  /**
   * How many days it has when every year has 365: 29 February is not counted. Counted so, parts of
   * a period add up to the whole and a calendar year is always exactly one year.
   */
  public int daysOf365() {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (LocalDate.of(year, 1, 1).isLeapYear()) {
        LocalDate leapDay = LocalDate.of(year, 2, 29);
        if (!leapDay.isBefore(from) && !leapDay.isAfter(to)) {
          days--;
        }
      }
    }
    return Math.toIntExact(days);
  }

  /** How many days it has, both ends included. */
  public long length() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  @Override
  public Detail inWords() {
    return zh("%s 至 %s").en("%s to %s", from, to);
  }

  @Override
  public String toString() {
    return inWords().en();
  }
}
