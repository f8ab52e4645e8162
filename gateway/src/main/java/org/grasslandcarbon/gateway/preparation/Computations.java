// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;

/**
 * Does what costs computing time for anybody who asks: a few at a time, some waiting, none for
 * long. Whoever comes beyond that is asked to come again, and instructions are never held up.
 */
public final class Computations implements AutoCloseable {
  /** The longest that somebody waits; the work ends with it. */
  public static final Duration TIME_MOST = Duration.ofSeconds(20);

  private final ExecutorService threads;
  private final Duration timeMost;

  /** Something that costs time. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does it.
     *
     * @param mustBeWanted to be called many times a second; throws when nobody waits any longer
     */
    T compute(Runnable mustBeWanted);
  }

  /**
   * @param name of its threads
   * @param atATime how many computations at a time
   * @param waitingMost how many wait
   */
  public Computations(String name, int atATime, int waitingMost) {
    this(name, atATime, waitingMost, TIME_MOST);
  }

  Computations(String name, int atATime, int waitingMost, Duration timeMost) {
    this.timeMost = timeMost;
    this.threads =
        new ThreadPoolExecutor(
            atATime,
            atATime,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waitingMost),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The result of some work.
   *
   * @param afterwards called once, when the work has ended or will not be begun
   * @return fails with {@code OVERLOADED} when there is too much to do or it takes too long
   */
  public <T> CompletableFuture<T> submit(Work<T> work, Runnable afterwards) {
    Runnable mustBeWanted = untilTimeIsUp();
    try {
      CompletableFuture<T> result =
          CompletableFuture.supplyAsync(
              () -> {
                mustBeWanted.run();
                return work.compute(mustBeWanted);
              },
              threads);
      // A copy: the work ends by itself, and only then what it needs may go.
      CompletableFuture<T> answer = result.copy();
      result.whenComplete((done, failure) -> afterwards.run());
      return answer
          .orTimeout(timeMost.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionallyCompose(this::explained);
    } catch (RejectedExecutionException e) {
      afterwards.run();
      return CompletableFuture.failedFuture(
          new RegistryException(
              ErrorCode.OVERLOADED, zh("正在进行的计算过多").en("too many computations are under way")));
    }
  }

  private Runnable untilTimeIsUp() {
    long end = System.nanoTime() + timeMost.toNanos();
    return () -> {
      if (System.nanoTime() - end > 0) {
        throw tooLong();
      }
    };
  }

  private RegistryException tooLong() {
    return new RegistryException(
        ErrorCode.OVERLOADED,
        zh("计算超过 %s 秒").en("it took more than %s seconds", timeMost.toSeconds()));
  }

  private <T> CompletableFuture<T> explained(Throwable failure) {
    return CompletableFuture.failedFuture(
        failure instanceof TimeoutException ? tooLong() : failure);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
