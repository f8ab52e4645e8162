// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Prepared;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.grasslandcarbon.network.conformance.kit.Transactions;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** The same proposal or transaction a second time. */
public final class Duplicates implements Scenario {
  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String about() {
    return "A transaction id is good for one transaction.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    SignedProposal proposal = new Crafted(scene, client, "get @a", "put @a 1").signed();

    scene.title("A proposal may be endorsed again as long as its transaction is not committed");
    Prepared first = new Prepared(GatewayCalls.endorse(client.channel(), proposal));
    Prepared second = new Prepared(GatewayCalls.endorse(client.channel(), proposal));
    scene.attempt("the first", () -> scene.commit(client, first));
    scene.attempt("evaluated after that", () -> GatewayCalls.evaluate(client.channel(), proposal));
    scene.attempt(
        "endorsed after that", () -> GatewayCalls.endorse(client.channel(), proposal).toString());
    scene.attempt(
        "endorsed after that at TianjinMSP and HebeiMSP",
        () ->
            GatewayCalls.endorse(client.channel(), proposal, "TianjinMSP", "HebeiMSP").toString());

    scene.title("The second changes nothing; the status stays that of the first");
    scene.submit(client, "put @a 2");
    submitAgain(scene, client, second);
    scene.evaluate(client, "get @a");

    scene.title("The status of an invalid transaction stays as it was, too");
    Endorsed late = scene.endorse(client, "get @a", "put @a 3");
    scene.submit(scene.client(1), "put @a 4");
    scene.commit(late);
    submitAgain(scene, client, new Prepared(late.envelope()));
    scene.evaluate(client, "get @a");
  }

  private static void submitAgain(Scene scene, Client client, Prepared transaction) {
    scene.attempt(
        "submitted again",
        () -> {
          GatewayCalls.submit(client, Target.CHANNEL, transaction.envelope());
          return "taken";
        });
    scene.submit(client, "put @b next");
    scene.attempt(
        "the status", () -> Transactions.status(client, transaction.id()).getCode().name());
  }
}
