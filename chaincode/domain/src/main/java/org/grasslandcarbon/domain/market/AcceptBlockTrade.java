// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Accepts an offer of a block, which settles it at once (LEDGER section 6). The trade is of the day
 * of acceptance and follows its rule, whatever held when the offer was made. It does not touch the
 * quotes of the instrument.
 *
 * @param batch whose credits are delivered, to an offer to buy
 * @param offer the offer
 */
public record AcceptBlockTrade(
    @Means(en = "Batch of the credits delivered; to an offer to buy", zh = "交付的减排量批次（接受买入报价时填写）")
        Optional<BatchId> batch,
    @Means(en = "Offer", zh = "报价编号") InstructionId offer)
    implements Action {

  /** The action. */
  public static final ActionType<AcceptBlockTrade> TYPE =
      ActionType.of(
          "acceptBlockTrade",
          "接受大宗协议报价",
          "Accepts an offer of a block",
          new AcceptBlockTrade(
              Optional.empty(), new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_OFFER,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.OFFER_OVER,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS,
          ErrorCode.ORDER_TOO_SMALL,
          ErrorCode.COUNTERPARTY_NOT_ALLOWED,
          ErrorCode.WRONG_BATCH,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.OPPOSITE_TRADE_TOO_SOON,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.ORDER_TOO_LARGE,
          ErrorCode.OFFER_NOT_COVERED,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.CREDITS_LABELLED,
          ErrorCode.TOO_LARGE,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(BlockOffer.key(offer));
    batch.ifPresent(each -> keys.addAll(keys(each, actor)));
    batch.ifPresent(each -> keys.add(ExportLabel.key(each)));
    return keys;
  }

  private static List<Key<?>> keys(BatchId delivered, ParticipantId actor) {
    return List.of(Batch.key(delivered), Holding.key(delivered, actor), SoldSerials.key(delivered));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(BlockOfferEnd.keys(records, offer));
    records
        .find(BlockOffer.key(offer))
        .ifPresent(
            found -> {
              InstrumentId instrument = found.instrument();
              ParticipantId other = found.participant();
              keys.add(Venue.key(found.venue()));
              keys.add(Project.key(found.project()));
              keys.add(Participant.key(other));
              keys.add(Position.key(instrument, other));
              keys.add(Position.key(instrument, actor));
              keys.add(OpenOffers.key(actor));
              keys.addAll(
                  TradingSession.holdingKeys(instrument, found.side() == Side.BUY ? other : actor));
              found.batch().ifPresent(each -> keys.addAll(keys(each, actor)));
              batch.ifPresent(each -> keys.add(Holding.key(each, other)));
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(BlockOfferEnd.furtherKeys(records, offer));
    records
        .find(BlockOffer.key(offer))
        .ifPresent(
            found -> {
              keys.addAll(TradingSession.ruleKeys(records, found.instrument()));
              records
                  .find(InstrumentBook.key(found.instrument()))
                  .ifPresent(
                      book -> {
                        keys.add(CashAccount.key(actor, book.bank(), book.asset()));
                        keys.addAll(BenefitPlan.keys(records, book));
                      });
            });
    return keys;
  }

  @Override
  public void apply(Act act) {
    BlockOffer found = BlockOffer.mustBeOpen(act, offer, BlockOffer::counterparty);
    act.require(
        !act.time().isAfter(found.until()),
        ErrorCode.OFFER_OVER,
        zh("最后时刻为 %s").en("its last instant was %s", found.until()));
    TradingSession session = TradingSession.open(act, found.instrument(), TradingTerms::block);
    BlockRules.requireTerms(session, found.price(), found.quantity());
    BlockRules.requireCounterparty(act, found.participant());
    requireBatch(act, found);
    ParticipantId who = act.actor().id();
    requirePositions(session, found, who);
    Fen cost = Settlement.cost(act, session.mode(), found.price(), found.quantity().value());
    act.require(
        found.side() == Side.SELL || found.cash().isAtLeast(cost),
        ErrorCode.OFFER_NOT_COVERED,
        zh("需 %s 分，所备 %s 分").en("%s fen are needed, and %s are set aside", cost, found.cash()));
    Credits credits = credits(session, found);
    BlockRules.requireWhole(act, credits);
    if (found.side() == Side.SELL) {
      session.requireFunds(cost);
    }
    settle(act, session, found, credits);
    BlockOfferEnd.end(act, offer, BlockOffer.State.ACCEPTED);
    act.refer("blockOffer", offer);
    act.refer("instrument", found.instrument());
  }

  /** Who sells names the batch: the offer's maker in the offer, or whoever accepts here. */
  private void requireBatch(Act act, BlockOffer found) {
    act.require(
        batch.isPresent() == (found.side() == Side.BUY),
        ErrorCode.WRONG_BATCH,
        zh("该报价为 %s").en("the offer is to %s", found.side()));
    act.require(
        batch.isEmpty() || InstrumentId.of(batch.get()).equals(found.instrument()),
        ErrorCode.WRONG_BATCH,
        zh("交易标的为 %s").en("the instrument is %s", found.instrument()));
    batch.ifPresent(each -> act.must(Batch.key(each), ErrorCode.UNKNOWN_BATCH));
  }

  /** Judges both parties as of now; what an open offer is to buy counts as held already. */
  private void requirePositions(TradingSession session, BlockOffer found, ParticipantId who) {
    Act act = session.act();
    ParticipantId other = found.participant();
    if (found.side() == Side.BUY) {
      session.requireTurnaround(who, Side.SELL);
      session.requireTurnaround(other, Side.BUY);
      session.requireHoldingLimit(other, Tonnes.ZERO);
    } else {
      session.requireTurnaround(who, Side.BUY);
      session.requireTurnaround(other, Side.SELL);
      session.requireHoldingLimit(who, found.quantity());
    }
  }

  private Credits credits(TradingSession session, BlockOffer found) {
    ParticipantId who = session.act().actor().id();
    return batch
        .map(each -> session.sold(who, each, found.quantity()))
        .orElseGet(() -> new Credits(found.batch().orElseThrow(), found.serials()));
  }

  private void settle(Act act, TradingSession session, BlockOffer found, Credits credits) {
    ParticipantId who = act.actor().id();
    InstrumentBook book = session.book();
    BookDay day = session.day();
    boolean buys = found.side() == Side.BUY;
    Deal deal =
        new Deal(
            new Deal.Party<>(
                buys ? found.participant() : who,
                Optional.empty(),
                buys ? new EscrowPlace.OfMoney(found) : new CashPlace.Available(who, book.bank()),
                FillFees.NONE),
            new Deal.Party<>(
                buys ? who : found.participant(),
                Optional.empty(),
                buys ? new CreditPlace.HeldBy(who) : new EscrowPlace.OfCredits(found),
                FillFees.NONE),
            credits,
            found.price(),
            Trade.Mode.BLOCK,
            Optional.empty());
    act.require(
        day.block().value().hasRoomFor(deal.gross()),
        ErrorCode.TOO_LARGE,
        zh("该标的当日成交额已达系统上限").en("the instrument's value of the day is at its limit"));
    Trade trade =
        new Settlement(act, book, session.mode())
            .settle(deal, day, book.trades() + 1, session.limits().lowest())
            .trade();
    act.write(session.book().withTrade(day.withOutside(trade)));
    act.refer("trade", Trade.id(found.instrument(), trade.number()));
  }
}
