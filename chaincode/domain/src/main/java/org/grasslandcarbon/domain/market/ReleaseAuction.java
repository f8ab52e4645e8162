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
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Ends an auction that its exchange never opened (LEDGER section 6), once it cannot be opened any
 * more. Anybody may: nobody's credits or money wait for a clerk.
 *
 * @param auction the auction
 */
public record ReleaseAuction(@Means(en = "Auction", zh = "竞价编号") InstructionId auction)
    implements Action {

  /** The action. */
  public static final ActionType<ReleaseAuction> TYPE =
      ActionType.of(
          "releaseAuction",
          "退回逾期未公告的竞价",
          "Ends an auction that was never opened",
          new ReleaseAuction(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          ActionType.anyRole(),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_AUCTION,
          ErrorCode.WRONG_STATE,
          ErrorCode.AUCTION_NOT_LAPSED);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Auction.key(auction));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return AuctionEnd.keys(records, auction);
  }

  @Override
  public void apply(Act act) {
    Auction found = act.must(Auction.key(auction), ErrorCode.UNKNOWN_AUCTION);
    act.require(
        found.state() == Auction.State.APPLIED,
        ErrorCode.WRONG_STATE,
        zh("竞价状态为 %s").en("the auction is %s", found.state()));
    act.require(
        act.time().isAfter(found.until()),
        ErrorCode.AUCTION_NOT_LAPSED,
        zh("可公告至 %s").en("it can be opened until %s", BeijingTime.text(found.until())));

    AuctionEnd.end(act, auction, Auction.State.LAPSED);
    act.refer("auction", auction);
    act.refer("instrument", found.instrument());
  }
}
