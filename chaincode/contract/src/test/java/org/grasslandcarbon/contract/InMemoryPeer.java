// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/**
 * The peer's side of the chaincode protocol over a map. Like a peer in the same JVM it answers from
 * inside {@code onNext}, on the chaincode's own thread; over a socket it works the same.
 */
final class InMemoryPeer implements StreamObserver<ChaincodeMessage> {
  private static final long PATIENCE_SECONDS = 10;

  /** What a Fabric 3.1 peer offers when nothing else is configured. */
  static final ChaincodeAdditionalParams MANY_KEYS = offer(1_000);

  /** What a Fabric 2.5 peer offers. */
  static final ChaincodeAdditionalParams NOTHING = ChaincodeAdditionalParams.getDefaultInstance();

  final Map<String, ByteString> state = new TreeMap<>();
  final List<ChaincodeMessage> received = new CopyOnWriteArrayList<>();
  final BlockingQueue<ChaincodeMessage> held = new LinkedBlockingQueue<>();
  final CompletableFuture<Throwable> ended = new CompletableFuture<>();

  private final ChaincodeAdditionalParams offer;
  private final Set<Type> refused = EnumSet.noneOf(Type.class);
  private final Set<Type> holding = EnumSet.noneOf(Type.class);
  private final Map<TransactionId, CompletableFuture<Response>> calls = new ConcurrentHashMap<>();
  private final CompletableFuture<StreamObserver<ChaincodeMessage>> chaincode =
      new CompletableFuture<>();
  private final CompletableFuture<Void> handshake = new CompletableFuture<>();

  InMemoryPeer(ChaincodeAdditionalParams offer) {
    this.offer = offer;
  }

  static ChaincodeAdditionalParams offer(int keys) {
    return ChaincodeAdditionalParams.newBuilder()
        .setUseGetMultipleKeys(true)
        .setMaxSizeGetMultipleKeys(keys)
        .setUseWriteBatch(true)
        .setMaxSizeWriteBatch(keys)
        .build();
  }

  /** Requests of this type are answered with an error. */
  InMemoryPeer refusing(Type type) {
    refused.add(type);
    return this;
  }

  /** Requests of this type are not answered until {@link #release}. */
  InMemoryPeer holding(Type type) {
    holding.add(type);
    return this;
  }

  /** The chaincode's observer, known only after {@code REGISTER} may have come already. */
  InMemoryPeer attach(StreamObserver<ChaincodeMessage> toChaincode) {
    chaincode.complete(toChaincode);
    return this;
  }

  InMemoryPeer awaitReady() {
    handshake.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return this;
  }

  void send(ChaincodeMessage message) {
    StreamObserver<ChaincodeMessage> toChaincode = chaincode.join();
    synchronized (toChaincode) {
      toChaincode.onNext(message);
    }
  }

  void send(Type type, ByteString payload) {
    send(ChaincodeMessage.newBuilder().setType(type).setPayload(payload).build());
  }

  CompletableFuture<Response> start(ChaincodeMessage call) {
    CompletableFuture<Response> response = new CompletableFuture<>();
    calls.put(TransactionId.of(call), response);
    send(call);
    return response.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  Response call(String transactionId, String function, String... arguments) {
    return start(Calls.call(transactionId, function, arguments)).join();
  }

  ChaincodeMessage awaitHeld() throws InterruptedException {
    ChaincodeMessage message = held.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(message).as("a request that the peer holds").isNotNull();
    return message;
  }

  void release(ChaincodeMessage request) {
    send(answer(request));
  }

  void lose(Throwable cause) {
    chaincode.join().onError(cause);
  }

  void finish() {
    chaincode.join().onCompleted();
  }

  /** How often each type of request has come. */
  List<Type> receivedTypes() {
    return received.stream().map(ChaincodeMessage::getType).toList();
  }

  @Override
  public void onNext(ChaincodeMessage message) {
    received.add(message);
    if (message.getType() == Type.REGISTER) {
      chaincode.thenAccept(
          ignored -> {
            send(Type.REGISTERED, ByteString.EMPTY);
            send(Type.READY, offer.toByteString());
            handshake.complete(null);
          });
    } else if (message.getType() == Type.COMPLETED) {
      calls.remove(TransactionId.of(message)).complete(read(message));
    } else if (holding.contains(message.getType())) {
      held.add(message);
    } else if (message.getType() != Type.KEEPALIVE) {
      send(answer(message));
    }
  }

  @Override
  public void onError(Throwable cause) {
    ended.complete(cause);
    handshake.completeExceptionally(cause);
  }

  @Override
  public void onCompleted() {
    ended.complete(null);
  }

  private ChaincodeMessage answer(ChaincodeMessage request) {
    ChaincodeMessage.Builder answer =
        ChaincodeMessage.newBuilder()
            .setChannelId(request.getChannelId())
            .setTxid(request.getTxid());
    if (refused.contains(request.getType()) || isOverOffer(request)) {
      return answer
          .setType(Type.ERROR)
          .setPayload(ByteString.copyFromUtf8("no ledger context for key secret-key"))
          .build();
    }
    return answer.setType(Type.RESPONSE).setPayload(serve(request)).build();
  }

  /** More keys in a message than were offered, or such a message where none was offered. */
  private boolean isOverOffer(ChaincodeMessage request) {
    try {
      ByteString payload = request.getPayload();
      return switch (request.getType()) {
        case GET_STATE_MULTIPLE ->
            GetStateMultiple.parseFrom(payload).getKeysCount() > offer.getMaxSizeGetMultipleKeys();
        case WRITE_BATCH_STATE ->
            WriteBatchState.parseFrom(payload).getRecCount() > offer.getMaxSizeWriteBatch();
        default -> false;
      };
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private synchronized ByteString serve(ChaincodeMessage request) {
    try {
      ByteString payload = request.getPayload();
      return switch (request.getType()) {
        case GET_STATE -> value(GetState.parseFrom(payload).getKey());
        case GET_STATE_MULTIPLE ->
            GetStateMultipleResult.newBuilder()
                .addAllValues(
                    GetStateMultiple.parseFrom(payload).getKeysList().stream()
                        .map(this::value)
                        .toList())
                .build()
                .toByteString();
        case PUT_STATE -> {
          PutState put = PutState.parseFrom(payload);
          state.put(put.getKey(), put.getValue());
          yield ByteString.EMPTY;
        }
        case WRITE_BATCH_STATE -> {
          for (WriteRecord record : WriteBatchState.parseFrom(payload).getRecList()) {
            assertThat(record.getType()).isEqualTo(WriteRecord.Type.PUT_STATE);
            state.put(record.getKey(), record.getValue());
          }
          yield ByteString.EMPTY;
        }
        default -> throw new AssertionError("unexpected request " + request.getType());
      };
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private ByteString value(String key) {
    return state.getOrDefault(key, ByteString.EMPTY);
  }

  private static Response read(ChaincodeMessage completed) {
    try {
      return Response.parseFrom(completed.getPayload());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
