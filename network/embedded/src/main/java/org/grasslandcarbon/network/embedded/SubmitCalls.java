// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

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
      throw GatewayErrors.error(
          Code.FAILED_PRECONDITION, "no orderers found in channel " + request.getChannelId());
    }
    order(request.getPreparedTransaction());
    return SubmitResponse.getDefaultInstance();
  }

  private void order(Envelope envelope) {
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
    CheckedTransaction transaction = check.check(bytes);
    if (transaction.code() == TxValidationCode.BAD_PAYLOAD
        || transaction.code() == TxValidationCode.BAD_COMMON_HEADER
        || transaction.results() == null && transaction.code() == TxValidationCode.VALID) {
      throw refused("BAD_REQUEST", "the message is not an endorser transaction");
    }
    if (!transaction.channel().equals(channel)) {
      throw refused("NOT_FOUND", "channel does not exist");
    }
    if (transaction.code() == TxValidationCode.BAD_CREATOR_SIGNATURE) {
      throw refused("FORBIDDEN", AccessCheck.unsatisfied("Writers") + ": permission denied");
    }
    offer(new Orderer.Submission(transaction, privateData(transaction)));
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
      throw unavailable(e.getMessage());
    }
    if (!taken) {
      throw unavailable("too many transactions are waiting for a block");
    }
  }

  private StatusRuntimeException unavailable(String message) {
    return GatewayErrors.error(
        Code.UNAVAILABLE,
        "no orderers could successfully process transaction",
        List.of(GatewayErrors.detail(ordererMspId, message)));
  }

  private static StatusRuntimeException refused(String status, String information) {
    return GatewayErrors.error(
        Code.ABORTED,
        "received unsuccessful response from orderer: status=" + status + ", info=" + information);
  }
}
