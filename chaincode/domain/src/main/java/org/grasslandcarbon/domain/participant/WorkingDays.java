// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Detail;

/** Counts working days by the published calendars. */
public final class WorkingDays {
  private WorkingDays() {}

  /** The calendars that a period begun on a day may need: its year and the next. */
  public static List<Key<?>> keys(LocalDate from) {
    return List.of(Calendar.key(from.getYear()), Calendar.key(from.getYear() + 1));
  }

  /**
   * Whether a period of {@code count} working days that began on {@code from} (which counts when it
   * is one itself) is over: all its days lie before {@code today}.
   *
   * @throws RegistryException {@code NO_CALENDAR} when a year's calendar is needed and missing
   */
  public static boolean areOver(Records records, LocalDate from, int count, LocalDate today) {
    int counted = 0;
    for (LocalDate day = from; counted < count; day = day.plusDays(1)) {
      if (!day.isBefore(today)) {
        return false;
      }
      if (calendar(records, day).isWorkingDay(day)) {
        counted++;
      }
    }
    return true;
  }

  /**
   * The last day of a period of {@code count} working days that began on {@code from}; unknown
   * while a calendar that it needs is not published, and none of a period without days.
   */
  public static Optional<LocalDate> lastDay(Records records, LocalDate from, int count) {
    int counted = 0;
    for (LocalDate day = from; counted < count; day = day.plusDays(1)) {
      Optional<Calendar> calendar = records.find(Calendar.key(day.getYear()));
      if (calendar.isEmpty()) {
        return Optional.empty();
      }
      if (calendar.get().isWorkingDay(day) && ++counted == count) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** The same in words, for those who came too early or too late. */
  public static Detail lastDayInWords(Records records, LocalDate from, int count) {
    return lastDay(records, from, count)
        .map(last -> zh("公示末日为北京时间 %s").en("the last day of publicity is %s, Beijing time", last))
        .orElseGet(
            () ->
                zh("次年工作日历公布后方知公示末日")
                    .en("its last day is known once the calendar of the next year is published"));
  }

  private static Calendar calendar(Records records, LocalDate day) {
    Optional<Calendar> calendar = records.find(Calendar.key(day.getYear()));
    return calendar.orElseThrow(
        () ->
            new RegistryException(ErrorCode.NO_CALENDAR, zh("%s 年").en("year %s", day.getYear())));
  }
}
