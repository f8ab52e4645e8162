// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** Requests of a chaincode that a peer cannot make sense of. */
public final class BadRequests implements Scenario {
  @Override
  public String name() {
    return "bad-requests";
  }

  @Override
  public String about() {
    return "Messages of a chaincode with unreadable content, and iterators that are not open.";
  }

  @Override
  public void play(Scene scene) {
    Client client = scene.client(0);
    scene.title("Content that is none");
    for (String type :
        new String[] {
          "GET_STATE",
          "GET_STATE_MULTIPLE",
          "PUT_STATE",
          "DEL_STATE",
          "WRITE_BATCH_STATE",
          "GET_STATE_BY_RANGE",
          "GET_QUERY_RESULT",
          "GET_HISTORY_FOR_KEY",
          "QUERY_STATE_NEXT",
          "QUERY_STATE_CLOSE",
          "INVOKE_CHAINCODE",
          "GET_STATE_METADATA",
          "PUT_STATE_METADATA",
          "GET_PRIVATE_DATA_HASH",
          "PURGE_PRIVATE_DATA"
        }) {
      scene.evaluate(client, "try raw " + type + " nonsense");
    }
    scene.title("Iterators that are not open");
    scene.evaluate(client, "try next no-such-iterator", "try close no-such-iterator");
    scene.title("The transaction goes on after a refused request");
    scene.submit(client, "try raw GET_STATE nonsense", "put @a 1");
    scene.evaluate(client, "get @a");
  }
}
