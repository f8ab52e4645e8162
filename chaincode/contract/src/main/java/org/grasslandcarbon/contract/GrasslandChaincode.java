// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.domain.registry.Registry;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * The registry's chaincode, ready for peers to connect to: over gRPC through {@link
 * ChaincodeServerMain}, or in the same JVM by handing {@link #connect} an observer.
 *
 * <p>Safe for use by many threads. Each connected stream is independent of the others; the threads
 * that run transactions and verify signatures are shared by all of them.
 */
public final class GrasslandChaincode implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(GrasslandChaincode.class.getName());

  /** Most streams at a time. A chaincode serves one peer, four in the one-machine network. */
  static final int MAX_STREAMS = 16;

  /**
   * How far a transaction's timestamp may be from this node's clock where nothing else is set: a
   * market's hours are judged by the former (LEDGER section 6).
   */
  public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /** How long {@link #close} waits for running transactions. */
  static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

  private final String packageId;
  private final TransactionHandler handler;
  private final ExecutorService transactions;
  private final ExecutorService verification;
  private final Duration answerLimit;
  private final Set<ChaincodeEndpoint> endpoints = ConcurrentHashMap.newKeySet();

  /**
   * The chaincode with its own threads; {@link #close} ends them.
   *
   * @param packageId the installed package's id, {@code label:hash}, under which the peer knows the
   *     chaincode
   * @param clock this node's time, against which the time of transactions is checked
   * @param foundingOrganisations the Fabric organisations (MSP ids) that must all send the founding
   *     document; the same on every peer
   */
  public GrasslandChaincode(String packageId, Clock clock, Set<String> foundingOrganisations) {
    this(packageId, clock, CLOCK_TOLERANCE, foundingOrganisations);
  }

  /**
   * The chaincode with its own threads and another tolerance.
   *
   * @param clockTolerance how far a transaction's timestamp may be from this node's clock, either
   *     way
   */
  public GrasslandChaincode(
      String packageId, Clock clock, Duration clockTolerance, Set<String> foundingOrganisations) {
    this.packageId = packageId;
    this.transactions = WorkerPools.transactions();
    this.verification = WorkerPools.verification();
    this.handler =
        new GrasslandContract(
            clock,
            clockTolerance,
            new Registry(verification, foundingOrganisations, GrasslandChaincode::logDefect));
    this.answerLimit = ChaincodeEndpoint.PEER_ANSWER_LIMIT;
  }

  private static void logDefect(String where, RuntimeException defect) {
    LOG.log(System.Logger.Level.ERROR, "a defect in " + where, WithoutMessage.of(defect));
  }

  /** With another handler, for tests: the pool belongs to the chaincode from here on. */
  GrasslandChaincode(
      String packageId,
      TransactionHandler handler,
      ExecutorService transactions,
      Duration answerLimit) {
    this.packageId = packageId;
    this.transactions = transactions;
    this.verification = transactions;
    this.handler = handler;
    this.answerLimit = answerLimit;
  }

  /**
   * Opens a stream of Fabric's chaincode protocol, in the shape of gRPC's {@code Chaincode.Connect}
   * on a chaincode's server. {@code REGISTER} is sent before this method returns.
   *
   * @param toPeer takes our messages, from one thread at a time; the peer may answer from inside
   *     {@code onNext}, but what it does there holds up every transaction of this stream
   * @return takes the peer's messages, from one thread at a time; never blocks
   */
  public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
    ChaincodeEndpoint endpoint =
        new ChaincodeEndpoint(handler, transactions, answerLimit, toPeer, endpoints::remove);
    if (endpoints.size() >= MAX_STREAMS || transactions.isShutdown()) {
      toPeer.onError(
          Status.RESOURCE_EXHAUSTED
              .withDescription("the chaincode is stopping or serves " + MAX_STREAMS + " streams")
              .asRuntimeException());
      return endpoint;
    }
    endpoints.add(endpoint);
    endpoint.register(packageId);
    return endpoint;
  }

  /**
   * Takes no new transactions, lets the running ones end for up to ten seconds, then ends every
   * stream in order.
   */
  @Override
  public void close() {
    transactions.shutdown();
    try {
      transactions.awaitTermination(DRAIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endpoints.forEach(ChaincodeEndpoint::close);
    transactions.shutdownNow();
    verification.shutdown();
  }
}
