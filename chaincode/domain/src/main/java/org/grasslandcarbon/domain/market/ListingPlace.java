// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/** What stands behind a listing, held by the listing's own record. */
final class ListingPlace {
  private ListingPlace() {}

  private static Listing listing(Act act, InstructionId id) {
    return act.find(Listing.key(id))
        .orElseThrow(() -> new IllegalStateException("no listing " + id));
  }

  /**
   * Credits behind a wish to sell.
   *
   * @param owner whose
   * @param id the listing
   */
  record OfCredits(ParticipantId owner, InstructionId id) implements Place<Credits> {
    @Override
    public Account account() {
      return Account.escrow(owner, id);
    }

    @Override
    public void release(Act act, Credits leaving) {
      Listing listing = listing(act, id);
      act.write(listing.withEscrow(listing.cash(), listing.serials().minus(leaving.serials())));
    }

    @Override
    public void receive(Act act, Credits arriving) {
      Listing listing = listing(act, id);
      act.write(listing.withEscrow(listing.cash(), listing.serials().plus(arriving.serials())));
    }
  }

  /**
   * Money behind a wish to buy.
   *
   * @param owner whose
   * @param id the listing
   */
  record OfMoney(ParticipantId owner, InstructionId id) implements Place<Money> {
    @Override
    public Account account() {
      return Account.escrow(owner, id);
    }

    @Override
    public void release(Act act, Money leaving) {
      Listing listing = listing(act, id);
      act.write(listing.withEscrow(listing.cash().minus(leaving.amount()), listing.serials()));
    }

    @Override
    public void receive(Act act, Money arriving) {
      Listing listing = listing(act, id);
      act.write(listing.withEscrow(listing.cash().plus(arriving.amount()), listing.serials()));
    }
  }
}
