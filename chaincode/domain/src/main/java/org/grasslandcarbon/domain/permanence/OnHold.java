// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * In the buffer and on hold for a reversal. The reversal's record says what was put on hold, for
 * ever; that it is on hold no longer is said by its settlement.
 *
 * @param reversal what for
 */
record OnHold(InstructionId reversal) implements Place<Credits> {
  @Override
  public Account account() {
    return Account.bufferHold(reversal);
  }

  @Override
  public void receive(Act act, Credits arriving) {
    act.write(find(act).withHeld(arriving));
  }

  @Override
  public void release(Act act, Credits leaving) {
    Reversal found = find(act);
    Check.that(found.settlement().isEmpty(), zh("该保留已终止").en("the hold is over"));
    found.held().stream()
        .filter(held -> held.batch().equals(leaving.batch()))
        .map(Credits::serials)
        .reduce(SerialRanges::plus)
        .orElse(SerialRanges.NONE)
        .minus(leaving.serials()); // refuses what is not on hold
  }

  private Reversal find(Act act) {
    return act.must(Reversal.key(reversal), ErrorCode.UNKNOWN_REVERSAL);
  }
}
