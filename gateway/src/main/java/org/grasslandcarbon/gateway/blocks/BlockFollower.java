// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread behind {@link LedgerBlocks#follow}. */
final class BlockFollower implements LedgerBlocks.Following {
  private static final Logger LOG = LoggerFactory.getLogger(BlockFollower.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** A peer that is back is found within this time. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final BlockSource source;
  private final BlockReader reader;
  private final LedgerBlocks.Pause pause;
  private final Optional<KnownLedger> known;
  private final BlockHandler handler;
  private final Thread thread = new Thread(this::run, "block-follower");

  private long next;
  private int failures;
  private volatile boolean connected;
  private volatile boolean closed;

  // Guarded by this: what a close must end.
  private Runnable ending;

  BlockFollower(
      BlockSource source,
      BlockReader reader,
      LedgerBlocks.Pause pause,
      Optional<KnownLedger> known,
      long fromBlock,
      BlockHandler handler) {
    this.source = source;
    this.reader = reader;
    this.pause = pause;
    this.known = known;
    this.next = fromBlock;
    this.handler = handler;
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      try (ReadAhead opened = open()) {
        while (!closed) {
          take(opened.next());
        }
      } catch (Exception | Error e) {
        // An error too, such as too little memory for one block: this thread is the only one that
        // reads, and the next attempt may go better.
        fail(e);
      }
    }
  }

  /** Opens where we are; a stream that is closed in between ends at its first block. */
  private ReadAhead open() {
    next = handler.resumesAt(next);
    boolean shown = recognise();
    // What was taken before and could not be noted is read once more, to see that it follows.
    Optional<BlockIdentity> before = seen().filter(last -> last.number() < next);
    if (!shown && before.isPresent()) {
      known.get().believeUnshown();
      before = before.filter(last -> last.number() == next - 1);
    }
    long from = before.map(last -> last.number() + 1).orElse(next);
    ReadAhead opened = new ReadAhead(source.open(from), reader, known, before, next, handler);
    try {
      opened.start(from);
    } catch (Error e) {
      opened.close();
      throw e;
    }
    endBy(opened::close);
    connected = true;
    return opened;
  }

  private Optional<BlockIdentity> seen() {
    return known.flatMap(KnownLedger::seen);
  }

  /**
   * Waits until the peer shows the last block that we have from it, if we have one.
   *
   * @return false when it does not have that block any more
   */
  private boolean recognise() {
    if (seen().isEmpty()) {
      return true;
    }
    try (BlockSource.BlockStream look = source.open(seen().get().number())) {
      endBy(look::close);
      return known.get().recognise(look);
    }
  }

  private synchronized void endBy(Runnable how) {
    ending = how;
    if (closed) {
      how.run();
    }
  }

  private void take(List<ReadAhead.Read> read) throws Exception {
    handler.take(read.stream().map(ReadAhead.Read::block).toList());
    next += read.size();
    known.ifPresent(ledger -> ledger.taken(read.get(read.size() - 1).identity()));
    failures = 0;
    connected = true;
  }

  private void fail(Throwable failure) {
    if (closed) {
      return;
    }
    connected = false;
    if (failure instanceof BlockNotServedException missing) {
      known.ifPresent(ledger -> ledger.notServed(missing.block()));
    }
    Duration length = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 20));
    length = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
    failures++;
    LOG.atWarn()
        .addKeyValue("block", next)
        .addKeyValue("failures", failures)
        .addKeyValue("pauseMs", length.toMillis())
        // The stack trace once: a peer that is away for a day would fill the log with it.
        .setCause(failures == 1 ? failure : null)
        .log("Reading blocks was interrupted and goes on after a pause: {}", failure.toString());
    pause.pause(length);
  }

  @Override
  public boolean isConnected() {
    return connected && !closed;
  }

  @Override
  public synchronized void beginAnew() {
    if (ending != null) {
      ending.run();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (ending != null) {
        ending.run();
      }
    }
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive() && thread != Thread.currentThread()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
