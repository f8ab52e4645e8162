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
 * Says that an offer of a block is not wanted (LEDGER section 6): what stands behind it goes back
 * to whoever made it. Allowed in and out of hours.
 *
 * @param offer the offer
 */
public record DeclineBlockTrade(@Means(en = "Offer", zh = "报价编号") InstructionId offer)
    implements Action {

  /** The action. */
  public static final ActionType<DeclineBlockTrade> TYPE =
      ActionType.of(
          "declineBlockTrade",
          "拒绝大宗协议报价",
          "Declines an offer of a block",
          new DeclineBlockTrade(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_OFFER,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(BlockOffer.key(offer));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return BlockOfferEnd.keys(records, offer);
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return BlockOfferEnd.furtherKeys(records, offer);
  }

  @Override
  public void apply(Act act) {
    BlockOffer found = BlockOffer.mustBeOpen(act, offer, BlockOffer::counterparty);

    BlockOfferEnd.end(act, offer, BlockOffer.State.DECLINED);
    act.refer("blockOffer", offer);
    act.refer("instrument", found.instrument());
  }
}
