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
 * Takes back an offer of a block that nobody has accepted (LEDGER section 6). Always allowed to
 * whose it is, in and out of hours.
 *
 * @param offer the offer
 */
public record WithdrawBlockTrade(@Means(en = "Offer", zh = "报价编号") InstructionId offer)
    implements Action {

  /** The action. */
  public static final ActionType<WithdrawBlockTrade> TYPE =
      ActionType.of(
          "withdrawBlockTrade",
          "撤回大宗协议报价",
          "Takes an offer of a block back",
          new WithdrawBlockTrade(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
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
    BlockOffer found = BlockOffer.mustBeOpen(act, offer, BlockOffer::participant);

    BlockOfferEnd.end(act, offer, BlockOffer.State.WITHDRAWN);
    act.refer("blockOffer", offer);
    act.refer("instrument", found.instrument());
  }
}
