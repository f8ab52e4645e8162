// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts submitted transactions into blocks and commits them, one block after the other, on a thread
 * of its own. Under load the transactions that come while one block is written form the next.
 */
final class Orderer implements AutoCloseable {
  /**
   * More than this waiting means that the disk does not keep up; the submitter is told instead of
   * the memory filled.
   */
  static final int MAX_QUEUED_TRANSACTIONS = 20_000;

  static final long MAX_QUEUED_BYTES = 256L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Orderer.class);

  /** A transaction with the private values that belong to it, which may be null. */
  record Submission(CheckedTransaction transaction, TxPvtReadWriteSet privateData) {
    int size() {
      return transaction.envelope().size();
    }
  }

  private final Ledger ledger;
  private final BlockCutting cutting;
  private final Consumer<CommittedBlock> committed;
  private final Consumer<RuntimeException> failed;
  private final Thread thread;
  private final Deque<Submission> queue = new ArrayDeque<>();
  private long queuedBytes;
  private long oldestNanos;
  private boolean closing;
  private volatile EmbeddedPeerException failure;

  Orderer(
      Ledger ledger,
      BlockCutting cutting,
      Consumer<CommittedBlock> committed,
      Consumer<RuntimeException> failed) {
    this.ledger = ledger;
    this.cutting = cutting;
    this.committed = committed;
    this.failed = failed;
    thread = new Thread(this::run, "embedded-peer-committer");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** What stopped the committer, or null. */
  EmbeddedPeerException failure() {
    return failure;
  }

  /**
   * Takes a transaction for the next block.
   *
   * @return false when too many wait already
   * @throws EmbeddedPeerException when nothing is committed any more
   */
  synchronized boolean offer(Submission submission) {
    if (failure != null) {
      throw failure;
    }
    if (closing) {
      throw closed();
    }
    if (queue.size() >= MAX_QUEUED_TRANSACTIONS
        || queuedBytes + submission.size() > MAX_QUEUED_BYTES) {
      return false;
    }
    if (queue.isEmpty()) {
      oldestNanos = System.nanoTime();
    }
    queue.add(submission);
    queuedBytes += submission.size();
    notifyAll();
    return true;
  }

  private void run() {
    try {
      for (List<Submission> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
        commit(batch);
      }
      failed.accept(closed());
    } catch (IOException | RuntimeException | Error e) {
      stop(e);
    } catch (InterruptedException e) {
      stop(e);
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Submission> batch) throws IOException {
    List<CheckedTransaction> transactions = new ArrayList<>(batch.size());
    Map<Integer, TxPvtReadWriteSet> privateData = new HashMap<>();
    for (Submission submission : batch) {
      if (submission.privateData() != null) {
        privateData.put(transactions.size(), submission.privateData());
      }
      transactions.add(submission.transaction());
    }
    committed.accept(ledger.commit(transactions, privateData));
  }

  private void stop(Throwable cause) {
    EmbeddedPeerException reason =
        new EmbeddedPeerException(
            EmbeddedPeerException.Reason.WRITE_FAILED,
            "The ledger cannot be written any more ("
                + cause.getMessage()
                + "); make room or mend the disk, then start again.",
            cause);
    LOG.error(reason.getMessage(), cause);
    synchronized (this) {
      failure = reason;
      queue.clear();
      queuedBytes = 0;
    }
    failed.accept(reason);
  }

  private static EmbeddedPeerException closed() {
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.CLOSED, "The peer has been closed.");
  }

  /** Waits for the next block's transactions; empty when the peer closes and nothing is left. */
  private synchronized List<Submission> nextBatch() throws InterruptedException {
    while (queue.isEmpty() && !closing) {
      wait();
    }
    long interval = cutting.interval().toNanos();
    while (!closing && !blockIsFull()) {
      long remaining = oldestNanos + interval - System.nanoTime();
      if (remaining <= 0) {
        break;
      }
      // Rounded up, because waiting for zero milliseconds means waiting for ever.
      wait(remaining / 1_000_000 + 1);
    }
    return take();
  }

  private boolean blockIsFull() {
    return queue.size() >= cutting.maxMessages() || queuedBytes >= cutting.preferredMaxBytes();
  }

  private List<Submission> take() {
    List<Submission> batch = new ArrayList<>();
    long bytes = 0;
    while (!queue.isEmpty()
        && batch.size() < cutting.maxMessages()
        && (batch.isEmpty() || bytes + queue.peek().size() <= cutting.preferredMaxBytes())) {
      Submission submission = queue.remove();
      bytes += submission.size();
      batch.add(submission);
    }
    queuedBytes -= bytes;
    oldestNanos = System.nanoTime();
    return batch;
  }

  /** Commits what has been taken and ends. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
