// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.util.List;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Prepared;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Who endorses, and whether it is enough. */
public final class Endorsements implements Scenario {
  @Override
  public String name() {
    return "endorsements";
  }

  @Override
  public String about() {
    return "Organisations named by the client, too few endorsements, results that differ.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("Three that the client names");
    endorse(scene, client, "BeijingMSP", "TianjinMSP", "HebeiMSP");
    endorse(scene, client, "TianjinMSP", "HebeiMSP", "InnerMongoliaMSP");
    endorse(scene, client, "BeijingMSP", "TianjinMSP", "HebeiMSP", "InnerMongoliaMSP");

    scene.title("Too few");
    endorse(scene, client, "BeijingMSP", "HebeiMSP");
    endorse(scene, client, "InnerMongoliaMSP");
    endorse(scene, client, "HebeiMSP", "HebeiMSP", "HebeiMSP");

    scene.title("Organisations that there are not");
    endorse(scene, client, "NobodyMSP");
    endorse(scene, client, "BeijingMSP", "NobodyMSP", "NoneMSP");
    evaluate(scene, client, "NobodyMSP");
    evaluate(scene, client, "NobodyMSP", "HebeiMSP");
    evaluate(scene, client, "TianjinMSP");

    scene.title("Every office comes to another result");
    scene.attempt(
        "BeijingMSP submits [random a]; which of the others are asked is chance",
        () ->
            GatewayCalls.endorse(client.channel(), new Crafted(scene, client, "random @a").signed())
                .toString(),
        "TianjinMSP",
        "HebeiMSP",
        "InnerMongoliaMSP");
    scene.attempt(
        "BeijingMSP submits [random a], to be endorsed by [BeijingMSP, HebeiMSP]; which is first is chance",
        () ->
            GatewayCalls.endorse(
                    client.channel(),
                    new Crafted(scene, client, "random @a").signed(),
                    "BeijingMSP",
                    "HebeiMSP")
                .toString(),
        "BeijingMSP",
        "HebeiMSP");
    scene.evaluate(client, "get @a");

    scene.title("All that are named fail");
    scene.attempt(
        "BeijingMSP submits [status 500 no], to be endorsed by [TianjinMSP, HebeiMSP]",
        () ->
            GatewayCalls.endorse(
                    client.channel(),
                    new Crafted(scene, client, "status 500 no").signed(),
                    "TianjinMSP",
                    "HebeiMSP")
                .toString());
  }

  private static void endorse(Scene scene, Client client, String... organisations) {
    scene.attempt(
        client.mspId() + " submits [put a 1], endorsed by " + List.of(organisations),
        () ->
            scene.commit(
                client,
                new Prepared(
                    GatewayCalls.endorse(
                        client.channel(),
                        new Crafted(scene, client, "put @a 1").signed(),
                        organisations))));
  }

  private static void evaluate(Scene scene, Client client, String... organisations) {
    scene.attempt(
        client.mspId() + " evaluates [get a] at " + List.of(organisations),
        () ->
            GatewayCalls.evaluate(
                client.channel(), new Crafted(scene, client, "get @b").signed(), organisations));
  }
}
