// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What was reached of an indicator, or why nobody can say.
 *
 * @param actual the value; absent where {@code unknown} says why
 * @param first what was reported first, where it was restated since
 * @param later what was reported last, where that was after the region's year was assessed; it
 *     counts for nothing
 * @param report the instruction that reported it; absent where the ledger computed it
 * @param unknown why there is none
 */
public record Reading(
    Optional<Decimal> actual,
    Optional<Decimal> first,
    Optional<Decimal> later,
    Optional<InstructionId> report,
    Optional<NoNumber> unknown) {

  /** What the ledger has computed. */
  public static Reading of(Decimal computed) {
    return new Reading(
        Optional.of(computed),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Nothing, and why. */
  public static Reading none(NoNumber why) {
    return new Reading(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why));
  }

  /** What an office had said last when it was judged, with what it had said first. */
  public static Reading of(IndicatorReport.Reported reported) {
    Optional<IndicatorReport.Restated> judged = reported.judged();
    return new Reading(
        judged.map(IndicatorReport.Restated::value),
        judged.filter(each -> !each.id().equals(reported.id())).map(each -> reported.value()),
        reported.later().map(IndicatorReport.Restated::value),
        judged.map(IndicatorReport.Restated::id),
        judged.isPresent() ? Optional.empty() : Optional.of(NoNumber.NOT_REPORTED));
  }
}
