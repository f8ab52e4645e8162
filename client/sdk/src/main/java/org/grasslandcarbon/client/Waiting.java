// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as the client spends it; tests put in a time of their own. */
interface Waiting {
  /** The present time. */
  Instant now();

  /** Waits; returns early when the thread is interrupted, which stays marked. */
  void pause(Duration duration);

  /** The machine's time. */
  static Waiting real() {
    Clock clock = Clock.systemUTC();
    return new Waiting() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public void pause(Duration duration) {
        try {
          Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
