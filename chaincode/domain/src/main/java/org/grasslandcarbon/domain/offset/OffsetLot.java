// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Credits that are offered for compliance, or that somebody thinks of buying for it.
 *
 * @param from the first day on which they arose
 * @param owner whose project they are from, where it is known
 * @param to the last day
 * @param tonnes how many
 * @param training whether they are for practice
 * @param traits what they are
 */
public record OffsetLot(
    LocalDate from,
    Optional<ParticipantId> owner,
    LocalDate to,
    Tonnes tonnes,
    boolean training,
    CreditTraits traits) {

  /**
   * Credits of which it is not known whether they are these or others of the same project: all of
   * the days of both must be right.
   */
  public OffsetLot or(OffsetLot other) {
    return new OffsetLot(
        from.isBefore(other.from) ? from : other.from,
        owner,
        to.isAfter(other.to) ? to : other.to,
        tonnes,
        training,
        traits);
  }
}
