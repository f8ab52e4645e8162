// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Tonnes;

/** Ends listings: what stands behind them goes back to whose it is, whatever its standing. */
public final class ListingEnd {
  private ListingEnd() {}

  /** Takes a listing out of its book and gives its escrow back, exactly and once. */
  public static void end(Act act, InstructionId id, Listing.State state) {
    Listing listing = act.must(Listing.key(id), ErrorCode.UNKNOWN_LISTING);
    InstrumentBook book =
        act.must(InstrumentBook.key(listing.instrument()), ErrorCode.UNKNOWN_INSTRUMENT);
    act.write(book.withRemaining(listing.side(), id, Tonnes.ZERO));
    EscrowPlace.giveBack(act, listing, listing.batch(), book.bank(), book.asset());
    if (listing.side() == Side.BUY) {
      forget(act, book, listing);
    }
    act.write(act.must(Listing.key(id), ErrorCode.UNKNOWN_LISTING).ended(state));
  }

  /** The money's account need not know of a listing any more that has ended. */
  static void forget(Act act, InstrumentBook book, Listing listing) {
    CashAccount account = CashAccount.of(act, listing.participant(), book.bank(), book.asset());
    act.write(account.withoutListing(listing.id()));
  }
}
