// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records on a thread of its own, all that have arrived in one synced write: while one sync
 * runs the next group gathers, so that a thousand senders share what one would pay alone.
 *
 * <p>Every record that was handed over gets an answer, whatever becomes of it: who waits for one
 * that never comes holds a request for ever.
 */
final class GroupWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

  /** Leaves room in a frame for one more record, whatever its size. */
  private static final int GROUP_BYTES_MOST = Frames.PAYLOAD_BYTES_MOST / 2;

  private record Pending(InboxRecord record, CompletableFuture<Void> durable) {}

  private final RecordStore store;
  private final Thread thread;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private boolean closed;
  private boolean failing;
  private IOException broken;

  GroupWriter(RecordStore store) {
    this.store = store;
    thread = new Thread(this::run, "inbox-writer");
    thread.start();
  }

  /** Hands a record over; the answer completes when it is on disk, in the order of the calls. */
  synchronized CompletableFuture<Void> append(InboxRecord record) {
    if (closed || broken != null) {
      return CompletableFuture.failedFuture(
          broken != null ? broken : new IOException("the inbox is closed"));
    }
    Pending added = new Pending(record, new CompletableFuture<>());
    pending.add(added);
    notifyAll();
    return added.durable();
  }

  private void run() {
    try {
      List<Pending> group = nextGroup();
      while (!group.isEmpty()) {
        write(group);
        group = nextGroup();
      }
    } catch (RuntimeException | Error e) {
      breakDown(new IOException("the inbox's writer has failed", e));
    }
  }

  /** The next group; empty when closed and everything is written. */
  private synchronized List<Pending> nextGroup() {
    while (pending.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Only close() ends this thread: what was handed over must be written.
        LOG.debug("The inbox's writer was interrupted, which means nothing to it");
      }
    }
    List<Pending> group = new ArrayList<>();
    for (int bytes = 0; bytes < GROUP_BYTES_MOST && !pending.isEmpty(); ) {
      Pending next = pending.poll();
      bytes +=
          next.record() instanceof InboxRecord.Accepted accepted
              ? accepted.instruction().jws().length
              : Long.BYTES;
      group.add(next);
    }
    return group;
  }

  private void write(List<Pending> group) {
    try {
      requireNotBroken();
      store.append(group.stream().map(Pending::record).toList());
    } catch (AppendOnlyFile.SyncFailure e) {
      breakDown(e);
      refuse(group, e);
      return;
    } catch (IOException | RuntimeException | Error e) {
      // The store is as before. A defect, or too little memory, is no reason to end: the next group
      // may go better, and without this thread every sender waits for ever.
      report(e);
      refuse(group, e);
      return;
    }
    failing = false;
    group.forEach(each -> each.durable().complete(null));
  }

  private static void refuse(List<Pending> group, Throwable failure) {
    group.forEach(each -> each.durable().completeExceptionally(failure));
  }

  /** The stack trace once: a disk that is full for a day would fill the log with it. */
  private void report(Throwable failure) {
    LOG.atError()
        .setCause(failing ? null : failure)
        .log("The inbox cannot write; is its disk full? {}", failure.toString());
    failing = true;
  }

  private synchronized void requireNotBroken() throws IOException {
    if (broken != null) {
      throw broken;
    }
  }

  private void breakDown(IOException failure) {
    LOG.error("The inbox's disk has failed: nothing more is accepted until a restart", failure);
    List<Pending> left;
    synchronized (this) {
      broken = failure;
      left = List.copyOf(pending);
      pending.clear();
    }
    // Without the lock: those who hear of it have locks of their own.
    refuse(left, failure);
  }

  /** Whether nothing can be written any more. */
  synchronized boolean isBroken() {
    return broken != null;
  }

  /** Writes what was handed over and ends. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}
