// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What an instruction takes from under a freeze.
 *
 * @param freeze the freeze
 * @param taken the lowest serials up to the quantity
 */
record FrozenCredits(Freeze freeze, Credits taken) {
  /** Where they are. */
  CreditPlace place() {
    return new CreditPlace.FrozenOf(freeze.holder(), freeze.id());
  }

  /** The keys that a freeze names. */
  static List<Key<?>> keys(Records records, InstructionId id) {
    return records
        .find(Freeze.key(id))
        .<List<Key<?>>>map(found -> List.of(Holding.key(found.batch(), found.holder())))
        .orElse(List.of());
  }

  /**
   * Takes from under a freeze, once it is known that there is one, that the actor may end it, that
   * it is not over, and that so many credits are still under it.
   *
   * @param quantity absent for all
   */
  static FrozenCredits require(Act act, InstructionId id, Optional<Tonnes> quantity) {
    Freeze freeze = act.must(Freeze.key(id), ErrorCode.UNKNOWN_FREEZE);
    act.require(
        freeze.mayBeEndedBy(act.actor()), ErrorCode.NOT_ALLOWED, "%s froze this", freeze.by());
    Holding holding = Holding.of(act, freeze.batch(), freeze.holder());
    SerialRanges frozen = holding.frozenUnder(id);
    act.require(!frozen.isEmpty(), ErrorCode.WRONG_STATE, "the freeze is over");
    Tonnes wanted = quantity.orElse(frozen.quantity());
    act.require(
        frozen.quantity().isAtLeast(wanted),
        ErrorCode.INSUFFICIENT_CREDITS,
        "%s t are asked for, %s t are still under the freeze",
        wanted,
        frozen.quantity());
    return new FrozenCredits(
        freeze, new Credits(freeze.batch(), frozen.takeLowest(wanted).taken()));
  }
}
