// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import com.google.protobuf.ByteString;
import java.time.Instant;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.Deliveries;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Prepared;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekInfo.SeekBehavior;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;

/** Chaincodes, channels and functions that there are not. */
public final class UnknownNames implements Scenario {
  @Override
  public String name() {
    return "unknown-names";
  }

  @Override
  public String about() {
    return "Unknown chaincodes, channels and functions, calls without arguments.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    chaincodes(scene, client);
    functions(scene, client);
    channels(scene, client);
    ledgerQueries(scene, client);
  }

  private static void chaincodes(Scene scene, Client client) {
    scene.title("A chaincode that there is not");
    ChaincodeInput input =
        ChaincodeInput.newBuilder().addArgs(ByteString.copyFromUtf8("do")).build();
    for (String name : new String[] {"nobody", "", "no such name!"}) {
      scene.attempt(
          "'" + name + "' evaluates",
          () ->
              GatewayCalls.evaluate(
                  client.channel(), new Crafted(scene, client, name, input).signed()));
      scene.attempt(
          "'" + name + "' endorses",
          () ->
              GatewayCalls.endorse(
                      client.channel(), new Crafted(scene, client, name, input).signed())
                  .toString());
    }
    scene.attempt(
        "'nobody' endorses at BeijingMSP",
        () ->
            GatewayCalls.endorse(
                    client.channel(),
                    new Crafted(scene, client, "nobody", input).signed(),
                    "BeijingMSP")
                .toString());
  }

  private static void functions(Scene scene, Client client) {
    scene.title("A function that there is not, and calls without arguments");
    for (String chaincode : new String[] {Target.PROBE, Target.REGISTRY}) {
      scene.attempt(
          chaincode + ": no such function",
          () -> new String(client.contract(chaincode).evaluateTransaction("noSuchFunction")));
      scene.attempt(
          chaincode + ": an empty name",
          () -> new String(client.contract(chaincode).evaluateTransaction("")));
      scene.attempt(
          chaincode + ": no arguments",
          () ->
              GatewayCalls.evaluate(
                  client.channel(),
                  new Crafted(scene, client, chaincode, ChaincodeInput.getDefaultInstance())
                      .signed()));
      scene.attempt(
          chaincode + ": no arguments, endorsed",
          () ->
              GatewayCalls.endorse(
                      client.channel(),
                      new Crafted(scene, client, chaincode, ChaincodeInput.getDefaultInstance())
                          .signed())
                  .toString());
    }
    scene.attempt(
        "called as init",
        () ->
            GatewayCalls.evaluate(
                client.channel(),
                new Crafted(
                        scene,
                        client,
                        Target.PROBE,
                        ChaincodeInput.newBuilder().setIsInit(true).build())
                    .signed()));
  }

  private static void channels(Scene scene, Client client) {
    scene.title("A channel that there is not");
    scene.attempt(
        "evaluate",
        () ->
            GatewayCalls.evaluate(
                client.channel(),
                new Crafted(scene, client, "get @a")
                    .channelHeader(h -> h.setChannelId("elsewhere"))
                    .signed()));
    scene.attempt(
        "endorse",
        () ->
            GatewayCalls.endorse(
                    client.channel(),
                    new Crafted(scene, client, "get @a")
                        .channelHeader(h -> h.setChannelId("elsewhere"))
                        .signed())
                .toString());
    scene.attempt(
        "endorse at BeijingMSP and HebeiMSP",
        () ->
            GatewayCalls.endorse(
                    client.channel(),
                    new Crafted(scene, client, "get @a")
                        .channelHeader(h -> h.setChannelId("elsewhere"))
                        .signed(),
                    "BeijingMSP",
                    "HebeiMSP")
                .toString());
    scene.attempt(
        "submit",
        () -> {
          Prepared prepared =
              new Prepared(
                  GatewayCalls.endorse(
                      client.channel(), new Crafted(scene, client, "put @a 1").signed()));
          GatewayCalls.submit(client, "elsewhere", prepared.envelope());
          return "taken";
        });
    scene.attempt(
        "commit status",
        () ->
            GatewayCalls.commitStatus(
                client,
                CommitStatusRequest.newBuilder()
                    .setChannelId("elsewhere")
                    .setTransactionId("none")
                    .setIdentity(client.creator())
                    .build()));
    scene.attempt(
        "chaincode events",
        () -> {
          ByteString request =
              ChaincodeEventsRequest.newBuilder()
                  .setChannelId("elsewhere")
                  .setChaincodeId(Target.PROBE)
                  .setIdentity(client.creator())
                  .build()
                  .toByteString();
          return GatewayCalls.stub(client.channel())
              .chaincodeEvents(
                  SignedChaincodeEventsRequest.newBuilder()
                      .setRequest(request)
                      .setSignature(client.sign(request))
                      .build())
              .next()
              .toString();
        });
    scene.attempt(
        "blocks",
        () ->
            Deliveries.all(
                    client.channel(),
                    Deliveries.Kind.FULL,
                    Deliveries.request(
                        client,
                        "elsewhere",
                        Instant.now(),
                        Deliveries.seek(
                            Deliveries.oldest(),
                            Deliveries.oldest(),
                            SeekBehavior.FAIL_IF_NOT_READY)))
                .toString());
  }

  private static void ledgerQueries(Scene scene, Client client) {
    scene.title("What the ledger's own chaincode does not know");
    String[][] calls = {
      {"GetTransactionByID", Target.CHANNEL, "none"},
      {"GetBlockByTxID", Target.CHANNEL, "none"},
      {"GetBlockByNumber", Target.CHANNEL, "1000000"},
      {"GetBlockByNumber", Target.CHANNEL, "first"},
      {"GetBlockByHash", Target.CHANNEL, "none"},
      {"GetChainInfo", "elsewhere"},
      {"GetTransactionByID", Target.CHANNEL},
      {"GetChainInfo"},
      {"GetSomething", Target.CHANNEL, "1"}
    };
    for (String[] call : calls) {
      scene.attempt(
          String.join(" ", call),
          () -> {
            String[] arguments = java.util.Arrays.copyOfRange(call, 1, call.length);
            return client.contract("qscc").evaluateTransaction(call[0], arguments).length
                + " bytes";
          });
    }
  }
}
