// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * Gets a proposal endorsed by enough organisations: by the client's own first, then by the others
 * at the same time. Every organisation runs the chaincode itself and the results must be equal byte
 * for byte, so a chaincode that is not deterministic shows here as it would in a real network.
 */
final class EndorsementCollector {
  static final String FIRST_FAILED =
      "failed to endorse transaction, see attached details for more info";

  static final String NOT_ENOUGH =
      "failed to collect enough transaction endorsements, see attached details for more info";

  private final Endorser endorser;
  private final Executor executor;

  EndorsementCollector(Endorser endorser, Executor executor) {
    this.endorser = endorser;
    this.executor = executor;
  }

  /**
   * As many organisations as the policy asks for, the given one first; its failure ends the
   * attempt.
   */
  List<Endorser.Outcome> byPolicy(
      Proposal proposal, String first, EndorsementPolicy policy, Snapshot state) {
    Endorser.Outcome outcome = endorser.process(proposal, first, state);
    if (!outcome.endorsed()) {
      throw GatewayErrors.error(
          Code.ABORTED, FIRST_FAILED, List.of(GatewayErrors.detail(first, outcome.failure())));
    }
    List<Endorser.Outcome> endorsed = new ArrayList<>(List.of(outcome));
    List<String> others = new ArrayList<>(policy.mspIds());
    others.remove(first);
    List<ErrorDetail> details = new ArrayList<>();
    while (endorsed.size() < policy.required()) {
      int missing = policy.required() - endorsed.size();
      if (others.size() < missing) {
        throw GatewayErrors.error(Code.ABORTED, NOT_ENOUGH, details);
      }
      List<String> next = others.subList(0, missing);
      add(run(proposal, next, state), endorsed, details);
      next.clear();
    }
    return endorsed;
  }

  /** The client names the organisations and answers for their being enough. */
  List<Endorser.Outcome> byOrganisations(
      Proposal proposal, List<String> organisations, Snapshot state) {
    List<Endorser.Outcome> endorsed = new ArrayList<>();
    List<ErrorDetail> details = new ArrayList<>();
    add(run(proposal, organisations, state), endorsed, details);
    if (!details.isEmpty()) {
      throw GatewayErrors.error(Code.ABORTED, NOT_ENOUGH, details);
    }
    return endorsed;
  }

  private List<Endorser.Outcome> run(
      Proposal proposal, List<String> organisations, Snapshot state) {
    List<CompletableFuture<Endorser.Outcome>> others =
        organisations.stream()
            .skip(1)
            .map(
                organisation ->
                    CompletableFuture.supplyAsync(
                        () -> endorser.process(proposal, organisation, state), executor))
            .collect(Collectors.toList());
    List<Endorser.Outcome> outcomes = new ArrayList<>();
    outcomes.add(endorser.process(proposal, organisations.get(0), state));
    others.forEach(other -> outcomes.add(other.join()));
    return outcomes;
  }

  private static void add(
      List<Endorser.Outcome> outcomes, List<Endorser.Outcome> endorsed, List<ErrorDetail> details) {
    for (Endorser.Outcome outcome : outcomes) {
      if (!outcome.endorsed()) {
        details.add(GatewayErrors.detail(outcome.organisation(), outcome.failure()));
      } else if (!endorsed.isEmpty() && !endorsed.get(0).payload().equals(outcome.payload())) {
        details.add(
            GatewayErrors.detail(outcome.organisation(), "ProposalResponsePayloads do not match"));
      } else {
        endorsed.add(outcome);
      }
    }
  }
}
