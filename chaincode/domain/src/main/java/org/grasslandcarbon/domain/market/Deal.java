// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What two have agreed on.
 *
 * @param buyer who buys
 * @param seller who sells
 * @param credits what is sold
 * @param price fen a tonne
 * @param mode in which way
 * @param taker who took the other's listing
 */
record Deal(
    Party<Money> buyer,
    Party<Credits> seller,
    Credits credits,
    Fen price,
    Trade.Mode mode,
    Optional<Side> taker) {

  /**
   * One of the two.
   *
   * @param id who
   * @param listing the listing that is filled, if it is one
   * @param from where what it gives is
   * @param charged what its order has been charged before
   */
  record Party<W extends org.grasslandcarbon.domain.ledger.Worth>(
      ParticipantId id, Optional<InstructionId> listing, Place<W> from, FillFees charged) {}

  Tonnes tonnes() {
    return credits.serials().quantity();
  }

  Fen gross() {
    return Fen.of(Math.multiplyExact(price.value(), tonnes().value()));
  }
}
