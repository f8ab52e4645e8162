// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The peer's side of Fabric's chaincode stream, for one chaincode of one organisation. When the
 * stream ends, running transactions fail and the next one opens a new stream.
 */
final class ChaincodeStream implements AutoCloseable {
  /** How long a transaction may run, as Fabric's default. */
  static final Duration EXECUTION_TIMEOUT = Duration.ofSeconds(30);

  /** How long a chaincode may take to register. */
  static final Duration REGISTRATION_TIMEOUT = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ChaincodeStream.class);

  private final String chaincode;
  private final String channel;
  private final ChaincodeConnector connector;
  private final ChaincodeRequests requests;
  private final Executor executor;
  private final Duration executionTimeout;
  private Session session;
  private boolean closed;

  ChaincodeStream(
      String chaincode,
      String channel,
      ChaincodeConnector connector,
      ChaincodeRequests requests,
      Executor executor,
      Duration executionTimeout) {
    this.chaincode = chaincode;
    this.channel = channel;
    this.connector = connector;
    this.requests = requests;
    this.executor = executor;
    this.executionTimeout = executionTimeout;
  }

  /** Opens the stream if there is none and waits until the chaincode is ready. */
  void open() throws InvocationException {
    session();
  }

  private Session session() throws InvocationException {
    Session current;
    synchronized (this) {
      if (closed) {
        throw new InvocationException(
            "could not launch chaincode " + chaincode + ": the peer is closed");
      }
      if (session == null || session.ended.isDone()) {
        session = new Session();
        session.connect();
      }
      current = session;
    }
    try {
      CompletableFuture.anyOf(current.ready, current.ended)
          .get(REGISTRATION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      if (current.ready.isDone()) {
        return current;
      }
      throw new InvocationException(
          "could not launch chaincode " + chaincode + ": chaincode stream terminated",
          current.ended.join());
    } catch (TimeoutException | ExecutionException e) {
      throw new InvocationException(
          "could not launch chaincode " + chaincode + ": chaincode registration failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvocationException("could not launch chaincode " + chaincode + ": interrupted");
    }
  }

  /** Runs the invocation and waits for the chaincode's COMPLETED or ERROR. */
  ChaincodeMessage execute(Invocation invocation) throws InvocationException {
    return session().execute(invocation);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (session != null) {
      session.complete();
    }
  }

  private static String shortId(String transactionId) {
    return transactionId.length() < 8 ? transactionId : transactionId.substring(0, 8);
  }

  private final class Session implements StreamObserver<ChaincodeMessage> {
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    /** Completed with what ended the stream, or with null. */
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();

    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final List<ChaincodeMessage> early = new ArrayList<>();
    private final Object sending = new Object();
    private StreamObserver<ChaincodeMessage> toChaincode;

    private void connect() {
      StreamObserver<ChaincodeMessage> observer;
      try {
        observer = connector.connect(this);
      } catch (RuntimeException e) {
        end(e);
        return;
      }
      synchronized (sending) {
        toChaincode = observer;
        early.forEach(observer::onNext);
        early.clear();
      }
    }

    /**
     * A chaincode in process registers before its connect call returns; its answers wait until
     * then.
     */
    private void send(ChaincodeMessage message) {
      try {
        synchronized (sending) {
          if (toChaincode == null) {
            early.add(message);
          } else {
            toChaincode.onNext(message);
          }
        }
      } catch (RuntimeException e) {
        end(e);
      }
    }

    private ChaincodeMessage execute(Invocation invocation) throws InvocationException {
      String id = invocation.transactionId();
      if (running.putIfAbsent(id, invocation) != null) {
        throw new InvocationException("error sending: txid: " + id + "(" + channel + ") exists");
      }
      try {
        if (ended.isDone()) {
          throw new InvocationException("error sending: chaincode stream terminated");
        }
        send(
            ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setTxid(id)
                .setChannelId(channel)
                .setPayload(invocation.input().toByteString())
                .setProposal(invocation.proposal())
                .build());
        return invocation.outcome.get(executionTimeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw new InvocationException("error sending: timeout expired while executing transaction");
      } catch (ExecutionException | java.util.concurrent.CancellationException e) {
        throw new InvocationException("error sending: chaincode stream terminated");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InvocationException("error sending: interrupted");
      } finally {
        running.remove(id);
      }
    }

    @Override
    public void onNext(ChaincodeMessage message) {
      switch (message.getType()) {
        case REGISTER -> register(message);
        case KEEPALIVE -> LOG.trace("Chaincode {} is alive.", chaincode);
        case COMPLETED, ERROR -> finish(message);
        case INVOKE_CHAINCODE ->
            // It waits for another chaincode, so it must not hold up the thread that brings this
            // one's messages.
            executor.execute(() -> request(message));
        default -> request(message);
      }
    }

    private void register(ChaincodeMessage message) {
      try {
        if (ChaincodeID.parseFrom(message.getPayload()).getName().isEmpty()) {
          throw new InvalidProtocolBufferException("the chaincode's name is empty");
        }
      } catch (InvalidProtocolBufferException e) {
        LOG.warn("Chaincode {} cannot register.", chaincode, e);
        ready.completeExceptionally(e);
        return;
      }
      send(ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.REGISTERED).build());
      send(
          ChaincodeMessage.newBuilder()
              .setType(ChaincodeMessage.Type.READY)
              .setPayload(
                  ChaincodeAdditionalParams.newBuilder()
                      .setUseWriteBatch(true)
                      .setMaxSizeWriteBatch(ChaincodeRequests.MAX_WRITE_BATCH)
                      .setUseGetMultipleKeys(true)
                      .setMaxSizeGetMultipleKeys(ChaincodeRequests.MAX_GET_MULTIPLE_KEYS)
                      .build()
                      .toByteString())
              .build());
      ready.complete(null);
    }

    private void finish(ChaincodeMessage message) {
      Invocation invocation = running.get(message.getTxid());
      if (invocation != null) {
        invocation.outcome.complete(message);
      }
    }

    private void request(ChaincodeMessage message) {
      Invocation invocation = running.get(message.getTxid());
      if (invocation != null && !invocation.busy.compareAndSet(false, true)) {
        // Fabric drops it too: a chaincode must wait for the answer before it asks again.
        LOG.error(
            "[{}] Another request of chaincode {} is pending; {} is dropped.",
            shortId(message.getTxid()),
            chaincode,
            message.getType());
        return;
      }
      ChaincodeMessage.Builder answer =
          ChaincodeMessage.newBuilder()
              .setTxid(message.getTxid())
              .setChannelId(message.getChannelId());
      try {
        if (invocation == null) {
          throw new RequestException("no ledger context");
        }
        answer
            .setType(ChaincodeMessage.Type.RESPONSE)
            .setPayload(requests.answer(message, invocation));
      } catch (RequestException | RuntimeException e) {
        LOG.debug("[{}] {} failed.", shortId(message.getTxid()), message.getType(), e);
        answer
            .setType(ChaincodeMessage.Type.ERROR)
            .setPayload(
                ByteString.copyFromUtf8(
                    message.getType()
                        + " failed: transaction ID: "
                        + message.getTxid()
                        + ": "
                        + e.getMessage()));
      } finally {
        if (invocation != null) {
          invocation.busy.set(false);
        }
      }
      send(answer.build());
    }

    @Override
    public void onError(Throwable cause) {
      end(cause);
    }

    @Override
    public void onCompleted() {
      end(null);
    }

    private void end(Throwable cause) {
      if (ended.complete(cause) && !closed) {
        LOG.warn("The stream of chaincode {} has ended.", chaincode, cause);
      }
      running.values().forEach(invocation -> invocation.outcome.cancel(false));
    }

    private void complete() {
      try {
        synchronized (sending) {
          if (toChaincode != null && !ended.isDone()) {
            toChaincode.onCompleted();
          }
        }
      } catch (RuntimeException e) {
        LOG.debug("The stream of chaincode {} could not be completed.", chaincode, e);
      }
      end(null);
    }
  }
}
