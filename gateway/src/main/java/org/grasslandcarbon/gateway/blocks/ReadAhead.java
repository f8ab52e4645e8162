// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.gateway.blocks.BlockSource.BlockStream;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Reads a stream of blocks on a thread of its own while those before are being handled. Holds a
 * bounded number of bytes.
 */
final class ReadAhead implements AutoCloseable {
  /** A handler's step: as many small blocks as make its database transaction worth its price. */
  static final int BLOCKS_MOST = 100;

  /** Beyond this much, reading waits: a peer sends faster than a database writes. */
  static final long BYTES_MOST = 8 << 20;

  /**
   * A block that was read.
   *
   * @param identity by which it is known again
   * @param bytes its size
   */
  record Read(LedgerBlock block, BlockIdentity identity, int bytes) {}

  private final BlockStream stream;
  private final BlockReader reader;
  private final Optional<KnownLedger> known;
  private final BlockHandler handler;
  private final Thread thread = new Thread(this::run, "block-reader");
  private final long firstWanted;
  private Optional<BlockIdentity> before;
  private long expected;

  // Guarded by this.
  private final Deque<Read> read = new ArrayDeque<>();
  private long bytes;
  private RuntimeException failure;
  private boolean closed;

  /**
   * @param known hears of blocks that do not follow each other
   * @param before the block before the stream's first, when it is known
   * @param firstWanted the first block that is handed over; those before are only held against each
   *     other
   * @param handler is told what arrives, and nothing else
   */
  ReadAhead(
      BlockStream stream,
      BlockReader reader,
      Optional<KnownLedger> known,
      Optional<BlockIdentity> before,
      long firstWanted,
      BlockHandler handler) {
    this.stream = stream;
    this.reader = reader;
    this.known = known;
    this.before = before;
    this.firstWanted = firstWanted;
    this.handler = handler;
  }

  /**
   * Begins.
   *
   * @param fromBlock the number of the stream's first block
   */
  void start(long fromBlock) {
    expected = fromBlock;
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Block block = stream.next();
        long number = block.getHeader().getNumber();
        if (number != expected) {
          throw new UnreadableBlockException(
              "the peer sent block " + number + " instead of " + expected);
        }
        expected++;
        BlockIdentity identity = identity(block);
        before = Optional.of(identity);
        if (number >= firstWanted && !handOver(block, identity)) {
          return;
        }
      }
    } catch (RuntimeException e) {
      fail(e);
    } catch (Error e) {
      // Whoever waits for the next block must not wait for ever; it logs this and opens a new
      // stream.
      fail(new IllegalStateException("reading blocks failed", e));
    }
  }

  private BlockIdentity identity(Block block) {
    return known
        .map(ledger -> ledger.mustFollow(before, block))
        .orElseGet(() -> BlockIdentity.of(block.getHeader()));
  }

  private boolean handOver(Block block, BlockIdentity identity) {
    LedgerBlock parsed = reader.read(block);
    handler.arrived(parsed);
    return put(new Read(parsed, identity, block.getSerializedSize()));
  }

  private synchronized boolean put(Read block) {
    try {
      while (!closed && !read.isEmpty() && bytes + block.bytes() > BYTES_MOST) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("reading blocks was interrupted", e);
    }
    read.add(block);
    bytes += block.bytes();
    notifyAll();
    return !closed;
  }

  private synchronized void fail(RuntimeException reason) {
    failure = reason;
    notifyAll();
  }

  /**
   * All blocks that have been read and not returned before, at least one and at most {@link
   * #BLOCKS_MOST}; waits for one.
   *
   * @throws RuntimeException why the stream ended, when nothing is left from before its end
   */
  synchronized List<Read> next() throws InterruptedException {
    while (read.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      if (closed) {
        throw new IllegalStateException("the stream was closed");
      }
      wait();
    }
    List<Read> blocks = new ArrayList<>();
    while (!read.isEmpty() && blocks.size() < BLOCKS_MOST) {
      Read next = read.remove();
      bytes -= next.bytes();
      blocks.add(next);
    }
    notifyAll();
    return blocks;
  }

  /** Ends the stream, which makes a waiting {@link #next} throw. From any thread. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    stream.close();
  }
}
