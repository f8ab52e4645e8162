// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A listing in the book, as far as those who take need it.
 *
 * @param listing the listing
 * @param participant whose it is
 * @param price fen a tonne
 * @param remaining tonnes that are not filled, at least one
 * @param sequence its place among those of one price: the lower comes first
 */
public record BookEntry(
    InstructionId listing, ParticipantId participant, Fen price, Tonnes remaining, long sequence) {

  BookEntry withRemaining(Tonnes left) {
    return new BookEntry(listing, participant, price, left, sequence);
  }
}
