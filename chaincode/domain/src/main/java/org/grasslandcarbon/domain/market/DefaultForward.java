// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

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
 * Says that a forward was not fulfilled, after its last instant (LEDGER section 6). For what was
 * there and not paid, the buyer loses its part payment to the seller, and the credits go back to
 * it; for what was not issued in time, the buyer gets its part payment back with the seller's
 * penalty, both in proportion to the tonnes. Either party may say so, whoever is at fault: what
 * becomes of it the ledger computes.
 *
 * @param forward the forward
 */
public record DefaultForward(@Means(en = "Forward", zh = "远期编号") InstructionId forward)
    implements Action {

  /** The action. */
  public static final ActionType<DefaultForward> TYPE =
      ActionType.of(
          "defaultForward",
          "宣告远期违约",
          "Ends a forward that was not fulfilled",
          new DefaultForward(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_FORWARD,
          ErrorCode.NOT_ALLOWED,
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
    ParticipantId who = act.actor().id();
    act.require(
        who.equals(found.seller()) || who.equals(found.buyer()),
        ErrorCode.NOT_ALLOWED,
        zh("此操作由 %s 或 %s 进行").en("this is for %s or %s to do", found.seller(), found.buyer()));
    found.require(act, Forward.State.ACCEPTED);
    ForwardEnd.requireOver(act, found);

    ForwardEnd.endDefaulted(act, forward);
    act.refer("forward", forward);
    act.refer("instrument", found.instrument());
  }
}
