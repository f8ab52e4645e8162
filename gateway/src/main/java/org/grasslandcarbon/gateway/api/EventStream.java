// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.grasslandcarbon.gateway.projection.Position;

/**
 * One who listens. What cannot be written at once waits here, so that no thread waits for a reader
 * who is slow; one who is too slow is let go, and comes again with the last id that it has seen.
 * Called by several threads.
 *
 * @param <W> what he wants to hear
 */
final class EventStream<W> implements WriteListener, AsyncListener {
  /** Some hundred events: longer than a reader stops for. */
  static final int WAITING_BYTES_MOST = 256 * 1024;

  private final AsyncContext async;
  private final ServletOutputStream out;
  private final W wish;
  private final Consumer<EventStream<W>> ended;

  // For the telling thread.
  private Optional<Position> seen;
  private Position lookedAt;

  // Guarded by this.
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean toFlush;
  private boolean over;

  /**
   * @param wish what is wanted
   * @param after the position that was seen last; absent of one who begins
   * @param now as of which it is known what he may hear
   * @param ended told once when it is over
   */
  EventStream(
      AsyncContext async,
      ServletOutputStream out,
      W wish,
      Optional<Position> after,
      Position now,
      Consumer<EventStream<W>> ended) {
    this.async = async;
    this.out = out;
    this.wish = wish;
    this.seen = after;
    this.lookedAt = now;
    this.ended = ended;
  }

  W wish() {
    return wish;
  }

  /** How far it has been told; absent of one who begins. For the thread that tells. */
  Optional<Position> seen() {
    return seen;
  }

  /** Notes how far it has been told. For the thread that tells. */
  void saw(Position position) {
    seen = Optional.of(position);
  }

  /** As of when it is known what he may hear. For the thread that tells. */
  Position lookedAt() {
    return lookedAt;
  }

  /** Notes that he may still hear what he may. For the thread that tells. */
  void lookedAt(Position position) {
    lookedAt = position;
  }

  /** Writes something as soon as it can be written; nothing is kept for one who is gone. */
  synchronized void offer(byte[] bytes) {
    if (over) {
      return;
    }
    waitingBytes += bytes.length;
    if (waitingBytes > WAITING_BYTES_MOST) {
      end();
      return;
    }
    waiting.add(bytes);
    drain();
  }

  /** How many bytes wait for its reader. */
  synchronized int waitingBytes() {
    return waitingBytes;
  }

  private void drain() {
    try {
      while (!over && out.isReady()) {
        byte[] next = waiting.poll();
        if (next != null) {
          waitingBytes -= next.length;
          toFlush = true;
          out.write(next);
        } else if (toFlush) {
          toFlush = false;
          out.flush();
        } else {
          return;
        }
      }
    } catch (IOException | IllegalStateException gone) {
      end();
    }
  }

  @Override
  public synchronized void onWritePossible() {
    drain();
  }

  /** Ends it; the other side may come again. */
  synchronized void end() {
    if (over) {
      return;
    }
    over = true;
    waiting.clear();
    waitingBytes = 0;
    ended.accept(this);
    try {
      async.complete();
    } catch (IllegalStateException completedAlready) {
      // By the server, which has seen before us that the other side is gone.
    }
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody else answers this request.
  }
}
