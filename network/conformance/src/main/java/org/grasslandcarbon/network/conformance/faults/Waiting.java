// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what must come about. */
public final class Waiting {
  private static final int LOOK_MS = 100;

  private Waiting() {}

  /**
   * Returns once a condition holds.
   *
   * @throws FaultFailed when it does not within the time
   */
  public static void until(String what, Duration most, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new FaultFailed("not within " + most.toSeconds() + " s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
  }

  /** Lets the load run on for a while. */
  public static void during(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }
}
