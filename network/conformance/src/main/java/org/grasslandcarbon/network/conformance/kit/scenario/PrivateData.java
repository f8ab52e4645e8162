// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** An organisation's implicit collection of private data. */
public final class PrivateData implements Scenario {
  private static final String OWN = "_implicit_org_BeijingMSP";

  @Override
  public String name() {
    return "private-data";
  }

  @Override
  public String about() {
    return "Values in an organisation's own collection: written, read, deleted, purged, hashed.";
  }

  @Override
  public void play(Scene scene) throws Exception {
    Client client = scene.client(0);
    for (String key : new String[] {"price", "other", "none"}) {
      scene.nameHash("@" + key, "<hash of " + key + ">");
    }
    scene.title("Collections that there are not");
    scene.evaluate(client, "try get-private deals @price", "try put-private deals @price 1");
    scene.evaluate(client, "try hash-private deals @price", "try range-private deals @a @b");
    scene.evaluate(client, "try get-private _implicit_org_NobodyMSP @price");
    scene.evaluate(client, "try purge-private - @price", "try put-private - @price 1");

    scene.title("Reading where nothing is");
    scene.evaluate(client, "get-private " + OWN + " @price", "hash-private " + OWN + " @price");
    scene.evaluate(client, "range-private " + OWN + " @a @z", "many-private " + OWN + " @a @b");

    scene.title("Writing");
    Endorsed writing = scene.endorse(client, "put-private " + OWN + " @price 60");
    scene.commit(writing);
    scene.inspect(writing);
    scene.evaluate(client, "get-private " + OWN + " @price", "hash-private " + OWN + " @price");
    scene.evaluate(client, "many-private " + OWN + " @price @none");
    scene.evaluate(scene.client(1), "try hash-private " + OWN + " @price");

    scene.title("A conflict is found by hashes");
    Endorsed late =
        scene.endorse(client, "get-private " + OWN + " @price", "put-private " + OWN + " @other 0");
    scene.submit(client, "put-private " + OWN + " @price 61");
    scene.commit(late);
    scene.inspect(late);

    scene.title("Deleting and purging");
    Endorsed deleting = scene.endorse(client, "del-private " + OWN + " @price");
    scene.commit(deleting);
    scene.inspect(deleting);
    scene.evaluate(client, "get-private " + OWN + " @price", "hash-private " + OWN + " @price");
    scene.submit(client, "put-private " + OWN + " @other 1");
    Endorsed purging = scene.endorse(client, "purge-private " + OWN + " @other");
    scene.commit(purging);
    scene.inspect(purging);
    scene.evaluate(client, "get-private " + OWN + " @other");
  }
}
