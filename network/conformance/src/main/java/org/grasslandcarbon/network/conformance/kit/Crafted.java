// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A signed proposal that is made by hand, with as much wrong in it as a scenario wants. Everything
 * else is as the SDK makes it.
 */
public final class Crafted {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 24;

  private final Scene scene;
  private final ChannelHeader.Builder channelHeader;
  private final SignatureHeader.Builder signatureHeader;
  private final ChaincodeProposalPayload.Builder payload;
  private UnaryOperator<ByteString> signing;

  /** A good proposal for the probe in the name of a client. */
  public Crafted(Scene scene, Client client, String... steps) {
    this(
        scene,
        client,
        Target.PROBE,
        ChaincodeInput.newBuilder()
            .addArgs(ByteString.copyFromUtf8("do"))
            .addAllArgs(Stream.of(scene.steps(steps)).map(ByteString::copyFromUtf8).toList())
            .build());
  }

  /** A good proposal for a chaincode with any arguments. */
  public Crafted(Scene scene, Client client, String chaincode, ChaincodeInput input) {
    this.scene = scene;
    ChaincodeID id = ChaincodeID.newBuilder().setName(chaincode).build();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    signatureHeader =
        SignatureHeader.newBuilder()
            .setCreator(client.creator())
            .setNonce(ByteString.copyFrom(nonce));
    channelHeader =
        ChannelHeader.newBuilder()
            .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
            .setChannelId(Target.CHANNEL)
            .setTimestamp(timestamp(Instant.now()))
            .setExtension(
                ChaincodeHeaderExtension.newBuilder().setChaincodeId(id).build().toByteString());
    payload =
        ChaincodeProposalPayload.newBuilder()
            .setInput(
                ChaincodeInvocationSpec.newBuilder()
                    .setChaincodeSpec(ChaincodeSpec.newBuilder().setChaincodeId(id).setInput(input))
                    .build()
                    .toByteString());
    signing = client::sign;
  }

  public static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  public Crafted channelHeader(Consumer<ChannelHeader.Builder> change) {
    change.accept(channelHeader);
    return this;
  }

  /** Changes the signature header; the transaction id follows from it unless it was set. */
  public Crafted signatureHeader(Consumer<SignatureHeader.Builder> change) {
    change.accept(signatureHeader);
    return this;
  }

  public Crafted payload(Consumer<ChaincodeProposalPayload.Builder> change) {
    change.accept(payload);
    return this;
  }

  public Crafted at(Instant time) {
    return channelHeader(header -> header.setTimestamp(timestamp(time)));
  }

  public Crafted signing(UnaryOperator<ByteString> newSigning) {
    signing = newSigning;
    return this;
  }

  /** The proposal, signed; its id is named in the transcript. */
  public SignedProposal signed() {
    scene.transaction(id());
    if (channelHeader.getTxId().isEmpty()) {
      channelHeader.setTxId(id());
    }
    ByteString proposal =
        Proposal.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(channelHeader.build().toByteString())
                    .setSignatureHeader(signatureHeader.build().toByteString())
                    .build()
                    .toByteString())
            .setPayload(payload.build().toByteString())
            .build()
            .toByteString();
    return SignedProposal.newBuilder()
        .setProposalBytes(proposal)
        .setSignature(signing.apply(proposal))
        .build();
  }

  /** The id that follows from nonce and creator. */
  private String id() {
    byte[] hashed =
        Hash.SHA256.apply(
            signatureHeader.getNonce().concat(signatureHeader.getCreator()).toByteArray());
    return HexFormat.of().formatHex(hashed);
  }
}
