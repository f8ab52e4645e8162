// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;

/** Evaluate: one organisation runs the proposal, the result is handed back and nothing is kept. */
final class EvaluateCalls {
  private final Ledger ledger;
  private final LedgerQueries queries;
  private final Chaincodes chaincodes;
  private final ProposalCheck check;
  private final Endorser endorser;

  EvaluateCalls(Ledger ledger, Chaincodes chaincodes, ProposalCheck check, Endorser endorser) {
    this.ledger = ledger;
    this.chaincodes = chaincodes;
    this.check = check;
    this.endorser = endorser;
    queries = new LedgerQueries(ledger);
  }

  EvaluateResponse answer(EvaluateRequest request) {
    Proposal proposal = parse(request);
    boolean aboutLedger = proposal.chaincode().equals(LedgerQueries.NAME);
    String organisation = organisation(proposal, request.getTargetOrganizationsList());
    if (organisation == null || !aboutLedger && !chaincodes.has(proposal.chaincode())) {
      throw GatewayErrors.error(
          Code.FAILED_PRECONDITION,
          "no peers available to evaluate chaincode "
              + proposal.chaincode()
              + " in channel "
              + proposal.channel());
    }
    refuseIfNeeded(proposal, organisation);
    Endorser.Outcome outcome =
        aboutLedger
            ? Endorser.Outcome.unendorsed(
                organisation, queries.answer(proposal.input().getArgsList()))
            : run(proposal, organisation);
    if (outcome.succeeded()) {
      return EvaluateResponse.newBuilder().setResult(outcome.response()).build();
    }
    // A real gateway tries other peers when a peer itself has failed, and says the second when none
    // is left.
    throw GatewayErrors.error(
        outcome.fromChaincode() ? Code.UNKNOWN : Code.ABORTED,
        outcome.fromChaincode()
            ? "evaluate call to endorser returned error: " + outcome.failure()
            : "failed to evaluate transaction, see attached details for more info",
        List.of(GatewayErrors.detail(organisation, outcome.failure())));
  }

  private Proposal parse(EvaluateRequest request) {
    Proposal proposal;
    try {
      proposal = Proposal.parse(request.getProposedTransaction());
    } catch (InvalidProtocolBufferException e) {
      throw GatewayErrors.error(
          Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + e.getMessage());
    }
    if (!proposal.channel().equals(ledger.configuration().channel())) {
      throw GatewayErrors.error(
          Code.UNAVAILABLE, "no peers available in channel " + proposal.channel());
    }
    return proposal;
  }

  /** The client's own organisation unless it names others; null when it names only unknown ones. */
  private String organisation(Proposal proposal, List<String> targets) {
    String own = endorser.localOrganisation(proposal);
    return targets.isEmpty() || targets.contains(own)
        ? own
        : targets.stream().filter(endorser::has).findFirst().orElse(null);
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
    try (Snapshot state = ledger.snapshot()) {
      return endorser.process(proposal, organisation, state);
    }
  }
}
