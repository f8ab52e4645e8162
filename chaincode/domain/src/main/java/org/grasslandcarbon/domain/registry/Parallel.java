// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does the same pure work for every element of a list, on the caller's and other threads. */
final class Parallel {
  /** Work for one helper at least: below it, handing work over costs more than it saves. */
  private static final int ELEMENTS_PER_HELPER = 16;

  /** More helpers than any endorser has processors to spare. */
  private static final int HELPERS_MOST = 16;

  private final Executor executor;

  Parallel(Executor executor) {
    this.executor = executor;
  }

  /**
   * Runs {@code work} for every element and returns when all are done. The caller takes part, so it
   * ends even if the executor never runs anything.
   */
  <T> void forEach(List<T> elements, Consumer<T> work) {
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          int i = next.getAndIncrement();
          while (i < elements.size()) {
            work.accept(elements.get(i));
            i = next.getAndIncrement();
          }
        };
    int helpers = Math.min(HELPERS_MOST, elements.size() / ELEMENTS_PER_HELPER);
    List<CompletableFuture<Void>> helping = new ArrayList<>(helpers);
    for (int i = 0; i < helpers; i++) {
      try {
        helping.add(CompletableFuture.runAsync(share, executor));
      } catch (RejectedExecutionException busy) {
        break;
      }
    }
    share.run();
    // A helper that has not begun by now finds no element left; one that has must be waited for.
    for (CompletableFuture<Void> helper : helping) {
      join(helper);
    }
  }

  private static void join(CompletableFuture<Void> helper) {
    try {
      helper.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
