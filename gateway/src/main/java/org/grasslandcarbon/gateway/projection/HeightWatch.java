// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the ledger now and then how high it is, so that a projection that is being filled, or has
 * stopped, is known to be behind; and the database whether it has what it was given.
 */
final class HeightWatch implements SmartLifecycle {
  private static final int SECONDS_BETWEEN = 5;

  /** With the projection, see {@link ProjectionFollower}. */
  private static final int PHASE = 500;

  private static final System.Logger LOG = System.getLogger(HeightWatch.class.getName());

  private final Supplier<OptionalLong> height;
  private final ProjectionProgress progress;
  private final ProjectionFollower follower;
  private ScheduledExecutorService thread;

  HeightWatch(
      Supplier<OptionalLong> height, ProjectionProgress progress, ProjectionFollower follower) {
    this.height = height;
    this.progress = progress;
    this.follower = follower;
  }

  @Override
  public synchronized void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "height-watch");
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  private void look() {
    attempt(() -> height.get().ifPresent(blocks -> progress.heardOf(blocks - 1)));
    attempt(follower::look);
  }

  private static void attempt(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException | Error e) {
      // The next look may go better; an exception would end them all.
      LOG.log(System.Logger.Level.DEBUG, "the ledger or the database does not answer", e);
    }
  }

  @Override
  public synchronized void stop() {
    thread.shutdownNow();
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
