// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import static org.grasslandcarbon.network.conformance.faults.FaultFailed.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.Traders;

/** Certificates that an office makes itself, renews, and revokes, and a new chaincode version. */
final class CertificateFaults {
  private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(120);

  /**
   * The office that joins, with an authority made by openssl; its ports come after the fourth's.
   */
  private static final String NEWCOMER = "qinghai";

  private CertificateFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "renewed-certificates",
            "a peer, a chaincode, a gateway, an orderer and an administrator get new keys and"
                + " certificates, and authorities a later date, each at another office; all offices"
                + " go on",
            false,
            CertificateFaults::renew),
        new Scenario(
            "revoked-gateway",
            "a gateway's certificate is revoked: peers refuse it, its log says so; with a new"
                + " certificate it goes on where it was",
            false,
            CertificateFaults::revoke),
        new Scenario(
            "stolen-gateway-key",
            "a gateway has a new certificate before the stolen one is revoked by its serial number:"
                + " the thief is refused and the gateway goes on",
            false,
            CertificateFaults::revokeStolen),
        new Scenario(
            "own-certificates",
            "an office whose certificates are made with openssl joins; its gateway brings"
                + " instructions to the ledger",
            false,
            CertificateFaults::join));
  }

  private static void renew(Network network, Load load) throws InterruptedException {
    renew(network, load, Office.TIANJIN, Node.PEER);
    renew(network, load, Office.HEBEI, Node.CHAINCODE);
    renew(network, load, Office.BEIJING, Node.GATEWAY);
    renew(network, load, Office.INNER_MONGOLIA, Node.ORDERER);
    network.script("renew", Office.HEBEI.directory(), "admin");
    network.script("renew", Office.TIANJIN.directory(), "authority");
    load.awaitOutcomesEverywhere(20, GOES_ON_WITHIN);
    // What the renewed authority issues counts, and so does its administrator's signature.
    renew(network, load, Office.TIANJIN, Node.GATEWAY);
    renew(network, load, Office.TIANJIN, Node.ORDERER);
  }

  private static void renew(Network network, Load load, Office office, Node node)
      throws InterruptedException {
    // A chaincode and its peer know each other by certificates of TLS only.
    Path certificate =
        network
            .home(office)
            .resolve("identity/" + node)
            .resolve(node == Node.CHAINCODE ? "tls/cert.pem" : "msp/signcerts/cert.pem");
    String before = read(certificate);
    network.script("renew", office.directory(), node.script());
    require(!read(certificate).equals(before), office + "'s " + node + " has its old certificate");
    load.awaitOutcomesEverywhere(20, GOES_ON_WITHIN);
  }

  private static void revoke(Network network, Load load) throws InterruptedException {
    Office office = Office.HEBEI;
    long logged = network.logLength(office, Node.GATEWAY);
    network.script("revoke", office.directory(), Node.GATEWAY.script());
    for (Office other : office.others()) {
      load.awaitOutcomes(other, 20, GOES_ON_WITHIN);
    }
    Waiting.until(
        office + "'s gateway says that its certificate is refused",
        GOES_ON_WITHIN,
        () -> network.logSince(office, Node.GATEWAY, logged).contains("revoked or out of date"));
    network.script("renew", office.directory(), Node.GATEWAY.script());
    load.awaitOutcomes(office, 20, GOES_ON_WITHIN);
  }

  /** A thief has a copy of all that the gateway signs with. */
  private static void revokeStolen(Network network, Load load) throws InterruptedException {
    Office office = Office.INNER_MONGOLIA;
    Path stolen = network.data().resolve("stolen");
    Commands.run("rm", "-rf", stolen.toString());
    Commands.run(
        "cp",
        "-R",
        network.home(office).resolve("identity/gateway/msp").toString(),
        stolen.toString());
    try {
      network.script("renew", office.directory(), Node.GATEWAY.script());
      require(thiefIsHeard(network, office, stolen), "the stolen certificate is refused too early");
      String serial =
          Commands.run(
                  "openssl",
                  "x509",
                  "-noout",
                  "-serial",
                  "-in",
                  stolen.resolve("signcerts/cert.pem").toString())
              .strip()
              .replace("serial=", "");
      network.script("revoke", office.directory(), serial);
      for (Office other : Office.values()) {
        require(
            !thiefIsHeard(network, other, stolen), other + "'s peer takes the stolen certificate");
      }
      load.awaitOutcomesEverywhere(20, GOES_ON_WITHIN);
    } finally {
      Commands.run("rm", "-rf", stolen.toString());
    }
  }

  /** Whether an office's peer answers whoever signs with an identity. */
  private static boolean thiefIsHeard(Network network, Office office, Path identity) {
    try {
      network.script(
          "as",
          office.directory(),
          "env",
          "CORE_PEER_LOCALMSPID=" + Office.INNER_MONGOLIA.mspId(),
          "CORE_PEER_MSPCONFIGPATH=" + identity,
          "peer",
          "channel",
          "getinfo",
          "-c",
          "grassland");
      return true;
    } catch (IllegalStateException e) {
      require(
          e.getMessage().contains("access denied") || e.getMessage().contains("ACCESS_DENIED"),
          "refused for another reason: " + e.getMessage());
      return false;
    }
  }

  private static void join(Network network, Load load) throws InterruptedException {
    network.script("add-org", NEWCOMER);
    load.awaitOutcomesEverywhere(20, GOES_ON_WITHIN);
    URI gateway = URI.create("http://127.0.0.1:" + (network.port(Office.BEIJING, 80) + 400));
    InstructionText admission =
        new Traders(1, new ExampleSigners(network.data()).get("office-beijing"))
            .admissions()
            .get(0);
    Outcome outcome = new RegistryClient(gateway).submit(admission, GOES_ON_WITHIN);
    require(
        outcome.status() == Outcome.Status.APPLIED,
        "an instruction at " + NEWCOMER + "'s gateway ended as " + outcome);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
