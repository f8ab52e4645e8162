// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import io.grpc.stub.StreamObserver;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * The stream towards the peer, which may be used by one thread at a time, made safe for many.
 *
 * <p>Nobody waits: the thread that finds the stream idle sends, and goes on to send what others
 * have queued meanwhile. A lock would do over a socket, but a peer in the same JVM works inside
 * {@code onNext}, calls back from there, and may hold locks of its own while it calls us.
 *
 * <p>The queue is bounded by what feeds it: a transaction has one message in it at most.
 */
final class Outbound {
  private final StreamObserver<ChaincodeMessage> toPeer;
  private final Consumer<Throwable> onFailure;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unsent = new AtomicInteger();

  private volatile boolean ended;

  /**
   * @param onFailure told once, by the sending thread, when the stream no longer takes messages
   */
  Outbound(StreamObserver<ChaincodeMessage> toPeer, Consumer<Throwable> onFailure) {
    this.toPeer = toPeer;
    this.onFailure = onFailure;
  }

  /** Sends a message; it is dropped when the stream has ended. */
  void send(ChaincodeMessage message) {
    enqueue(() -> toPeer.onNext(message));
  }

  /** Ends the stream in order, after what was sent before. */
  void complete() {
    enqueue(
        () -> {
          ended = true;
          toPeer.onCompleted();
        });
  }

  /** Drops whatever is unsent and what comes later: the stream is lost. */
  void abandon() {
    ended = true;
  }

  private void enqueue(Runnable action) {
    waiting.add(action);
    if (unsent.getAndIncrement() > 0) {
      return;
    }
    do {
      run(waiting.remove());
    } while (unsent.decrementAndGet() > 0);
  }

  private void run(Runnable action) {
    if (ended) {
      return;
    }
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      // gRPC throws here when the peer has gone away before it told us so. An Error of a peer in
      // the
      // same JVM must not leave the stream half open either, with everybody waiting behind it.
      ended = true;
      onFailure.accept(e);
    }
  }
}
