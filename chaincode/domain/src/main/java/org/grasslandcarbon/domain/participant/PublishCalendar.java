// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Publishes the working days of a year as the State Council's notice sets them (LEDGER section 1).
 * It may be published again, since notices are amended, but what counted as a working day in the
 * past stays counted.
 *
 * @param document the notice
 * @param holidays weekdays that are free
 * @param makeUpDays Saturdays and Sundays that are worked
 * @param year the year
 */
public record PublishCalendar(
    @Means(en = "SHA-256 of the notice", zh = "放假通知的 SHA-256 摘要") Sha256 document,
    @Means(en = "Weekdays that are free", zh = "放假的工作日") @Most(Calendar.HOLIDAYS_MOST)
        List<LocalDate> holidays,
    @Means(en = "Saturdays and Sundays that are worked", zh = "调休上班的周末")
        @Most(Calendar.MAKE_UP_DAYS_MOST)
        List<LocalDate> makeUpDays,
    @Means(en = "The year", zh = "年份") @Least(2000) @Most(2199) int year)
    implements Action {

  /** The action. */
  public static final ActionType<PublishCalendar> TYPE =
      ActionType.of(
          "publishCalendar",
          "公布年度工作日历",
          "Publishes a year's working days and holidays",
          new PublishCalendar(
              Sha256.of("notice"),
              List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 5, 1)),
              List.of(LocalDate.of(2025, 4, 27)),
              2025),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.BAD_CALENDAR);

  public PublishCalendar {
    holidays = List.copyOf(holidays);
    makeUpDays = List.copyOf(makeUpDays);
    Check.that(year >= 2000 && year <= 2199, zh("年份须在 2000 至 2199 之间").en("year is 2000 to 2199"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Calendar.key(year));
  }

  @Override
  public void apply(Act act) {
    for (LocalDate day : holidays) {
      act.require(
          day.getYear() == year && !Calendar.isWeekend(day),
          ErrorCode.BAD_CALENDAR,
          zh("放假日 %1$s 不是 %2$s 年的周一至周五").en("holiday %s is not a weekday of %s", day, year));
    }
    for (LocalDate day : makeUpDays) {
      act.require(
          day.getYear() == year && Calendar.isWeekend(day),
          ErrorCode.BAD_CALENDAR,
          zh("调休上班日 %1$s 不是 %2$s 年的周六或周日")
              .en("make-up day %s is not a Saturday or Sunday of %s", day, year));
    }
    Calendar published = new Calendar(document, holidays, makeUpDays, year);
    act.find(Calendar.key(year)).ifPresent(before -> requirePastKept(act, before, published));

    act.write(published);
    act.refer("calendar", year);
  }

  private static void requirePastKept(Act act, Calendar before, Calendar published) {
    Stream.of(before, published)
        .flatMap(each -> Stream.concat(each.holidays().stream(), each.makeUpDays().stream()))
        .sorted()
        .filter(day -> day.isBefore(act.today()))
        .forEach(
            day ->
                act.require(
                    before.isWorkingDay(day) == published.isWorkingDay(day),
                    ErrorCode.BAD_CALENDAR,
                    zh("%s 已过，不能更改").en("%s has passed and cannot change", day)));
  }
}
