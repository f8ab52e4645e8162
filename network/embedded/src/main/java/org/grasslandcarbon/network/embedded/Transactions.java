// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** Puts an endorsed proposal into the form in which it goes into a block. */
final class Transactions {
  private Transactions() {}

  /**
   * @param proposalPayload without the transient map
   * @return the envelope, which its creator has still to sign
   */
  static Envelope assemble(
      Header header,
      ByteString proposalPayload,
      ByteString responsePayload,
      List<Endorsement> endorsements) {
    ByteString action =
        ChaincodeActionPayload.newBuilder()
            .setChaincodeProposalPayload(proposalPayload)
            .setAction(
                ChaincodeEndorsedAction.newBuilder()
                    .setProposalResponsePayload(responsePayload)
                    .addAllEndorsements(endorsements))
            .build()
            .toByteString();
    Transaction transaction =
        Transaction.newBuilder()
            .addActions(
                TransactionAction.newBuilder()
                    .setHeader(header.getSignatureHeader())
                    .setPayload(action))
            .build();
    return Envelope.newBuilder()
        .setPayload(
            Payload.newBuilder()
                .setHeader(header)
                .setData(transaction.toByteString())
                .build()
                .toByteString())
        .build();
  }
}
