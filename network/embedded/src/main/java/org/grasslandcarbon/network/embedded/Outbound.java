// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.stub.ServerCallStreamObserver;

/**
 * The sending side of a stream to a client: it never sends more than the client takes, and it
 * notices when the client is gone. Only the stream's own thread sends.
 */
final class Outbound<T> {
  private final ServerCallStreamObserver<T> observer;
  private final Object changed = new Object();

  /** To be made within the call that opens the stream, where handlers may still be set. */
  Outbound(ServerCallStreamObserver<T> observer, Runnable onCancel) {
    this.observer = observer;
    observer.setOnReadyHandler(this::wake);
    observer.setOnCancelHandler(
        () -> {
          wake();
          onCancel.run();
        });
  }

  private void wake() {
    synchronized (changed) {
      changed.notifyAll();
    }
  }

  boolean isCancelled() {
    return observer.isCancelled();
  }

  /**
   * Sends when the client can take it.
   *
   * @return false when the client is gone
   */
  boolean send(T message) throws InterruptedException {
    synchronized (changed) {
      while (!observer.isReady() && !observer.isCancelled()) {
        changed.wait();
      }
    }
    if (observer.isCancelled()) {
      return false;
    }
    observer.onNext(message);
    return true;
  }
}
