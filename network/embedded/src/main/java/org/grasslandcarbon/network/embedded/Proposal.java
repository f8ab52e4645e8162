// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A client's proposal, read.
 *
 * @param named the chaincode that the gateway looks for, as the payload names it
 * @param hasSpec whether the payload says what to call at all
 * @param chaincode the chaincode to run, from the header's extension; empty when {@code problem}
 * @param problem why no endorser can run it, or null
 * @param payload the proposal payload without the transient map, which must never get into a block
 * @param hash what the endorsement refers to
 */
record Proposal(
    SignedProposal signed,
    Header header,
    ChannelHeader channelHeader,
    SignatureHeader signatureHeader,
    String named,
    boolean hasSpec,
    String chaincode,
    String problem,
    ChaincodeInput input,
    ByteString payload,
    boolean hasTransientData,
    ByteString hash) {

  /**
   * @throws InvalidProtocolBufferException with Fabric's words when a message cannot be read
   */
  static Proposal parse(SignedProposal signed) throws InvalidProtocolBufferException {
    var proposal =
        Unreadable.parse(
            "Proposal",
            signed.getProposalBytes(),
            org.hyperledger.fabric.protos.peer.Proposal::parseFrom);
    Header header = Unreadable.parse("Header", proposal.getHeader(), Header::parseFrom);
    ChannelHeader channelHeader =
        Unreadable.parse("ChannelHeader", header.getChannelHeader(), ChannelHeader::parseFrom);
    ChaincodeProposalPayload payload =
        Unreadable.parse(
            "ChaincodeProposalPayload", proposal.getPayload(), ChaincodeProposalPayload::parseFrom);
    ChaincodeInvocationSpec invocation =
        Unreadable.parse(
            "ChaincodeInvocationSpec", payload.getInput(), ChaincodeInvocationSpec::parseFrom);
    ChaincodeSpec spec = invocation.getChaincodeSpec();
    ByteString withoutTransient =
        ChaincodeProposalPayload.newBuilder().setInput(payload.getInput()).build().toByteString();
    Target target = Target.of(channelHeader);
    return new Proposal(
        signed,
        header,
        channelHeader,
        Unreadable.parse(
            "SignatureHeader", header.getSignatureHeader(), SignatureHeader::parseFrom),
        spec.getChaincodeId().getName(),
        invocation.hasChaincodeSpec(),
        target.chaincode,
        target.problem,
        spec.getInput(),
        withoutTransient,
        payload.getTransientMapCount() > 0,
        Sha256.hash(header.getChannelHeader(), header.getSignatureHeader(), withoutTransient));
  }

  /** The chaincode of the header's extension, or what is wrong with it. */
  private record Target(String chaincode, String problem) {
    static Target of(ChannelHeader header) {
      ChaincodeHeaderExtension extension;
      try {
        extension =
            Unreadable.parse(
                "ChaincodeHeaderExtension",
                header.getExtension(),
                ChaincodeHeaderExtension::parseFrom);
      } catch (InvalidProtocolBufferException e) {
        return new Target("", e.getMessage());
      }
      if (!extension.hasChaincodeId()) {
        return new Target("", "ChaincodeHeaderExtension.ChaincodeId is nil");
      }
      String name = extension.getChaincodeId().getName();
      return new Target(
          name, name.isEmpty() ? "ChaincodeHeaderExtension.ChaincodeId.Name is empty" : null);
    }
  }

  String channel() {
    return channelHeader.getChannelId();
  }

  String transactionId() {
    return channelHeader.getTxId();
  }
}
