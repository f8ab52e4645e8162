// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

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
public record FrozenCredits(Freeze freeze, Credits taken) {
  /** Where they are. */
  public CreditPlace place() {
    return new CreditPlace.FrozenOf(freeze.holder(), freeze.id());
  }

  /** The keys that a freeze names. */
  public static List<Key<?>> keys(Records records, InstructionId id) {
    return records
        .find(Freeze.key(id))
        .<List<Key<?>>>map(found -> List.of(Holding.key(found.batch(), found.holder())))
        .orElse(List.of());
  }

  /** A freeze that the acting participant may end. */
  public static Freeze mustEnd(Act act, InstructionId id) {
    Freeze freeze = act.must(Freeze.key(id), ErrorCode.UNKNOWN_FREEZE);
    act.require(
        freeze.mayBeEndedBy(act.actor()),
        ErrorCode.NOT_ALLOWED,
        zh("该冻结由 %s 作出").en("%s froze this", freeze.by()));
    return freeze;
  }

  /**
   * Takes from under a freeze, once it is known that there is one, that the actor may end it, that
   * it is not over, and that so many credits are still under it.
   *
   * @param quantity absent for all
   */
  public static FrozenCredits require(Act act, InstructionId id, Optional<Tonnes> quantity) {
    Freeze freeze = mustEnd(act, id);
    Holding holding = Holding.of(act, freeze.batch(), freeze.holder());
    SerialRanges frozen = holding.frozenUnder(id);
    act.require(!frozen.isEmpty(), ErrorCode.WRONG_STATE, zh("该冻结已终止").en("the freeze is over"));
    Tonnes wanted = quantity.orElse(frozen.quantity());
    act.require(
        frozen.quantity().isAtLeast(wanted),
        ErrorCode.INSUFFICIENT_CREDITS,
        zh("要求 %s 吨，仍在冻结中的为 %s 吨")
            .en("%s t are asked for, %s t are still under the freeze", wanted, frozen.quantity()));
    return new FrozenCredits(
        freeze, new Credits(freeze.batch(), frozen.takeLowest(wanted).taken()));
  }
}
