// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.List;

/** What can be looked at. */
public final class SupervisionVerbs {
  private SupervisionVerbs() {}

  /** All of it. */
  public static List<Object> all() {
    return List.of(
        new SupervisionDetectors(),
        new SupervisionSignals(),
        new SupervisionCertifiers(),
        new SupervisionFlags(),
        new SupervisionRefusals(),
        new SupervisionHoldings(),
        new SupervisionFlows(),
        new SupervisionOverdue());
  }
}
