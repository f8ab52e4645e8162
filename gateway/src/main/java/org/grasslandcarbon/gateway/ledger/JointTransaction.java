// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.gateway.ledger.Answer.Endorsed;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/**
 * Takes prepared transactions apart and makes one of several that carry the same proposal and the
 * same results, each with another organisation's endorsement.
 */
final class JointTransaction {
  private JointTransaction() {}

  /**
   * Reads what an organisation that was asked alone has endorsed.
   *
   * @throws IllegalArgumentException when it is not that organisation's endorsement
   */
  static Endorsed endorsed(String organisation, byte[] prepared) {
    try {
      ChaincodeEndorsedAction action =
          action(payload(PreparedTransaction.parseFrom(prepared))).getAction();
      for (Endorsement endorsement : action.getEndorsementsList()) {
        String signer = SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid();
        if (!signer.equals(organisation)) {
          throw new IllegalArgumentException(
              "in place of " + organisation + ", " + signer + " has endorsed");
        }
      }
      return new Endorsed(organisation, prepared, action.getProposalResponsePayload());
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the peer prepared something unreadable", e);
    }
  }

  /**
   * One transaction with everybody's endorsement.
   *
   * @param endorsed of one proposal and with equal payloads; at least one
   * @return the bytes of a {@code PreparedTransaction}
   */
  static byte[] of(List<Endorsed> endorsed) {
    try {
      Set<Endorsement> endorsements = new LinkedHashSet<>();
      for (Endorsed each : endorsed) {
        endorsements.addAll(
            action(payload(PreparedTransaction.parseFrom(each.prepared())))
                .getAction()
                .getEndorsementsList());
      }
      PreparedTransaction first = PreparedTransaction.parseFrom(endorsed.get(0).prepared());
      Payload joint =
          withAction(
              payload(first),
              called ->
                  called.toBuilder()
                      .setAction(
                          called.getAction().toBuilder()
                              .clearEndorsements()
                              .addAllEndorsements(endorsements))
                      .build());
      Envelope envelope = first.getEnvelope().toBuilder().setPayload(joint.toByteString()).build();
      return first.toBuilder().setEnvelope(envelope).build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a prepared transaction", e);
    }
  }

  private static Payload payload(PreparedTransaction prepared)
      throws InvalidProtocolBufferException {
    return Payload.parseFrom(prepared.getEnvelope().getPayload());
  }

  /** Fabric allows one action a transaction. */
  private static ChaincodeActionPayload action(Payload payload)
      throws InvalidProtocolBufferException {
    return ChaincodeActionPayload.parseFrom(
        Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
  }

  private static Payload withAction(Payload payload, UnaryOperator<ChaincodeActionPayload> change)
      throws InvalidProtocolBufferException {
    Transaction transaction = Transaction.parseFrom(payload.getData());
    ByteString changed = change.apply(action(payload)).toByteString();
    TransactionAction action = transaction.getActions(0).toBuilder().setPayload(changed).build();
    return payload.toBuilder()
        .setData(transaction.toBuilder().setActions(0, action).build().toByteString())
        .build();
  }
}
