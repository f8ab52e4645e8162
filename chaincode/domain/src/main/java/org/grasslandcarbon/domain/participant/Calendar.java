// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The working days of a year: Monday to Friday, without the published holidays, with the weekend
 * days made up for them (调休).
 *
 * @param document the notice that published it
 * @param holidays weekdays that are free
 * @param makeUpDays Saturdays and Sundays that are worked
 * @param year the year
 */
public record Calendar(
    Sha256 document, List<LocalDate> holidays, List<LocalDate> makeUpDays, int year)
    implements LedgerRecord {

  /** The type of calendars. */
  public static final RecordType<Calendar> TYPE = new RecordType<>("CALENDAR", Calendar.class);

  public Calendar {
    holidays = holidays.stream().sorted().distinct().toList();
    makeUpDays = makeUpDays.stream().sorted().distinct().toList();
  }

  /** The key of a year's calendar. */
  public static Key<Calendar> key(int year) {
    return TYPE.key(Keys.padded(year, 4));
  }

  /** Whether a day of this year is worked. */
  public boolean isWorkingDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? makeUpDays.contains(day) : !holidays.contains(day);
  }

  @Override
  public Key<Calendar> key() {
    return key(year);
  }
}
