// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Whether a holding has the credits that an instruction asks for. Two checks, because a holder
 * whose credits are frozen must do something else than one who never had them.
 */
public final class Sufficiency {
  private Sufficiency() {}

  /** Refuses when the holder has too few credits, frozen ones included. */
  static void requireOwned(Act act, Holding holding, Tonnes quantity) {
    Tonnes owned = holding.held().quantity().plus(holding.frozenQuantity());
    act.require(
        owned.isAtLeast(quantity),
        ErrorCode.INSUFFICIENT_CREDITS,
        zh("要求 %1$s 吨；%2$s 持有批次 %4$s 的 %3$s 吨")
            .en(
                "%s t are asked for; %s has %s t of %s",
                quantity, holding.owner(), owned, holding.batch()));
  }

  /** The lowest serials of a holding, once it is known that so many are owned and free. */
  public static Credits lowest(Act act, Holding holding, Tonnes quantity) {
    requireOwned(act, holding, quantity);
    return lowestFree(act, holding, quantity);
  }

  /** The lowest serials of a holding; refuses when too few are at its holder's free disposal. */
  static Credits lowestFree(Act act, Holding holding, Tonnes quantity) {
    act.require(
        holding.held().quantity().isAtLeast(quantity),
        ErrorCode.CREDITS_FROZEN,
        zh("要求 %1$s 吨；批次 %2$s 中，%3$s 可处分 %4$s 吨，已冻结 %5$s 吨")
            .en(
                "%s t are asked for; of %s, %s has %s t at its disposal and %s t frozen",
                quantity,
                holding.batch(),
                holding.owner(),
                holding.held().quantity(),
                holding.frozenQuantity()));
    return new Credits(holding.batch(), holding.held().takeLowest(quantity).taken());
  }

  /**
   * The lowest serials of a holding that are not set apart for use abroad, once it is known that so
   * many are owned and free. {@link ExportLabel#key} of the batch is needed.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code INSUFFICIENT_CREDITS}, {@code
   *     CREDITS_FROZEN} or {@code CREDITS_LABELLED}
   */
  public static Credits lowestUnlabelled(Act act, Holding holding, Tonnes quantity) {
    lowest(act, holding, quantity);
    SerialRanges free = unlabelled(act, holding);
    act.require(
        free.quantity().isAtLeast(quantity),
        ErrorCode.CREDITS_LABELLED,
        zh("要求 %1$s 吨；批次 %2$s 中，%3$s 可处分 %4$s 吨，其中 %5$s 吨已标记为境外使用")
            .en(
                "%s t are asked for; of %s, %s has %s t at its disposal, %s t of them labelled",
                quantity,
                holding.batch(),
                holding.owner(),
                holding.held().quantity(),
                holding.held().minus(free).quantity()));
    return new Credits(holding.batch(), free.takeLowest(quantity).taken());
  }

  /**
   * What of a holding is at its holder's free disposal and not set apart for use abroad. {@link
   * ExportLabel#key} of the batch is needed.
   */
  public static SerialRanges unlabelled(Records records, Holding holding) {
    return ExportLabel.of(records, holding.batch()).without(holding.held());
  }

  /**
   * The lowest serials of a holding, those that are set apart for use abroad after all others;
   * refuses when too few are at its holder's free disposal.
   */
  static Credits unlabelledFirst(Act act, Holding holding, Tonnes quantity) {
    lowestFree(act, holding, quantity);
    SerialRanges free = unlabelled(act, holding);
    if (free.quantity().isAtLeast(quantity)) {
      return new Credits(holding.batch(), free.takeLowest(quantity).taken());
    }
    SerialRanges labelled = holding.held().minus(free);
    Tonnes missing = quantity.minus(free.quantity());
    return new Credits(holding.batch(), free.plus(labelled.takeLowest(missing).taken()));
  }
}
