// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the inbox to the ledger, one batch at a time: while one is in flight the next gathers. A
 * hot record is thus read and written once a batch, and a gateway is never in conflict with itself.
 */
public final class GroupCommitter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitter.class);

  /** Nothing is due sooner than it is looked for, so that a longer wait would do as well. */
  private static final Duration LOOK_ASIDE_EVERY = Duration.ofMinutes(1);

  private final Inbox inbox;
  private final BatchLimits limits;
  private final BatchFlight flight;
  private final SetAside aside;
  private final Thread thread = new Thread(this::run, "group-committer");

  // Guarded by this. Interrupted only while idle: a transaction under way is finished.
  private boolean stopping;
  private boolean idle;

  /**
   * @param turns whose turn it is to propose; whoever reads the blocks tells it of them
   */
  public GroupCommitter(
      Inbox inbox,
      Ledger ledger,
      Outcomes outcomes,
      Turns turns,
      BatchLimits limits,
      MeterRegistry meters) {
    this.inbox = inbox;
    this.limits = limits;
    this.aside = new SetAside(limits.asideFor(), InstantSource.system());
    meters.gauge("grassland.batch.aside", aside, SetAside::size);
    // Looked up at each use: the generator belongs to the thread that asks.
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    this.flight =
        new BatchFlight(
            ledger,
            outcomes,
            turns,
            limits,
            new Backoff(random),
            this::pause,
            new CommitMetrics(meters, inbox),
            aside);
  }

  /** Begins with what the inbox holds. Called once. */
  public void start() {
    thread.start();
  }

  /** Whether it is at work. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  /** Why nothing gets to the ledger at present, when settings or a defect are to blame. */
  public Optional<String> trouble() {
    return flight.trouble();
  }

  /** How many instructions wait for a defect to be mended, while the others go on. */
  public int setAside() {
    return aside.size();
  }

  private void run() {
    try {
      while (true) {
        bringNext();
      }
    } catch (InterruptedException | BatchFlight.Stopped e) {
      LOG.debug("The committer stops");
    }
  }

  private void bringNext() throws InterruptedException, BatchFlight.Stopped {
    List<QueuedInstruction> next = whileIdle(this::take);
    if (!next.isEmpty()) {
      bring(next);
    }
    for (QueuedInstruction each : aside.takeDue()) {
      bring(List.of(each));
    }
  }

  /** Without this thread nothing gets to the ledger any more, so that no failure may end it. */
  private void bring(List<QueuedInstruction> batch) throws BatchFlight.Stopped {
    try {
      flight.bring(batch);
    } catch (RuntimeException | Error e) {
      LOG.error("The committer goes on after a failure that it does not know", e);
      batch.forEach(aside::add);
    }
  }

  private List<QueuedInstruction> take() throws InterruptedException {
    return inbox.take(
        limits.instructionsMost(), limits.bytesMost(), aside.untilDue(LOOK_ASIDE_EVERY));
  }

  private boolean pause(Duration length) {
    try {
      whileIdle(
          () -> {
            Thread.sleep(length.toMillis());
            return length;
          });
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Something that may be interrupted at any time. */
  @FunctionalInterface
  private interface Waiting<T> {
    T await() throws InterruptedException;
  }

  private <T> T whileIdle(Waiting<T> waiting) throws InterruptedException {
    synchronized (this) {
      if (stopping) {
        throw new InterruptedException("stopping");
      }
      idle = true;
    }
    try {
      return waiting.await();
    } finally {
      endIdle();
    }
  }

  private synchronized void endIdle() throws InterruptedException {
    idle = false;
    if (stopping) {
      // What was taken stays in the inbox; the interruption must not reach anything else.
      Thread.interrupted();
      throw new InterruptedException("stopping");
    }
  }

  /** Ends when the transaction under way, if any, has ended; what is not committed stays. */
  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
      if (idle) {
        thread.interrupt();
      }
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
