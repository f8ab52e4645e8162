// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.ChaincodeEventsRequest;
import org.hyperledger.fabric.client.Checkpoint;
import org.hyperledger.fabric.client.CloseableIterator;

/** Chaincode events are read from any height. */
public final class EventReplay implements Scenario {
  @Override
  public String name() {
    return "event-replay";
  }

  @Override
  public String about() {
    return "Chaincode events from any height on and after any transaction; only of valid ones.";
  }

  @Override
  public void play(Scene scene) throws Exception {
    Client client = scene.client(0);
    scene.title("Events of valid and of invalid transactions; the last one set counts");
    Endorsed first = scene.endorse(client, "put @a 1", "event one 1", "event uno 1");
    scene.commit(first);
    Endorsed late = scene.endorse(client, "get @a", "event lost -");
    Endorsed second = scene.endorse(scene.client(1), "put @a 2", "event two -");
    scene.commit(second);
    scene.commit(late);
    scene.submit(client, "put @a 3");
    Endorsed third = scene.endorse(client, "event three 3");
    scene.commit(third);
    scene.submit(client, "event four 4", "status 500 failed");
    scene.submit(client, "put @a 4", "event - nameless");

    scene.title("From the first one's block on");
    see(scene, first, request(client).startBlock(scene.blockOf(first)), 3);
    scene.title("From the second one's block on, at another office");
    see(scene, first, request(scene.client(2)).startBlock(scene.blockOf(second)), 2);
    scene.title("After the first one");
    see(scene, first, request(client).checkpoint(after(scene.blockOf(first), first.id())), 2);
    scene.title("After the second one, although another start is named");
    see(
        scene,
        first,
        request(client)
            .startBlock(scene.blockOf(first))
            .checkpoint(after(scene.blockOf(second), second.id())),
        1);
    scene.title("From the second one's block on, by a checkpoint without a transaction");
    see(scene, first, request(client).checkpoint(after(scene.blockOf(second), null)), 2);

    scene.title("Of a chaincode that has none");
    scene.attempt(
        "the first event of nobody",
        () -> {
          try (CloseableIterator<ChaincodeEvent> events =
              client
                  .network()
                  .newChaincodeEventsRequest("nobody")
                  .startBlock(0)
                  .build()
                  .getEvents(o -> o.withDeadlineAfter(1, TimeUnit.SECONDS))) {
            return events.hasNext() ? "an event" : "no event";
          }
        });
  }

  private static ChaincodeEventsRequest.Builder request(Client client) {
    return client.network().newChaincodeEventsRequest(Target.PROBE);
  }

  private static void see(
      Scene scene, Endorsed first, ChaincodeEventsRequest.Builder request, int count) {
    try (CloseableIterator<ChaincodeEvent> events = request.build().getEvents()) {
      for (int i = 0; i < count; i++) {
        ChaincodeEvent event = events.next();
        scene.see(
            "block "
                + (event.getBlockNumber() - scene.blockOf(first))
                + " "
                + event.getTransactionId()
                + " "
                + event.getChaincodeName()
                + " "
                + event.getEventName()
                + " '"
                + new String(event.getPayload(), StandardCharsets.UTF_8)
                + "'");
      }
    }
  }

  private static Checkpoint after(long block, String transaction) {
    return new Checkpoint() {
      @Override
      public OptionalLong getBlockNumber() {
        return OptionalLong.of(block);
      }

      @Override
      public Optional<String> getTransactionId() {
        return Optional.ofNullable(transaction);
      }
    };
  }
}
