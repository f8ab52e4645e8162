// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.function.Consumer;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;

/** Transactions whose creator has changed, before signing, what the endorsers had signed. */
final class TamperedTransaction {
  private TamperedTransaction() {}

  static Transaction withoutEndorsements(TestClient client, Transaction transaction)
      throws InvalidProtocolBufferException {
    return change(client, transaction, action -> action.getActionBuilder().clearEndorsements());
  }

  static Transaction withOtherArguments(TestClient client, Transaction transaction)
      throws InvalidProtocolBufferException {
    return change(
        client,
        transaction,
        action ->
            action.setChaincodeProposalPayload(
                action
                    .getChaincodeProposalPayload()
                    .concat(ByteString.copyFrom(new byte[] {26, 0}))));
  }

  private static Transaction change(
      TestClient client, Transaction transaction, Consumer<ChaincodeActionPayload.Builder> change)
      throws InvalidProtocolBufferException {
    PreparedTransaction prepared = PreparedTransaction.parseFrom(transaction.getBytes());
    Payload payload = Payload.parseFrom(prepared.getEnvelope().getPayload());
    var inner =
        org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData()).toBuilder();
    ChaincodeActionPayload.Builder action =
        ChaincodeActionPayload.parseFrom(inner.getActions(0).getPayload()).toBuilder();
    change.accept(action);
    inner.getActionsBuilder(0).setPayload(action.build().toByteString());
    ByteString bytes =
        payload.toBuilder().setData(inner.build().toByteString()).build().toByteString();
    byte[] changed =
        prepared.toBuilder()
            .setEnvelope(prepared.getEnvelope().toBuilder().setPayload(bytes))
            .build()
            .toByteArray();
    return client.gateway().newSignedTransaction(changed, client.sign(bytes).toByteArray());
  }
}
