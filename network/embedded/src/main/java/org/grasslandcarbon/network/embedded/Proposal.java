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
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A client's proposal, read.
 *
 * @param chaincode the chaincode to run, from the header's extension
 * @param payload the proposal payload without the transient map, which must never get into a block
 * @param hash what the endorsement refers to
 */
record Proposal(
    SignedProposal signed,
    Header header,
    ChannelHeader channelHeader,
    SignatureHeader signatureHeader,
    String chaincode,
    ChaincodeInput input,
    ByteString payload,
    boolean hasTransientData,
    ByteString hash) {

  /**
   * @throws InvalidProtocolBufferException when a message cannot be read or a required part is
   *     missing
   */
  static Proposal parse(SignedProposal signed) throws InvalidProtocolBufferException {
    var proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(signed.getProposalBytes());
    Header header = Header.parseFrom(proposal.getHeader());
    ChannelHeader channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
    ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
    ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
    if (channelHeader.getChannelId().isEmpty()) {
      throw new InvalidProtocolBufferException("no channel id provided");
    }
    if (!spec.hasChaincodeSpec()) {
      throw new InvalidProtocolBufferException(
          "no chaincode spec is provided, channel id [" + channelHeader.getChannelId() + "]");
    }
    if (spec.getChaincodeSpec().getChaincodeId().getName().isEmpty()) {
      throw new InvalidProtocolBufferException(
          "no chaincode name is provided, channel id [" + channelHeader.getChannelId() + "]");
    }
    ByteString withoutTransient =
        ChaincodeProposalPayload.newBuilder().setInput(payload.getInput()).build().toByteString();
    return new Proposal(
        signed,
        header,
        channelHeader,
        SignatureHeader.parseFrom(header.getSignatureHeader()),
        ChaincodeHeaderExtension.parseFrom(channelHeader.getExtension()).getChaincodeId().getName(),
        spec.getChaincodeSpec().getInput(),
        withoutTransient,
        payload.getTransientMapCount() > 0,
        Sha256.hash(header.getChannelHeader(), header.getSignatureHeader(), withoutTransient));
  }

  String channel() {
    return channelHeader.getChannelId();
  }

  String transactionId() {
    return channelHeader.getTxId();
  }
}
