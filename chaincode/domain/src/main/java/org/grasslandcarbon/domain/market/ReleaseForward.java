// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

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

/**
 * Ends a forward whose last instant has passed (LEDGER section 6): an offer goes back as it was
 * made, a contract ends as {@link DefaultForward} ends it. Given by anybody, so that nothing stays
 * set aside where both have vanished or are suspended.
 *
 * @param forward the forward
 */
public record ReleaseForward(@Means(en = "Forward", zh = "远期编号") InstructionId forward)
    implements Action {

  /** The action. */
  public static final ActionType<ReleaseForward> TYPE =
      ActionType.of(
          "releaseForward",
          "解除已过期的远期",
          "Releases a forward whose time is over",
          new ReleaseForward(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          ActionType.anyRole(),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_FORWARD,
          ErrorCode.OFFER_NOT_OVER,
          ErrorCode.WRONG_STATE,
          ErrorCode.FORWARD_NOT_OVER);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Forward.key(forward));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return ForwardEnd.keys(records, forward);
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return ForwardEnd.creditKeys(records, forward);
  }

  @Override
  public void apply(Act act) {
    Forward found = Forward.must(act, forward);
    if (found.state() == Forward.State.OPEN) {
      act.require(
          act.time().isAfter(found.until()),
          ErrorCode.OFFER_NOT_OVER,
          zh("最后时刻为 %s").en("its last instant is %s", found.until()));

      ForwardEnd.endOffer(act, forward, Forward.State.RELEASED);
    } else {
      found.require(act, Forward.State.ACCEPTED);
      ForwardEnd.requireOver(act, found);

      ForwardEnd.endDefaulted(act, forward);
    }
    act.refer("forward", forward);
    act.refer("instrument", found.instrument());
  }
}
