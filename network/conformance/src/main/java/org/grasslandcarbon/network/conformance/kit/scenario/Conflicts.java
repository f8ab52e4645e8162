// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Two offices' clients act on the same keys at the same time. */
public final class Conflicts implements Scenario {
  @Override
  public String name() {
    return "conflicts";
  }

  @Override
  public String about() {
    return "MVCC conflicts and phantoms between transactions of two offices' clients.";
  }

  @Override
  public void play(Scene scene) {
    Client beijing = scene.client(0);
    Client hebei = scene.client(2);

    scene.title("Both read and write one key: the first committed wins");
    scene.submit(beijing, "put @a 1");
    Endorsed first = scene.endorse(beijing, "get @a", "put @a 2");
    Endorsed second = scene.endorse(hebei, "get @a", "put @a 3");
    scene.commit(first);
    scene.commit(second);
    scene.evaluate(hebei, "get @a");
    scene.inspect(second);

    scene.title("Writes without reads do not conflict: the last committed stays");
    Endorsed blind = scene.endorse(beijing, "put @a 4");
    Endorsed blinder = scene.endorse(hebei, "put @a 5");
    scene.commit(blinder);
    scene.commit(blind);
    scene.evaluate(hebei, "get @a");

    scene.title("The same value written again is another version");
    Endorsed reader = scene.endorse(beijing, "get @a", "put @b 1");
    scene.submit(hebei, "put @a 4");
    scene.commit(reader);

    scene.title("Two who create one key");
    Endorsed creator = scene.endorse(beijing, "get @new", "put @new mine");
    Endorsed rival = scene.endorse(hebei, "get @new", "put @new no,mine");
    scene.commit(creator);
    scene.commit(rival);
    scene.evaluate(beijing, "get @new");

    scene.title("A reader of what was deleted meanwhile");
    Endorsed late = scene.endorse(beijing, "get @new", "put @c 1");
    scene.submit(hebei, "del @new");
    scene.commit(late);

    scene.title("A phantom: a key appears in a range that was read");
    scene.submit(beijing, "put @r1 1", "put @r3 3");
    Endorsed counting = scene.endorse(beijing, "range @r0 @r9", "put @count 2");
    scene.submit(hebei, "put @r2 2");
    scene.commit(counting);
    scene.inspect(counting);

    scene.title("A phantom: a key of the range is deleted, or changed");
    Endorsed before = scene.endorse(beijing, "range @r0 @r9", "put @count 3");
    Endorsed alike = scene.endorse(beijing, "range @r0 @r9", "put @count 3");
    scene.submit(hebei, "del @r2");
    scene.commit(before);
    scene.submit(hebei, "put @r2 again");
    scene.commit(alike);

    scene.title("A change outside the range does no harm");
    Endorsed calm = scene.endorse(beijing, "range @r0 @r2", "put @count 1");
    scene.submit(hebei, "put @r2 changed", "put @q 1");
    scene.commit(calm);
    scene.inspect(calm);
  }
}
