// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;

/** Runs a proposal for one organisation and signs the result with that organisation's key. */
final class Endorser {
  /** Statuses from here on are failures; such a response is never endorsed. */
  private static final int ERROR_THRESHOLD = 400;

  private final Chaincodes chaincodes;
  private final Map<String, SigningIdentity> peers;
  private final Membership membership;

  /**
   * @param peers the signing identity of every organisation, in the configured order
   */
  Endorser(Chaincodes chaincodes, Map<String, SigningIdentity> peers, Membership membership) {
    this.chaincodes = chaincodes;
    this.peers = peers;
    this.membership = membership;
  }

  /** All that can endorse, in the configured order. */
  List<String> organisations() {
    return List.copyOf(peers.keySet());
  }

  boolean has(String organisation) {
    return peers.containsKey(organisation);
  }

  /** The organisation that a client's gateway belongs to is taken to be the client's own. */
  String localOrganisation(Proposal proposal) {
    return membership
        .identify(proposal.signatureHeader().getCreator())
        .map(Identity::mspId)
        .filter(this::has)
        .orElseGet(() -> peers.keySet().iterator().next());
  }

  /**
   * What came of it.
   *
   * @param response the chaincode's, or one of status 500 with the peer's own message
   * @param fromChaincode whether the chaincode answered at all
   * @param payload the serialized {@code ProposalResponsePayload}; null unless endorsed
   * @param endorsement null unless endorsed
   * @param privateData the private write set, or null
   */
  record Outcome(
      String organisation,
      Response response,
      boolean fromChaincode,
      ByteString payload,
      Endorsement endorsement,
      TxPvtReadWriteSet privateData) {

    /** A chaincode's answer that nobody signs. */
    static Outcome unendorsed(String organisation, Response response) {
      return new Outcome(organisation, response, true, null, null, null);
    }

    boolean succeeded() {
      return fromChaincode && response.getStatus() >= 200 && response.getStatus() < ERROR_THRESHOLD;
    }

    boolean endorsed() {
      return endorsement != null;
    }

    /** The text of a failure as Fabric's gateway gives it. */
    String failure() {
      return fromChaincode
          ? "chaincode response " + response.getStatus() + ", " + response.getMessage()
          : response.getMessage();
    }
  }

  /** The proposal must have passed {@link ProposalCheck}. */
  Outcome process(Proposal proposal, String organisation, Snapshot state) {
    Outcome outcome = run(proposal, organisation, state);
    // Whatever the chaincode has made of it: it may have read what is not so, or been told nothing.
    return state.isUsable() ? outcome : failed(organisation, UnusableIndexException.MESSAGE);
  }

  private Outcome run(Proposal proposal, String organisation, Snapshot state) {
    Simulation simulation = new Simulation(proposal.transactionId(), state);
    ChaincodeMessage message;
    Response response;
    try {
      message =
          chaincodes.invoke(
              new Invocation(
                  organisation,
                  proposal.chaincode(),
                  proposal.transactionId(),
                  proposal.signed(),
                  proposal.input(),
                  simulation));
      if (message.getType() == ChaincodeMessage.Type.ERROR) {
        return failed(
            organisation,
            "error in simulation: transaction returned with failure: "
                + message.getPayload().toStringUtf8());
      }
      response = Response.parseFrom(message.getPayload());
    } catch (InvocationException e) {
      return failed(
          organisation,
          "error in simulation: failed to execute transaction "
              + proposal.transactionId()
              + ": "
              + e.getMessage());
    } catch (InvalidProtocolBufferException e) {
      return failed(
          organisation,
          "error in simulation: failed to unmarshal response for transaction "
              + proposal.transactionId()
              + ": "
              + Unreadable.TEXT);
    }
    Outcome answer = Outcome.unendorsed(organisation, response);
    return answer.succeeded()
        ? endorse(proposal, organisation, simulation, response, message)
        : answer;
  }

  private Outcome endorse(
      Proposal proposal,
      String organisation,
      Simulation simulation,
      Response response,
      ChaincodeMessage message) {
    ChaincodeAction.Builder action =
        ChaincodeAction.newBuilder()
            .setResults(simulation.publicResults())
            .setResponse(response)
            .setChaincodeId(
                ChaincodeID.newBuilder()
                    .setName(proposal.chaincode())
                    .setVersion(chaincodes.version(proposal.chaincode())));
    if (message.hasChaincodeEvent()) {
      // The chaincode fills in name and payload only; who and where is the peer's to say.
      action.setEvents(
          message.getChaincodeEvent().toBuilder()
              .setChaincodeId(proposal.chaincode())
              .setTxId(proposal.transactionId())
              .build()
              .toByteString());
    }
    ByteString payload =
        ProposalResponsePayload.newBuilder()
            .setProposalHash(proposal.hash())
            .setExtension(action.build().toByteString())
            .build()
            .toByteString();
    return new Outcome(
        organisation,
        response,
        true,
        payload,
        sign(organisation, payload),
        simulation.privateResults());
  }

  private Endorsement sign(String organisation, ByteString payload) {
    SigningIdentity peer = peers.get(organisation);
    return Endorsement.newBuilder()
        .setEndorser(peer.serialized())
        .setSignature(peer.sign(payload, peer.serialized()))
        .build();
  }

  private static Outcome failed(String organisation, String message) {
    return new Outcome(
        organisation,
        Response.newBuilder().setStatus(500).setMessage(message).build(),
        false,
        null,
        null,
        null);
  }
}
