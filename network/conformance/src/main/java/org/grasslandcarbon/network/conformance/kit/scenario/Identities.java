// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.Deliveries;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Stranger;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.orderer.SeekInfo.SeekBehavior;

/** Who is not who they say. */
public final class Identities implements Scenario {
  @Override
  public String name() {
    return "identities";
  }

  @Override
  public String about() {
    return "Unknown organisations, another authority's certificates, bad signatures, on every call.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    proposals(scene, client);
    scene.title("A certificate that BeijingMSP's authority has not issued");
    try (Client stranger = Stranger.claiming("BeijingMSP", client)) {
      everyCall(scene, stranger);
    }
    scene.title("An organisation that there is not");
    try (Client stranger = Stranger.claiming("NobodyMSP", client)) {
      everyCall(scene, stranger);
    }
    scene.title("A client of another office is welcome at this one");
    scene.attempt(
        "TianjinMSP's client evaluates [creator] at BeijingMSP's peer",
        () ->
            GatewayCalls.evaluate(
                client.channel(), new Crafted(scene, scene.client(1), "creator").signed()));
    scene.attempt(
        "TianjinMSP's client submits [creator; put a 1] at BeijingMSP's peer",
        () -> {
          GatewayCalls.endorse(
              client.channel(),
              new Crafted(scene, scene.client(1), "creator", "put @a 1").signed());
          return "endorsed";
        });
  }

  private static void proposals(Scene scene, Client client) {
    scene.title("Signatures");
    both(
        scene, "no signature", new Crafted(scene, client, "get @a").signing(p -> ByteString.EMPTY));
    both(
        scene,
        "a signature that is none",
        new Crafted(scene, client, "get @a").signing(p -> ByteString.copyFromUtf8("none")));
    both(
        scene,
        "a signature over something else",
        new Crafted(scene, client, "get @a").signing(p -> client.sign(ByteString.EMPTY)));
    both(
        scene,
        "somebody else's signature",
        new Crafted(scene, client, "get @a").signing(scene.client(1)::sign));
    both(
        scene,
        "the other of the two values of s",
        new Crafted(scene, client, "get @a").signing(p -> highS(client.sign(p))));

    scene.title("Creators and ids");
    both(
        scene,
        "no creator",
        new Crafted(scene, client, "get @a").signatureHeader(h -> h.clearCreator()));
    both(
        scene,
        "a creator that is none",
        new Crafted(scene, client, "get @a")
            .signatureHeader(h -> h.setCreator(ByteString.copyFromUtf8("none"))));
    both(
        scene,
        "no nonce",
        new Crafted(scene, client, "get @a").signatureHeader(h -> h.clearNonce()));
    String forged = "ab".repeat(32);
    scene.name(forged, "<forged id>");
    Crafted other = new Crafted(scene, client, "get @a").channelHeader(h -> h.setTxId(forged));
    both(scene, "another transaction id than follows from nonce and creator", other);
  }

  private static void both(Scene scene, String heading, Crafted crafted) {
    var signed = crafted.signed();
    Client client = scene.client(0);
    scene.attempt(heading + ", evaluated", () -> GatewayCalls.evaluate(client.channel(), signed));
    scene.attempt(
        heading + ", endorsed",
        () -> {
          GatewayCalls.endorse(client.channel(), signed);
          return "endorsed";
        });
  }

  private static ByteString highS(ByteString signature) {
    BigInteger order = CustomNamedCurves.getByName("secp256r1").getN();
    try {
      BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(order, signature.toByteArray());
      return ByteString.copyFrom(
          StandardDSAEncoding.INSTANCE.encode(order, rs[0], order.subtract(rs[1])));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void everyCall(Scene scene, Client stranger) {
    both(scene, "a proposal", new Crafted(scene, stranger, "get @a"));
    scene.attempt(
        "commit status",
        () ->
            GatewayCalls.commitStatus(
                stranger,
                CommitStatusRequest.newBuilder()
                    .setChannelId(Target.CHANNEL)
                    .setTransactionId("none")
                    .setIdentity(stranger.creator())
                    .build()));
    scene.attempt(
        "commit status, not signed",
        () ->
            GatewayCalls.stub(stranger.channel())
                .commitStatus(
                    SignedCommitStatusRequest.newBuilder()
                        .setRequest(
                            CommitStatusRequest.newBuilder()
                                .setChannelId(Target.CHANNEL)
                                .setTransactionId("none")
                                .setIdentity(scene.client(0).creator())
                                .build()
                                .toByteString())
                        .build())
                .getResult()
                .name());
    scene.attempt(
        "chaincode events",
        () -> {
          ByteString request =
              ChaincodeEventsRequest.newBuilder()
                  .setChannelId(Target.CHANNEL)
                  .setChaincodeId(Target.PROBE)
                  .setIdentity(stranger.creator())
                  .build()
                  .toByteString();
          return GatewayCalls.stub(stranger.channel())
              .chaincodeEvents(
                  SignedChaincodeEventsRequest.newBuilder()
                      .setRequest(request)
                      .setSignature(stranger.sign(request))
                      .build())
              .next()
              .toString();
        });
    for (Deliveries.Kind kind : Deliveries.Kind.values()) {
      scene.attempt(
          "blocks, " + kind,
          () ->
              Deliveries.all(
                      stranger.channel(),
                      kind,
                      Deliveries.request(
                          stranger,
                          Target.CHANNEL,
                          Instant.now(),
                          Deliveries.seek(
                              Deliveries.oldest(),
                              Deliveries.oldest(),
                              SeekBehavior.FAIL_IF_NOT_READY)))
                  .toString());
    }
  }
}
