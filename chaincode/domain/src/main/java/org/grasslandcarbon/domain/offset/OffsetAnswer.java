// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What a market would take of what is offered, lot by lot, each after those before it.
 *
 * @param lots the answer for each lot, in the order in which they were offered
 * @param caps how each cap stands before all of them
 * @param rule the row by which it was judged
 */
public record OffsetAnswer(List<Lot> lots, List<CapLeft> caps, Optional<OffsetRule> rule) {
  /**
   * The answer for a lot.
   *
   * @param reasons why it is not eligible, the first first; none when it is
   * @param usable how many tonnes may be used
   * @param bindingCap what keeps the rest from being used
   * @param capsAfter how each cap that counts them stands after them
   */
  public record Lot(
      List<Finding> reasons, Tonnes usable, Optional<String> bindingCap, List<CapLeft> capsAfter) {
    public Lot {
      reasons = List.copyOf(reasons);
      capsAfter = List.copyOf(capsAfter);
    }

    /** Whether the market takes them, as far as its caps go. */
    public boolean isEligible() {
      return reasons.isEmpty();
    }
  }

  /**
   * A reason with what exactly is so.
   *
   * @param reason the reason
   * @param detail in both languages
   */
  public record Finding(OffsetReason reason, Detail detail) {}

  public OffsetAnswer {
    lots = List.copyOf(lots);
    caps = List.copyOf(caps);
  }
}
