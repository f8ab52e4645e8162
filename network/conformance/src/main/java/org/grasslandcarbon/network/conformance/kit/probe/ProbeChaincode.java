// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * The chaincode, ready for peers to connect to: over gRPC through {@link ProbeServer}, or in the
 * same JVM.
 */
public final class ProbeChaincode implements AutoCloseable {
  private final String packageId;
  private final ExecutorService transactions =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "probe-transaction");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param packageId the installed package's id, {@code label:hash}
   */
  public ProbeChaincode(String packageId) {
    this.packageId = packageId;
  }

  /** Opens a stream of Fabric's chaincode protocol, as a chaincode's server does. */
  public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
    Stream stream = new Stream(toPeer);
    stream.send(
        ChaincodeMessage.newBuilder()
            .setType(ChaincodeMessage.Type.REGISTER)
            .setPayload(ChaincodeID.newBuilder().setName(packageId).build().toByteString())
            .build());
    return stream;
  }

  @Override
  public void close() {
    transactions.shutdownNow();
  }

  /** One peer's stream. */
  private final class Stream implements StreamObserver<ChaincodeMessage>, ProbeCall.Line {
    private final StreamObserver<ChaincodeMessage> toPeer;
    private final Map<String, ProbeCall> running = new ConcurrentHashMap<>();

    private Stream(StreamObserver<ChaincodeMessage> toPeer) {
      this.toPeer = toPeer;
    }

    @Override
    public void send(ChaincodeMessage message) {
      synchronized (toPeer) {
        toPeer.onNext(message);
      }
    }

    @Override
    public void breakOff() {
      synchronized (toPeer) {
        toPeer.onCompleted();
      }
    }

    @Override
    public void onNext(ChaincodeMessage message) {
      switch (message.getType()) {
        case TRANSACTION -> begin(message);
        case RESPONSE, ERROR -> {
          ProbeCall call = running.get(message.getTxid());
          if (call != null) {
            call.answered(message);
          }
        }
        default -> {
          // REGISTERED, READY and KEEPALIVE ask for nothing.
        }
      }
    }

    private void begin(ChaincodeMessage message) {
      ProbeCall call;
      try {
        call = new ProbeCall(message, this);
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalArgumentException("the peer sent a proposal that cannot be read", e);
      }
      running.put(message.getTxid(), call);
      transactions.execute(() -> run(call));
    }

    private void run(ProbeCall call) {
      ChaincodeMessage.Builder last = call.message(ChaincodeMessage.Type.COMPLETED);
      try {
        last.setPayload(ProbeFunctions.run(call).toByteString());
        call.event().ifPresent(event -> last.setChaincodeEvent(event));
      } catch (ProbeCall.Refused e) {
        last.setPayload(failure(e.getMessage()).toByteString());
      } catch (ProbeCall.Broken e) {
        last.setType(ChaincodeMessage.Type.ERROR)
            .setPayload(ByteString.copyFromUtf8(e.getMessage()));
      } catch (ProbeCall.Silent e) {
        running.remove(call.id());
        return;
      } catch (InvalidProtocolBufferException | InterruptedException e) {
        last.setPayload(failure(e.toString()).toByteString());
      }
      running.remove(call.id());
      send(last.build());
    }

    @Override
    public void onError(Throwable cause) {
      running.clear();
    }

    @Override
    public void onCompleted() {
      running.clear();
      breakOff();
    }
  }

  private static Response failure(String message) {
    return Response.newBuilder().setStatus(500).setMessage(message).build();
  }

  /** An event as a chaincode sends it; the peer fills in who and where. */
  static ChaincodeEvent event(String name, ByteString payload) {
    return ChaincodeEvent.newBuilder().setEventName(name).setPayload(payload).build();
  }
}
