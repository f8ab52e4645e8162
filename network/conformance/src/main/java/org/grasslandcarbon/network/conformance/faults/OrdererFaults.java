// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
            OrdererFaults::killTwo));
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
}
