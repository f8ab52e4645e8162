// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.util.List;
import java.util.Set;
import org.grasslandcarbon.network.conformance.kit.scenario.ChaincodeErrors;
import org.grasslandcarbon.network.conformance.kit.scenario.Conflicts;
import org.grasslandcarbon.network.conformance.kit.scenario.State;

/** All scenarios, in the order in which they are played. */
public final class Scenarios {
  private static final List<Scenario> ALL =
      List.of(new State(), new Conflicts(), new ChaincodeErrors());

  private Scenarios() {}

  public static List<Scenario> all() {
    return ALL;
  }

  /** Those of some names; all when none is given. */
  static List<Scenario> named(Set<String> names) {
    List<Scenario> chosen =
        ALL.stream().filter(each -> names.isEmpty() || names.contains(each.name())).toList();
    if (!names.isEmpty() && chosen.size() < names.size()) {
      throw new IllegalArgumentException(
          "没有这样的场景；现有： There is no such scenario; there are: "
              + ALL.stream().map(Scenario::name).toList());
    }
    return chosen;
  }
}
