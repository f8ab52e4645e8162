// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Proposal;

/**
 * One call of the chaincode as the peer handed it over.
 *
 * @param transaction which transaction it is
 * @param function the function's name, the first argument of the call; empty when there was none
 * @param arguments the arguments after the function's name
 * @param creatorMspId the Fabric organisation whose member signed the proposal; the peer has
 *     verified that signature before it called us
 * @param timestamp the proposal's timestamp, chosen by the client
 */
record Invocation(
    TransactionId transaction,
    String function,
    List<ByteString> arguments,
    String creatorMspId,
    Instant timestamp) {

  Invocation {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a {@code TRANSACTION} message.
   *
   * @throws RegistryException {@code MALFORMED} when it, or the signed proposal in it, is not
   *     readable
   */
  static Invocation of(ChaincodeMessage message) {
    try {
      List<ByteString> input = ChaincodeInput.parseFrom(message.getPayload()).getArgsList();
      Proposal proposal = Proposal.parseFrom(message.getProposal().getProposalBytes());
      Header header = Header.parseFrom(proposal.getHeader());
      return new Invocation(
          TransactionId.of(message),
          input.isEmpty() ? "" : input.get(0).toString(StandardCharsets.UTF_8),
          input.isEmpty() ? List.of() : input.subList(1, input.size()),
          creatorMspId(header),
          timestamp(header));
    } catch (InvalidProtocolBufferException e) {
      throw malformed(zh("节点的消息中没有可读取的调用").en("the peer's message holds no readable call"));
    }
  }

  private static String creatorMspId(Header header) throws InvalidProtocolBufferException {
    ByteString creator = SignatureHeader.parseFrom(header.getSignatureHeader()).getCreator();
    String mspId = SerializedIdentity.parseFrom(creator).getMspid();
    if (mspId.isEmpty()) {
      throw malformed(zh("提案未载明签署组织").en("the proposal names no organisation that signed it"));
    }
    return mspId;
  }

  private static Instant timestamp(Header header) throws InvalidProtocolBufferException {
    ChannelHeader channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
    if (!channelHeader.hasTimestamp()) {
      throw malformed(zh("提案没有时间戳").en("the proposal has no timestamp"));
    }
    Timestamp timestamp = channelHeader.getTimestamp();
    try {
      return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    } catch (DateTimeException | ArithmeticException e) {
      throw malformed(zh("提案的时间戳不是有效时间").en("the proposal's timestamp is no date"));
    }
  }

  private static RegistryException malformed(Detail detail) {
    return new RegistryException(ErrorCode.MALFORMED, detail);
  }
}
