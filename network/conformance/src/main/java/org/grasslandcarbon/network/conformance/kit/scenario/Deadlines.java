// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.grasslandcarbon.network.conformance.kit.Transactions;

/** Calls that are not answered in the time that the client gives. */
public final class Deadlines implements Scenario {
  private static final int SHORT_MILLISECONDS = 500;

  @Override
  public String name() {
    return "deadlines";
  }

  @Override
  public String about() {
    return "Deadlines that have passed, and the commit status of a transaction that nobody submits.";
  }

  @Override
  public void play(Scene scene) throws Exception {
    Client client = scene.client(0);
    scene.title("The status of a transaction that nobody submits is waited for");
    scene.attempt("an id of nobody's", () -> status(client, "00".repeat(32), SHORT_MILLISECONDS));
    Endorsed endorsed = scene.endorse(client, "put @a 1");
    scene.attempt(
        endorsed.id() + " is not submitted",
        () -> status(client, endorsed.id(), SHORT_MILLISECONDS));
    scene.commit(endorsed);
    scene.attempt(
        endorsed.id() + " is asked for again",
        () -> status(client, endorsed.id(), SHORT_MILLISECONDS * 20));
    scene.attempt(
        endorsed.id() + " is asked for at another office",
        () -> status(scene.client(3), endorsed.id(), SHORT_MILLISECONDS * 20));

    scene.title("Deadlines that have passed before the call");
    var proposal = client.contract(Target.PROBE).newProposal("do").build();
    scene.attempt(
        "evaluate",
        () -> new String(proposal.evaluate(o -> o.withDeadlineAfter(-1, TimeUnit.SECONDS))));
    scene.attempt(
        "endorse",
        () -> proposal.endorse(o -> o.withDeadlineAfter(-1, TimeUnit.SECONDS)).getTransactionId());
    Endorsed late = scene.endorse(client, "put @a 2");
    scene.attempt(
        "submit",
        () ->
            late.transaction()
                .submitAsync(o -> o.withDeadlineAfter(-1, TimeUnit.SECONDS))
                .getTransactionId());
    scene.evaluate(client, "get @a");
  }

  private static String status(Client client, String id, int milliseconds) throws Exception {
    return Transactions.status(client, id, Duration.ofMillis(milliseconds)).getCode().name();
  }
}
