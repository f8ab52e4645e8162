// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of the block log, kept up with it and made again from it whenever it is missing or
 * found to be damaged, also while the peer works: readers are then turned away for so long, and
 * what is committed meanwhile comes into the new one. Once opened, it is checked in full in the
 * background.
 */
final class DerivedIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DerivedIndex.class);

  /** Making it again fails for want of room, for instance; there may be some later. */
  private static final long RETRY_SECONDS = 10;

  private final Path directory;
  private final BlockLog log;
  private final TransactionCheck transactions;
  private final Object writing = new Object();
  private final Object ending = new Object();
  private final List<Thread> threads = new ArrayList<>();
  private volatile LedgerIndex index;
  private volatile boolean closed;

  private DerivedIndex(Path directory, BlockLog log, TransactionCheck transactions) {
    this.directory = directory;
    this.log = log;
    this.transactions = transactions;
  }

  /** Opens what there is; it may be behind the log. */
  static DerivedIndex open(Path directory, BlockLog log, TransactionCheck transactions)
      throws IOException {
    DerivedIndex derived = new DerivedIndex(directory, log, transactions);
    derived.index = derived.openOrBegin();
    return derived;
  }

  private LedgerIndex openOrBegin() throws IOException {
    try {
      return LedgerIndex.open(directory, this::damaged);
    } catch (UnusableIndexException e) {
      LOG.warn("The index cannot be read and is made again from the blocks.", e);
      LedgerIndex.discard(directory);
      return LedgerIndex.open(directory, this::damaged);
    }
  }

  /** Applies the blocks of the log that the index lacks. */
  void catchUp() throws IOException {
    try {
      synchronized (writing) {
        redo(index);
      }
    } catch (UnusableIndexException e) {
      remakeIfUnusable();
    }
  }

  /** Begins to read all of it, in the background. */
  void checkInFull() {
    start(this::check, "embedded-peer-index-check");
  }

  /** They were validated when they were committed. */
  private void redo(LedgerIndex into) throws IOException {
    for (long number = into.height(); number < log.height(); number++) {
      if (closed) {
        throw new UnusableIndexException(null);
      }
      BlockAndPrivateData content = log.read(number);
      List<TxValidationCode> codes = Blocks.codes(content.getBlock());
      BlockUpdates updates = new BlockUpdates();
      List<String> ids = new ArrayList<>();
      try (Snapshot state = into.snapshot()) {
        for (int i = 0; i < codes.size(); i++) {
          CheckedTransaction transaction = transaction(content.getBlock(), i);
          ids.add(transaction.id());
          if (codes.get(i) == TxValidationCode.VALID && transaction.results() != null) {
            new WriteApplication(state, updates, new Version(number, i))
                .apply(transaction.results(), content.getPrivateDataMapMap().get((long) i));
          }
        }
      }
      apply(into, number, updates, ids, codes);
    }
  }

  private CheckedTransaction transaction(Block block, int number) {
    return transactions.read(block.getData().getData(number));
  }

  /**
   * Applies the next block, which is on the log. If the index is damaged, it comes in when it is
   * made again.
   */
  void apply(long block, BlockUpdates updates, List<String> ids, List<TxValidationCode> codes) {
    synchronized (writing) {
      try {
        if (index.height() == block) {
          apply(index, block, updates, ids, codes);
        }
      } catch (UnusableIndexException e) {
        LOG.debug("Block {} will be applied when the index is made again.", block, e);
      }
    }
  }

  static void apply(
      LedgerIndex index,
      long block,
      BlockUpdates updates,
      List<String> ids,
      List<TxValidationCode> codes) {
    List<String> known = new ArrayList<>();
    List<TransactionPosition> positions = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!ids.get(i).isEmpty()) {
        known.add(ids.get(i));
        positions.add(new TransactionPosition(block, i, codes.get(i)));
      }
    }
    index.apply(block, updates, known, positions);
  }

  long height() {
    return index.height();
  }

  /**
   * @throws UnusableIndexException while the index is made again
   */
  Snapshot snapshot() {
    return index.snapshot();
  }

  /**
   * @throws UnusableIndexException while the index is made again
   */
  Optional<TransactionPosition> transaction(String id) {
    return index.transaction(id);
  }

  private void check() {
    long start = System.nanoTime();
    try {
      LedgerIndex checked = index;
      checked.check(() -> closed || !checked.isUsable());
      LOG.debug("The index was checked in full in {} ms.", millisSince(start));
    } catch (UnusableIndexException e) {
      LOG.debug("The check of the index has ended.", e);
    }
  }

  /** From whichever thread has found out. */
  private void damaged(LedgerIndex which, Throwable cause) {
    if (!closed) {
      LOG.error(
          "The index in {} is damaged; it is not believed, and made again from the blocks. Look for a failing disk.",
          directory,
          cause);
      start(this::remakeUntilDone, "embedded-peer-index");
    }
  }

  private void remakeUntilDone() {
    while (!index.isUsable() && !closed) {
      try {
        remakeIfUnusable();
      } catch (IOException | RuntimeException e) {
        LOG.error("The index cannot be made again; it is tried again.", e);
        pause();
      }
    }
  }

  /** Makes the index again, unless that has been done since somebody found it damaged. */
  void remakeIfUnusable() throws IOException {
    synchronized (writing) {
      if (!index.isUsable()) {
        long start = System.nanoTime();
        remake();
        LOG.warn(
            "The index has been made again from {} blocks in {} ms.",
            index.height(),
            millisSince(start));
      }
    }
  }

  private void remake() throws IOException {
    index.abandon();
    LedgerIndex.discard(directory);
    LedgerIndex made = LedgerIndex.open(directory, this::damaged);
    try {
      redo(made);
    } catch (IOException | RuntimeException e) {
      made.abandon();
      throw e;
    }
    index = made;
  }

  private void pause() {
    synchronized (ending) {
      try {
        if (!closed) {
          TimeUnit.SECONDS.timedWait(ending, RETRY_SECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    synchronized (threads) {
      threads.removeIf(each -> !each.isAlive());
      threads.add(thread);
      thread.start();
    }
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  /** Replays every block into an index of its own and compares. */
  VerificationReport verify(ChannelConfiguration configuration, Membership membership)
      throws IOException {
    remakeIfUnusable();
    return new LedgerVerification(configuration, membership, log, index)
        .run(directory.resolve("verification.mv"));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    synchronized (ending) {
      ending.notifyAll();
    }
    List<Thread> working;
    synchronized (threads) {
      working = List.copyOf(threads);
    }
    try {
      for (Thread thread : working) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean damaged = !index.isUsable();
    index.close();
    if (damaged) {
      LedgerIndex.discard(directory);
    }
  }

  /** Closes without saving, after a failure. */
  void abandon() {
    closed = true;
    index.abandon();
  }
}
