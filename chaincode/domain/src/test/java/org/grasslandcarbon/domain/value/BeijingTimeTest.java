// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeijingTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T15:59:59.999999999Z, 2025-12-31",
    "2025-12-31T16:00:00Z, 2026-01-01",
    "2025-12-31T16:24:00Z, 2026-01-01",
    "2026-01-01T15:59:59Z, 2026-01-01",
    "2024-02-28T16:00:00Z, 2024-02-29"
  })
  void a_day_begins_at_midnight_in_beijing(Instant instant, LocalDate day) {
    assertThat(BeijingTime.day(instant)).isEqualTo(day);
    assertThat(instant)
        .isBetween(BeijingTime.start(day), BeijingTime.start(day.plusDays(1)).minusNanos(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T16:24:00Z, 2026-01-01T00:24:00+08:00",
    "2025-12-31T15:59:59.999999999Z, 2025-12-31T23:59:59+08:00",
    "2025-06-30T01:02:03.004005006Z, 2025-06-30T09:02:03+08:00"
  })
  void people_read_rfc_3339_with_the_offset_to_the_second(String json, String text) {
    assertThat(BeijingTime.text(Instant.parse(json))).isEqualTo(text);
    assertThat(BeijingTime.readable(json)).isEqualTo(text);
    assertThat(OffsetDateTime.parse(text).toInstant())
        .isEqualTo(Instant.parse(json).truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void a_text_that_is_no_instant_stays_as_it_is() {
    for (String text :
        new String[] {
          "",
          "2025-12-31",
          "2025-13-31T16:24:00Z",
          "2025-12-31T16:24Z",
          "on 2025-12-31T16:24:00Z",
          "2025-12-31T16:24:00+08:00",
          "示例"
        }) {
      assertThat(BeijingTime.readable(text)).isEqualTo(text);
    }
  }
}
