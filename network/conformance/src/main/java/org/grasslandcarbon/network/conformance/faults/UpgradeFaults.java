// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import static org.grasslandcarbon.network.conformance.faults.FaultFailed.require;

import java.time.Duration;
import java.util.List;

/** What happens when the chaincode is replaced while instructions come in. */
final class UpgradeFaults {
  private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(120);

  private UpgradeFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "upgrade",
            "a new version of the chaincode comes into force and goes on from what the old one has"
                + " written",
            false,
            UpgradeFaults::upgrade));
  }

  private static void upgrade(Network network, Load load) throws InterruptedException {
    String before = network.chaincodeLabel();
    network.script("upgrade");
    require(!network.chaincodeLabel().equals(before), "still " + before + " is in force");
    for (Office office : Office.values()) {
      require(network.runs(office, Node.CHAINCODE), office + " does not run the new version");
    }
    load.awaitOutcomesEverywhere(50, GOES_ON_WITHIN);
  }
}
