// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Makes calls of the peer's gateway service fail as told, each once. */
final class Faults implements ClientInterceptor {
  private record Fault(StatusRuntimeException failure, boolean onlyTheAnswerIsLost) {}

  private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();

  /** The next call of a method, such as {@code Endorse}, does not reach the peer and fails so. */
  Faults next(String method, StatusRuntimeException failure) {
    return add(method, new Fault(failure, false));
  }

  /** The next call of a method has its effect, and its answer is lost. */
  Faults nextAnswer(String method, StatusRuntimeException failure) {
    return add(method, new Fault(failure, true));
  }

  private Faults add(String method, Fault fault) {
    faults.computeIfAbsent(method, name -> new ConcurrentLinkedQueue<>()).add(fault);
    return this;
  }

  /** A failure in Fabric's form: a code, a message, and what organisations said. */
  static StatusRuntimeException failure(Code code, String message, String... mspIdsAndTexts) {
    Status.Builder status = Status.newBuilder().setCode(code.value()).setMessage(message);
    for (int i = 0; i < mspIdsAndTexts.length; i += 2) {
      status.addDetails(
          Any.pack(
              ErrorDetail.newBuilder()
                  .setMspId(mspIdsAndTexts[i])
                  .setMessage(mspIdsAndTexts[i + 1])
                  .build()));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    Queue<Fault> queue = faults.get(method.getBareMethodName());
    Fault fault = queue == null ? null : queue.poll();
    if (fault == null) {
      return next.newCall(method, options);
    }
    return fault.onlyTheAnswerIsLost()
        ? losingAnswer(next.newCall(method, options), fault.failure())
        : new FailingCall<>(fault.failure());
  }

  private static <Q, A> ClientCall<Q, A> losingAnswer(
      ClientCall<Q, A> call, StatusRuntimeException failure) {
    return new SimpleForwardingClientCall<>(call) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                // Lost.
              }

              @Override
              public void onClose(io.grpc.Status status, Metadata trailers) {
                super.onClose(failure.getStatus(), failure.getTrailers());
              }
            },
            headers);
      }
    };
  }

  /** A call that never reaches the peer. */
  private static final class FailingCall<Q, A> extends ClientCall<Q, A> {
    private final StatusRuntimeException failure;

    private FailingCall(StatusRuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      listener.onClose(failure.getStatus(), failure.getTrailers());
    }

    @Override
    public void request(int messages) {
      // It has ended already.
    }

    @Override
    public void cancel(String message, Throwable cause) {
      // It has ended already.
    }

    @Override
    public void halfClose() {
      // It has ended already.
    }

    @Override
    public void sendMessage(Q message) {
      // It has ended already.
    }
  }
}
