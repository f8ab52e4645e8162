// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

  private record Sized(LedgerBlock block, int bytes) {}

  private final BlockStream stream;
  private final BlockReader reader;
  private final BlockHandler handler;
  private final Thread thread = new Thread(this::run, "block-reader");
  private long expected;

  // Guarded by this.
  private final Deque<Sized> read = new ArrayDeque<>();
  private long bytes;
  private RuntimeException failure;
  private boolean closed;

  /**
   * @param fromBlock the number of the stream's first block
   * @param handler is told what arrives, and nothing else
   */
  ReadAhead(BlockStream stream, BlockReader reader, long fromBlock, BlockHandler handler) {
    this.stream = stream;
    this.reader = reader;
    this.expected = fromBlock;
    this.handler = handler;
  }

  void start() {
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
        LedgerBlock parsed = reader.read(block);
        handler.arrived(parsed);
        if (!put(new Sized(parsed, block.getSerializedSize()))) {
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

  private synchronized boolean put(Sized block) {
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
  synchronized List<LedgerBlock> next() throws InterruptedException {
    while (read.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      if (closed) {
        throw new IllegalStateException("the stream was closed");
      }
      wait();
    }
    List<LedgerBlock> blocks = new ArrayList<>();
    while (!read.isEmpty() && blocks.size() < BLOCKS_MOST) {
      Sized next = read.remove();
      bytes -= next.bytes();
      blocks.add(next.block());
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
