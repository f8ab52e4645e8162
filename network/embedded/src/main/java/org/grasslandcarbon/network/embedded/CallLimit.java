// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.Semaphore;

/**
 * At most so many calls of a service at once; a waiting commit status and an open stream are calls
 * too. The refusal has the code and text of Fabric's.
 */
final class CallLimit implements ServerInterceptor {
  private final String service;
  private final int limit;
  private final Semaphore permits;

  CallLimit(String service, int limit) {
    this.service = service;
    this.limit = limit;
    permits = new Semaphore(limit);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!permits.tryAcquire()) {
      call.close(
          Status.UNKNOWN.withDescription(
              "too many requests for " + service + ", exceeding concurrency limit (" + limit + ")"),
          new Metadata());
      return new ServerCall.Listener<>() {};
    }
    // Exactly one of onComplete and onCancel ends every call.
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onComplete() {
        permits.release();
        super.onComplete();
      }

      @Override
      public void onCancel() {
        permits.release();
        super.onCancel();
      }
    };
  }
}
