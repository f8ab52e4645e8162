// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.List;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * Endorse: enough organisations run the proposal and sign the same result, from which the
 * transaction is made.
 */
final class EndorseCalls {
  private final Ledger ledger;
  private final Chaincodes chaincodes;
  private final ProposalCheck check;
  private final Endorser endorser;
  private final EndorsementCollector collector;
  private final EndorsementPolicy policy;
  private final TransientStore transientStore;

  EndorseCalls(
      Ledger ledger,
      Chaincodes chaincodes,
      ProposalCheck check,
      Endorser endorser,
      EndorsementCollector collector,
      EndorsementPolicy policy,
      TransientStore transientStore) {
    this.ledger = ledger;
    this.chaincodes = chaincodes;
    this.check = check;
    this.endorser = endorser;
    this.collector = collector;
    this.policy = policy;
    this.transientStore = transientStore;
  }

  EndorseResponse answer(EndorseRequest request) {
    Proposal proposal = parse(request);
    List<String> named =
        request.getEndorsingOrganizationsList().stream().distinct().collect(Collectors.toList());
    requireEndorsers(proposal, named);
    String local = endorser.localOrganisation(proposal);
    check
        .check(proposal)
        .ifPresent(
            refusal -> {
              throw GatewayErrors.error(
                  Code.ABORTED,
                  named.isEmpty()
                      ? EndorsementCollector.FIRST_FAILED
                      : EndorsementCollector.NOT_ENOUGH,
                  refusals(refusal.message(), local, named));
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

  /** Every endorser that is asked refuses; those of other organisations are asked over gRPC. */
  private static List<ErrorDetail> refusals(String message, String local, List<String> named) {
    return (named.isEmpty() ? List.of(local) : named)
        .stream()
            .map(
                organisation ->
                    GatewayErrors.detail(
                        organisation,
                        organisation.equals(local)
                            ? message
                            : "rpc error: code = Unknown desc = " + message))
            .toList();
  }

  private static Proposal parse(EndorseRequest request) {
    if (request.getProposedTransaction().getProposalBytes().isEmpty()) {
      throw GatewayErrors.error(
          Code.INVALID_ARGUMENT, "the proposed transaction must contain a signed proposal");
    }
    try {
      return Proposal.parse(request.getProposedTransaction());
    } catch (InvalidProtocolBufferException e) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, e.getMessage());
    }
  }

  private void requireEndorsers(Proposal proposal, List<String> named) {
    boolean here =
        proposal.channel().equals(ledger.configuration().channel())
            && chaincodes.has(proposal.named());
    List<String> missing =
        named.stream()
            .filter(organisation -> !here || !endorser.has(organisation))
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
              + proposal.named()
              + " in channel "
              + proposal.channel());
    }
  }
}
