// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** What a client sees of a chaincode that fails. */
public final class ChaincodeErrors implements Scenario {
  @Override
  public String name() {
    return "chaincode-errors";
  }

  @Override
  public String about() {
    return "Responses of every status, errors, unknown functions, and a peer that refuses a request.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("Below 400 a response is a success");
    for (String status : new String[] {"200", "201", "399"}) {
      scene.evaluate(client, "put @a 1", "status " + status + " told to");
    }
    Endorsed accepted = scene.endorse(client, "put @a 1", "status 202 taken");
    scene.commit(accepted);
    scene.inspect(accepted);

    scene.title("From 400 on it is a failure, and so is what is below 200");
    for (String status : new String[] {"400", "404", "499", "500", "599", "199", "0", "-1"}) {
      scene.evaluate(client, "put @a 2", "status " + status + " told to");
      scene.submit(client, "put @a 2", "status " + status + " told to");
    }
    scene.evaluate(client, "get @a");

    scene.title("A failure without a message, and one in other scripts");
    scene.submit(client, "status 500");
    scene.submit(client, "status 500 余额不足 — insufficient");

    scene.title("The chaincode ends the transaction with ERROR");
    scene.evaluate(client, "error it broke");
    scene.submit(client, "put @a 3", "error it broke");

    scene.title("The peer refuses what the chaincode asks, and the chaincode gives up");
    scene.submit(client, "query {}", "put @a 4");
    scene.submit(client, "there-is-no-such-step");
  }
}
