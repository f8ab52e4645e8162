// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/** A chaincode that speaks the protocol itself, for messages that the Java shim does not know. */
final class RawChaincode implements ChaincodeConnector {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "raw-chaincode");
            thread.setDaemon(true);
            return thread;
          });

  /** What a transaction does. */
  interface Body {
    String run(Call call) throws Exception;
  }

  private final Body body;

  /** The payload of the last READY. */
  volatile ByteString ready;

  RawChaincode(Body body) {
    this.body = body;
  }

  /** The connection to the peer during one transaction. */
  static final class Call {
    private final String id;
    private final String channel;
    private final StreamObserver<ChaincodeMessage> peer;
    private final BlockingQueue<ChaincodeMessage> answers = new LinkedBlockingQueue<>();
    private final List<String> arguments;

    private Call(ChaincodeMessage message, StreamObserver<ChaincodeMessage> peer) {
      id = message.getTxid();
      channel = message.getChannelId();
      this.peer = peer;
      try {
        arguments =
            ChaincodeInput.parseFrom(message.getPayload()).getArgsList().stream()
                .map(ByteString::toStringUtf8)
                .collect(Collectors.toList());
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      }
    }

    String argument(int i) {
      return arguments.get(i);
    }

    /** Sends without waiting. */
    void send(ChaincodeMessage.Type type, ByteString payload) {
      peer.onNext(
          ChaincodeMessage.newBuilder()
              .setType(type)
              .setTxid(id)
              .setChannelId(channel)
              .setPayload(payload)
              .build());
    }

    ChaincodeMessage ask(ChaincodeMessage.Type type, ByteString payload)
        throws InterruptedException {
      send(type, payload);
      return answers.take();
    }

    List<ByteString> getAll(List<String> keys) throws Exception {
      ChaincodeMessage answer =
          ask(
              ChaincodeMessage.Type.GET_STATE_MULTIPLE,
              GetStateMultiple.newBuilder().addAllKeys(keys).build().toByteString());
      return GetStateMultipleResult.parseFrom(mustSucceed(answer)).getValuesList();
    }

    void putAll(Map<String, ByteString> entries) throws InterruptedException {
      WriteBatchState.Builder batch = WriteBatchState.newBuilder();
      entries.forEach(
          (key, value) ->
              batch.addRec(
                  WriteRecord.newBuilder()
                      .setType(WriteRecord.Type.PUT_STATE)
                      .setKey(key)
                      .setValue(value)));
      mustSucceed(ask(ChaincodeMessage.Type.WRITE_BATCH_STATE, batch.build().toByteString()));
    }

    static ByteString mustSucceed(ChaincodeMessage answer) {
      if (answer.getType() != ChaincodeMessage.Type.RESPONSE) {
        throw new IllegalStateException(answer.getPayload().toStringUtf8());
      }
      return answer.getPayload();
    }
  }

  @Override
  public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> fromChaincode) {
    Map<String, Call> calls = new ConcurrentHashMap<>();
    fromChaincode.onNext(
        ChaincodeMessage.newBuilder()
            .setType(ChaincodeMessage.Type.REGISTER)
            .setPayload(ChaincodeID.newBuilder().setName("raw:1").build().toByteString())
            .build());
    return new StreamObserver<>() {
      @Override
      public void onNext(ChaincodeMessage message) {
        switch (message.getType()) {
          case READY -> ready = message.getPayload();
          case TRANSACTION -> {
            Call call = new Call(message, fromChaincode);
            calls.put(message.getTxid(), call);
            THREADS.execute(
                () -> {
                  Response response = run(call);
                  calls.remove(call.id);
                  call.send(ChaincodeMessage.Type.COMPLETED, response.toByteString());
                });
          }
          case RESPONSE, ERROR -> {
            Call call = calls.get(message.getTxid());
            if (call != null) {
              call.answers.add(message);
            }
          }
          default -> {}
        }
      }

      @Override
      public void onError(Throwable cause) {}

      @Override
      public void onCompleted() {
        fromChaincode.onCompleted();
      }
    };
  }

  private Response run(Call call) {
    try {
      return Response.newBuilder()
          .setStatus(200)
          .setPayload(ByteString.copyFromUtf8(body.run(call)))
          .build();
    } catch (Exception e) {
      return Response.newBuilder()
          .setStatus(500)
          .setMessage(String.valueOf(e.getMessage()))
          .build();
    }
  }
}
