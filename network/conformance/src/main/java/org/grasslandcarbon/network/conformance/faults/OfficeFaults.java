// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What happens when a whole office is away, or its clock is wrong. */
final class OfficeFaults {
  private static final Office OFFICE = Office.HEBEI;
  private static final Duration GOES_ON = Duration.ofSeconds(180);

  /**
   * Together with what else happens meanwhile, less than the 80 s after which orderers close a
   * connection that is silent.
   */
  private static final Duration AWAY = Duration.ofSeconds(40);

  /** More than that: what the others do then is told in docs/operate/incidents/office-hangs.md. */
  private static final Duration HANGING = Duration.ofSeconds(120);

  /** So many instructions at least are in the inbox, and nowhere else, when the office is lost. */
  private static final int KEPT_IN_THE_INBOX = 20;

  private static final Duration AHEAD = Duration.ofMinutes(10);

  /** What was on its way before may still become final. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private OfficeFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "office-cut-off",
            "one office's orderer and peer hear and say nothing for a while; its gateway accepts"
                + " and tells no outcome, the others go on",
            false,
            OfficeFaults::cutOff),
        new Scenario(
            "office-frozen",
            "all processes of one office stand still for a while; the others go on",
            false,
            OfficeFaults::freeze),
        new Scenario(
            "office-hangs",
            "one office hangs for two minutes, in which the network may stop; the others go on when"
                + " its processes are ended, and it too when they are started again",
            false,
            OfficeFaults::hang),
        new Scenario(
            "office-lost",
            "an office loses all that it has but its backup and its inbox, with instructions in it"
                + " that it has acknowledged; it is restored, and each of them has its outcome",
            true,
            OfficeFaults::lose),
        new Scenario(
            "clock-ahead",
            "one office's clock is ten minutes ahead: it endorses nothing and brings nothing to the"
                + " ledger, and says why; the others go on",
            false,
            OfficeFaults::moveClock));
  }

  private static void cutOff(Network network, Load load) throws InterruptedException {
    network.freeze(OFFICE, Node.ORDERER);
    network.freeze(OFFICE, Node.PEER);
    Waiting.during(GRACE);
    int acknowledged = load.acknowledged(OFFICE);
    int told = load.told(OFFICE);
    othersGoOn(load);
    Waiting.during(AWAY);
    FaultFailed.require(
        load.told(OFFICE) == told,
        "the office that is cut off told outcomes: " + load.toldAfter(OFFICE, told));
    FaultFailed.require(
        load.acknowledged(OFFICE) > acknowledged, "the office that is cut off accepted nothing");
    network.thaw(OFFICE, Node.ORDERER);
    network.thaw(OFFICE, Node.PEER);
    load.awaitOutcomesEverywhere(20, GOES_ON);
  }

  private static void freeze(Network network, Load load) throws InterruptedException {
    for (Node node : Node.values()) {
      network.freeze(OFFICE, node);
    }
    othersGoOn(load);
    Waiting.during(AWAY);
    othersGoOn(load);
    for (Node node : Node.values()) {
      network.thaw(OFFICE, node);
    }
    load.awaitOutcomesEverywhere(20, GOES_ON);
  }

  private static void hang(Network network, Load load) throws InterruptedException {
    for (Node node : Node.values()) {
      network.freeze(OFFICE, node);
    }
    Waiting.during(HANGING);
    for (Node node : Node.values()) {
      network.kill(OFFICE, node);
    }
    othersGoOn(load);
    for (Node node : Node.values()) {
      network.start(OFFICE, node);
    }
    load.awaitOutcomesEverywhere(20, GOES_ON);
  }

  /** The drill of docs/operate/backup.md. Nothing can become final here once the peer is gone. */
  private static void lose(Network network, Load load) throws InterruptedException {
    Path kept = network.data().resolve("restore.kept-for-" + OFFICE);
    Path backup = kept.resolve("backup.tar.gz");
    Path inbox = kept.resolve("inbox");
    Commands.run("rm", "-rf", kept.toString());
    Commands.run("mkdir", kept.toString());
    network.script("backup", OFFICE.directory(), backup.toString());
    network.kill(OFFICE, Node.PEER);
    int acknowledged = load.acknowledged(OFFICE);
    Waiting.until(
        "the office acknowledges what cannot become final yet",
        GOES_ON,
        () -> load.acknowledged(OFFICE) >= acknowledged + KEPT_IN_THE_INBOX);
    for (String node : List.of("watch", "gateway", "chaincode", "orderer", "logs")) {
      network.script("nodes/stop", OFFICE.directory(), node, "KILL", "--anyway");
    }
    Path home = network.home(OFFICE);
    // The inbox is on storage that did not go with the office's.
    Commands.run("mv", home.resolve("gateway/inbox").toString(), inbox.toString());
    Commands.run("rm", "-rf", home.toString());
    othersGoOn(load);

    long start = System.nanoTime();
    network.script("restore-office", OFFICE.directory(), backup.toString(), inbox.toString());
    System.out.printf(
        Locale.ROOT, "   the office is back after %.0f s%n", (System.nanoTime() - start) / 1e9);
    load.awaitOutcomesEverywhere(20, GOES_ON);

    start = System.nanoTime();
    network.script("restore-gateway", OFFICE.directory());
    System.out.printf(
        Locale.ROOT,
        "   its database is made again in %.0f s%n",
        (System.nanoTime() - start) / 1e9);
    load.awaitOutcomesEverywhere(20, GOES_ON);
    Commands.run("rm", "-rf", kept.toString());
  }

  private static void moveClock(Network network, Load load) throws InterruptedException {
    network.stop(OFFICE, Node.GATEWAY);
    network.stop(OFFICE, Node.CHAINCODE);
    long logged = network.logLength(OFFICE, Node.GATEWAY);
    network.startInstead(
        OFFICE,
        Node.CHAINCODE,
        FaultyChaincode.class,
        "-D" + FaultyChaincode.CLOCK_AHEAD + "=" + AHEAD);
    network.startInstead(
        OFFICE, Node.GATEWAY, FaultyGateway.class, "-D" + FaultyGateway.CLOCK_AHEAD + "=" + AHEAD);
    Waiting.during(GRACE);
    int told = load.told(OFFICE);
    othersGoOn(load);
    Waiting.until(
        "the gateway's log says that the clock is wrong",
        GOES_ON,
        () -> network.logSince(OFFICE, Node.GATEWAY, logged).contains("CLOCK_SKEW"));
    FaultFailed.require(
        load.told(OFFICE) == told,
        "the office with the wrong clock brought something to the ledger: "
            + load.toldAfter(OFFICE, told));
    network.stop(OFFICE, Node.GATEWAY);
    network.stop(OFFICE, Node.CHAINCODE);
    network.start(OFFICE, Node.CHAINCODE);
    network.start(OFFICE, Node.GATEWAY);
    load.awaitOutcomesEverywhere(20, GOES_ON);
  }

  private static void othersGoOn(Load load) throws InterruptedException {
    for (Office other : OFFICE.others()) {
      load.awaitOutcomes(other, 20, GOES_ON);
    }
  }
}
