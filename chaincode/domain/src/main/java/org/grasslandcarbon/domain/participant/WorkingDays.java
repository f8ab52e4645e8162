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

  private static Calendar calendar(Records records, LocalDate day) {
    Optional<Calendar> calendar = records.find(Calendar.key(day.getYear()));
    return calendar.orElseThrow(
        () ->
            new RegistryException(ErrorCode.NO_CALENDAR, zh("%s 年").en("year %s", day.getYear())));
  }
}
