// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Pays the rest for what is set aside of a forward, and gets it (LEDGER section 6). The buyer gives
 * it: the credits are set aside already, and nobody but their owner moves money that is not. It may
 * be given with every issuance; hours, days and halts do not bind it, since the buyer is bound by a
 * last instant.
 *
 * @param forward the forward
 */
public record DeliverForward(@Means(en = "Forward", zh = "远期编号") InstructionId forward)
    implements Action {

  /** The action. */
  public static final ActionType<DeliverForward> TYPE =
      ActionType.of(
          "deliverForward",
          "远期付款交割",
          "Pays for what is there of a forward and gets it",
          new DeliverForward(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_FORWARD,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.FORWARD_OVER,
          ErrorCode.NOTHING_TO_DELIVER,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN,
          ErrorCode.TOO_LARGE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Forward.key(forward));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(ForwardEnd.keys(records, forward));
    keys.addAll(ForwardDelivery.keys(records, forward));
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return ForwardDelivery.furtherKeys(records, forward);
  }

  @Override
  public void apply(Act act) {
    Forward found = Forward.mustBe(act, forward, Forward.State.ACCEPTED, Forward::buyer);
    act.require(
        !act.time().isAfter(found.payUntil()),
        ErrorCode.FORWARD_OVER,
        zh("最后时刻为 %s").en("its last instant was %s", found.payUntil()));
    ForwardSales.Sale sale = ForwardSales.of(act, found.instrument()).sale(forward).orElseThrow();
    act.require(
        !sale.waiting().isZero(),
        ErrorCode.NOTHING_TO_DELIVER,
        zh("尚有 %s 吨未签发").en("%s t have not been issued", sale.missing()));

    new ForwardDelivery(act, found).settle();
    act.refer("forward", forward);
    act.refer("instrument", found.instrument());
  }
}
