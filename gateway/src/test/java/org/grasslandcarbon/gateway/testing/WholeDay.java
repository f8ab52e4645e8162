// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.grasslandcarbon.domain.value.BeijingTime;

/**
 * A day in Beijing of which enough is left for a test: a venue that was opened on one day is closed
 * on the next, and the clock of a running gateway is the machine's.
 */
public final class WholeDay {
  /** More than the slowest of them takes on a busy machine. */
  private static final Duration LEFT_LEAST = Duration.ofMinutes(5);

  private static final long LOOK_NANOS = 100_000_000;

  private WholeDay() {}

  /** Today; shortly before midnight it waits for tomorrow. */
  public static LocalDate today() {
    while (!isLong(Instant.now())) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return BeijingTime.day(Instant.now());
  }

  private static boolean isLong(Instant now) {
    return BeijingTime.day(now).equals(BeijingTime.day(now.plus(LEFT_LEAST)));
  }
}
