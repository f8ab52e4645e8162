// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fabric's gateway service, with its codes, texts and details. */
final class GatewayService extends GatewayGrpc.GatewayImplBase {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);

  private final Ledger ledger;
  private final Membership membership;
  private final AccessCheck access;
  private final ProposalCheck proposals;
  private final Chaincodes chaincodes;
  private final Endorser endorser;
  private final EndorsementCollector collector;
  private final EndorsementPolicy policy;
  private final TransientStore transientStore;
  private final Broadcast broadcast;
  private final CommitWaiters waiters;
  private final ChaincodeEventStreams events;
  private final Executor executor;

  GatewayService(
      Ledger ledger,
      Membership membership,
      AccessCheck access,
      ProposalCheck proposals,
      Chaincodes chaincodes,
      Endorser endorser,
      EndorsementCollector collector,
      EndorsementPolicy policy,
      TransientStore transientStore,
      Broadcast broadcast,
      CommitWaiters waiters,
      ChaincodeEventStreams events,
      Executor executor) {
    this.ledger = ledger;
    this.membership = membership;
    this.access = access;
    this.proposals = proposals;
    this.chaincodes = chaincodes;
    this.endorser = endorser;
    this.collector = collector;
    this.policy = policy;
    this.transientStore = transientStore;
    this.broadcast = broadcast;
    this.waiters = waiters;
    this.events = events;
    this.executor = executor;
  }

  private static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    try {
      T response = work.get();
      observer.onNext(response);
      observer.onCompleted();
    } catch (StatusRuntimeException e) {
      observer.onError(e);
    } catch (RuntimeException e) {
      LOG.error("A gateway call failed unexpectedly.", e);
      observer.onError(GatewayErrors.error(Code.INTERNAL, "the peer failed: " + e.getMessage()));
    }
  }

  private static Proposal parse(SignedProposal signed, String prefix) {
    try {
      if (signed.getProposalBytes().isEmpty()) {
        throw new InvalidProtocolBufferException("a signed proposal is required");
      }
      return Proposal.parse(signed);
    } catch (InvalidProtocolBufferException e) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, prefix + e.getMessage());
    }
  }

  /** The organisation that a client's gateway belongs to is taken to be the client's own. */
  private String localOrganisation(Proposal proposal) {
    return membership
        .identify(proposal.signatureHeader().getCreator())
        .map(Identity::mspId)
        .filter(policy.mspIds()::contains)
        .orElse(policy.mspIds().get(0));
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
    answer(observer, () -> evaluate(request));
  }

  private EvaluateResponse evaluate(EvaluateRequest request) {
    Proposal proposal =
        parse(request.getProposedTransaction(), "failed to unpack transaction proposal: ");
    if (!proposal.channel().equals(ledger.configuration().channel())) {
      throw GatewayErrors.error(
          Code.UNAVAILABLE, "no peers available in channel " + proposal.channel());
    }
    String organisation = localOrganisation(proposal);
    List<String> targets = request.getTargetOrganizationsList();
    if (!targets.isEmpty() && !targets.contains(organisation)) {
      organisation = targets.stream().filter(policy.mspIds()::contains).findFirst().orElse(null);
    }
    boolean aboutLedger = proposal.chaincode().equals(LedgerQueries.NAME);
    if (organisation == null || !aboutLedger && !chaincodes.has(proposal.chaincode())) {
      throw GatewayErrors.error(
          Code.FAILED_PRECONDITION,
          "no peers available to evaluate chaincode "
              + proposal.chaincode()
              + " in channel "
              + proposal.channel());
    }
    refuseEvaluation(proposal, organisation);
    Endorser.Outcome outcome;
    if (aboutLedger) {
      outcome =
          Endorser.Outcome.unendorsed(
              organisation, new LedgerQueries(ledger).answer(proposal.input().getArgsList()));
    } else {
      try (Snapshot state = ledger.snapshot()) {
        outcome = endorser.process(proposal, organisation, state);
      }
    }
    if (outcome.succeeded()) {
      return EvaluateResponse.newBuilder().setResult(outcome.response()).build();
    }
    // A failure of the peer itself is retried on others by a real gateway; when none is left it
    // says this.
    throw GatewayErrors.error(
        outcome.fromChaincode() ? Code.UNKNOWN : Code.ABORTED,
        outcome.fromChaincode()
            ? "evaluate call to endorser returned error: " + outcome.failure()
            : "failed to evaluate transaction, see attached details for more info",
        List.of(GatewayErrors.detail(organisation, outcome.failure())));
  }

  private void refuseEvaluation(Proposal proposal, String organisation) {
    proposals
        .check(proposal)
        .ifPresent(
            refusal -> {
              throw GatewayErrors.error(
                  refusal.outsideWindow() ? Code.UNAVAILABLE : Code.FAILED_PRECONDITION,
                  refusal.outsideWindow()
                      ? "failed to evaluate transaction, see attached details for more info"
                      : "evaluate call to endorser returned error: " + refusal.message(),
                  List.of(GatewayErrors.detail(organisation, refusal.message())));
            });
  }

  @Override
  public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> observer) {
    answer(observer, () -> endorse(request));
  }

  private EndorseResponse endorse(EndorseRequest request) {
    if (request.getProposedTransaction().getProposalBytes().isEmpty()) {
      throw GatewayErrors.error(
          Code.INVALID_ARGUMENT, "the proposed transaction must contain a signed proposal");
    }
    Proposal proposal = parse(request.getProposedTransaction(), "");
    List<String> named =
        request.getEndorsingOrganizationsList().stream().distinct().collect(Collectors.toList());
    String local = localOrganisation(proposal);
    requireEndorsers(proposal, named);
    proposals
        .check(proposal)
        .ifPresent(
            refusal -> {
              throw GatewayErrors.error(
                  Code.ABORTED,
                  named.isEmpty()
                      ? "failed to endorse transaction, see attached details for more info"
                      : "failed to collect enough transaction endorsements, see attached details for more info",
                  List.of(
                      GatewayErrors.detail(
                          named.isEmpty() ? local : named.get(0), refusal.message())));
            });
    List<Endorser.Outcome> outcomes;
    try (Snapshot state = ledger.snapshot()) {
      outcomes =
          named.isEmpty()
              ? collector.byPolicy(proposal, local, policy, state)
              : collector.byOrganisations(proposal, named, state);
    }
    if (outcomes.get(0).privateData() != null) {
      transientStore.put(proposal.transactionId(), outcomes.get(0).privateData());
    }
    return EndorseResponse.newBuilder()
        .setPreparedTransaction(
            Transactions.assemble(
                proposal.header(),
                proposal.payload(),
                outcomes.get(0).payload(),
                outcomes.stream().map(Endorser.Outcome::endorsement).collect(Collectors.toList())))
        .build();
  }

  private void requireEndorsers(Proposal proposal, List<String> named) {
    boolean here =
        proposal.channel().equals(ledger.configuration().channel())
            && chaincodes.has(proposal.chaincode());
    List<String> missing =
        named.stream()
            .filter(organisation -> !here || !policy.mspIds().contains(organisation))
            .collect(Collectors.toList());
    if (!missing.isEmpty()) {
      throw GatewayErrors.error(
          Code.UNAVAILABLE,
          "failed to find any endorsing peers for org(s): " + String.join(", ", missing));
    }
    if (!here) {
      throw GatewayErrors.error(
          Code.FAILED_PRECONDITION,
          "no combination of peers can be derived which satisfy the endorsement policy: No metadata was found for chaincode "
              + proposal.chaincode()
              + " in channel "
              + proposal.channel());
    }
  }

  @Override
  public void submit(SubmitRequest request, StreamObserver<SubmitResponse> observer) {
    answer(observer, () -> submit(request));
  }

  private SubmitResponse submit(SubmitRequest request) {
    if (!request.hasPreparedTransaction()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "a prepared transaction is required");
    }
    if (request.getPreparedTransaction().getSignature().isEmpty()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "prepared transaction must be signed");
    }
    if (!request.getChannelId().equals(ledger.configuration().channel())) {
      throw GatewayErrors.error(
          Code.FAILED_PRECONDITION, "no orderers found in channel " + request.getChannelId());
    }
    broadcast.submit(request.getPreparedTransaction());
    return SubmitResponse.getDefaultInstance();
  }

  @Override
  public void commitStatus(
      SignedCommitStatusRequest signed, StreamObserver<CommitStatusResponse> observer) {
    CommitStatusRequest request;
    try {
      request = parseStatusRequest(signed);
    } catch (StatusRuntimeException e) {
      observer.onError(e);
      return;
    }
    String id = request.getTransactionId();
    CompletableFuture<TransactionPosition> waiting = waiters.await(id);
    ((ServerCallStreamObserver<CommitStatusResponse>) observer)
        .setOnCancelHandler(() -> waiters.forget(id, waiting));
    Optional<TransactionPosition> known = ledger.position(id);
    if (known.isPresent()) {
      waiters.forget(id, waiting);
      waiting.complete(known.get());
    }
    // Not on the committer's thread: a client in this process might do its own work within the
    // answer.
    waiting.whenCompleteAsync(
        (position, failure) -> {
          if (failure == null) {
            observer.onNext(
                CommitStatusResponse.newBuilder()
                    .setResult(position.code())
                    .setBlockNumber(position.block())
                    .build());
            observer.onCompleted();
          } else {
            observer.onError(GatewayErrors.error(Code.ABORTED, failure.getMessage()));
          }
        },
        executor);
  }

  private CommitStatusRequest parseStatusRequest(SignedCommitStatusRequest signed) {
    if (signed.getRequest().isEmpty()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "a commit status request is required");
    }
    CommitStatusRequest request;
    try {
      request = CommitStatusRequest.parseFrom(signed.getRequest());
    } catch (InvalidProtocolBufferException e) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "invalid status request: " + e.getMessage());
    }
    if (request.getIdentity().isEmpty()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "no identity provided");
    }
    if (request.getChannelId().isEmpty()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "no channel ID provided");
    }
    if (request.getTransactionId().isEmpty()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "transaction ID should not be empty");
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

  @Override
  public void chaincodeEvents(
      SignedChaincodeEventsRequest signed, StreamObserver<ChaincodeEventsResponse> observer) {
    events.start(signed, (ServerCallStreamObserver<ChaincodeEventsResponse>) observer);
  }
}
