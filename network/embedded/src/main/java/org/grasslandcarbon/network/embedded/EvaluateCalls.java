// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.peer.Response;

/** Evaluate: one organisation runs the proposal, the result is handed back and nothing is kept. */
final class EvaluateCalls {
  private final Ledger ledger;
  private final Map<String, Function<List<ByteString>, Response>> systemChaincodes;
  private final Chaincodes chaincodes;
  private final ProposalCheck check;
  private final Endorser endorser;

  EvaluateCalls(Ledger ledger, Chaincodes chaincodes, ProposalCheck check, Endorser endorser) {
    this.ledger = ledger;
    this.chaincodes = chaincodes;
    this.check = check;
    this.endorser = endorser;
    systemChaincodes =
        Map.of(
            LedgerQueries.NAME,
            new LedgerQueries(ledger)::answer,
            ConfigurationQueries.NAME,
            new ConfigurationQueries(ledger)::answer);
  }

  EvaluateResponse answer(EvaluateRequest request) {
    Proposal proposal = parse(request);
    List<String> organisations = organisations(proposal, request.getTargetOrganizationsList());
    boolean known =
        systemChaincodes.containsKey(proposal.named()) || chaincodes.has(proposal.named());
    if (organisations.isEmpty() || !known) {
      throw GatewayErrors.error(
          Code.FAILED_PRECONDITION,
          "no peers available to evaluate chaincode "
              + proposal.named()
              + " in channel "
              + proposal.channel());
    }
    refuseIfNeeded(proposal, organisations.get(0));
    return EvaluateResponse.newBuilder().setResult(evaluate(proposal, organisations)).build();
  }

  /** A chaincode's answer is final; a peer that fails itself is followed by the next one. */
  private Response evaluate(Proposal proposal, List<String> organisations) {
    List<ErrorDetail> details = new ArrayList<>();
    for (String organisation : organisations) {
      Endorser.Outcome outcome = run(proposal, organisation);
      if (outcome.succeeded()) {
        return outcome.response();
      }
      details.add(GatewayErrors.detail(organisation, outcome.failure()));
      if (outcome.fromChaincode()) {
        throw GatewayErrors.error(
            Code.UNKNOWN,
            "evaluate call to endorser returned error: " + outcome.failure(),
            details);
      }
    }
    throw GatewayErrors.error(
        Code.ABORTED,
        "failed to evaluate transaction, see attached details for more info",
        details);
  }

  private Proposal parse(EvaluateRequest request) {
    if (request.getProposedTransaction().getProposalBytes().isEmpty()) {
      throw cannotUnpack("a signed proposal is required");
    }
    Proposal proposal;
    try {
      proposal = Proposal.parse(request.getProposedTransaction());
    } catch (InvalidProtocolBufferException e) {
      throw cannotUnpack(e.getMessage());
    }
    if (proposal.channel().isEmpty()) {
      throw cannotUnpack("no channel id provided");
    }
    if (proposal.named().isEmpty()) {
      throw cannotUnpack(
          "no chaincode "
              + (proposal.hasSpec() ? "name" : "spec")
              + " is provided, channel id ["
              + proposal.channel()
              + "]");
    }
    if (!proposal.channel().equals(ledger.configuration().channel())) {
      throw GatewayErrors.noConfiguration(Code.UNAVAILABLE, proposal.channel());
    }
    return proposal;
  }

  private static StatusRuntimeException cannotUnpack(String reason) {
    return GatewayErrors.error(
        Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + reason);
  }

  /** The client's own organisation first; only those that it names, when it names any. */
  private List<String> organisations(Proposal proposal, List<String> targets) {
    String own = endorser.localOrganisation(proposal);
    List<String> organisations = new ArrayList<>(endorser.organisations());
    organisations.remove(own);
    organisations.add(0, own);
    if (!targets.isEmpty()) {
      organisations.retainAll(targets);
    }
    return organisations;
  }

  private void refuseIfNeeded(Proposal proposal, String organisation) {
    check
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

  private Endorser.Outcome run(Proposal proposal, String organisation) {
    Function<List<ByteString>, Response> system = systemChaincodes.get(proposal.chaincode());
    if (system != null) {
      return Endorser.Outcome.unendorsed(
          organisation, system.apply(proposal.input().getArgsList()));
    }
    try (Snapshot state = ledger.snapshot()) {
      return endorser.process(proposal, organisation, state);
    }
  }
}
