// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.grasslandcarbon.gateway.blocks.BlockHandler;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerBlocks;
import org.grasslandcarbon.gateway.commit.Outcomes;
import org.grasslandcarbon.gateway.commit.Turns;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the projection up with the ledger and tells those who wait for it how far it is. Where it
 * stands is in memory as well, so that asking costs no query.
 */
public final class ProjectionFollower implements SmartLifecycle {
  /**
   * How long a start waits for word from the ledger, to refuse a database of another one at once.
   * Without word the gateway starts all the same and refuses it later.
   */
  private static final Duration FIRST_BLOCK_WAIT = Duration.ofSeconds(3);

  /** Before the committer, which needs to know what is projected, and stopped after it. */
  private static final int PHASE = 500;

  private static final System.Logger LOG = System.getLogger(ProjectionFollower.class.getName());

  private final Projection projection;
  private final LedgerBlocks blocks;
  private final Outcomes outcomes;
  private final Turns turns;
  private final ProjectionProgress progress;
  private final boolean anew;
  private final CompletableFuture<Void> recognised = new CompletableFuture<>();
  private LedgerBlocks.Following following;

  /**
   * @param anew whether to read everything again from the ledger's first block
   */
  public ProjectionFollower(
      Projection projection,
      LedgerBlocks blocks,
      Outcomes outcomes,
      Turns turns,
      ProjectionProgress progress,
      boolean anew) {
    this.projection = projection;
    this.blocks = blocks;
    this.outcomes = outcomes;
    this.turns = turns;
    this.progress = progress;
    this.anew = anew;
  }

  @Override
  public synchronized void start() {
    if (anew) {
      projection.beginAnew();
    }
    projection.prepare();
    Checkpoint checkpoint = projection.checkpoint();
    progress.rebuildingTo(projection.reachedBefore());
    progress.reached(checkpoint.block());
    outcomes.projected(checkpoint.block());
    following = blocks.follow(checkpoint.resumeAt(), new Handler());
    if (checkpoint.witnessBlock() >= 0) {
      awaitRecognition();
    }
  }

  private void awaitRecognition() {
    try {
      recognised.get(FIRST_BLOCK_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notReachable) {
      LOG.log(System.Logger.Level.WARNING, "no block from the ledger yet; reading what is known");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      stop();
      throw (WrongLedgerException) e.getCause();
    }
  }

  private final class Handler implements BlockHandler {
    /** The committer may be waiting to know whose turn it is, and not for the database. */
    @Override
    public void arrived(LedgerBlock block) {
      progress.arrived(block.number());
      turns.read(block);
      projection.readAhead(block);
    }

    @Override
    public long resumesAt(long next) {
      projection.forgetAhead();
      long projected = projection.checkpoint().block();
      if (projected < progress.block()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "the database has lost blocks " + (projected + 1) + " to " + progress.block());
        progress.reached(projected);
      }
      return Math.min(next, projected + 1);
    }

    @Override
    public void take(List<LedgerBlock> blocks) {
      try {
        project(blocks);
      } catch (WrongLedgerException wrong) {
        throw wrong;
      } catch (RuntimeException e) {
        if (blocks.size() == 1) {
          throw e;
        }
        // One that cannot be written must not hold back those before it.
        blocks.forEach(block -> project(List.of(block)));
      }
    }
  }

  private void project(List<LedgerBlock> blocks) {
    if (progress.wrongLedger().isPresent()) {
      throw progress.wrongLedger().get();
    }
    try {
      projection.project(blocks);
    } catch (WrongLedgerException wrong) {
      LOG.log(System.Logger.Level.ERROR, "the projection stops: " + wrong.getMessage());
      progress.stoppedBy(wrong);
      recognised.completeExceptionally(wrong);
      throw wrong;
    }
    recognised.complete(null);
    long last = blocks.get(blocks.size() - 1).number();
    if (progress.isAll(last)) {
      projection.makeOwedIndexes();
    }
    if (last > progress.block()) {
      progress.reached(last);
      outcomes.projected(last);
    }
  }

  /**
   * Looks whether the database still has what was written into it: one that comes back as it was a
   * moment ago is brought up again, though no block arrives.
   */
  synchronized void look() {
    long reached = progress.block();
    if (following != null && projection.projectedBlock() < reached) {
      following.beginAnew();
    } else if (following != null && progress.isAll(reached)) {
      // That the ledger is shorter than it was can become known after its last block.
      projection.makeOwedIndexes();
    }
  }

  @Override
  public synchronized void stop() {
    if (following != null) {
      following.close();
      following = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return following != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** Whether blocks reach us at present. */
  public synchronized boolean isConnected() {
    return following != null && following.isConnected();
  }
}
