// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * A venue's risk reserve: money apart from the exchange's own.
 *
 * @param amount fen
 * @param venue the venue
 */
public record VenueReserve(Fen amount, VenueId venue) implements LedgerRecord {

  /** The type of reserves. */
  public static final RecordType<VenueReserve> TYPE =
      new RecordType<>("RESERVE", VenueReserve.class, MarketVisibility.SUPERVISORS);

  /** The key of a venue's reserve. */
  public static Key<VenueReserve> key(VenueId venue) {
    return TYPE.key(venue.value());
  }

  private static VenueReserve of(Records records, VenueId venue) {
    return records.find(key(venue)).orElseGet(() -> new VenueReserve(Fen.ZERO, venue));
  }

  /**
   * The reserve as a place of money.
   *
   * @param venue the venue
   */
  record Of(VenueId venue) implements Place<Money> {
    @Override
    public Account account() {
      return Account.reserve(venue);
    }

    @Override
    public void release(Act act, Money leaving) {
      VenueReserve reserve = VenueReserve.of(act, venue);
      act.write(new VenueReserve(reserve.amount.minus(leaving.amount()), venue));
    }

    @Override
    public void receive(Act act, Money arriving) {
      VenueReserve reserve = VenueReserve.of(act, venue);
      act.write(new VenueReserve(reserve.amount.plus(arriving.amount()), venue));
    }
  }

  @Override
  public Key<VenueReserve> key() {
    return key(venue);
  }
}
