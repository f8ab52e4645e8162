// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.InstructionId;

/** Ends auctions: what is left of the applicant's escrow goes back, whatever its standing. */
final class AuctionEnd {
  private AuctionEnd() {}

  /** Where the applicant's escrow came from. */
  static List<Key<?>> keys(Records records, InstructionId id) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Auction.key(id))
        .ifPresent(
            auction -> {
              keys.add(OpenOffers.key(auction.participant()));
              keys.add(CashAccount.key(auction.participant(), auction.bank(), auction.asset()));
              auction
                  .batch()
                  .ifPresent(batch -> keys.add(Holding.key(batch, auction.participant())));
            });
    return keys;
  }

  /** Gives back and says how it ended. */
  static void end(Act act, InstructionId id, Auction.State state) {
    Auction auction = act.must(Auction.key(id), ErrorCode.UNKNOWN_AUCTION);
    EscrowPlace.giveBack(act, auction, auction.batch(), auction.bank(), auction.asset());
    act.write(act.must(Auction.key(id), ErrorCode.UNKNOWN_AUCTION).ended(state));
    OpenOffers.remove(act, auction.participant(), OpenOffers.Kind.AUCTION, id);
    EscrowPlace.endWaiting(act, auction.participant(), auction.bank(), auction.asset(), id);
    auction
        .batch()
        .ifPresent(batch -> EscrowPlace.endWaiting(act, batch, auction.participant(), id));
  }
}
