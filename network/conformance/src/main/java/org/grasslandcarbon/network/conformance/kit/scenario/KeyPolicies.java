// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Metadata of keys, by which a key can have an endorsement policy of its own. */
public final class KeyPolicies implements Scenario {
  @Override
  public String name() {
    return "key-metadata";
  }

  @Override
  public String about() {
    return "Metadata of keys: set, read, kept by other keys' writes, dropped with the key.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("A key that is not there has no metadata, and gets none");
    scene.evaluate(client, "policy-of @a");
    Endorsed absent = scene.endorse(client, "policy @a something");
    scene.commit(absent);
    scene.inspect(absent);
    scene.evaluate(client, "get @a", "policy-of @a");

    scene.title("A key that is there");
    Endorsed both = scene.endorse(client, "put @b 1", "policy @b something", "policy-of @b");
    scene.commit(both);
    scene.inspect(both);
    scene.evaluate(client, "get @b", "policy-of @b");

    scene.title("A reader of the key");
    Endorsed reading = scene.endorse(client, "get @b", "policy-of @b", "put @c 1");
    scene.commit(reading);
    scene.inspect(reading);

    scene.title("A policy that nobody can satisfy");
    scene.submit(client, "put @b 2");
    scene.submit(client, "del @b");
    scene.evaluate(client, "get @b", "policy-of @b");
  }
}
