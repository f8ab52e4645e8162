// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {
  private static DateRange range(String from, String to) {
    return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void a_period_does_not_end_before_it_begins() {
    assertThat(range("2024-01-01", "2024-01-01").daysOf365()).isEqualTo(1);
    assertThatThrownBy(() -> range("2024-01-02", "2024-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-01, 2023-12-31, 365",
    "2024-01-01, 2024-12-31, 365",
    "2024-02-28, 2024-03-01, 2",
    "2024-02-29, 2024-02-29, 0",
    "2023-07-01, 2023-12-31, 184",
    "2020-01-01, 2039-12-31, 7300",
    "2100-02-01, 2100-02-28, 28"
  })
  void a_year_has_365_days_because_29_february_is_not_counted(String from, String to, int days) {
    assertThat(range(from, to).daysOf365()).isEqualTo(days);
  }

  @Test
  void the_days_of_parts_add_up_to_the_days_of_the_whole() {
    Random random = new Random(365);
    for (int i = 0; i < 500; i++) {
      LocalDate from = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3_000));
      LocalDate middle = from.plusDays(random.nextInt(1_500));
      LocalDate to = middle.plusDays(1 + random.nextInt(1_500));
      int first = new DateRange(from, middle).daysOf365();
      int second = new DateRange(middle.plusDays(1), to).daysOf365();
      assertThat(new DateRange(from, to).daysOf365()).isEqualTo(first + second);
    }
  }

  @Test
  void periods_overlap_when_they_share_a_day() {
    DateRange march = range("2024-03-01", "2024-03-31");
    assertThat(march.overlaps(range("2024-03-31", "2024-04-01"))).isTrue();
    assertThat(march.overlaps(range("2024-04-01", "2024-04-02"))).isFalse();
    assertThat(march.intersection(range("2024-03-30", "2024-05-01")))
        .contains(range("2024-03-30", "2024-03-31"));
    assertThat(march.inYear(2023)).isEmpty();
    assertThat(march.contains(range("2024-03-01", "2024-03-31"))).isTrue();
    assertThat(march.contains(range("2024-02-29", "2024-03-31"))).isFalse();
  }
}
