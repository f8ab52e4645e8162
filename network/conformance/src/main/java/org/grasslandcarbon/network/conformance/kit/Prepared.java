// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.function.Consumer;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/**
 * An endorsed transaction before its creator signs it, for creators who change what was endorsed.
 * The parts are taken out, changed, and put back.
 */
public final class Prepared {
  private final Payload.Builder payload;
  private final TransactionAction.Builder action;
  private final ChaincodeActionPayload.Builder endorsed;

  public Prepared(Envelope envelope) {
    try {
      payload = Payload.parseFrom(envelope.getPayload()).toBuilder();
      action = Transaction.parseFrom(payload.getData()).getActions(0).toBuilder();
      endorsed = ChaincodeActionPayload.parseFrom(action.getPayload()).toBuilder();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not an endorsed transaction", e);
    }
  }

  public String id() {
    try {
      return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getTxId();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Changes endorsements and the proposal that they are for. */
  public Prepared endorsed(Consumer<ChaincodeActionPayload.Builder> change) {
    change.accept(endorsed);
    return this;
  }

  public Prepared action(Consumer<TransactionAction.Builder> change) {
    change.accept(action);
    return this;
  }

  /** What the chaincode has done. */
  public ChaincodeAction done() {
    try {
      ByteString answer = endorsed.getAction().getProposalResponsePayload();
      return ChaincodeAction.parseFrom(ProposalResponsePayload.parseFrom(answer).getExtension());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Changes what the chaincode has done. */
  public Prepared done(Consumer<ChaincodeAction.Builder> change) {
    ChaincodeAction.Builder changed = done().toBuilder();
    change.accept(changed);
    return answered(answer -> answer.setExtension(changed.build().toByteString()));
  }

  /** Changes what the endorsers have signed. */
  public Prepared answered(Consumer<ProposalResponsePayload.Builder> change) {
    try {
      ProposalResponsePayload.Builder answer =
          ProposalResponsePayload.parseFrom(endorsed.getAction().getProposalResponsePayload())
              .toBuilder();
      change.accept(answer);
      endorsed.getActionBuilder().setProposalResponsePayload(answer.build().toByteString());
      return this;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public Prepared channelHeader(Consumer<ChannelHeader.Builder> change) {
    try {
      ChannelHeader.Builder header =
          ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).toBuilder();
      change.accept(header);
      payload.getHeaderBuilder().setChannelHeader(header.build().toByteString());
      return this;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public Prepared signatureHeader(Consumer<SignatureHeader.Builder> change) {
    try {
      SignatureHeader.Builder header =
          SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()).toBuilder();
      change.accept(header);
      payload.getHeaderBuilder().setSignatureHeader(header.build().toByteString());
      return this;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Puts something else in the place of the whole transaction, below its headers. */
  public Envelope with(ByteString data) {
    return Envelope.newBuilder()
        .setPayload(payload.build().toBuilder().setData(data).build().toByteString())
        .build();
  }

  public Envelope envelope() {
    return with(
        Transaction.newBuilder()
            .addActions(action.setPayload(endorsed.build().toByteString()))
            .build()
            .toByteString());
  }
}
