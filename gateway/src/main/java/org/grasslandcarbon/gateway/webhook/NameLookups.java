// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up for no longer than somebody waits. The platform waits for a name server as long as
 * the operating system does, a minute or more, and cannot be stopped in it: what takes too long is
 * left with its thread, and until that is free again counts against whom it was looked up for.
 */
final class NameLookups implements AutoCloseable {
  /** Left behind and under way; each is a thread that does nothing but wait. */
  private static final int MOST = 64;

  /** Of one participant: with a sixteenth of all nobody's names keep others' from an answer. */
  static final int OF_ONE_MOST = 4;

  private static final long IDLE_SECONDS = 30;

  private final HttpsPost.Resolver resolver;
  private final Duration within;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread thread = new Thread(work, "webhook-name");
            thread.setDaemon(true);
            return thread;
          });

  // Guarded by this.
  private final Map<String, Integer> underway = new HashMap<>();

  /**
   * @param within how long an answer is waited for
   */
  NameLookups(HttpsPost.Resolver resolver, Duration within) {
    this.resolver = resolver;
    this.within = within;
  }

  /**
   * All addresses of a name.
   *
   * @param who for whom
   * @throws TimeoutException when there is no answer in time, or too many are being waited for
   */
  InetAddress[] find(String who, String name) throws UnknownHostException, TimeoutException {
    if (!hasBegun(who)) {
      throw new TimeoutException("earlier names are still being looked up");
    }
    FutureTask<InetAddress[]> lookup =
        new FutureTask<>(
            () -> {
              try {
                return resolver.resolve(name);
              } finally {
                ended(who);
              }
            });
    try {
      threads.execute(lookup);
    } catch (RejectedExecutionException full) {
      ended(who);
      throw new TimeoutException("too many names are being looked up");
    }
    try {
      return lookup.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new UnknownHostException(e.getCause().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("it is not waited for any longer");
    }
  }

  private synchronized boolean hasBegun(String who) {
    int before = underway.getOrDefault(who, 0);
    if (before >= OF_ONE_MOST) {
      return false;
    }
    underway.put(who, before + 1);
    return true;
  }

  private synchronized void ended(String who) {
    underway.computeIfPresent(who, (any, count) -> count == 1 ? null : count - 1);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
