// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import com.google.protobuf.ByteString;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Calls of the gateway service that lack something or have something unreadable. */
public final class MalformedCalls implements Scenario {
  private static final ByteString GARBAGE = ByteString.copyFromUtf8("something else");

  @Override
  public String name() {
    return "malformed-calls";
  }

  @Override
  public String about() {
    return "Empty, unreadable and incomplete requests to the gateway service.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    var gateway = GatewayCalls.stub(client.channel());
    scene.title("Proposals");
    scene.attempt(
        "evaluate nothing",
        () -> gateway.evaluate(EvaluateRequest.getDefaultInstance()).toString());
    scene.attempt(
        "endorse nothing", () -> gateway.endorse(EndorseRequest.getDefaultInstance()).toString());
    SignedProposal unreadable =
        SignedProposal.newBuilder().setProposalBytes(GARBAGE).setSignature(GARBAGE).build();
    scene.attempt(
        "evaluate something unreadable", () -> GatewayCalls.evaluate(client.channel(), unreadable));
    scene.attempt(
        "endorse something unreadable",
        () -> GatewayCalls.endorse(client.channel(), unreadable).toString());
    both(
        scene,
        "no channel",
        new Crafted(scene, client, "get @a").channelHeader(h -> h.clearChannelId()));
    both(
        scene,
        "another type",
        new Crafted(scene, client, "get @a")
            .channelHeader(h -> h.setType(HeaderType.CONFIG_UPDATE_VALUE)));
    both(
        scene,
        "another epoch",
        new Crafted(scene, client, "get @a").channelHeader(h -> h.setEpoch(7)));
    both(
        scene,
        "no extension",
        new Crafted(scene, client, "get @a").channelHeader(h -> h.clearExtension()));
    both(
        scene,
        "an extension that is none",
        new Crafted(scene, client, "get @a").channelHeader(h -> h.setExtension(GARBAGE)));
    both(scene, "no input", new Crafted(scene, client, "get @a").payload(p -> p.clearInput()));
    both(
        scene,
        "an input that is none",
        new Crafted(scene, client, "get @a").payload(p -> p.setInput(GARBAGE)));

    scene.title("Transactions");
    scene.attempt(
        "submit nothing", () -> gateway.submit(SubmitRequest.getDefaultInstance()).toString());
    scene.attempt(
        "submit without a signature",
        () -> {
          GatewayCalls.submitSigned(
              client.channel(), Target.CHANNEL, Envelope.newBuilder().setPayload(GARBAGE).build());
          return "taken";
        });

    scene.title("Commit status");
    scene.attempt(
        "nothing",
        () -> gateway.commitStatus(SignedCommitStatusRequest.getDefaultInstance()).toString());
    scene.attempt(
        "something unreadable",
        () ->
            gateway
                .commitStatus(SignedCommitStatusRequest.newBuilder().setRequest(GARBAGE).build())
                .toString());
    status(scene, client, "no identity", complete(client).clearIdentity());
    status(scene, client, "no channel", complete(client).clearChannelId());
    status(scene, client, "no transaction", complete(client).clearTransactionId());

    scene.title("Chaincode events");
    scene.attempt(
        "nothing",
        () ->
            gateway
                .chaincodeEvents(SignedChaincodeEventsRequest.getDefaultInstance())
                .next()
                .toString());
    scene.attempt(
        "something unreadable",
        () ->
            gateway
                .chaincodeEvents(
                    SignedChaincodeEventsRequest.newBuilder().setRequest(GARBAGE).build())
                .next()
                .toString());
  }

  private static CommitStatusRequest.Builder complete(Client client) {
    return CommitStatusRequest.newBuilder()
        .setChannelId(Target.CHANNEL)
        .setTransactionId("none")
        .setIdentity(client.creator());
  }

  private static void status(
      Scene scene, Client client, String heading, CommitStatusRequest.Builder request) {
    scene.attempt(heading, () -> GatewayCalls.commitStatus(client, request.build()));
  }

  private static void both(Scene scene, String heading, Crafted crafted) {
    SignedProposal signed = crafted.signed();
    Client client = scene.client(0);
    scene.attempt(heading + ", evaluated", () -> GatewayCalls.evaluate(client.channel(), signed));
    scene.attempt(
        heading + ", endorsed",
        () -> {
          GatewayCalls.endorse(client.channel(), signed);
          return "endorsed";
        });
  }
}
