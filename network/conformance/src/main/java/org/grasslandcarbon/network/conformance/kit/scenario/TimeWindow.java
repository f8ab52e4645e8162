// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.time.Duration;
import java.time.Instant;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.Deliveries;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Prepared;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.hyperledger.fabric.protos.orderer.SeekInfo.SeekBehavior;

/** Proposals and requests that are too old, or from the future. */
public final class TimeWindow implements Scenario {
  private static final Duration INSIDE = Duration.ofMinutes(14);
  private static final Duration OUTSIDE = Duration.ofMinutes(16);

  @Override
  public String name() {
    return "time-window";
  }

  @Override
  public String about() {
    return "Proposals must be within fifteen minutes of an endorser's clock.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("Within the window");
    for (Duration off : new Duration[] {INSIDE, INSIDE.negated()}) {
      scene.attempt(
          "by " + off.toMinutes() + " minutes, submitted",
          () ->
              scene.commit(
                  client,
                  new Prepared(
                      GatewayCalls.endorse(
                          client.channel(),
                          new Crafted(scene, client, "put @a 1")
                              .at(Instant.now().plus(off))
                              .signed()))));
    }
    scene.title("Requests for blocks");
    for (Duration off : new Duration[] {OUTSIDE, OUTSIDE.negated()}) {
      scene.attempt(
          "by " + off.toMinutes() + " minutes, blocks",
          () ->
              Deliveries.all(
                      client.channel(),
                      Deliveries.Kind.FULL,
                      Deliveries.request(
                          client,
                          Target.CHANNEL,
                          Instant.now().plus(off),
                          Deliveries.seek(
                              Deliveries.oldest(),
                              Deliveries.oldest(),
                              SeekBehavior.FAIL_IF_NOT_READY)))
                  .toString());
    }
    scene.title("Outside the window");
    for (Duration off : new Duration[] {OUTSIDE, OUTSIDE.negated()}) {
      scene.attempt(
          "by " + off.toMinutes() + " minutes, endorsed",
          () ->
              GatewayCalls.endorse(
                      client.channel(),
                      new Crafted(scene, client, "put @a 2").at(Instant.now().plus(off)).signed())
                  .toString());
    }
    scene.evaluate(scene.client(1), "get @a");
  }
}
