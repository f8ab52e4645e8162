// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does what costs computing time for anybody who asks: a few at a time, some waiting, none for
 * long. Whoever comes beyond that is asked to come again, and instructions are never held up.
 */
@Component
public final class Computations implements DisposableBean {
  private static final int AT_A_TIME = 2;
  private static final int WAITING_MOST = 16;

  /** The longest that somebody waits; reading a file is to end before. */
  public static final Duration TIME_MOST = Duration.ofSeconds(20);

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          AT_A_TIME,
          AT_A_TIME,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MOST),
          work -> {
            Thread thread = new Thread(work, "preparation");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * The result of some work.
   *
   * @return fails with {@code OVERLOADED} when there is too much to do or it takes too long
   */
  public <T> CompletableFuture<T> submit(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads)
          .orTimeout(TIME_MOST.toSeconds(), TimeUnit.SECONDS)
          .exceptionallyCompose(Computations::explained);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new RegistryException(ErrorCode.OVERLOADED, "too many computations are under way"));
    }
  }

  private static <T> CompletableFuture<T> explained(Throwable failure) {
    return CompletableFuture.failedFuture(
        failure instanceof TimeoutException
            ? new RegistryException(
                ErrorCode.OVERLOADED, "it took more than " + TIME_MOST.toSeconds() + " seconds")
            : failure);
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
