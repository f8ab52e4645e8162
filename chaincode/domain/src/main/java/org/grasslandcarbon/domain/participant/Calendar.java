// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
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
    Sha256 document,
    @Most(HOLIDAYS_MOST) List<LocalDate> holidays,
    @Most(MAKE_UP_DAYS_MOST) List<LocalDate> makeUpDays,
    int year)
    implements LedgerRecord {

  /** Twice what any year of the State Council's notices has had. */
  static final int HOLIDAYS_MOST = 60;

  /** As above. */
  static final int MAKE_UP_DAYS_MOST = 30;

  /** The type of calendars. */
  public static final RecordType<Calendar> TYPE =
      new RecordType<>("CALENDAR", Calendar.class, Visibility.PUBLIC);

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
    return isWeekend(day) ? makeUpDays.contains(day) : !holidays.contains(day);
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  @Override
  public Key<Calendar> key() {
    return key(year);
  }
}
