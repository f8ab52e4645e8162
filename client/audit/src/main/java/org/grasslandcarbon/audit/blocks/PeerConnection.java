// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * One peer that the auditor has chosen, reached with the auditor's own identity. It is asked for
 * blocks and for what its chaincode reads; nothing is ever sent to be ordered.
 */
public final class PeerConnection implements AutoCloseable {
  private static final int NONCE_BYTES = 24;
  private static final int SUCCESS = 200;

  /** A block of the network has at most some 100 MB. */
  private static final int MESSAGE_MOST = 512 << 20;

  /** Longer than a peer takes to run a chaincode. */
  private static final Duration CALL_MOST = Duration.ofSeconds(60);

  private final ManagedChannel transport;
  private final String channel;
  private final PeerIdentity identity;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private boolean withoutEndorser;

  /**
   * A peer over a transport of one's own, which is shut down with this.
   *
   * @param channel Fabric's channel
   */
  public PeerConnection(
      ManagedChannel transport, String channel, PeerIdentity identity, Clock clock) {
    this.transport = transport;
    this.channel = channel;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * Where a peer is.
   *
   * @param address {@code host:port}
   * @param tlsRoots PEM of the authorities of its TLS certificate; without, there is no TLS
   * @param tlsName the name in that certificate when it is not the address's
   */
  public record Address(String address, Optional<byte[]> tlsRoots, Optional<String> tlsName) {}

  /**
   * A peer at an address.
   *
   * @throws BlocksUnreadableException when the roots cannot be used
   */
  public static PeerConnection open(
      Address at, String channel, PeerIdentity identity, Clock clock) {
    return new PeerConnection(
        transport(at.address(), at.tlsRoots(), at.tlsName()), channel, identity, clock);
  }

  private static ManagedChannel transport(
      String address, Optional<byte[]> tlsRoots, Optional<String> tlsName) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget(address).maxInboundMessageSize(MESSAGE_MOST);
    if (tlsRoots.isEmpty()) {
      builder.usePlaintext();
    } else {
      try {
        builder.sslContext(
            GrpcSslContexts.forClient()
                .trustManager(new ByteArrayInputStream(tlsRoots.get()))
                .build());
      } catch (IOException | IllegalArgumentException e) {
        throw BlocksUnreadableException.unreachable(
            zh("TLS 根证书无法使用").en("the roots for TLS cannot be used"), e);
      }
    }
    tlsName.ifPresent(builder::overrideAuthority);
    return builder.build();
  }

  ManagedChannel transport() {
    return transport;
  }

  /** A signed envelope, as the service of deliveries takes it. */
  Envelope envelope(HeaderType type, ByteString data) {
    ByteString payload =
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(
                        ChannelHeader.newBuilder()
                            .setType(type.getNumber())
                            .setChannelId(channel)
                            .setTimestamp(now())
                            .build()
                            .toByteString())
                    .setSignatureHeader(signatureHeader(nonce())))
            .setData(data)
            .build()
            .toByteString();
    return Envelope.newBuilder().setPayload(payload).setSignature(identity.sign(payload)).build();
  }

  private Timestamp now() {
    Instant instant = clock.instant();
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  private ByteString nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return ByteString.copyFrom(nonce);
  }

  private ByteString signatureHeader(ByteString nonce) {
    return SignatureHeader.newBuilder()
        .setCreator(identity.serialized())
        .setNonce(nonce)
        .build()
        .toByteString();
  }

  /**
   * What a function of a chaincode answers on this peer, and nowhere else.
   *
   * @throws BlocksUnreadableException when the peer cannot be reached or refuses
   */
  public byte[] query(String chaincode, String function, List<String> arguments) {
    SignedProposal proposal = proposal(chaincode, function, arguments);
    try {
      Response response = withoutEndorser ? viaGateway(proposal) : direct(proposal);
      if (response.getStatus() != SUCCESS) {
        throw refused(response.getMessage(), null);
      }
      return response.getPayload().toByteArray();
    } catch (StatusRuntimeException e) {
      throw refused(String.valueOf(e.getStatus().getDescription()), e);
    }
  }

  private Response direct(SignedProposal proposal) {
    try {
      return EndorserGrpc.newBlockingStub(transport)
          .withDeadlineAfter(CALL_MOST.toSeconds(), TimeUnit.SECONDS)
          .processProposal(proposal)
          .getResponse();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        // A peer of one organisation alone may offer its gateway only, which then asks nobody else.
        withoutEndorser = true;
        return viaGateway(proposal);
      }
      throw e;
    }
  }

  private Response viaGateway(SignedProposal proposal) {
    return GatewayGrpc.newBlockingStub(transport)
        .withDeadlineAfter(CALL_MOST.toSeconds(), TimeUnit.SECONDS)
        .evaluate(
            EvaluateRequest.newBuilder()
                .setChannelId(channel)
                .setProposedTransaction(proposal)
                .addTargetOrganizations(identity.mspId())
                .build())
        .getResult();
  }

  private static BlocksUnreadableException refused(String why, Throwable cause) {
    return BlocksUnreadableException.unreachable(
        zh("节点拒绝或无法连接：%s").en("the peer refuses or is not reached: %s", why), cause);
  }

  private SignedProposal proposal(String chaincode, String function, List<String> arguments) {
    ChaincodeID named = ChaincodeID.newBuilder().setName(chaincode).build();
    ByteString nonce = nonce();
    ChaincodeInput.Builder input =
        ChaincodeInput.newBuilder().addArgs(ByteString.copyFromUtf8(function));
    arguments.forEach(each -> input.addArgs(ByteString.copyFromUtf8(each)));
    ByteString bytes =
        Proposal.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(
                        ChannelHeader.newBuilder()
                            .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                            .setChannelId(channel)
                            .setTxId(transactionId(nonce))
                            .setTimestamp(now())
                            .setExtension(
                                ChaincodeHeaderExtension.newBuilder()
                                    .setChaincodeId(named)
                                    .build()
                                    .toByteString())
                            .build()
                            .toByteString())
                    .setSignatureHeader(signatureHeader(nonce))
                    .build()
                    .toByteString())
            .setPayload(
                ChaincodeProposalPayload.newBuilder()
                    .setInput(
                        ChaincodeInvocationSpec.newBuilder()
                            .setChaincodeSpec(
                                ChaincodeSpec.newBuilder().setChaincodeId(named).setInput(input))
                            .build()
                            .toByteString())
                    .build()
                    .toByteString())
            .build()
            .toByteString();
    return SignedProposal.newBuilder()
        .setProposalBytes(bytes)
        .setSignature(identity.sign(bytes))
        .build();
  }

  private String transactionId(ByteString nonce) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(nonce.asReadOnlyByteBuffer());
      digest.update(identity.serialized().asReadOnlyByteBuffer());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    transport.shutdownNow();
  }
}
