// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.time.Duration;

/**
 * How much waiting there is.
 *
 * @param waitersMost requests that wait at a time
 * @param longestWait a little more than the longest that a client may ask for (60 s)
 * @param rememberedMost final outcomes kept for those who ask just too late: a sender registers for
 *     waiting some milliseconds after its instruction was stored
 */
public record OutcomeLimits(int waitersMost, Duration longestWait, int rememberedMost) {
  /** Some seconds of work at 2,000 instructions a second. */
  public static final OutcomeLimits DEFAULT =
      new OutcomeLimits(10_000, Duration.ofSeconds(65), 20_000);
}
