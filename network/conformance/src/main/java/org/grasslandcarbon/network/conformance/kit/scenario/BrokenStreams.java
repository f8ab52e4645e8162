// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** The chaincode breaks off in the middle of a transaction. */
public final class BrokenStreams implements Scenario {
  @Override
  public String name() {
    return "broken-streams";
  }

  @Override
  public String about() {
    return "A chaincode whose stream ends during a transaction, and what comes after.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("Every office's chaincode dies");
    scene.submit(client, "put @a 1", "die");
    scene.title("And is there again");
    scene.evaluate(client, "get @a");
    scene.submit(client, "put @a 2");
    scene.evaluate(client, "get @a");
  }
}
