// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * Days that are looked at together.
 *
 * @param from the first
 * @param to the last
 */
public record Period(LocalDate from, LocalDate to) {
  /** What is looked at when nobody says otherwise, the last day included. */
  static final int STANDARD_DAYS = 30;

  /**
   * The days that somebody asks for.
   *
   * @param today the last when none is named
   * @param most days, for what is read to have a limit
   * @throws RequestException {@code BAD_REQUEST}
   */
  public static Period of(
      Optional<LocalDate> from, Optional<LocalDate> to, LocalDate today, int most) {
    LocalDate last = to.orElse(today);
    LocalDate first = from.orElse(last.minusDays(STANDARD_DAYS - 1L));
    long days = first.until(last, ChronoUnit.DAYS) + 1;
    if (days < 1 || days > most) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("期间须为 1 至 %s 日，from 不晚于 to").en("a period has 1 to %s days, from not after to", most));
    }
    return new Period(first, last);
  }

  boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
