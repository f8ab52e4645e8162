// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Follows the ledger's blocks for as long as it is asked to, whatever becomes of the peer. */
public final class LedgerBlocks {
  /** Waits between attempts; a test gives one that does not. */
  @FunctionalInterface
  interface Pause {
    void pause(Duration length);
  }

  private final BlockSource source;
  private final BlockReader reader;
  private final Pause pause;
  private final Optional<KnownLedger> known;

  /**
   * Reads a ledger that nobody has read before.
   *
   * @param source the peer
   * @param chaincode the name of our chaincode, whose transactions are handed over
   */
  public LedgerBlocks(BlockSource source, String chaincode) {
    this(source, chaincode, LedgerBlocks::park, Optional.empty());
  }

  /**
   * Reads a ledger that must be the one that was read before.
   *
   * @param known remembers it
   */
  public LedgerBlocks(BlockSource source, String chaincode, KnownLedger known) {
    this(source, chaincode, LedgerBlocks::park, Optional.of(known));
  }

  LedgerBlocks(BlockSource source, String chaincode, Pause pause, Optional<KnownLedger> known) {
    this.source = source;
    this.reader = new BlockReader(chaincode);
    this.pause = pause;
    this.known = known;
  }

  private static void park(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }

  /**
   * Hands over every block from a number on, in order and without gaps, on a thread of its own;
   * another reads ahead. A lost connection is opened again after a pause, for ever; blocks whose
   * handler throws are handed over again after a pause.
   *
   * @param fromBlock the first block's number: one more than the last that the reader has stored
   */
  public Following follow(long fromBlock, BlockHandler handler) {
    known.ifPresent(ledger -> ledger.needs(fromBlock));
    BlockFollower follower = new BlockFollower(source, reader, pause, known, fromBlock, handler);
    follower.start();
    return follower;
  }

  /** A reader at work. */
  public interface Following extends AutoCloseable {
    /** Whether the last attempt to reach the peer went well and its block was taken. */
    boolean isConnected();

    /** Begins anew where the handler says, as after a failure. */
    void beginAnew();

    /** Stops; returns when the block in hand is finished. */
    @Override
    void close();
  }
}
