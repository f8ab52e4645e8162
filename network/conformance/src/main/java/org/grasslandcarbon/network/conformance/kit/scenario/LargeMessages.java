// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Prepared;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Values and transactions of some size, up to the limit of a block and beyond. */
public final class LargeMessages implements Scenario {
  private static final int MEBIBYTE = 1 << 20;

  @Override
  public String name() {
    return "large-messages";
  }

  @Override
  public String about() {
    return "Values of megabytes, and a transaction that is larger than any block.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("A value of five mebibytes, more than a block's preferred size");
    scene.submit(client, "big @a " + 5 * MEBIBYTE);
    scene.evaluate(client, "get @a");

    scene.title("More than a block may have at all");
    scene.attempt(
        "[big b " + 17 * MEBIBYTE + "]",
        () -> {
          Prepared prepared =
              new Prepared(
                  GatewayCalls.endorse(
                      client.channel(),
                      new Crafted(scene, client, "big @b " + 17 * MEBIBYTE).signed()));
          return scene.commit(client, prepared);
        });
    scene.evaluate(client, "get @b");
  }
}
