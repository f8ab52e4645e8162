// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Asks the exchange for an auction in which the participant sells or buys (LEDGER section 6;
 * 单向竞价申请). What stands behind it is set aside at once: the credits, lowest serials first, or the
 * reserve price of all of it with fees.
 *
 * @param batch whose credits are sold
 * @param instrument what is traded
 * @param quantity tonnes
 * @param reserve the price beyond which nothing is sold or bought, fen a tonne
 * @param side what the participant wants
 */
public record ApplyForAuction(
    @Means(en = "Batch of the credits; of a sale", zh = "减排量批次（卖出时填写）") Optional<BatchId> batch,
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Quantity, tonnes CO2e", zh = "数量（吨二氧化碳当量）") @Least(1) Tonnes quantity,
    @Means(
            en = "Reserve price, fen a tonne: the least of a sale, the most of a purchase",
            zh = "保留价（分/吨）：卖出时为最低价，买入时为最高价")
        @Least(1)
        Fen reserve,
    @Means(
            en = "SELL: others bid to buy; BUY: others bid to sell",
            zh = "买卖方向：SELL 为卖出竞价，BUY 为买入竞价")
        Side side)
    implements Action {

  /** The action. */
  public static final ActionType<ApplyForAuction> TYPE =
      ActionType.of(
          "applyForAuction",
          "申请单向竞价",
          "Applies for an auction",
          new ApplyForAuction(
              Optional.of(new BatchId("CN-GCS-152502-20240001-2025-001")),
              new InstrumentId("GCS-152502-2024-0001-2025"),
              Tonnes.of(5_000),
              Fen.of(9_000),
              Side.SELL),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS,
          ErrorCode.ORDER_TOO_SMALL,
          ErrorCode.ORDER_TOO_LARGE,
          ErrorCode.TOO_MANY_ORDERS,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.OPPOSITE_TRADE_TOO_SOON,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.CREDITS_LABELLED,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  public ApplyForAuction {
    Check.that(
        (side == Side.SELL) == batch.isPresent(),
        zh("卖出竞价须注明批次，买入竞价不注明")
            .en("an auction that sells names its batch, one that buys does not"));
    Check.that(
        batch.isEmpty() || InstrumentId.of(batch.get()).equals(instrument),
        zh("该批次不属于该交易标的").en("the batch is not of the instrument"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.holdingKeys(instrument, actor));
    keys.add(InstrumentBook.key(instrument));
    keys.add(Position.key(instrument, actor));
    batch.ifPresent(each -> keys.add(Batch.key(each)));
    batch.ifPresent(each -> keys.add(Holding.key(each, actor)));
    batch.ifPresent(each -> keys.add(ExportLabel.key(each)));
    return keys;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.keys(records, instrument));
    records
        .find(InstrumentBook.key(instrument))
        .ifPresent(
            book -> {
              keys.add(OrderCount.key(book.venue(), actor));
              keys.add(CashAccount.key(actor, book.bank(), book.asset()));
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return TradingSession.ruleKeys(records, instrument);
  }

  @Override
  public void apply(Act act) {
    TradingSession session = TradingSession.open(act, instrument, TradingTerms::auction);
    session.requirePrice(reserve);
    session.requireQuantity(quantity, session.terms().orderLeast());
    OrderCount.add(act, session.venue().id(), session.terms().ordersPerMinute());
    batch.ifPresent(each -> act.must(Batch.key(each), ErrorCode.UNKNOWN_BATCH));
    ParticipantId who = act.actor().id();
    session.requireTurnaround(who, side);
    if (side == Side.BUY) {
      session.requireHoldingLimit(who, quantity);
    }
    Fen cost = Settlement.cost(act, session.mode(), reserve, quantity.value());
    Optional<Credits> credits = batch.map(each -> session.sold(who, each, quantity));
    if (side == Side.BUY) {
      session.requireFunds(cost);
    }
    Auction auction = auction(act, session);
    act.write(auction);
    Fen money = side == Side.BUY ? cost : Fen.ZERO;
    EscrowPlace.setAside(act, auction, credits, money, auction.bank(), auction.asset());
    OpenOffers.add(
        act,
        who,
        new OpenOffers.Offer(act.id(), instrument, OpenOffers.Kind.AUCTION, side, quantity));
    act.refer("auction", act.id());
    act.refer("instrument", instrument);
  }

  private Auction auction(Act act, TradingSession session) {
    InstrumentBook book = session.book();
    return new Auction(
        act.time(),
        book.asset(),
        book.bank(),
        batch,
        List.of(),
        Fen.ZERO,
        Optional.empty(),
        Fen.ZERO,
        Fen.ZERO,
        act.id(),
        instrument,
        Optional.empty(),
        act.actor().id(),
        book.project(),
        quantity,
        List.of(),
        reserve,
        session.venue().rule(),
        SerialRanges.NONE,
        0,
        Fen.ZERO,
        side,
        Tonnes.ZERO,
        Auction.State.APPLIED,
        act.time().plus(Duration.ofDays(session.terms().auctionDaysMost())),
        book.venue());
  }
}
