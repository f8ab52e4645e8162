// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where those who waited are answered: they read the database, and neither the projection's thread,
 * nor the one that ends waits, nor the pool that everything in the process shares may wait for
 * that. How many wait is limited where they begin to.
 */
public final class AnswerThreads implements AutoCloseable {
  /** As many as the database takes beside other readers. */
  private static final int THREADS = 4;

  private final AtomicInteger made = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "answers-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  /** Runs what is to be answered. */
  public Executor executor() {
    return threads;
  }

  /** Answers those whose outcome is known, and ends. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
