// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Keys are written, read, deleted. */
public final class State implements Scenario {
  @Override
  public String name() {
    return "state";
  }

  @Override
  public String about() {
    return "Single keys: written, read, deleted; what of it stands in the read and write set.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("A key that nobody has written");
    scene.evaluate(client, "get @a");
    scene.submit(client, "put @a 1");
    scene.evaluate(scene.client(1), "get @a");

    scene.title("A transaction does not see its own writes");
    Endorsed rewriting =
        scene.endorse(client, "put @a 2", "get @a", "put @a 3", "get @b", "get @a");
    scene.commit(rewriting);
    scene.inspect(rewriting);
    scene.evaluate(client, "get @a");

    scene.title("Deleting, and writing nothing, which is the same");
    Endorsed deleting = scene.endorse(client, "del @a", "put @b -", "del @never");
    scene.commit(deleting);
    scene.inspect(deleting);
    scene.evaluate(client, "get @a", "get @b");

    scene.title("Keys that look as if they should be refused");
    scene.evaluate(client, "try put - 1", "try del -");
    scene.evaluate(client, "try put \\0@x 1", "try get \\0@x", "put @ok 1");
  }
}
