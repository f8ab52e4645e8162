// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Announces an auction (LEDGER section 6; 竞价公告): when bids are taken and revealed, and what winners
 * pay. The limits of prices are those of the day on which it is given.
 *
 * @param auction the auction
 * @param bidsFrom when bids are taken
 * @param bidsUntil when they no longer are, and are revealed
 * @param pricing what winners pay
 * @param revealUntil when nothing is revealed any more
 */
public record OpenAuction(
    @Means(en = "Auction", zh = "竞价编号") InstructionId auction,
    @Means(en = "Bids are taken from this instant on", zh = "报价开始时刻") Instant bidsFrom,
    @Means(en = "Bids are taken until this instant, and then revealed", zh = "报价截止、揭示开始时刻")
        Instant bidsUntil,
    @Means(
            en = "UNIFORM: all winners pay the last one's price; PAY_AS_BID: each its own",
            zh = "定价方式：UNIFORM 为统一价（最后中标价），PAY_AS_BID 为各按报价")
        AuctionOpening.Pricing pricing,
    @Means(en = "Bids are revealed until this instant", zh = "揭示截止时刻") Instant revealUntil)
    implements Action {

  /**
   * So long everybody has time to reveal: an exchange could else take the bonds of all but its
   * friends. Where people practise, it takes seconds.
   */
  static final Duration REVEAL_LEAST = Duration.ofMinutes(30);

  /** The action. */
  public static final ActionType<OpenAuction> TYPE =
      ActionType.of(
          "openAuction",
          "公告竞价",
          "Opens an auction",
          new OpenAuction(
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Instant.parse("2026-03-03T01:30:00Z"),
              Instant.parse("2026-03-03T03:30:00Z"),
              AuctionOpening.Pricing.UNIFORM,
              Instant.parse("2026-03-03T07:00:00Z")),
          EnumSet.of(Role.EXCHANGE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_AUCTION,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.BAD_AUCTION_WINDOW,
          ErrorCode.PRICE_OUTSIDE_LIMITS);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Auction.key(auction));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Auction.key(auction))
        .ifPresent(
            found -> {
              keys.add(InstrumentBook.key(found.instrument()));
              keys.add(Venue.key(found.venue()));
              keys.add(TradingRule.key(found.venue(), found.rule()));
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Auction.key(auction))
        .map(found -> TradingSession.ruleKeys(records, found.instrument()))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Auction found = act.must(Auction.key(auction), ErrorCode.UNKNOWN_AUCTION);
    act.require(
        found.venue().exchange().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该竞价在 %s 进行").en("the auction is held at %s", found.venue()));
    act.require(
        found.state() == Auction.State.APPLIED,
        ErrorCode.WRONG_STATE,
        zh("竞价状态为 %s").en("the auction is %s", found.state()));
    TradingSession session = TradingSession.open(act, found.instrument(), TradingTerms::auction);
    requireWindows(act, found, session.venue());
    TradingTerms terms =
        act.must(TradingRule.key(found.venue(), found.rule()), ErrorCode.UNKNOWN_VENUE).terms();
    PriceLimits limits = PriceLimits.of(session.book().base(), terms.auction(), terms.tick());
    act.requireNone(limits.outside(found.reserve()), ErrorCode.PRICE_OUTSIDE_LIMITS);

    act.write(
        found.opened(
            new AuctionOpening(
                bidsFrom,
                bidsUntil,
                Fen.of(limits.highest()),
                Fen.of(limits.lowest()),
                pricing,
                revealUntil)));
    act.refer("auction", auction);
    act.refer("instrument", found.instrument());
  }

  private void requireWindows(Act act, Auction found, Venue venue) {
    act.require(
        bidsFrom.isBefore(bidsUntil) && bidsUntil.isBefore(revealUntil),
        ErrorCode.BAD_AUCTION_WINDOW,
        zh("报价开始须早于报价截止，报价截止须早于揭示截止")
            .en("bids begin before they end, and end before revealing does"));
    act.require(
        act.time().isBefore(bidsUntil),
        ErrorCode.BAD_AUCTION_WINDOW,
        zh("报价截止时刻已过").en("the end of the bids has passed"));
    act.require(
        !revealUntil.isAfter(found.until()),
        ErrorCode.BAD_AUCTION_WINDOW,
        zh("该竞价最晚至 %s").en("the auction lasts until %s at most", BeijingTime.text(found.until())));
    act.require(
        venue.isOfTraining() || !revealUntil.isBefore(bidsUntil.plus(REVEAL_LEAST)),
        ErrorCode.BAD_AUCTION_WINDOW,
        zh("揭示时间至少 %s 分钟").en("revealing takes at least %s minutes", REVEAL_LEAST.toMinutes()));
  }
}
