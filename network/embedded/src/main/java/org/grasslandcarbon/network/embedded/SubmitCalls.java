// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * The entrance to ordering: what an orderer refuses is refused here, everything else goes into a
 * block.
 */
final class SubmitCalls {
  private final String channel;
  private final TransactionCheck check;
  private final BlockCutting cutting;
  private final TransientStore transientStore;
  private final Orderer orderer;
  private final String ordererMspId;

  SubmitCalls(
      String channel,
      TransactionCheck check,
      BlockCutting cutting,
      TransientStore transientStore,
      Orderer orderer,
      String ordererMspId) {
    this.channel = channel;
    this.check = check;
    this.cutting = cutting;
    this.transientStore = transientStore;
    this.orderer = orderer;
    this.ordererMspId = ordererMspId;
  }

  /**
   * Takes a signed transaction for ordering; the answer says nothing yet about its being committed.
   *
   * @throws StatusRuntimeException with the gateway's code and text when it is not taken
   */
  SubmitResponse answer(SubmitRequest request) {
    if (!request.hasPreparedTransaction()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "a prepared transaction is required");
    }
    if (request.getPreparedTransaction().getSignature().isEmpty()) {
      throw GatewayErrors.error(Code.INVALID_ARGUMENT, "prepared transaction must be signed");
    }
    if (!request.getChannelId().equals(channel)) {
      throw GatewayErrors.noConfiguration(Code.FAILED_PRECONDITION, request.getChannelId());
    }
    order(request.getPreparedTransaction());
    return SubmitResponse.getDefaultInstance();
  }

  /** The orderers' filters, in their order. */
  private void order(Envelope envelope) {
    Header header = header(envelope);
    ChannelHeader channelHeader = channelHeader(header);
    if (!channelHeader.getChannelId().equals(channel)) {
      throw refused("BAD_REQUEST", "channel does not exist");
    }
    ByteString bytes = envelope.toByteString();
    if (bytes.size() > cutting.absoluteMaxBytes()) {
      throw refused(
          "BAD_REQUEST",
          "message payload is "
              + bytes.size()
              + " bytes and exceeds maximum allowed "
              + cutting.absoluteMaxBytes()
              + " bytes");
    }
    if (!check.signedByMember(envelope, creator(header))) {
      throw refused("FORBIDDEN", AccessCheck.unsatisfied("Writers") + ": permission denied");
    }
    if (channelHeader.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
      throw refused("BAD_REQUEST", "the message is not an endorser transaction");
    }
    CheckedTransaction transaction = check.check(bytes);
    offer(new Orderer.Submission(transaction, privateData(transaction)));
  }

  private Header header(Envelope envelope) {
    try {
      Payload payload = Unreadable.parse("Payload", envelope.getPayload(), Payload::parseFrom);
      if (payload.hasHeader()) {
        return payload.getHeader();
      }
    } catch (InvalidProtocolBufferException e) {
      throw refused("BAD_REQUEST", "could not determine channel ID: " + e.getMessage());
    }
    throw refused("BAD_REQUEST", "could not determine channel ID: header not set");
  }

  private ChannelHeader channelHeader(Header header) {
    try {
      return Unreadable.parse("ChannelHeader", header.getChannelHeader(), ChannelHeader::parseFrom);
    } catch (InvalidProtocolBufferException e) {
      throw refused("BAD_REQUEST", "could not determine channel ID: " + e.getMessage());
    }
  }

  /** Nobody, when it cannot be read: then nobody has signed. */
  private static ByteString creator(Header header) {
    try {
      return SignatureHeader.parseFrom(header.getSignatureHeader()).getCreator();
    } catch (InvalidProtocolBufferException e) {
      return ByteString.EMPTY;
    }
  }

  private TxPvtReadWriteSet privateData(CheckedTransaction transaction) {
    if (transaction.results() == null || !transaction.results().writesPrivateData()) {
      return null;
    }
    TxPvtReadWriteSet values = transientStore.get(transaction.id());
    if (values == null || !BlockValidation.matches(transaction.results(), values)) {
      throw refused(
          "BAD_REQUEST",
          "the private values of the transaction are not held any more, endorse it again");
    }
    return values;
  }

  private void offer(Orderer.Submission submission) {
    boolean taken;
    try {
      taken = orderer.offer(submission);
    } catch (EmbeddedPeerException e) {
      throw refused("SERVICE_UNAVAILABLE", e.getMessage());
    }
    if (!taken) {
      throw refused("SERVICE_UNAVAILABLE", "too many transactions are waiting for a block");
    }
  }

  /** As a gateway answers when BFT orderers refuse: there is one of them here. */
  private StatusRuntimeException refused(String status, String information) {
    return GatewayErrors.error(
        Code.UNAVAILABLE,
        "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
        List.of(
            GatewayErrors.detail(
                ordererMspId,
                "received unsuccessful response from orderer: status="
                    + status
                    + ", info="
                    + information)));
  }
}
