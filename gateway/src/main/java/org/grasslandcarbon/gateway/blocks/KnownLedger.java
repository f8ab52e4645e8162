// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.grasslandcarbon.gateway.blocks.BlockSource.BlockStream;
import org.grasslandcarbon.gateway.blocks.LedgerDoubt.Kind;
import org.hyperledger.fabric.protos.common.Block;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the ledger again: by the hash of the last block that was taken from it, and by its height.
 * A ledger that has become shorter, or another, denies what was acknowledged. Nothing is read from
 * it and nothing brought to it until it is as it was, and whoever asks is told why. Safe for use by
 * many threads.
 */
public final class KnownLedger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KnownLedger.class);

  private final SeenBlock file;
  private final InstantSource clock;

  // Guarded by this.
  private long least;
  private long height;
  private boolean recognised;
  private boolean cannotNote;
  private LedgerDoubt doubt;

  private KnownLedger(SeenBlock file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * Opens the memory of a gateway.
   *
   * @param file where the last block is noted; made when absent
   */
  public static KnownLedger open(Path file, InstantSource clock) {
    try {
      return new KnownLedger(new SeenBlock(file), clock);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file, e);
    }
  }

  /** What is wrong with the ledger; empty when nothing is known to be. */
  public synchronized Optional<LedgerDoubt> doubt() {
    return Optional.ofNullable(doubt);
  }

  /**
   * Whether the ledger is known to be the one that it was, or was never seen before. Not so between
   * a start and the first word from the peer.
   */
  public synchronized boolean isRecognised() {
    return doubt == null && (recognised || blocksNeeded() == 0);
  }

  /** How many blocks the ledger must have: all that were taken from it. */
  private long blocksNeeded() {
    return Math.max(least, file.last().map(last -> last.number() + 1).orElse(0L));
  }

  /**
   * Somebody has taken all blocks before a number in an earlier life, so that the ledger has them.
   */
  synchronized void needs(long blocks) {
    least = Math.max(least, blocks);
  }

  /**
   * Listens to the ledger's height.
   *
   * @param height asks the peer; empty when it does not answer
   */
  public Supplier<OptionalLong> watching(Supplier<OptionalLong> height) {
    return () -> {
      // Before asking: blocks are taken while the answer is under way.
      long needed = needed();
      OptionalLong told = height.get();
      told.ifPresent(blocks -> told(blocks, needed));
      return told;
    };
  }

  private synchronized long needed() {
    return blocksNeeded();
  }

  private synchronized void told(long blocks, long needed) {
    height = blocks;
    if (blocks < needed) {
      doubt(Kind.SHORTER, needed - 1);
      return;
    }
    recognised |= file.last().isEmpty();
    if (doubt != null && doubt.kind() == Kind.SHORTER) {
      trust("The ledger has all its blocks again");
    }
  }

  /**
   * Asks a peer for the last block that was taken from it, and compares. Waits until the peer has
   * that block.
   *
   * @param stream from that block on
   * @return whether it has shown it; not so when it was restored from a snapshot that begins after
   *     it
   * @throws UnreadableBlockException when it is another one
   */
  boolean recognise(BlockStream stream) {
    BlockIdentity seen = seen().orElseThrow();
    Block block;
    try {
      block = stream.next();
    } catch (BlockNotServedException e) {
      if (isGone(seen.number())) {
        return false;
      }
      throw e;
    }
    if (!BlockIdentity.of(block.getHeader()).equals(seen)) {
      throw different(seen.number());
    }
    believe(seen.number());
    return true;
  }

  /** Whether a block that the peer does not give is one that its ledger has behind it. */
  private synchronized boolean isGone(long block) {
    return block < height;
  }

  /**
   * The peer cannot show the last block, and nothing is missing here: it is believed, since whoever
   * waits for its next block to show that it follows might wait for a night. That block is held
   * against this one all the same.
   */
  synchronized void believeUnshown() {
    recognised = true;
  }

  private synchronized void believe(long block) {
    recognised = true;
    if (doubt == null) {
      return;
    }
    boolean dispelled =
        switch (doubt.kind()) {
          case SHORTER -> true;
          case DIFFERENT -> doubt.block() <= block;
          // Only taking them shows that they are there.
          case WITHOUT_EARLY_BLOCKS -> false;
        };
    if (dispelled) {
      trust("The ledger is the one that it was again");
    }
  }

  synchronized Optional<BlockIdentity> seen() {
    return file.last();
  }

  /**
   * Holds a block against the one before it.
   *
   * @param before empty when that is not known
   * @throws UnreadableBlockException when they do not belong together
   */
  BlockIdentity mustFollow(Optional<BlockIdentity> before, Block block) {
    if (before.isPresent() && !before.get().isFollowedBy(block.getHeader())) {
      throw different(block.getHeader().getNumber());
    }
    return BlockIdentity.of(block.getHeader());
  }

  /**
   * The peer does not give a block. One beyond its height it may give later; one below it has gone
   * with a snapshot from which the peer was restored, and only another peer has it.
   */
  synchronized void notServed(long block) {
    if (isGone(block)) {
      doubt(Kind.WITHOUT_EARLY_BLOCKS, block);
    }
  }

  private UnreadableBlockException different(long block) {
    synchronized (this) {
      doubt(Kind.DIFFERENT, block);
      return new UnreadableBlockException(doubt.detail());
    }
  }

  /** A block was taken, and all before it. */
  synchronized void taken(BlockIdentity block) {
    believe(block.number());
    if (doubt != null && doubt.kind() == Kind.WITHOUT_EARLY_BLOCKS) {
      trust("The peer gives the early blocks");
    }
    if (file.last().filter(last -> last.number() >= block.number()).isPresent()) {
      return;
    }
    try {
      file.note(block);
      cannotNote = false;
    } catch (IOException e) {
      // An older block is a weaker memory and a true one.
      if (!cannotNote) {
        LOG.error("The last block cannot be noted; is the disk full?", e);
      }
      cannotNote = true;
    }
  }

  private void doubt(Kind kind, long block) {
    if (doubt == null || doubt.kind() != kind) {
      doubt = new LedgerDoubt(kind, block, clock.instant());
      LOG.atError().addKeyValue("block", block).log("Not believed: {}", doubt.detail());
    }
  }

  private void trust(String why) {
    LOG.info(why);
    doubt = null;
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      LOG.error("The note of the last block could not be closed", e);
    }
  }
}
