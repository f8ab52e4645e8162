// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.Optional;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A bid in the auction's list, as far as whoever closes the auction needs it.
 *
 * @param allotted tonnes that it won
 * @param batch whose credits it sells
 * @param bidder whose it is
 * @param price fen a tonne, once it is revealed
 * @param quantity tonnes, once it is revealed
 * @param state where it stands
 */
public record AuctionEntry(
    Tonnes allotted,
    Optional<BatchId> batch,
    ParticipantId bidder,
    Optional<Fen> price,
    Optional<Tonnes> quantity,
    AuctionBid.State state) {

  static AuctionEntry sealed(ParticipantId bidder, Optional<BatchId> batch) {
    return new AuctionEntry(
        Tonnes.ZERO, batch, bidder, Optional.empty(), Optional.empty(), AuctionBid.State.SEALED);
  }

  AuctionEntry revealed(Fen at, Tonnes wanted) {
    return new AuctionEntry(
        allotted, batch, bidder, Optional.of(at), Optional.of(wanted), AuctionBid.State.REVEALED);
  }

  AuctionEntry decided(AuctionBid.State end, Tonnes won) {
    return new AuctionEntry(won, batch, bidder, price, quantity, end);
  }
}
