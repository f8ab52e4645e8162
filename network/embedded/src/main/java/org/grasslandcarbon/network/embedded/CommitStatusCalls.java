// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/** CommitStatus: answers when the transaction is in a block on disk, however long that takes. */
final class CommitStatusCalls {
  private final Ledger ledger;
  private final AccessCheck access;
  private final CommitWaiters waiters;
  private final Executor executor;

  CommitStatusCalls(Ledger ledger, AccessCheck access, CommitWaiters waiters, Executor executor) {
    this.ledger = ledger;
    this.access = access;
    this.waiters = waiters;
    this.executor = executor;
  }

  void answer(
      SignedCommitStatusRequest signed, ServerCallStreamObserver<CommitStatusResponse> observer) {
    String id;
    try {
      id = parse(signed).getTransactionId();
    } catch (StatusRuntimeException e) {
      observer.onError(e);
      return;
    }
    CompletableFuture<TransactionPosition> waiting = waiters.await(id);
    CompletableFuture<TransactionPosition> answer = waiting;
    observer.setOnCancelHandler(() -> waiters.forget(id, waiting));
    try {
      Optional<TransactionPosition> known = ledger.position(id);
      if (known.isPresent()) {
        waiters.forget(id, waiting);
        // A second copy may have come meanwhile, which those who wait are told of: the first
        // stands.
        answer = CompletableFuture.completedFuture(known.get());
      }
    } catch (UnusableIndexException e) {
      waiters.forget(id, waiting);
      waiting.completeExceptionally(e);
    }
    // Not on the committer's thread: a client in this process might do its own work within the
    // answer.
    answer.whenCompleteAsync((position, failure) -> answer(observer, position, failure), executor);
  }

  private static void answer(
      ServerCallStreamObserver<CommitStatusResponse> observer,
      TransactionPosition position,
      Throwable failure) {
    if (failure != null) {
      observer.onError(GatewayErrors.error(Code.ABORTED, failure.getMessage()));
      return;
    }
    observer.onNext(
        CommitStatusResponse.newBuilder()
            .setResult(position.code())
            .setBlockNumber(position.block())
            .build());
    observer.onCompleted();
  }

  private CommitStatusRequest parse(SignedCommitStatusRequest signed) {
    require(!signed.getRequest().isEmpty(), "a commit status request is required");
    CommitStatusRequest request;
    try {
      request = CommitStatusRequest.parseFrom(signed.getRequest());
    } catch (InvalidProtocolBufferException e) {
      throw GatewayErrors.error(
          Code.INVALID_ARGUMENT, "invalid status request: " + Unreadable.TEXT);
    }
    require(!request.getIdentity().isEmpty(), "no identity provided");
    require(!request.getChannelId().isEmpty(), "no channel ID provided");
    require(!request.getTransactionId().isEmpty(), "transaction ID should not be empty");
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

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, otherwise);
    }
  }
}
