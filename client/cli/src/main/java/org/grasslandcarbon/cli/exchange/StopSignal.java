// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The signal by which a process is asked to end. What is being done is finished first, for as long
 * as whoever runs services waits before it kills; then the process ends with 0, since it has done
 * what it was told.
 */
final class StopSignal implements Stop, AutoCloseable {
  /** Service managers wait for 30 seconds and more. */
  private static final int FINISH_SECONDS_MOST = 20;

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    told.countDown();
    try {
      if (finished.await(FINISH_SECONDS_MOST, TimeUnit.SECONDS)) {
        // Without this the exit code would be that of a process that was killed.
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isTold() {
    return told.getCount() == 0;
  }

  @Override
  public void await(Duration most) {
    try {
      told.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      told.countDown();
    }
  }

  /** Nothing is being done any more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException isEnding) {
      finished.countDown();
    }
  }
}
