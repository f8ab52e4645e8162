// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * A transaction that is running: asks the peer and waits for its answers, one question at a time
 * because answers carry nothing but the transaction's id.
 */
final class PeerTransaction {
  private static final System.Logger LOG = System.getLogger(PeerTransaction.class.getName());

  private final TransactionId id;
  private final Outbound outbound;
  private final Duration answerLimit;
  private final AtomicReference<CompletableFuture<ChaincodeMessage>> awaited =
      new AtomicReference<>();

  /** Why no further question may be asked; null while one may. */
  private volatile String failure;

  PeerTransaction(TransactionId id, Outbound outbound, Duration answerLimit) {
    this.id = id;
    this.outbound = outbound;
    this.answerLimit = answerLimit;
  }

  TransactionId id() {
    return id;
  }

  /**
   * Sends one request to the peer and waits for its answer.
   *
   * @return the answer's payload
   * @throws PeerException when the peer answers with an error, or not in time, or the stream is
   *     lost; after the latter two every further request fails too
   */
  ByteString ask(ChaincodeMessage.Type type, ByteString payload) {
    CompletableFuture<ChaincodeMessage> answer = new CompletableFuture<>();
    boolean first = awaited.compareAndSet(null, answer);
    // Read after the future is in place: fail() does the same two steps the other way round.
    if (failure != null) {
      throw new PeerException(failure);
    }
    if (!first) {
      throw new IllegalStateException("a request of this transaction is still unanswered");
    }
    outbound.send(
        ChaincodeMessage.newBuilder()
            .setType(type)
            .setPayload(payload)
            .setChannelId(id.channel())
            .setTxid(id.text())
            .build());
    ChaincodeMessage message = await(type, answer);
    if (message.getType() == ChaincodeMessage.Type.ERROR) {
      // The peer's own words may name keys; they are for the operator of this node only.
      LOG.log(
          System.Logger.Level.WARNING,
          () -> id + ": the peer refused " + type + ": " + message.getPayload().toStringUtf8());
      throw new PeerException("the peer refused " + type);
    }
    return message.getPayload();
  }

  /**
   * Takes the peer's answer.
   *
   * @return false when nothing waits for one
   */
  boolean answer(ChaincodeMessage message) {
    CompletableFuture<ChaincodeMessage> answer = awaited.getAndSet(null);
    return answer != null && answer.complete(message);
  }

  /** Ends every wait of this transaction, now and later. */
  void fail(String reason) {
    failure = reason;
    CompletableFuture<ChaincodeMessage> answer = awaited.get();
    if (answer != null) {
      answer.completeExceptionally(new PeerException(reason));
    }
  }

  private ChaincodeMessage await(
      ChaincodeMessage.Type type, CompletableFuture<ChaincodeMessage> answer) {
    try {
      return answer.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // An answer that comes after all must not be taken for that to a later question.
      fail("the peer did not answer " + type + " within " + answerLimit.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("the chaincode is stopping");
    } catch (ExecutionException e) {
      // fail() has been called and has set the reason.
    }
    throw new PeerException(failure);
  }
}
