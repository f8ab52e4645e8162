// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.List;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are played. */
final class Scenarios {
  private Scenarios() {}

  static List<Scenario> all() {
    return Stream.of(
            OrdererFaults.scenarios(),
            PeerFaults.scenarios(),
            ChaincodeFaults.scenarios(),
            GatewayFaults.scenarios(),
            OfficeFaults.scenarios(),
            TradingFaults.scenarios(),
            DiskFaults.scenarios(),
            LyingFaults.scenarios(),
            UpgradeFaults.scenarios(),
            CertificateFaults.scenarios())
        .flatMap(List::stream)
        .toList();
  }
}
