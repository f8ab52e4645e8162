// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Those who wait for a transaction to be committed. Their number is bounded by the gateway's limit
 * on concurrent calls.
 */
final class CommitWaiters {
  private final Map<String, List<CompletableFuture<TransactionPosition>>> waiting = new HashMap<>();
  private RuntimeException failure;

  /**
   * Registers first and lets the caller look into the ledger afterwards; the other way round a
   * commit between the two would be missed.
   */
  synchronized CompletableFuture<TransactionPosition> await(String transactionId) {
    CompletableFuture<TransactionPosition> future = new CompletableFuture<>();
    if (failure != null) {
      future.completeExceptionally(failure);
    } else {
      waiting.computeIfAbsent(transactionId, id -> new ArrayList<>(1)).add(future);
    }
    return future;
  }

  synchronized void forget(String transactionId, CompletableFuture<TransactionPosition> future) {
    List<CompletableFuture<TransactionPosition>> futures = waiting.get(transactionId);
    if (futures != null && futures.remove(future) && futures.isEmpty()) {
      waiting.remove(transactionId);
    }
  }

  void committed(CommittedBlock block) {
    for (int i = 0; i < block.ids().size(); i++) {
      List<CompletableFuture<TransactionPosition>> futures;
      synchronized (this) {
        futures = waiting.remove(block.ids().get(i));
      }
      if (futures != null) {
        TransactionPosition position =
            new TransactionPosition(block.number(), i, block.codes().get(i));
        futures.forEach(future -> future.complete(position));
      }
    }
  }

  /**
   * Transactions are not in a block yet and it is not known when they will be: those who wait for
   * them hear so, and may ask again.
   */
  void delay(List<String> ids, RuntimeException reason) {
    for (String id : ids) {
      List<CompletableFuture<TransactionPosition>> futures;
      synchronized (this) {
        futures = waiting.remove(id);
      }
      if (futures != null) {
        futures.forEach(future -> future.completeExceptionally(reason));
      }
    }
  }

  /** Nothing will be committed any more: everybody who waits, or comes later, hears so. */
  void fail(RuntimeException reason) {
    List<CompletableFuture<TransactionPosition>> futures = new ArrayList<>();
    synchronized (this) {
      failure = reason;
      waiting.values().forEach(futures::addAll);
      waiting.clear();
    }
    futures.forEach(future -> future.completeExceptionally(reason));
  }

  synchronized int size() {
    return waiting.values().stream().mapToInt(List::size).sum();
  }
}
