// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.Instant;
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
import org.grasslandcarbon.domain.participant.Participant;
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
 * Offers a large quantity to one counterparty at a price (LEDGER section 6; 大宗协议). What stands
 * behind it is set aside at once: the credits, lowest serials first, or price and fees.
 *
 * @param batch whose credits are sold
 * @param counterparty who may accept it
 * @param instrument what is traded
 * @param price fen a tonne
 * @param quantity tonnes
 * @param side what whoever offers wants
 * @param until the last instant at which it can be accepted
 */
public record OfferBlockTrade(
    @Means(en = "Batch of the credits; of an offer to sell", zh = "减排量批次（卖出时填写）")
        Optional<BatchId> batch,
    @Means(en = "Who may accept it: an OWNER or TRADER", zh = "对手方（OWNER 或 TRADER）")
        ParticipantId counterparty,
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Price, fen a tonne", zh = "价格（分/吨）") @Least(1) Fen price,
    @Means(en = "Quantity, tonnes CO2e", zh = "数量（吨二氧化碳当量）") @Least(1) Tonnes quantity,
    @Means(en = "What whoever offers wants", zh = "报价方的买卖方向") Side side,
    @Means(en = "The last instant at which it can be accepted", zh = "可接受的最后时刻") Instant until)
    implements Action {

  /** The action. */
  public static final ActionType<OfferBlockTrade> TYPE =
      ActionType.of(
          "offerBlockTrade",
          "向一个对手方提出大宗协议报价",
          "Offers a block to one counterparty",
          new OfferBlockTrade(
              Optional.of(new BatchId("CN-GCS-152502-20240001-2025-001")),
              new ParticipantId("91110000600037341L"),
              new InstrumentId("GCS-152502-2024-0001-2025"),
              Fen.of(9_500),
              Tonnes.of(10_000),
              Side.SELL,
              Instant.parse("2026-03-09T07:00:00Z")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS,
          ErrorCode.ORDER_TOO_SMALL,
          ErrorCode.BAD_OFFER_TERM,
          ErrorCode.COUNTERPARTY_NOT_ALLOWED,
          ErrorCode.TOO_MANY_ORDERS,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.OPPOSITE_TRADE_TOO_SOON,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.ORDER_TOO_LARGE,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.CREDITS_LABELLED,
          ErrorCode.TOO_LARGE,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  public OfferBlockTrade {
    Check.that(
        (side == Side.SELL) == batch.isPresent(),
        zh("卖出报价须注明批次，买入报价不注明").en("an offer to sell names its batch, one to buy does not"));
    Check.that(
        batch.isEmpty() || InstrumentId.of(batch.get()).equals(instrument),
        zh("该批次不属于该交易标的").en("the batch is not of the instrument"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.holdingKeys(instrument, actor));
    keys.add(InstrumentBook.key(instrument));
    keys.add(Position.key(instrument, actor));
    keys.add(Participant.key(counterparty));
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
    TradingSession session = TradingSession.open(act, instrument, TradingTerms::block);
    BlockRules.requireTerms(session, price, quantity);
    requireTerm(act, session.terms().offerDaysMost());
    BlockRules.requireCounterparty(act, counterparty);
    OrderCount.add(act, session.venue().id(), session.terms().ordersPerMinute());
    batch.ifPresent(each -> act.must(Batch.key(each), ErrorCode.UNKNOWN_BATCH));
    ParticipantId who = act.actor().id();
    session.requireTurnaround(who, side);
    if (side == Side.BUY) {
      session.requireHoldingLimit(who, quantity);
    }
    Fen cost = Settlement.cost(act, session.mode(), price, quantity.value());
    Optional<Credits> credits = batch.map(each -> session.sold(who, each, quantity));
    credits.ifPresent(each -> BlockRules.requireWhole(act, each));
    if (side == Side.BUY) {
      session.requireFunds(cost);
    }
    setAside(act, session.book(), credits, cost);
  }

  /** What blocks credits or money ends. */
  private void requireTerm(Act act, int daysMost) {
    Instant latest = act.time().plus(Duration.ofDays(daysMost));
    act.require(
        until.isAfter(act.time()) && !until.isAfter(latest),
        ErrorCode.BAD_OFFER_TERM,
        zh("现在为 %s，最晚为 %s").en("it is %s, and the latest is %s", act.time(), latest));
  }

  private void setAside(Act act, InstrumentBook book, Optional<Credits> credits, Fen cost) {
    ParticipantId who = act.actor().id();
    BlockOffer offer =
        new BlockOffer(
            batch,
            Fen.ZERO,
            counterparty,
            Optional.empty(),
            act.id(),
            instrument,
            act.time(),
            who,
            price,
            book.project(),
            quantity,
            SerialRanges.NONE,
            side,
            BlockOffer.State.OPEN,
            until,
            book.venue());
    act.write(offer);
    Fen money = side == Side.BUY ? cost : Fen.ZERO;
    EscrowPlace.setAside(act, offer, credits, money, book.bank(), book.asset());
    OpenOffers.add(
        act,
        who,
        new OpenOffers.Offer(act.id(), instrument, OpenOffers.Kind.BLOCK, side, quantity));
    act.refer("blockOffer", act.id());
    act.refer("instrument", instrument);
  }
}
