// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** The messages with which a peer calls the chaincode. */
final class Calls {
  static final String CHANNEL = "grassland";
  static final String MSP_ID = "BeijingMSP";
  static final Instant TIME = Instant.parse("2026-11-22T08:00:00.000000001Z");

  private Calls() {}

  static ChaincodeMessage call(String transactionId, String function, String... arguments) {
    return call(
        transactionId,
        Stream.concat(Stream.of(function), Stream.of(arguments))
            .map(ByteString::copyFromUtf8)
            .toList());
  }

  static ChaincodeMessage call(String transactionId, List<ByteString> input) {
    return ChaincodeMessage.newBuilder()
        .setType(ChaincodeMessage.Type.TRANSACTION)
        .setChannelId(CHANNEL)
        .setTxid(transactionId)
        .setPayload(ChaincodeInput.newBuilder().addAllArgs(input).build().toByteString())
        .setProposal(signed(header(channelHeader(), signatureHeader(MSP_ID))))
        .build();
  }

  static SignedProposal signed(Header header) {
    Proposal proposal = Proposal.newBuilder().setHeader(header.toByteString()).build();
    return SignedProposal.newBuilder().setProposalBytes(proposal.toByteString()).build();
  }

  static Header header(ChannelHeader channelHeader, SignatureHeader signatureHeader) {
    return Header.newBuilder()
        .setChannelHeader(channelHeader.toByteString())
        .setSignatureHeader(signatureHeader.toByteString())
        .build();
  }

  static ChannelHeader channelHeader() {
    return ChannelHeader.newBuilder()
        .setTimestamp(
            Timestamp.newBuilder().setSeconds(TIME.getEpochSecond()).setNanos(TIME.getNano()))
        .build();
  }

  static SignatureHeader signatureHeader(String mspId) {
    SerializedIdentity creator = SerializedIdentity.newBuilder().setMspid(mspId).build();
    return SignatureHeader.newBuilder().setCreator(creator.toByteString()).build();
  }
}
