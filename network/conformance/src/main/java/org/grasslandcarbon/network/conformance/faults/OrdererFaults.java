// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import static org.grasslandcarbon.network.conformance.faults.FaultFailed.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens when orderers end. Of four, one may. */
final class OrdererFaults {
  private static final Duration GOES_ON = Duration.ofSeconds(180);

  /** What was on its way when the second orderer ended may still become final. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Duration OUTAGE = Duration.ofSeconds(20);

  private OrdererFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "orderer-killed",
            "an orderer that does not lead is killed and started again; nobody notices",
            false,
            OrdererFaults::killFollower),
        new Scenario(
            "leading-orderer-killed",
            "the leading orderer is killed; the others elect another and go on without it",
            true,
            OrdererFaults::killLeader),
        new Scenario(
            "two-orderers-killed",
            "with two of four orderers the network stops: gateways accept and tell no outcome,"
                + " until one is back",
            true,
            OrdererFaults::killTwo),
        new Scenario(
            "orderer-stands-still",
            "an orderer is there and does nothing any more; its office restarts it by itself, and it"
                + " votes again when another is killed",
            false,
            OrdererFaults::standStill),
        new Scenario(
            "orderer-ledger-lost",
            "all orderers have new certificates and two of them, in turn, lose their ledgers; each"
                + " is rebuilt out of the others' copies, and no script takes away another"
                + " meanwhile",
            false,
            OrdererFaults::loseLedgers));
  }

  private static void killFollower(Network network, Load load) throws InterruptedException {
    Office follower = network.leader(Office.BEIJING).next();
    network.kill(follower, Node.ORDERER);
    load.awaitOutcomesEverywhere(30, GOES_ON);
    network.start(follower, Node.ORDERER);
    load.awaitOutcomesEverywhere(10, GOES_ON);
  }

  private static void killLeader(Network network, Load load) throws InterruptedException {
    Office leader = network.leader(Office.BEIJING);
    network.kill(leader, Node.ORDERER);
    load.awaitOutcomesEverywhere(30, GOES_ON);
    Office successor = network.leader(leader.next());
    FaultFailed.require(successor != leader, "the dead orderer still leads");
    network.start(leader, Node.ORDERER);
    load.awaitOutcomesEverywhere(10, GOES_ON);
  }

  private static void killTwo(Network network, Load load) throws InterruptedException {
    Office first = network.leader(Office.BEIJING);
    Office second = first.next();
    network.kill(first, Node.ORDERER);
    network.kill(second, Node.ORDERER);
    Waiting.during(GRACE);
    int told = load.told();
    Map<Office, Integer> acknowledged = new EnumMap<>(Office.class);
    for (Office office : Office.values()) {
      acknowledged.put(office, load.acknowledged(office));
    }
    Waiting.during(OUTAGE);
    FaultFailed.require(load.told() == told, "outcomes were told although nothing can be ordered");
    for (Office office : Office.values()) {
      FaultFailed.require(
          load.acknowledged(office) > acknowledged.get(office),
          office + "'s gateway accepted nothing while the network stood still");
    }
    network.start(first, Node.ORDERER);
    load.awaitOutcomesEverywhere(30, GOES_ON);
    network.start(second, Node.ORDERER);
    load.awaitOutcomesEverywhere(10, GOES_ON);
  }

  /**
   * Fabric's orderers may stop for ever without ending; {@code steps/keep-orderer} is for that.
   * Frozen is what can be had at will: to the watcher it is the same, blocks that do not come.
   */
  private static void standStill(Network network, Load load) throws InterruptedException {
    Office office = network.leader(Office.BEIJING).next();
    Office another = office.next();
    Optional<Long> before = network.processId(office, Node.ORDERER);
    network.freeze(office, Node.ORDERER);
    load.awaitOutcomesEverywhere(30, GOES_ON);
    Waiting.until(
        "the orderer that stands still is restarted",
        GOES_ON,
        () -> {
          Optional<Long> now = network.processId(office, Node.ORDERER);
          return now.isPresent() && !now.equals(before);
        });
    network.script("steps/orderers-level");
    network.kill(another, Node.ORDERER);
    load.awaitOutcomesEverywhere(30, GOES_ON);
    network.start(another, Node.ORDERER);
    load.awaitOutcomesEverywhere(10, GOES_ON);
  }

  /**
   * What orderers show of the time of their renewals is what one that is rebuilt must live with:
   * blocks that its sources signed by keys which are no longer theirs.
   */
  private static void loseLedgers(Network network, Load load) throws InterruptedException {
    for (Office office : Office.values()) {
      network.script("renew", office.directory(), Node.ORDERER.script());
      load.awaitOutcomesEverywhere(10, GOES_ON);
    }
    Office leader = network.leader(Office.BEIJING);
    for (Office office : List.of(leader.next().next(), leader)) {
      Office next = office.next();
      network.kill(office, Node.ORDERER);
      delete(network.home(office).resolve("orderer"));
      load.awaitOutcomesEverywhere(10, GOES_ON);
      requireRefused(network, office, "nodes/stop", next.directory(), Node.ORDERER.script());
      requireRefused(network, office, "renew", next.directory(), Node.ORDERER.script());
      requireRefused(network, office, "restore-orderer", next.directory());
      require(network.runs(next, Node.ORDERER), next + "'s orderer was stopped all the same");

      network.script("restore-orderer", office.directory());
      // With another one gone, nothing is ordered but with the one that was rebuilt.
      network.kill(next, Node.ORDERER);
      load.awaitOutcomesEverywhere(30, GOES_ON);
      network.start(next, Node.ORDERER);
      network.script("steps/orderers-level");
      load.awaitOutcomesEverywhere(10, GOES_ON);
    }
  }

  private static void requireRefused(
      Network network, Office missing, String script, String... arguments) {
    String said;
    try {
      network.script(script, arguments);
    } catch (IllegalStateException e) {
      said = e.getMessage();
      require(
          said.contains(missing + " does not answer"),
          script + " does not say that " + missing + "'s orderer is missing: " + said);
      return;
    }
    throw new FaultFailed(script + " took a second orderer away");
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
