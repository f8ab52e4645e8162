// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** A chaincode calls another. */
public final class OtherChaincodes implements Scenario {
  @Override
  public String name() {
    return "other-chaincodes";
  }

  @Override
  public String about() {
    return "A chaincode calls the registry's, one that is not there, itself, and other channels.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("The registry's chaincode answers; its namespace is read");
    Endorsed calling = scene.endorse(client, "call registry - nonsense", "put @a 1");
    scene.commit(calling);
    scene.inspect(calling);
    scene.evaluate(client, "call registry grassland nonsense");

    scene.title("What cannot be called");
    scene.evaluate(client, "try call nobody - get");
    scene.evaluate(client, "try call registry elsewhere get");
    scene.evaluate(client, "try call probe - do get_@a");
    scene.evaluate(client, "try call - - get");
    scene.submit(client, "put @a 2", "call nobody - get");
  }
}
