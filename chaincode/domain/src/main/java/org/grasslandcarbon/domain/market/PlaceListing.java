// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * Puts a wish to sell or to buy into an instrument's book for the rest of the trading day (LEDGER
 * section 6; 挂牌). What stands behind it is set aside at once: the credits, lowest serials first, or
 * price and fees. Nothing is matched: who wants what stands there takes it.
 *
 * @param batch whose credits are sold
 * @param instrument what is traded
 * @param price fen a tonne
 * @param quantity tonnes
 * @param side what is wanted
 */
public record PlaceListing(
    @Means(en = "Batch of the credits; of a listing to sell", zh = "减排量批次（卖出时填写）")
        Optional<BatchId> batch,
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Price, fen a tonne", zh = "价格（分/吨）") @Least(1) Fen price,
    @Means(en = "Quantity, tonnes CO2e", zh = "数量（吨二氧化碳当量）") @Least(1) Tonnes quantity,
    @Means(en = "What is wanted", zh = "买卖方向") Side side)
    implements Action {

  /** The action. */
  public static final ActionType<PlaceListing> TYPE =
      ActionType.of(
          "placeListing",
          "挂牌买入或卖出",
          "Lists credits to sell or to buy",
          new PlaceListing(
              Optional.of(new BatchId("CN-GCS-152502-20240001-2025-001")),
              new InstrumentId("GCS-152502-2024-0001-2025"),
              Fen.of(9_500),
              Tonnes.of(100),
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
          ErrorCode.WOULD_CROSS,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.CREDITS_LABELLED,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN,
          ErrorCode.BOOK_FULL);

  /** Listings whose records are read beforehand, in case they are to be cleared away. */
  private static final int FORESEEN_MOST = 20;

  public PlaceListing {
    Check.that(
        (side == Side.SELL) == batch.isPresent(),
        zh("卖出挂牌须注明批次，买入挂牌不注明").en("a listing to sell names its batch, one to buy does not"));
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
              worst(book)
                  .ifPresent(
                      entry -> {
                        keys.add(Listing.key(entry.listing()));
                        keys.add(CashAccount.key(entry.participant(), book.bank(), book.asset()));
                      });
              crossed(book)
                  .limit(FORESEEN_MOST)
                  .forEach(
                      entry -> {
                        keys.add(Listing.key(entry.listing()));
                        keys.add(Participant.key(entry.participant()));
                        keys.add(CashAccount.key(entry.participant(), book.bank(), book.asset()));
                      });
            });
    return keys;
  }

  /** The listing that goes when this one comes, if the side is full. */
  private Optional<BookEntry> worst(InstrumentBook book) {
    List<BookEntry> entries = book.side(side);
    return entries.size() < InstrumentBook.SIDE_MOST
        ? Optional.empty()
        : Optional.of(entries.get(entries.size() - 1));
  }

  /** Listings of the other side that whoever takes at the price would take. */
  private Stream<BookEntry> crossed(InstrumentBook book) {
    return book.side(side.opposite()).stream()
        .takeWhile(each -> !side.opposite().isBetter(price.value(), each.price().value()));
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.ruleKeys(records, instrument));
    records.find(InstrumentBook.key(instrument)).stream()
        .flatMap(book -> Stream.concat(worst(book).stream(), crossed(book).limit(FORESEEN_MOST)))
        .flatMap(entry -> records.find(Listing.key(entry.listing())).stream())
        .forEach(
            listing ->
                listing
                    .batch()
                    .ifPresent(each -> keys.add(Holding.key(each, listing.participant()))));
    return keys;
  }

  @Override
  public void apply(Act act) {
    TradingSession session = TradingSession.open(act, instrument, TradingTerms::listing);
    session.requirePrice(price);
    session.requireQuantity(quantity, session.terms().orderLeast());
    requireFewListings(act, session);
    OrderCount.add(act, session.venue().id(), session.terms().ordersPerMinute());
    batch.ifPresent(each -> act.must(Batch.key(each), ErrorCode.UNKNOWN_BATCH));
    ParticipantId who = act.actor().id();
    session.requireTurnaround(who, side);
    requireNotCrossing(act, session.book());
    if (side == Side.BUY) {
      session.requireHoldingLimit(who, quantity);
    }
    Fen cost = Settlement.cost(act, session.mode(), price, quantity.value());
    Optional<Credits> credits = batch.map(each -> session.sold(who, each, quantity));
    if (side == Side.BUY) {
      session.requireFunds(cost);
    }
    makeRoom(act, session);
    place(act, session, credits, cost);
  }

  private void requireFewListings(Act act, TradingSession session) {
    act.require(
        session.book().listings(act.actor().id()) < session.terms().openListingsMost(),
        ErrorCode.TOO_MANY_ORDERS,
        zh("在该标的至多 %s 笔未成交挂牌")
            .en(
                "at most %s open listings in an instrument are taken",
                session.terms().openListingsMost()));
    InstrumentBook book = session.book();
    act.require(
        side == Side.SELL
            || CashAccount.of(act, act.actor().id(), book.bank(), book.asset()).listings().size()
                < CashAccount.LISTINGS_MOST,
        ErrorCode.TOO_MANY_ORDERS,
        zh("同一资金账户至多 %s 笔未成交买入挂牌")
            .en(
                "at most %s open listings to buy of one account are taken",
                CashAccount.LISTINGS_MOST));
  }

  /**
   * A listing that somebody could be served with at once is for whoever takes it, not for listing.
   * Those of suspended participants, which nobody can take, do not stand in the way: they lapse.
   */
  private void requireNotCrossing(Act act, InstrumentBook book) {
    for (BookEntry entry : crossed(book).toList()) {
      act.require(
          isSuspended(act, entry.participant()),
          ErrorCode.WOULD_CROSS,
          zh("对手方最优价格为 %s 分：请直接摘牌")
              .en("the best opposite price is %s fen: take it", entry.price()));
      ListingEnd.end(act, entry.listing(), Listing.State.LAPSED);
    }
  }

  private static boolean isSuspended(Act act, ParticipantId who) {
    return act.find(Participant.key(who)).filter(Participant::isSuspended).isPresent();
  }

  /** A full side gives way to a better listing: its worst goes. */
  private void makeRoom(Act act, TradingSession session) {
    Optional<BookEntry> worst = worst(session.book());
    if (worst.isPresent()) {
      act.require(
          side.isBetter(price.value(), worst.get().price().value()),
          ErrorCode.BOOK_FULL,
          zh("该方向挂牌已满，须优于 %s 分")
              .en("the side is full: a price better than %s fen is taken", worst.get().price()));
      ListingEnd.end(act, worst.get().listing(), Listing.State.LAPSED);
    }
  }

  private void place(Act act, TradingSession session, Optional<Credits> credits, Fen cost) {
    ParticipantId who = act.actor().id();
    Listing listing =
        new Listing(
            batch,
            Fen.ZERO,
            session.venue().index(),
            Fen.ZERO,
            Fen.ZERO,
            act.id(),
            instrument,
            who,
            act.time(),
            price,
            quantity,
            quantity,
            SerialRanges.NONE,
            Fen.ZERO,
            side,
            Listing.State.OPEN);
    act.write(listing);
    InstrumentBook book = session.book();
    Fen money = side == Side.BUY ? cost : Fen.ZERO;
    EscrowPlace.setAside(act, listing, credits, money, book.bank(), book.asset());
    if (side == Side.BUY) {
      act.write(CashAccount.of(act, who, book.bank(), book.asset()).withListing(act.id()));
    }
    act.write(session.book().withListing(side, act.id(), who, price, quantity));
    act.refer("listing", act.id());
    act.refer("instrument", instrument);
  }
}
