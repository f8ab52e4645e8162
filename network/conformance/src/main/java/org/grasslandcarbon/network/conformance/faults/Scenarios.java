// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.List;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are played. */
final class Scenarios {
  private Scenarios() {}

  static List<Scenario> all() {
    return Stream.of(PeerFaults.scenarios(), ChaincodeFaults.scenarios())
        .flatMap(List::stream)
        .toList();
  }
}
