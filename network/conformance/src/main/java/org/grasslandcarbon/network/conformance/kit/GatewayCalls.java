// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import io.grpc.Channel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** The calls of Fabric's gateway service, without the SDK between. */
public final class GatewayCalls {
  private static final int SECONDS = 60;

  private GatewayCalls() {}

  public static GatewayGrpc.GatewayBlockingStub stub(Channel channel) {
    return GatewayGrpc.newBlockingStub(channel).withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
  }

  /**
   * @param organisations by which it is to be evaluated; none leaves the choice to the gateway
   * @return the result as text
   */
  public static String evaluate(Channel channel, SignedProposal proposal, String... organisations) {
    return stub(channel)
        .evaluate(
            EvaluateRequest.newBuilder()
                .setChannelId(Target.CHANNEL)
                .setProposedTransaction(proposal)
                .addAllTargetOrganizations(List.of(organisations))
                .build())
        .getResult()
        .getPayload()
        .toStringUtf8();
  }

  /**
   * @return the transaction, to be signed
   */
  public static Envelope endorse(
      Channel channel, SignedProposal proposal, String... organisations) {
    return stub(channel)
        .endorse(
            EndorseRequest.newBuilder()
                .setChannelId(Target.CHANNEL)
                .setProposedTransaction(proposal)
                .addAllEndorsingOrganizations(List.of(organisations))
                .build())
        .getPreparedTransaction();
  }

  /** Signs the transaction as the client and submits it. */
  public static void submit(Client client, String channelId, Envelope transaction) {
    submitSigned(
        client.channel(),
        channelId,
        transaction.toBuilder().setSignature(client.sign(transaction.getPayload())).build());
  }

  public static void submitSigned(Channel channel, String channelId, Envelope transaction) {
    stub(channel)
        .submit(
            SubmitRequest.newBuilder()
                .setChannelId(channelId)
                .setPreparedTransaction(transaction)
                .build());
  }

  /** Asks for a status with a request that the client signs. */
  public static String commitStatus(Client client, CommitStatusRequest request) {
    return stub(client.channel())
        .commitStatus(
            SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .setSignature(client.sign(request.toByteString()))
                .build())
        .getResult()
        .name();
  }
}
