// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Many keys in one message, by which the registry works. */
public final class BatchedMessages implements Scenario {
  @Override
  public String name() {
    return "batched-messages";
  }

  @Override
  public String about() {
    return "GET_STATE_MULTIPLE and WRITE_BATCH_STATE, up to a thousand keys and beyond.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("Written together, read together, in the order asked for");
    Endorsed writing = scene.endorse(client, "write @b=2 @a=1 @c=3 @a=4");
    scene.commit(writing);
    scene.inspect(writing);
    Endorsed reading = scene.endorse(client, "many @c @a @none @b @c", "put @seen 1");
    scene.commit(reading);
    scene.inspect(reading);

    scene.title("Deletions and empty values among them");
    Endorsed mixed = scene.endorse(client, "write @a @b= @d=5", "many @a @b @d");
    scene.commit(mixed);
    scene.inspect(mixed);
    scene.evaluate(client, "many @a @b @c @d");

    scene.title("A batch and single messages in one transaction: the last word counts");
    Endorsed both = scene.endorse(client, "put @e 1", "write @e=2 @f=2", "put @f 3", "get @e");
    scene.commit(both);
    scene.inspect(both);

    scene.title("Nothing at all");
    scene.evaluate(client, "many", "write");

    scene.title("A thousand keys, and more");
    scene.submit(client, "write-numbered @k 1000 v");
    scene.evaluate(client, "many-numbered @k 1000");
    scene.submit(client, "write-numbered @l 1001 w");
    scene.evaluate(client, "many-numbered @l 1001");

    scene.title("Conflicts are found key by key");
    Endorsed late = scene.endorse(client, "many @k00001 @k00002 @k00003", "write @x=1 @y=2");
    scene.submit(scene.client(2), "write @k00002=other");
    scene.commit(late);
  }
}
