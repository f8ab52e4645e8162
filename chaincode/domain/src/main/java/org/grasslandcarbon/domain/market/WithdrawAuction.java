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
 * Takes an application for an auction back (LEDGER section 6; 撤回竞价申请), in and out of hours, until
 * the auction is opened: then others rely on it.
 *
 * @param auction the auction
 */
public record WithdrawAuction(@Means(en = "Auction", zh = "竞价编号") InstructionId auction)
    implements Action {

  /** The action. */
  public static final ActionType<WithdrawAuction> TYPE =
      ActionType.of(
          "withdrawAuction",
          "撤回竞价申请（公告前）",
          "Takes back an application for an auction",
          new WithdrawAuction(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_AUCTION,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

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
        found.participant().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该竞价由其他主体申请").en("another applied for the auction"));
    act.require(
        found.state() == Auction.State.APPLIED,
        ErrorCode.WRONG_STATE,
        zh("竞价状态为 %s").en("the auction is %s", found.state()));

    AuctionEnd.end(act, auction, Auction.State.WITHDRAWN);
    act.refer("auction", auction);
    act.refer("instrument", found.instrument());
  }
}
