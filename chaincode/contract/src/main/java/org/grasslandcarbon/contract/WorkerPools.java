// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the chaincode. Two pools, because a transaction waits for its verifications: in
 * one pool, transactions could fill it and wait for ever.
 */
final class WorkerPools {

  /**
   * Transactions that run at a time. They mostly wait, for the peer or for verifications; a gateway
   * has one batch in flight, so this serves as many gateways and their queries.
   */
  static final int RUNNING_TRANSACTIONS = 16;

  /**
   * Transactions that wait for a thread. Each holds its call, {@link
   * ChaincodeEndpoint#MAX_CALL_BYTES} at most; more of them would only reach the peer's time-out.
   */
  static final int WAITING_TRANSACTIONS = 64;

  /** Verifications that wait for a thread: two full batches. What is more runs on its caller. */
  static final int WAITING_VERIFICATIONS = 2 * GrasslandContract.MAX_INSTRUCTIONS;

  private static final long IDLE_SECONDS = 60;

  private WorkerPools() {}

  /** Runs transactions; refuses with {@code RejectedExecutionException} when it is full. */
  static ExecutorService transactions() {
    return pool(
        "transaction",
        RUNNING_TRANSACTIONS,
        WAITING_TRANSACTIONS,
        new ThreadPoolExecutor.AbortPolicy());
  }

  /**
   * Verifies signatures on every processor. When it is full or closed the caller does the work
   * itself, so that a transaction never loses one of its verifications.
   */
  static ExecutorService verification() {
    return pool(
        "verification",
        Runtime.getRuntime().availableProcessors(),
        WAITING_VERIFICATIONS,
        (task, pool) -> task.run());
  }

  private static ExecutorService pool(
      String name, int threads, int waiting, RejectedExecutionHandler whenFull) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            threads("grassland-" + name + "-"),
            whenFull);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory threads(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
