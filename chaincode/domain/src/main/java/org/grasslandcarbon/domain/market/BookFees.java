// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.value.InstrumentId;

/**
 * Fees that accrue with an instrument: its book is written by every trade anyway, an account of the
 * exchange's would be written by all trades of all instruments.
 *
 * @param instrument the instrument
 */
record BookFees(InstrumentId instrument) implements Place<Money> {
  @Override
  public Account account() {
    return Account.fees(instrument);
  }

  @Override
  public void release(Act act, Money leaving) {
    InstrumentBook book = act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    act.write(book.withFees(book.fees().minus(leaving.amount())));
  }

  @Override
  public void receive(Act act, Money arriving) {
    InstrumentBook book = act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    act.write(book.withFees(book.fees().plus(arriving.amount())));
  }
}
