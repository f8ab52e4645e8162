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
 * Gives back what stands behind an offer of a block whose last instant has passed (LEDGER section
 * 6). Given by anybody, so that nothing stays set aside for want of somebody: a suspended
 * participant cannot take its offer back itself.
 *
 * @param offer the offer
 */
public record ReleaseBlockTrade(@Means(en = "Offer", zh = "报价编号") InstructionId offer)
    implements Action {

  /** The action. */
  public static final ActionType<ReleaseBlockTrade> TYPE =
      ActionType.of(
          "releaseBlockTrade",
          "解除已过期的大宗协议报价",
          "Releases an offer of a block whose time is over",
          new ReleaseBlockTrade(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          ActionType.anyRole(),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_OFFER,
          ErrorCode.WRONG_STATE,
          ErrorCode.OFFER_NOT_OVER);

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
    BlockOffer found = BlockOffer.mustBeOpen(act, offer);
    act.require(
        act.time().isAfter(found.until()),
        ErrorCode.OFFER_NOT_OVER,
        zh("最后时刻为 %s").en("its last instant is %s", found.until()));

    BlockOfferEnd.end(act, offer, BlockOffer.State.RELEASED);
    act.refer("blockOffer", offer);
    act.refer("instrument", found.instrument());
  }
}
