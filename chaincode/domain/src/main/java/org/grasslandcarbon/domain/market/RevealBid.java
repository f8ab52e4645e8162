// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Tells what a bid is, once nobody can bid any more (LEDGER section 6; 揭示报价). Neither hours nor a
 * halt keep anybody from it: who does not reveal loses the bond.
 *
 * @param auction the auction
 * @param price fen a tonne, as it was sealed
 * @param quantity tonnes, as they were sealed
 * @param salt what was sealed with them
 */
public record RevealBid(
    @Means(en = "Auction", zh = "竞价编号") InstructionId auction,
    @Means(en = "Price that was sealed, fen a tonne", zh = "所密封的价格（分/吨）") @Least(1) Fen price,
    @Means(en = "Quantity that was sealed, tonnes", zh = "所密封的数量（吨）") @Least(1) Tonnes quantity,
    @Means(en = "Salt that was sealed, 32 bytes in hexadecimal", zh = "所密封的盐值（32 字节，十六进制）")
        @Most(SealedBid.SALT_CHARACTERS)
        String salt)
    implements Action {
  /** The form of a salt. */
  public static final String SALT_PATTERN = SealedBid.SALT_PATTERN;

  /** The action. */
  public static final ActionType<RevealBid> TYPE =
      ActionType.of(
          "revealBid",
          "揭示报价",
          "Reveals a sealed bid",
          new RevealBid(
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Fen.of(9_600),
              Tonnes.of(2_000),
              "1f".repeat(SealedBid.SALT_CHARACTERS / 2)),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_AUCTION,
          ErrorCode.UNKNOWN_BID,
          ErrorCode.REVEAL_NOT_OPEN,
          ErrorCode.BID_ALREADY_REVEALED,
          ErrorCode.BID_DOES_NOT_MATCH,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS,
          ErrorCode.ORDER_TOO_SMALL,
          ErrorCode.ORDER_TOO_LARGE,
          ErrorCode.BID_BEYOND_RESERVE,
          ErrorCode.BID_ABOVE_CEILING);

  public RevealBid {
    SealedBid.requireSalt(salt);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Auction.key(auction), AuctionBid.key(auction, actor));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Auction.key(auction))
        .ifPresent(
            found -> {
              keys.add(Venue.key(found.venue()));
              keys.add(TradingRule.key(found.venue(), found.rule()));
            });
    return keys;
  }

  @Override
  public void apply(Act act) {
    Auction found = act.must(Auction.key(auction), ErrorCode.UNKNOWN_AUCTION);
    ParticipantId who = act.actor().id();
    AuctionBid bid = act.must(AuctionBid.key(auction, who), ErrorCode.UNKNOWN_BID);
    AuctionOpening held = found.opening().orElseThrow();
    act.require(
        held.revealsAt(act.time(), found.asset()),
        ErrorCode.REVEAL_NOT_OPEN,
        zh("揭示时间为 %s 至 %s")
            .en(
                "bids are revealed from %s until %s",
                BeijingTime.text(held.revealFrom(found.asset())),
                BeijingTime.text(held.revealUntil())));
    act.require(
        bid.state() == AuctionBid.State.SEALED,
        ErrorCode.BID_ALREADY_REVEALED,
        zh("报价状态为 %s").en("the bid is %s", bid.state()));
    act.require(
        new SealedBid(auction, who, price, quantity, salt).digest().equals(bid.digest()),
        ErrorCode.BID_DOES_NOT_MATCH,
        zh("所密封的摘要为 %s").en("%s was sealed", bid.digest()));
    requireAcceptable(act, found, bid);

    act.write(bid.revealed(price, quantity));
    act.write(found.withRevealed(who, price, quantity));
    act.refer("auctionBid", bid.id());
    act.refer("auction", auction);
  }

  private void requireAcceptable(Act act, Auction found, AuctionBid bid) {
    TradingSession session = found.session(act);
    session.requirePrice(price);
    session.requireQuantity(quantity, session.terms().orderLeast());
    act.require(
        found.isSale() ? price.isAtLeast(found.reserve()) : found.reserve().isAtLeast(price),
        ErrorCode.BID_BEYOND_RESERVE,
        zh("保留价为 %s 分").en("the reserve price is %s fen", found.reserve()));
    if (found.isSale()) {
      Fen cost = Settlement.cost(act, session.mode(), price, quantity.value());
      act.require(
          bid.cash().isAtLeast(cost),
          ErrorCode.BID_ABOVE_CEILING,
          zh("含手续费需 %s 分，金额上限为 %s 分")
              .en("it costs %s fen with fees, and %s fen were set aside", cost, bid.cash()));
    } else {
      act.require(
          bid.serials().quantity().isAtLeast(quantity),
          ErrorCode.BID_ABOVE_CEILING,
          zh("数量上限为 %s 吨").en("%s t were set aside", bid.serials().quantity()));
    }
  }
}
