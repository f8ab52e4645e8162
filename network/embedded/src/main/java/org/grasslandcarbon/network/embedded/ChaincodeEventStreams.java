// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Sends the events of valid transactions, block by block, from any height on. */
final class ChaincodeEventStreams {
  private final Ledger ledger;
  private final AccessCheck access;
  private final Executor executor;

  ChaincodeEventStreams(Ledger ledger, AccessCheck access, Executor executor) {
    this.ledger = ledger;
    this.access = access;
    this.executor = executor;
  }

  void start(
      SignedChaincodeEventsRequest signed,
      ServerCallStreamObserver<ChaincodeEventsResponse> observer) {
    Outbound<ChaincodeEventsResponse> outbound = new Outbound<>(observer, ledger::wakeReaders);
    try {
      ChaincodeEventsRequest request = parse(signed);
      long start = startBlock(request);
      executor.execute(() -> run(request, start, outbound, observer));
    } catch (StatusRuntimeException e) {
      observer.onError(e);
    }
  }

  private ChaincodeEventsRequest parse(SignedChaincodeEventsRequest signed) {
    if (signed.getRequest().isEmpty()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "a chaincode events request is required");
    }
    ChaincodeEventsRequest request;
    try {
      request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
    } catch (InvalidProtocolBufferException e) {
      throw GatewayErrors.error(
          Code.INVALID_ARGUMENT, "invalid chaincode events request: " + Unreadable.TEXT);
    }
    access
        .problem(
            request.getChannelId(),
            request.getIdentity(),
            signed.getSignature(),
            signed.getRequest())
        .ifPresent(
            problem -> {
              throw GatewayErrors.error(Code.PERMISSION_DENIED, problem);
            });
    return request;
  }

  private long startBlock(ChaincodeEventsRequest request) {
    if (!request.getAfterTransactionId().isEmpty()) {
      Optional<TransactionPosition> after = ledger.position(request.getAfterTransactionId());
      if (after.isPresent()) {
        return after.get().block();
      }
    }
    return switch (request.getStartPosition().getTypeCase()) {
      case TYPE_NOT_SET, NEXT_COMMIT -> ledger.height();
      case SPECIFIED -> request.getStartPosition().getSpecified().getNumber();
      default ->
          throw GatewayErrors.error(
              Code.INVALID_ARGUMENT,
              "invalid start position type: " + request.getStartPosition().getTypeCase());
    };
  }

  private void run(
      ChaincodeEventsRequest request,
      long start,
      Outbound<ChaincodeEventsResponse> outbound,
      ServerCallStreamObserver<ChaincodeEventsResponse> observer) {
    try {
      boolean passed = request.getAfterTransactionId().isEmpty();
      for (long number = start; ledger.awaitBlock(number, outbound::isCancelled); number++) {
        ChaincodeEventsResponse.Builder response =
            ChaincodeEventsResponse.newBuilder().setBlockNumber(number);
        for (ChaincodeEvent event : events(ledger.block(number))) {
          if (!passed) {
            passed = event.getTxId().equals(request.getAfterTransactionId());
          } else if (event.getChaincodeId().equals(request.getChaincodeId())) {
            response.addEvents(event);
          }
        }
        if (response.getEventsCount() > 0 && !outbound.send(response.build())) {
          return;
        }
      }
      if (!outbound.isCancelled()) {
        observer.onError(GatewayErrors.error(Code.UNAVAILABLE, "the peer has been closed"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      observer.onError(GatewayErrors.error(Code.ABORTED, String.valueOf(e.getMessage())));
    }
  }

  private List<ChaincodeEvent> events(Block block) {
    List<TxValidationCode> codes = Blocks.codes(block);
    List<ChaincodeEvent> events = new java.util.ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i) == TxValidationCode.VALID) {
        event(ledger.transaction(block.getData().getData(i))).ifPresent(events::add);
      }
    }
    return events;
  }

  /** The event that a transaction set, whether it is valid or not. */
  static Optional<ChaincodeEvent> event(CheckedTransaction transaction) {
    if (transaction.action() == null || transaction.action().getEvents().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ChaincodeEvent.parseFrom(transaction.action().getEvents()));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}
