// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * One movement: every change of who has what is a posting of the journal entry that caused it.
 *
 * @param amount tonnes for credits, fen for money; above zero
 * @param asset the batch of the credits, or {@code CNY}
 * @param destination an {@link Account}
 * @param serials the credits moved; absent for money
 * @param source an {@link Account}
 */
public record Posting(
    long amount,
    @Most(60) String asset,
    @Most(120) String destination,
    Optional<SerialRanges> serials,
    @Most(120) String source) {

  /** A movement of credits of one batch. */
  public static Posting credits(
      String batch, SerialRanges serials, String source, String destination) {
    return new Posting(
        serials.quantity().value(), batch, destination, Optional.of(serials), source);
  }
}
