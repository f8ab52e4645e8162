// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/** A stream that takes some messages and then throws, as gRPC's does when the call is cancelled. */
final class BreakingAfter implements StreamObserver<ChaincodeMessage> {
  private final StreamObserver<ChaincodeMessage> next;
  private int left;

  BreakingAfter(int messages, StreamObserver<ChaincodeMessage> next) {
    this.left = messages;
    this.next = next;
  }

  @Override
  public void onNext(ChaincodeMessage message) {
    if (left-- <= 0) {
      throw Status.CANCELLED.asRuntimeException();
    }
    next.onNext(message);
  }

  @Override
  public void onError(Throwable cause) {
    next.onError(cause);
  }

  @Override
  public void onCompleted() {
    next.onCompleted();
  }
}
