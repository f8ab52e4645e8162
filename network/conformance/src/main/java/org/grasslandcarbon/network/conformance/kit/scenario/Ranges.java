// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Ranges of keys: short and long ones, pages, composite keys. */
public final class Ranges implements Scenario {
  @Override
  public String name() {
    return "ranges";
  }

  @Override
  public String about() {
    return "Ranges read whole and in part, pages, composite keys, and what of it stands in the read set.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("Order is that of the bytes");
    scene.submit(client, "write @A=1 @a=2 @b=3 @ä=4 @草=5 @\uD83D\uDC11=6 @\uFF5E=7 @a\\0=8");
    scene.evaluate(client, "range @ @\uDBFF\uDFFF");
    scene.evaluate(client, "range @b @a", "range @a @a", "range @x @y");
    Endorsed nothing = scene.endorse(client, "range @x @y", "put @seen 1");
    scene.commit(nothing);
    scene.inspect(nothing);

    scene.title("A transaction's own writes are not in its ranges");
    scene.evaluate(client, "put @a5 new", "del @b", "range @a @c");

    scene.title("More results than one message carries, and a summary of what was read");
    scene.submit(client, "write-numbered @n 250 v");
    scene.evaluate(client, "range @n @o");
    Endorsed fifty = scene.endorse(client, "range @n00000 @n00050", "put @seen 2");
    scene.commit(fifty);
    scene.inspect(fifty);
    Endorsed all = scene.endorse(client, "range @n @o", "put @seen 3");
    scene.submit(scene.client(1), "put @n00249 changed");
    scene.commit(all);
    scene.inspect(all);

    scene.title("A range that is left after a few results covers what was fetched");
    Endorsed few = scene.endorse(client, "range-some @n @o 3", "put @seen 4");
    scene.submit(scene.client(1), "put @n00099 changed");
    scene.commit(few);
    scene.inspect(few);
    Endorsed fewer = scene.endorse(client, "range-some @n @o 3", "put @seen 5");
    scene.submit(scene.client(1), "put @n00102 changed");
    scene.commit(fewer);

    scene.title("The same range twice, and two ranges");
    Endorsed twice =
        scene.endorse(client, "range @a @b", "range @a @b", "range @A @B", "put @seen 6");
    scene.commit(twice);
    scene.inspect(twice);

    scene.title("Pages");
    scene.evaluate(client, "page @n00000 @n00010 4 -");
    scene.evaluate(client, "page @n00000 @n00010 4 @n00004");
    scene.evaluate(client, "page @n00000 @n00010 4 @n00008");
    scene.evaluate(client, "page @n00000 @n00010 100 -", "page @n00000 @n00004 4 -");
    scene.evaluate(client, "page @n 150 120 -", "page @n @o 120 -");
    scene.submit(client, "page @n00000 @n00010 4 -", "put @seen 7");
    scene.submit(client, "put @seen 7", "page @n00000 @n00010 4 -");
    scene.submit(client, "page @n00000 @n00010 4 -");

    scene.title("Reading a range after writing");
    scene.evaluate(client, "put @z 1", "range @a @c");

    scene.title("Composite keys");
    scene.submit(
        client, "write \\0@lot\\0one\\0=1 \\0@lot\\0two\\0=2 \\0@lot\\0two\\0b\\0=3 @lot=plain");
    scene.evaluate(client, "range \\0@lot\\0 \\0@lot\\0\uDBFF\uDFFF");
    scene.evaluate(
        client, "range \\0@lot\\0two\\0 \\0@lot\\0two\\0\uDBFF\uDFFF", "get \\0@lot\\0one\\0");
  }
}
