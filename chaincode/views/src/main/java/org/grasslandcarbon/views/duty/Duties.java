// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.util.List;
import java.util.stream.Stream;

/** Everything that can wait for somebody. */
public final class Duties {
  /** In the order of their nouns. */
  public static final List<Duty> ALL =
      Stream.of(
              ProjectDuties.ALL,
              SettlementDuties.ALL,
              MarketDuties.ALL,
              SharingDuties.ALL,
              AssessmentDuties.ALL)
          .flatMap(List::stream)
          .toList();

  private Duties() {}
}
