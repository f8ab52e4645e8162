// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.EnumSet;
import java.util.List;
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
 * Says that an offer of a forward is not wanted (LEDGER section 6): what stands behind it goes back
 * to whoever made it. Allowed in and out of hours.
 *
 * @param forward the offer
 */
public record DeclineForward(@Means(en = "Forward", zh = "远期编号") InstructionId forward)
    implements Action {

  /** The action. */
  public static final ActionType<DeclineForward> TYPE =
      ActionType.of(
          "declineForward",
          "拒绝远期报价",
          "Declines an offer of a forward",
          new DeclineForward(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_FORWARD,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Forward.key(forward));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return ForwardEnd.keys(records, forward);
  }

  @Override
  public void apply(Act act) {
    Forward found = Forward.mustBe(act, forward, Forward.State.OPEN, Forward::counterparty);

    ForwardEnd.endOffer(act, forward, Forward.State.DECLINED);
    act.refer("forward", forward);
    act.refer("instrument", found.instrument());
  }
}
