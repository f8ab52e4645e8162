// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * Our end of one stream of Fabric's chaincode protocol; the peer's messages come in through {@link
 * #onNext}, which never blocks and never runs a transaction itself.
 *
 * <p>The exchange: we send {@code REGISTER}; the peer answers {@code REGISTERED} and {@code READY},
 * the latter with what it offers; then each {@code TRANSACTION} runs on the executor, asks the peer
 * for state as it needs, and ends with {@code COMPLETED}. Application refusals are {@code
 * COMPLETED} too, with status 500: only the response's message reaches the client.
 */
final class ChaincodeEndpoint implements StreamObserver<ChaincodeMessage> {
  private static final System.Logger LOG = System.getLogger(ChaincodeEndpoint.class.getName());

  /**
   * How long a transaction waits for one answer of the peer: as long as a peer gives a transaction
   * in all ({@code chaincode.executetimeout}, 30 s), because nobody waits for its result after
   * that.
   */
  static final Duration PEER_ANSWER_LIMIT = Duration.ofSeconds(30);

  /**
   * Largest call, function and arguments together; checked before a call may wait in memory. The
   * arguments travel in the block, together with what the transaction writes, and an orderer
   * refuses an envelope above 10 MB by default ({@code AbsoluteMaxBytes}).
   */
  static final int MAX_CALL_BYTES = 4 * 1024 * 1024;

  private final TransactionHandler handler;
  private final Executor executor;
  private final Duration answerLimit;
  private final Consumer<ChaincodeEndpoint> onEnd;
  private final Outbound outbound;
  private final Map<TransactionId, PeerTransaction> running = new ConcurrentHashMap<>();

  /** What the peer offered in {@code READY}; null before. */
  private volatile BatchSizes sizes;

  private volatile boolean ended;

  /**
   * @param onEnd called at least once when the stream has ended, from whichever side
   */
  ChaincodeEndpoint(
      TransactionHandler handler,
      Executor executor,
      Duration answerLimit,
      StreamObserver<ChaincodeMessage> toPeer,
      Consumer<ChaincodeEndpoint> onEnd) {
    this.handler = handler;
    this.executor = executor;
    this.answerLimit = answerLimit;
    this.onEnd = onEnd;
    this.outbound = new Outbound(toPeer, this::onError);
  }

  /** Makes the chaincode known to the peer; the peer answers with the rest of the handshake. */
  void register(String packageId) {
    ChaincodeID id = ChaincodeID.newBuilder().setName(packageId).build();
    outbound.send(
        ChaincodeMessage.newBuilder().setType(Type.REGISTER).setPayload(id.toByteString()).build());
  }

  @Override
  public void onNext(ChaincodeMessage message) {
    switch (message.getType()) {
      case REGISTERED -> LOG.log(System.Logger.Level.DEBUG, "registered with the peer");
      case READY -> ready(message);
      case TRANSACTION -> start(message);
      case RESPONSE, ERROR -> route(message);
      // The registry has nothing to initialise in a definition's Init: bootstrap is a transaction.
      case INIT -> complete(TransactionId.of(message), Responses.ok(new byte[0]));
      case KEEPALIVE -> outbound.send(message);
      default -> LOG.log(System.Logger.Level.WARNING, () -> "the peer sent a " + message.getType());
    }
  }

  /** The stream is lost. */
  @Override
  public void onError(Throwable cause) {
    outbound.abandon();
    LOG.log(System.Logger.Level.INFO, () -> "the stream to the peer is lost: " + cause);
    end("the stream to the peer is lost");
  }

  /** The peer has ended the stream in order. */
  @Override
  public void onCompleted() {
    LOG.log(System.Logger.Level.INFO, "the peer has ended the stream");
    close();
  }

  /** Ends the stream in order from our side; what still runs on it is given up. */
  void close() {
    end("the stream to the peer is closed");
    outbound.complete();
  }

  private void ready(ChaincodeMessage message) {
    try {
      sizes = BatchSizes.offeredBy(message.getPayload());
      LOG.log(System.Logger.Level.INFO, () -> "ready; the peer offers " + sizes);
    } catch (InvalidProtocolBufferException e) {
      LOG.log(System.Logger.Level.WARNING, "the peer's offer is not readable, taken as none");
      sizes = BatchSizes.SINGLE;
    }
  }

  private void start(ChaincodeMessage message) {
    TransactionId id = TransactionId.of(message);
    PeerTransaction transaction = new PeerTransaction(id, outbound, answerLimit);
    if (sizes == null) {
      complete(
          id,
          Responses.refused(
              ErrorCode.INTERNAL,
              zh("节点在声明就绪之前即发起调用").en("the peer called before it said that it is ready")));
    } else if (message.getPayload().size() > MAX_CALL_BYTES) {
      complete(id, Responses.refused(ErrorCode.TOO_LARGE, tooLarge(message)));
    } else if (running.putIfAbsent(id, transaction) != null) {
      complete(
          id,
          Responses.refused(
              ErrorCode.OVERLOADED, zh("该交易已在执行").en("this transaction is running already")));
    } else {
      if (ended) {
        // The stream was lost by another thread meanwhile, which may have missed this one.
        transaction.fail("the stream to the peer is lost");
      }
      submit(message, transaction);
    }
  }

  private static Detail tooLarge(ChaincodeMessage call) {
    return zh("一笔交易最多 %s 字节，现为 %s 字节")
        .en("at most %s bytes a transaction, not %s", MAX_CALL_BYTES, call.getPayload().size());
  }

  private void submit(ChaincodeMessage message, PeerTransaction transaction) {
    try {
      executor.execute(() -> finish(transaction, run(message, transaction)));
    } catch (RejectedExecutionException e) {
      finish(
          transaction,
          Responses.refused(
              ErrorCode.OVERLOADED,
              zh("链码正在停止，或已达处理上限，请稍后重试")
                  .en(
                      "the chaincode is stopping or has all the work it may take, try again later")));
    }
  }

  private Response run(ChaincodeMessage message, PeerTransaction transaction) {
    return Responses.of(
        transaction.id(),
        () -> handler.handle(Invocation.of(message), new LedgerStore(transaction, sizes)));
  }

  /** Forgets the transaction before the peer hears of its end and may use the id again. */
  private void finish(PeerTransaction transaction, Response response) {
    running.remove(transaction.id(), transaction);
    complete(transaction.id(), response);
  }

  private void complete(TransactionId id, Response response) {
    outbound.send(
        ChaincodeMessage.newBuilder()
            .setType(Type.COMPLETED)
            .setPayload(response.toByteString())
            .setChannelId(id.channel())
            .setTxid(id.text())
            .build());
  }

  private void route(ChaincodeMessage message) {
    PeerTransaction transaction = running.get(TransactionId.of(message));
    if (transaction == null || !transaction.answer(message)) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> TransactionId.of(message) + ": nothing waits for the peer's " + message.getType());
    }
  }

  private void end(String reason) {
    ended = true;
    running.values().forEach(transaction -> transaction.fail(reason));
    onEnd.accept(this);
  }
}
