// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.grasslandcarbon.domain.value.Detail;

/** How far the projection is, for those who ask and those who wait. */
public final class ProjectionProgress {
  /** Blocks behind which reads are old enough to send readers elsewhere. */
  private static final long LAG_MOST = 100;

  private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting =
      new ConcurrentSkipListMap<>();
  private final AtomicLong heardOf = new AtomicLong(-1);
  private final CompletableFuture<Void> firstWord = new CompletableFuture<>();
  private final Executor answers;
  private volatile long block = -1;
  private volatile long rebuildingTo = -1;
  private volatile WrongLedgerException wrongLedger;

  /**
   * @param answers where those who waited go on
   */
  public ProjectionProgress(Executor answers) {
    this.answers = answers;
  }

  /** The last block projected; -1 when there is none. */
  public long block() {
    return block;
  }

  /** Why the projection has stopped for good, if it has. */
  public Optional<WrongLedgerException> wrongLedger() {
    return Optional.ofNullable(wrongLedger);
  }

  /** The last block that the gateway knows to be on the ledger. */
  public long heardOf() {
    return Math.max(block, heardOf.get());
  }

  /** Notes that a block, the ledger's newest at the time, is there, whether projected or not. */
  public void heardOf(long number) {
    arrived(number);
    firstWord.complete(null);
  }

  /** Notes that a block has arrived; others may have been made since. */
  void arrived(long number) {
    heardOf.accumulateAndGet(number, Math::max);
  }

  /** Whether the gateway has learned since its start how far the ledger is. */
  public boolean isHeightKnown() {
    return firstWord.isDone();
  }

  /** How many blocks the gateway knows of that are not projected. */
  public long lag() {
    return heardOf() - block;
  }

  /** Whether reads see what the ledger says, but for its last blocks, as far as is known. */
  public boolean isCurrent() {
    return isHeightKnown() && lag() <= LAG_MOST;
  }

  /**
   * How much of the ledger a database has that is being filled again.
   *
   * @param blocks how many blocks are read
   * @param of how many there are, as far as is known
   */
  public record Rebuilding(long blocks, long of) {
    /** The same for people. */
    public Detail told() {
      return zh("正在由区块重建数据库：已读取 %s 个区块，共 %s 个")
          .en("the database is being made again from the blocks: %s of %s are read", blocks, of);
    }
  }

  /**
   * How far a database is that was filled before and is being filled again: until it has what it
   * had, it says less than it did. Empty as a rule, and once it has all that there is on a ledger
   * that is shorter.
   */
  public Optional<Rebuilding> rebuilding() {
    return isAll(block) ? Optional.empty() : Optional.of(readSoFar());
  }

  /** Whether a database with the blocks up to one has what it had before, or all that there is. */
  boolean isAll(long last) {
    return last >= rebuildingTo || isHeightKnown() && last >= heardOf();
  }

  /** How many blocks are read, and of how many. */
  public Rebuilding readSoFar() {
    return new Rebuilding(block + 1, Math.max(heardOf(), rebuildingTo) + 1);
  }

  void rebuildingTo(long number) {
    rebuildingTo = number;
  }

  /**
   * Completes when every block that the gateway knows of is projected; at once if it is. After a
   * start it knows nothing until it has learned how far the ledger is: a database that is being
   * filled says "unknown" of what everybody else knows.
   */
  public CompletableFuture<Void> whenCaughtUp() {
    return firstWord.thenCompose(known -> whenReached(heardOf()));
  }

  /** Completes when a block is projected; at once if it is. */
  public CompletableFuture<Void> whenReached(long number) {
    CompletableFuture<Void> reached =
        waiting.computeIfAbsent(number, any -> new CompletableFuture<>());
    // Looked at after it is in the map, so that a block that arrives in between wakes it.
    wake(block);
    return reached;
  }

  void reached(long number) {
    block = number;
    wake(number);
  }

  void stoppedBy(WrongLedgerException wrong) {
    wrongLedger = wrong;
  }

  private void wake(long number) {
    while (true) {
      var first = waiting.firstEntry();
      if (first == null || first.getKey() > number) {
        return;
      }
      // Another may have taken it out and a third put one in: that one is looked at next.
      if (waiting.remove(first.getKey(), first.getValue())) {
        first.getValue().completeAsync(() -> null, answers);
      }
    }
  }
}
