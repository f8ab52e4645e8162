// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Duration;
import java.time.Instant;
import org.grasslandcarbon.domain.value.Asset;

/**
 * The end of what others may still do: pay, reveal, trade. A transaction's time is its gateway's,
 * and endorsers tolerate some minutes, so that who ends something of others' waits until it is over
 * by every clock.
 */
public final class LastInstant {
  /** Twice what an endorser may tolerate: one clock ahead, and another behind. */
  public static final Duration CLOCKS_APART = Duration.ofMinutes(10);

  private LastInstant() {}

  /** When something is over by all clocks; at once where it is practised. */
  static Instant byAllClocks(Instant last, Asset asset) {
    return asset.isOfTraining() ? last : last.plus(CLOCKS_APART);
  }

  /** What time it is by the slowest clock at an instant by the fastest. */
  static Instant bySlowestClock(Instant fastest, Asset asset) {
    return asset.isOfTraining() ? fastest : fastest.minus(CLOCKS_APART);
  }
}
