// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts submitted transactions into blocks and commits them, one block after the other, on a thread
 * of its own. Under load the transactions that come while one block is written form the next.
 *
 * <p>A block that cannot be written at present, because the disk is full or the index is being made
 * again, is tried again until it can. Those who wait hear of it, and nothing more is taken in
 * meanwhile. After a failed sync nothing is committed any more until the peer is opened again.
 */
final class Orderer implements AutoCloseable {
  /**
   * More than this waiting means that the disk does not keep up; the submitter is told instead of
   * the memory filled.
   */
  static final int MAX_QUEUED_TRANSACTIONS = 20_000;

  static final long MAX_QUEUED_BYTES = 256L << 20;

  /** What is tried again is tried so soon, and then less and less often. */
  private static final long FIRST_PAUSE_MS = 100;

  private static final long LONGEST_PAUSE_MS = 5_000;

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
  private final BiConsumer<List<String>, RuntimeException> delayed;
  private final Consumer<RuntimeException> failed;
  private final Thread thread;
  private final Deque<Submission> queue = new ArrayDeque<>();
  private long queuedBytes;
  private long oldestNanos;
  private boolean closing;
  private EmbeddedPeerException trouble;
  private volatile EmbeddedPeerException failure;

  /**
   * @param committed hears of every block
   * @param delayed hears which transactions cannot be written at present, and why
   * @param failed hears why nothing is committed any more
   */
  Orderer(
      Ledger ledger,
      BlockCutting cutting,
      Consumer<CommittedBlock> committed,
      BiConsumer<List<String>, RuntimeException> delayed,
      Consumer<RuntimeException> failed) {
    this.ledger = ledger;
    this.cutting = cutting;
    this.committed = committed;
    this.delayed = delayed;
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
   * @throws EmbeddedPeerException when nothing is committed at present, or any more
   */
  synchronized boolean offer(Submission submission) {
    if (failure != null) {
      throw failure;
    }
    if (closing) {
      throw closed();
    }
    if (trouble != null) {
      throw trouble;
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
        bring(batch);
      }
      failed.accept(closed());
    } catch (IOException | RuntimeException | Error e) {
      stop(e);
    } catch (InterruptedException e) {
      stop(e);
      Thread.currentThread().interrupt();
    }
  }

  /** Commits a batch, however often it has to be tried; gives it up only when the peer closes. */
  private void bring(List<Submission> batch) throws IOException, InterruptedException {
    long pauseMs = FIRST_PAUSE_MS;
    while (true) {
      try {
        commit(batch);
        recovered();
        return;
      } catch (AppendOnlyFile.SyncFailure e) {
        throw e;
      } catch (IOException | UnusableIndexException e) {
        delay(batch, e);
      }
      if (!pause(pauseMs)) {
        return;
      }
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  }

  private void delay(List<Submission> batch, Exception cause) {
    EmbeddedPeerException reason =
        new EmbeddedPeerException(
            EmbeddedPeerException.Reason.WRITE_FAILED,
            "The ledger cannot be written at present (" + cause.getMessage() + ").",
            cause);
    boolean first;
    synchronized (this) {
      first = trouble == null;
      trouble = reason;
    }
    if (first) {
      LOG.error("{} It is tried again until it can be.", reason.getMessage(), cause);
    }
    delayed.accept(batch.stream().map(each -> each.transaction().id()).toList(), reason);
  }

  private synchronized void recovered() {
    if (trouble != null) {
      LOG.warn("The ledger can be written again.");
      trouble = null;
    }
  }

  /** False when the peer closes meanwhile. */
  private synchronized boolean pause(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; left > 0 && !closing; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return !closing;
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
                + "); mend the disk, then start again.",
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
