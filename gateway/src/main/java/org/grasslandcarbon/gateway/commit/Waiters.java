// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Those who wait, by what they wait for: the inbox's number of an instruction, or an instruction's
 * id. Two texts can carry one id; whoever has a receipt waits for exactly its own.
 */
final class Waiters {
  private final OutcomeLimits limits;
  private final Executor executor;
  private final Map<Object, List<CompletableFuture<FinalOutcome>>> waiting = new HashMap<>();
  private final Map<Object, FinalOutcome> remembered;
  private int count;

  Waiters(OutcomeLimits limits, Executor executor) {
    this.limits = limits;
    this.executor = executor;
    this.remembered = new Remembered(2 * limits.rememberedMost());
  }

  /** The last outcomes, each under its number and its id. */
  private static final class Remembered extends LinkedHashMap<Object, FinalOutcome> {
    private static final long serialVersionUID = 1L;

    private final int most;

    private Remembered(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, FinalOutcome> eldest) {
      return size() > most;
    }
  }

  CompletableFuture<FinalOutcome> whenFinal(long sequence) {
    return waitFor(sequence);
  }

  CompletableFuture<FinalOutcome> whenFinal(InstructionId id) {
    return waitFor(id);
  }

  private CompletableFuture<FinalOutcome> waitFor(Object what) {
    CompletableFuture<FinalOutcome> waiter = new CompletableFuture<>();
    synchronized (this) {
      FinalOutcome already = remembered.get(what);
      if (already != null) {
        return CompletableFuture.completedFuture(already);
      }
      if (count >= limits.waitersMost()) {
        return CompletableFuture.failedFuture(
            new RegistryException(
                ErrorCode.OVERLOADED,
                zh("已有 %s 个请求在等待结果").en("%s requests wait for outcomes", count)));
      }
      waiting.computeIfAbsent(what, key -> new ArrayList<>(1)).add(waiter);
      count++;
    }
    // Completed, timed out or cancelled by whoever waited: each ends the wait.
    waiter.whenComplete((outcome, failure) -> remove(what, waiter));
    return waiter.orTimeout(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void remove(Object what, CompletableFuture<FinalOutcome> waiter) {
    List<CompletableFuture<FinalOutcome>> others = waiting.get(what);
    if (others != null && others.remove(waiter)) {
      count--;
      if (others.isEmpty()) {
        waiting.remove(what);
      }
    }
  }

  /** Answers from now on those who ask. */
  synchronized void remember(List<Outcomes.Ended> ended) {
    for (Outcomes.Ended each : ended) {
      remembered.put(each.instruction().sequence(), each.outcome());
      // Last in the order in which entries are forgotten, although the id may be there already.
      remembered.remove(each.instruction().id());
      remembered.put(each.instruction().id(), each.outcome());
    }
  }

  /** Answers those who wait. */
  void tell(List<Outcomes.Ended> ended) {
    for (Outcomes.Ended each : ended) {
      tell(each.instruction().sequence(), each.outcome());
      tell(each.instruction().id(), each.outcome());
    }
  }

  private void tell(Object what, FinalOutcome outcome) {
    List<CompletableFuture<FinalOutcome>> told;
    synchronized (this) {
      told = List.copyOf(waiting.getOrDefault(what, List.of()));
    }
    told.forEach(waiter -> waiter.completeAsync(() -> outcome, executor));
  }

  synchronized int count() {
    return count;
  }
}
