// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.WriteBatchState;

/** Ways in which a chaincode may not be what was agreed. */
public final class Alterations {
  private Alterations() {}

  /** Makes project owners of the traders that are admitted. */
  static ChaincodeMessage writesOtherwise(ChaincodeMessage message) {
    if (message.getType() != Type.WRITE_BATCH_STATE) {
      return message;
    }
    try {
      WriteBatchState.Builder writes = WriteBatchState.parseFrom(message.getPayload()).toBuilder();
      writes
          .getRecBuilderList()
          .forEach(
              write ->
                  write.setValue(
                      ByteString.copyFromUtf8(
                          write.getValue().toStringUtf8().replace("TRADER", "OWNER"))));
      return message.toBuilder().setPayload(writes.build().toByteString()).build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says of what it applies that it was suspended. */
  static ChaincodeMessage answersOtherwise(ChaincodeMessage message) {
    return atTheEnd(
        message,
        response ->
            response.toBuilder()
                .setPayload(
                    ByteString.copyFromUtf8(
                        response
                            .getPayload()
                            .toStringUtf8()
                            .replace("APPLIED", "PARTICIPANT_SUSPENDED")))
                .build());
  }

  /** Says of an office that it has another name, when it is asked what is stored. */
  static ChaincodeMessage namesOtherwise(ChaincodeMessage message) {
    return atTheEnd(
        message,
        response ->
            response.toBuilder()
                .setPayload(
                    ByteString.copyFromUtf8(
                        response
                            .getPayload()
                            .toStringUtf8()
                            .replace("Office of Beijing", "Office of Nowhere")))
                .build());
  }

  /** Says of retirements that they were for compliance, when it is asked what is stored. */
  public static ChaincodeMessage retiresOtherwise(ChaincodeMessage message) {
    return atTheEnd(
        message,
        response ->
            response.toBuilder()
                .setPayload(
                    ByteString.copyFromUtf8(
                        response.getPayload().toStringUtf8().replace("VOLUNTARY", "COMPLIANCE")))
                .build());
  }

  /** Refuses whatever it is asked. */
  static ChaincodeMessage refuses(ChaincodeMessage message) {
    return atTheEnd(
        message,
        response ->
            Response.newBuilder().setStatus(500).setMessage("TOO_LARGE: not with us").build());
  }

  /** Does not end its transactions until it is let go on. */
  static UnaryOperator<ChaincodeMessage> hangsUntil(CountDownLatch goOn) {
    return message -> {
      try {
        if (message.getType() == Type.COMPLETED) {
          goOn.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return message;
    };
  }

  private static ChaincodeMessage atTheEnd(
      ChaincodeMessage message, UnaryOperator<Response> change) {
    if (message.getType() != Type.COMPLETED) {
      return message;
    }
    try {
      Response changed = change.apply(Response.parseFrom(message.getPayload()));
      return message.toBuilder().setPayload(changed.toByteString()).build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
