// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All cases, in the order of their numbers. None needs another. */
public final class CoordinationCases {
  private static final List<Case> ALL =
      Stream.of(
              GapCases.all(),
              GoalCases.all(),
              SharingCases.all(),
              EconomyCases.all(),
              ProjectCases.all())
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Case::name))
          .toList();

  private CoordinationCases() {}

  public static List<Case> all() {
    return ALL;
  }
}
