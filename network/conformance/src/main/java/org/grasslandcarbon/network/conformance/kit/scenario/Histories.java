// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** What a key was before, which the network's peers are not configured to keep. */
public final class Histories implements Scenario {
  @Override
  public String name() {
    return "history";
  }

  @Override
  public String about() {
    return "A key's history, and queries that need another state database.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.submit(client, "put @a 1");
    scene.submit(client, "del @a");
    scene.submit(client, "put @a 2");
    scene.title("History");
    scene.evaluate(client, "try history @a");
    scene.evaluate(client, "try history @never");
    scene.title("Rich queries");
    scene.evaluate(client, "try query {\"selector\":{\"a\":1}}");
    scene.evaluate(client, "try query-page {} 10");
  }
}
