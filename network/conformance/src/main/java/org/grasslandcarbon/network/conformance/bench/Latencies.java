// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long acts took that were done one at a time. */
final class Latencies {
  private final String name;
  private final List<Double> milliseconds = new ArrayList<>();
  private int notDone;

  Latencies(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Does an act; its time counts when it is done. */
  void time(Round.Work act) throws InterruptedException {
    long start = System.nanoTime();
    Map<String, Integer> ends = act.run();
    double passed = (System.nanoTime() - start) / 1e6;
    if (ends.keySet().equals(Set.of(Round.DONE))) {
      milliseconds.add(passed);
    } else {
      notDone++;
    }
  }

  /** How many were not done. */
  int notDone() {
    return notDone;
  }

  /**
   * The value below which a share of them lies, e.g. 0.5 for the median; none when none is done.
   */
  double quantile(double share) {
    if (milliseconds.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(milliseconds);
    Collections.sort(sorted);
    return sorted.get((int) (share * (sorted.size() - 1)));
  }
}
