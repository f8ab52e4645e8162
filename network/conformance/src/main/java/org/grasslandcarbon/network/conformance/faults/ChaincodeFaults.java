// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.Duration;
import java.util.List;

/** What happens when chaincode processes end. */
final class ChaincodeFaults {
  private static final Duration GOES_ON = Duration.ofSeconds(180);

  private ChaincodeFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "chaincode-killed",
            "each office's chaincode in turn is killed and started again; all offices go on",
            false,
            ChaincodeFaults::killEach));
  }

  private static void killEach(Network network, Load load) throws InterruptedException {
    for (Office office : Office.values()) {
      network.kill(office, Node.CHAINCODE);
      load.awaitOutcomesEverywhere(10, GOES_ON);
      network.start(office, Node.CHAINCODE);
      load.awaitOutcomesEverywhere(10, GOES_ON);
    }
  }
}
