// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.client.RegistryClient;

/** What happens when gateways end, at any stage of their work, or lose their database. */
final class GatewayFaults {
  private static final Duration GOES_ON = Duration.ofSeconds(180);

  /** As long as a gateway takes at least that has everything. */
  private static final Duration NOT_READY = Duration.ofSeconds(40);

  private GatewayFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "gateway-killed",
            "each office's gateway in turn is killed and started again; what it had accepted"
                + " becomes final",
            false,
            GatewayFaults::killEach),
        halted("before-endorse", "Endorse", "with a batch in hand that no peer has seen"),
        halted("before-submit", "Submit", "with a batch that is endorsed and not sent"),
        halted("before-status", "CommitStatus", "with a batch that is sent and not known"),
        new Scenario(
            "gateway-database-deleted",
            "a gateway's database is deleted; it is made again from the blocks",
            false,
            GatewayFaults::deleteDatabase),
        new Scenario(
            "early-blocks-missing",
            "a peer is restored from a snapshot and its gateway's database deleted: the gateway says"
                + " that the peer lacks early blocks, and reads them from another office's",
            false,
            GatewayFaults::missEarlyBlocks),
        new Scenario(
            "any-gateway-at-once",
            "the same instructions are sent to two offices' gateways at once; each has one outcome",
            true,
            GatewayFaults::sendToTwo),
        new Scenario(
            "any-gateway-after-death",
            "instructions are sent to a gateway that dies, and then to another; each has one"
                + " outcome",
            false,
            GatewayFaults::sendAfterDeath));
  }

  private static void killEach(Network network, Load load) throws InterruptedException {
    for (Office office : Office.values()) {
      network.kill(office, Node.GATEWAY);
      for (Office other : office.others()) {
        load.awaitOutcomes(other, 10, GOES_ON);
      }
      network.start(office, Node.GATEWAY);
      load.awaitOutcomes(office, 20, GOES_ON);
    }
  }

  private static Scenario halted(String name, String call, String what) {
    return new Scenario(
        "gateway-halted-" + name,
        "a gateway's process ends " + what + "; another takes over its inbox",
        false,
        (network, load) -> halt(network, load, call));
  }

  /** The gateway that ends is the ordinary one but for where it ends; what follows it is that. */
  private static void halt(Network network, Load load, String call) throws InterruptedException {
    Office office = Office.TIANJIN;
    Path halt = network.home(office).resolve("halt");
    network.stop(office, Node.GATEWAY);
    // An earlier scenario's would end it before its time.
    delete(halt);
    network.startInstead(
        office, Node.GATEWAY, FaultyGateway.class, "-D" + FaultyGateway.HALT_FILE + "=" + halt);
    load.awaitOutcomes(office, 20, GOES_ON);
    write(halt, call);
    Waiting.until("the gateway has ended", GOES_ON, () -> !network.runs(office, Node.GATEWAY));
    for (Office other : office.others()) {
      load.awaitOutcomes(other, 10, GOES_ON);
    }
    network.start(office, Node.GATEWAY);
    load.awaitOutcomes(office, 20, GOES_ON);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteDatabase(Network network, Load load) throws InterruptedException {
    Office office = Office.HEBEI;
    network.kill(office, Node.GATEWAY);
    int deleted = 0;
    try (Stream<Path> files = Files.list(network.home(office).resolve("gateway"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
        deleted++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FaultFailed.require(deleted > 0, "the gateway has no database file");
    network.start(office, Node.GATEWAY);
    load.awaitOutcomes(office, 20, GOES_ON);
  }

  private static void missEarlyBlocks(Network network, Load load) throws InterruptedException {
    Office office = Office.TIANJIN;
    String snapshot = network.script("snapshot", office.directory()).strip();
    network.script("restore-peer", office.directory(), snapshot);
    load.awaitOutcomes(office, 20, GOES_ON);
    network.kill(office, Node.GATEWAY);
    for (String database : List.of("projection.mv.db", "projection.trace.db")) {
      delete(network.home(office).resolve("gateway").resolve(database));
    }
    FaultFailed.require(
        !network.isReadyWithin(NOT_READY, office, Node.GATEWAY),
        "the gateway is ready although nobody gave it the early blocks");
    RegistryClient client = new RegistryClient(network.gateway(office));
    Waiting.until(
        office + "'s gateway says that its peer lacks early blocks",
        GOES_ON,
        () -> client.publicReads().status().toString().contains("LEDGER_WITHOUT_EARLY_BLOCKS"));
    network.script("restore-gateway", office.directory());
    load.awaitOutcomes(office, 20, GOES_ON);
    // The peer has all blocks again for whatever is played next.
    network.script("restore-peer", office.directory());
    load.awaitOutcomesEverywhere(20, GOES_ON);
  }

  private static void sendToTwo(Network network, Load load) throws InterruptedException {
    for (int round = 0; round < 100; round++) {
      Office one = Office.values()[round % Office.values().length];
      Office other = one.others().get(round % one.others().size());
      load.sendToEach(List.of(one, other));
      Waiting.during(Duration.ofMillis(100));
    }
  }

  private static void sendAfterDeath(Network network, Load load) throws InterruptedException {
    Office first = Office.INNER_MONGOLIA;
    List<Errand> errands = load.send(50, first);
    Waiting.until(
        "the gateway has some of them",
        GOES_ON,
        () -> errands.stream().anyMatch(Errand::isAcknowledged));
    network.kill(first, Node.GATEWAY);
    load.sendAlso(errands, Office.BEIJING);
    Waiting.until(
        "the other gateway tells what became of them",
        GOES_ON,
        () -> errands.stream().allMatch(Errand::isSettled));
    network.start(first, Node.GATEWAY);
    load.awaitOutcomes(first, 20, GOES_ON);
  }
}
