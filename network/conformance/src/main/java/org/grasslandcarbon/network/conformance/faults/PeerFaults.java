// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.Duration;
import java.util.List;

/** What happens when peers end. */
final class PeerFaults {
  private static final Duration GOES_ON = Duration.ofSeconds(180);

  private PeerFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "peer-killed",
            "each office's peer in turn is killed and started again; the other offices go on",
            false,
            PeerFaults::killEach));
  }

  private static void killEach(Network network, Load load) throws InterruptedException {
    for (Office office : Office.values()) {
      network.kill(office, Node.PEER);
      for (Office other : office.others()) {
        load.awaitOutcomes(other, 10, GOES_ON);
      }
      network.start(office, Node.PEER);
      load.awaitOutcomes(office, 10, GOES_ON);
    }
  }
}
