// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** The ledger's date in these tests is Monday, 3 March 2025. */
class PublishCalendarTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

  private final TestLedger ledger = new TestLedger();

  private String publish(List<LocalDate> holidays, List<LocalDate> makeUpDays) {
    return ledger
        .submit(
            ledger.the(Role.AUTHORITY),
            new PublishCalendar(Sha256.of("notice"), holidays, makeUpDays, 2025))
        .code();
  }

  private Calendar calendar() {
    return ledger.find(Calendar.key(2025)).orElseThrow();
  }

  @Test
  void a_calendar_tells_working_days_from_free_ones() {
    LocalDate mayDay = LocalDate.of(2025, 5, 1);
    LocalDate workedSunday = LocalDate.of(2025, 4, 27);
    assertThat(publish(List.of(mayDay), List.of(workedSunday))).isEqualTo("APPLIED");
    assertThat(calendar().isWorkingDay(mayDay)).isFalse();
    assertThat(calendar().isWorkingDay(mayDay.plusDays(1))).isTrue();
    assertThat(calendar().isWorkingDay(workedSunday)).isTrue();
    assertThat(calendar().isWorkingDay(workedSunday.minusDays(1))).isFalse();
  }

  @Test
  void a_holiday_is_a_weekday_of_the_year() {
    assertThat(publish(List.of(LocalDate.of(2025, 3, 8)), List.of())).isEqualTo("BAD_CALENDAR");
    assertThat(publish(List.of(LocalDate.of(2026, 1, 1)), List.of())).isEqualTo("BAD_CALENDAR");
  }

  @Test
  void a_make_up_day_is_a_weekend_day_of_the_year() {
    assertThat(publish(List.of(), List.of(TODAY))).isEqualTo("BAD_CALENDAR");
    assertThat(publish(List.of(), List.of(LocalDate.of(2024, 12, 29)))).isEqualTo("BAD_CALENDAR");
  }

  @Test
  void days_to_come_may_be_changed_and_days_gone_by_may_not() {
    LocalDate gone = LocalDate.of(2025, 2, 3);
    LocalDate goneSunday = LocalDate.of(2025, 2, 9);
    LocalDate mayDay = LocalDate.of(2025, 5, 1);
    assertThat(publish(List.of(gone), List.of(goneSunday))).isEqualTo("APPLIED");
    assertThat(publish(List.of(gone, mayDay), List.of(goneSunday))).isEqualTo("APPLIED");
    assertThat(publish(List.of(gone, TODAY), List.of(goneSunday))).isEqualTo("APPLIED");
    assertThat(publish(List.of(mayDay), List.of(goneSunday))).isEqualTo("BAD_CALENDAR");
    assertThat(publish(List.of(gone, mayDay), List.of())).isEqualTo("BAD_CALENDAR");
    assertThat(publish(List.of(gone, TODAY.minusDays(3)), List.of(goneSunday)))
        .isEqualTo("BAD_CALENDAR");
  }

  @Test
  void a_period_of_working_days_is_over_when_all_of_them_have_passed() {
    publish(List.of(LocalDate.of(2025, 3, 5)), List.of(LocalDate.of(2025, 3, 8)));
    // Monday 3, Tuesday 4, not Wednesday 5, Thursday 6, Friday 7, worked Saturday 8.
    LocalDate saturday = LocalDate.of(2025, 3, 8);
    assertThat(WorkingDays.areOver(ledger::find, TODAY, 5, saturday)).isFalse();
    assertThat(WorkingDays.areOver(ledger::find, TODAY, 5, saturday.plusDays(1))).isTrue();
    assertThat(WorkingDays.areOver(ledger::find, TODAY, 0, TODAY)).isTrue();
  }
}
