// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import static org.grasslandcarbon.network.conformance.faults.FaultFailed.require;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.Traders;
import tools.jackson.databind.JsonNode;

/** What happens when an office's chaincode is not the program that was agreed. */
final class LyingFaults {
  /** The gateways compare once a minute; a busy machine is given three times that. */
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(180);

  private static final Office LIAR = Office.HEBEI;

  private LyingFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "lying-chaincode",
            "an office's chaincode gives credits away and answers otherwise; nothing comes of it,"
                + " all gateways go on and name the office",
            false,
            LyingFaults::oneLies));
  }

  private static void oneLies(Network network, Load load) throws InterruptedException {
    network.stop(LIAR, Node.CHAINCODE);
    network.startInstead(LIAR, Node.CHAINCODE, LyingChaincodeServer.class);
    load.awaitOutcomesEverywhere(20, Duration.ofSeconds(90));
    awaitNamed(network, Set.of(LIAR.mspId()));
    load.awaitOutcomesEverywhere(50, Duration.ofSeconds(90));
    InstructionText alone =
        new Traders(1, new ExampleSigners(network.data()).get("office-beijing"))
            .admissions()
            .get(0);
    String code = LoneEndorsement.submit(network, LIAR, alone);
    require(
        code.equals("ENDORSEMENT_POLICY_FAILURE"),
        "a transaction that only the liar has endorsed is recorded as " + code);

    network.stop(LIAR, Node.CHAINCODE);
    network.start(LIAR, Node.CHAINCODE);
    awaitNamed(network, Set.of());
    load.awaitOutcomesEverywhere(20, Duration.ofSeconds(90));
  }

  private static void awaitNamed(Network network, Set<String> mspIds) throws InterruptedException {
    for (Office office : Office.values()) {
      Waiting.until(
          office + "'s gateway names " + mspIds,
          NOTICED_WITHIN,
          () -> named(network, office).equals(mspIds));
    }
  }

  private static Set<String> named(Network network, Office office) {
    JsonNode status = new RegistryClient(network.gateway(office)).publicReads().status();
    Set<String> mspIds = new TreeSet<>();
    for (JsonNode warning : status.path("warnings")) {
      if (warning.path("code").asString().equals("ORGANISATION_DISAGREES")) {
        mspIds.add(warning.path("organisation").asString());
      }
    }
    return mspIds;
  }
}
