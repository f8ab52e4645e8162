// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Sufficiency;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.Funds;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * An instrument on a trading day, for whoever wants to trade it: its book, its venue, and the rule
 * by which the day is traded.
 *
 * @param act the instruction
 * @param instrument the instrument
 * @param venue its venue
 * @param terms the numbers of the day
 * @param mode what holds for the way of trading
 * @param limits the prices of the day for it
 */
record TradingSession(
    Act act,
    InstrumentId instrument,
    Venue venue,
    TradingTerms terms,
    ModeTerms mode,
    PriceLimits limits) {

  /** Keys that every order of an instrument needs, once its book is known. */
  static List<Key<?>> keys(Records records, InstrumentId instrument) {
    return records
        .find(InstrumentBook.key(instrument))
        .<List<Key<?>>>map(book -> List.of(Venue.key(book.venue())))
        .orElse(List.of());
  }

  /** Keys that it needs once the venue is known. */
  static List<Key<?>> ruleKeys(Records records, InstrumentId instrument) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(InstrumentBook.key(instrument))
        .ifPresent(
            book -> {
              records
                  .find(Venue.key(book.venue()))
                  .ifPresent(
                      venue -> {
                        keys.add(TradingRule.key(venue.id(), venue.rule()));
                        if (!isOnDay(book, venue)) {
                          keys.addAll(book.countKeys());
                        }
                      });
              book.day().ifPresent(day -> keys.add(TradingRule.key(book.venue(), day.rule())));
            });
    return keys;
  }

  /**
   * Opens an instrument for an order; the book takes up the day with the first of it.
   *
   * @param way the way of trading
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code UNKNOWN_INSTRUMENT}, {@code
   *     MARKET_CLOSED}, {@code BOOK_NOT_CLOSED} or {@code INSTRUMENT_HALTED}
   */
  static TradingSession open(
      Act act, InstrumentId instrument, Function<TradingTerms, ModeTerms> way) {
    InstrumentBook book = act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    Venue venue = act.must(Venue.key(book.venue()), ErrorCode.UNKNOWN_VENUE);
    act.require(
        venue.day().filter(act.today()::equals).isPresent(),
        ErrorCode.MARKET_CLOSED,
        zh("%s 今日尚未开市").en("%s has not opened today", venue.id()));
    TradingTerms terms = terms(act, venue);
    ModeTerms mode = way.apply(terms);
    act.require(
        mode.isOpenAt(act.time()),
        ErrorCode.MARKET_CLOSED,
        zh("交易时段为北京时间 %s").en("hours are %s, Beijing time", mode.hoursInWords()));
    act.require(
        !book.listableFrom().isAfter(act.today()),
        ErrorCode.MARKET_CLOSED,
        zh("该标的自 %s 之后的交易日起可挂牌")
            .en("it can be listed from the trading day on or after %s", book.listableFrom()));
    InstrumentBook today = onDay(act, book, venue);
    act.require(
        !today.day().orElseThrow().closed(),
        ErrorCode.MARKET_CLOSED,
        zh("该标的今日已收市").en("it has been closed today"));
    act.requireNone(
        today.halt().map(halt -> zh("停牌原因：%s").en("the reason of the halt: %s", halt.reason())),
        ErrorCode.INSTRUMENT_HALTED);
    PriceLimits limits = PriceLimits.of(today.base(), mode, terms.tick());
    return new TradingSession(act, instrument, venue, terms, mode, limits);
  }

  /** The numbers by which a venue's newest day is traded. */
  static TradingTerms terms(Act act, Venue venue) {
    return act.must(TradingRule.key(venue.id(), venue.rule()), ErrorCode.UNKNOWN_VENUE).terms();
  }

  /** The book on the venue's newest day, which it takes up if it is still on an earlier one. */
  static InstrumentBook onDay(Act act, InstrumentBook book, Venue venue) {
    if (isOnDay(book, venue)) {
      return book;
    }
    act.require(
        book.isEmpty(),
        ErrorCode.BOOK_NOT_CLOSED,
        zh("该标的上一交易日尚有 %s 笔挂牌未退回")
            .en(
                "%s listings of an earlier day have not been given back",
                book.buys().size() + book.sells().size()));
    InstrumentBook begun =
        book.counted(act)
            .withBase(nextBase(act, book))
            .withDay(BookDay.begin(venue.day().orElseThrow(), venue.index(), venue.rule()));
    act.write(begun);
    return begun;
  }

  private static boolean isOnDay(InstrumentBook book, Venue venue) {
    return book.day().filter(day -> day.index() == venue.index()).isPresent();
  }

  /** The base price that the book's earlier day leads to, by the rule of that day. */
  private static Fen nextBase(Act act, InstrumentBook book) {
    return book.day()
        .map(day -> act.must(TradingRule.key(book.venue(), day.rule()), ErrorCode.UNKNOWN_VENUE))
        .map(rule -> book.nextBase(rule.terms()))
        .orElse(book.base());
  }

  /** The book as it stands. */
  InstrumentBook book() {
    return act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
  }

  BookDay day() {
    return book().day().orElseThrow();
  }

  /** Refuses an amount that the acting participant does not have at its disposal. */
  void requireFunds(Fen amount) {
    InstrumentBook book = book();
    Funds.require(act, CashAccount.of(act, act.actor().id(), book.bank(), book.asset()), amount);
  }

  /** Refuses prices between the ticks and too far from the base. */
  void requirePrice(Fen price) {
    act.requireNone(limits.offTick(price), ErrorCode.PRICE_OFF_TICK);
    act.requireNone(limits.outside(price), ErrorCode.PRICE_OUTSIDE_LIMITS);
  }

  /** Refuses quantities that are too large or no multiples of the lot. */
  void requireQuantity(Tonnes quantity, Tonnes least) {
    act.require(
        quantity.isAtLeast(least) && quantity.value() % terms.lot().value() == 0,
        ErrorCode.ORDER_TOO_SMALL,
        zh("数量至少为 %s 吨，且须为 %s 吨的整数倍")
            .en("at least %s t, in multiples of %s t, are taken", least, terms.lot()));
    act.require(
        terms.orderMost().isAtLeast(quantity),
        ErrorCode.ORDER_TOO_LARGE,
        zh("单笔至多 %s 吨").en("at most %s t are taken at once", terms.orderMost()));
  }

  /**
   * Refuses a trade too soon after an opposite one of the same participant. What is listed or under
   * way in an auction counts as traded.
   *
   * @param who the participant
   * @param side what it wants now
   */
  void requireTurnaround(ParticipantId who, Side side) {
    if (terms.turnaroundDays() == 0) {
      return;
    }
    Side opposite = side.opposite();
    InstrumentBook book = book();
    int last = Integer.MIN_VALUE;
    boolean isUnderWay =
        !book.resting(opposite, who).isZero()
            || OpenOffers.of(act, who).isInAuction(instrument, opposite);
    if (isUnderWay) {
      last = venue.index();
    }
    last = Math.max(last, Position.of(act, instrument, who).last(opposite).orElse(last));
    act.require(
        last == Integer.MIN_VALUE || venue.index() - last >= terms.turnaroundDays(),
        ErrorCode.OPPOSITE_TRADE_TOO_SOON,
        zh("反向交易须间隔 %s 个交易日，今日为第 %s 个")
            .en(
                "opposite trades are %s trading days apart, and today is number %s after the last",
                terms.turnaroundDays(), venue.index() - (long) last));
  }

  /**
   * What is sold of a batch: the lowest serials that are not set apart for use abroad, once it is
   * known that so many are owned, free, and had for long enough. What came free of payment counts
   * as bought, tonne for tonne: who is sent one tonne can sell all others. Whoever buys may want to
   * surrender at once, and must find nothing on the market that cannot be.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code INSUFFICIENT_CREDITS}, {@code
   *     CREDITS_FROZEN}, {@code CREDITS_LABELLED} or {@code OPPOSITE_TRADE_TOO_SOON}
   */
  Credits sold(ParticipantId who, BatchId batch, Tonnes quantity) {
    Holding holding = Holding.of(act, batch, who);
    Credits lowest = Sufficiency.lowestUnlabelled(act, holding, quantity);
    Tonnes held = Sufficiency.unlabelled(act, holding).quantity();
    long recent =
        holding.receipts().stream()
            .filter(each -> venue.index() - venue.indexOf(each.day()) < terms.turnaroundDays())
            .mapToLong(each -> each.tonnes().value())
            .sum();
    act.require(
        recent == 0 || held.value() - recent >= quantity.value(),
        ErrorCode.OPPOSITE_TRADE_TOO_SOON,
        zh("可出售的 %1$s 吨中，%2$s 吨系 %3$s 个交易日内无偿取得，今日不得卖出")
            .en(
                "of the %s t that can be sold, %s t came free of payment within %s trading days",
                held, recent, terms.turnaroundDays()));
    return lowest;
  }

  /**
   * Refuses a purchase that would lead to more than one participant may have: what it holds, free
   * or frozen, what it has listed or offered or bought forward, and what it wants.
   */
  void requireHoldingLimit(ParticipantId who, Tonnes more) {
    requireHoldingLimit(who, more, Tonnes.ZERO);
  }

  /**
   * The same for what is bought before it is issued.
   *
   * @param expected tonnes that there will be: a share is one of those, where they are more than
   *     were issued
   */
  void requireHoldingLimit(ParticipantId who, Tonnes more, Tonnes expected) {
    if (terms.holdingMost().isEmpty() && terms.holdingMostPerMille().isEmpty()) {
      return;
    }
    InstrumentBatches batches = InstrumentBatches.of(act, instrument);
    Tonnes after =
        batches
            .heldBy(act, who)
            .plus(book().resting(Side.SELL, who))
            .plus(book().resting(Side.BUY, who))
            .plus(OpenOffers.of(act, who).tonnes(instrument))
            .plus(ForwardSales.of(act, instrument).boughtBy(who))
            .plus(more);
    long most = terms.holdingMost().map(Tonnes::value).orElse(Long.MAX_VALUE);
    if (terms.holdingMostPerMille().isPresent()) {
      most =
          Math.min(
              most,
              Math.max(batches.issued().value(), expected.value())
                  * terms.holdingMostPerMille().get()
                  / TradingTerms.PER_MILLE);
    }
    act.require(
        after.value() <= most,
        ErrorCode.HOLDING_LIMIT,
        zh("持有量将达 %s 吨，上限为 %s 吨").en("%s t would be held, and %s t may be", after, most));
  }

  /** Keys of the credits of an instrument that somebody may have. */
  static List<Key<?>> holdingKeys(InstrumentId instrument, ParticipantId who) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(OpenOffers.key(who));
    keys.add(ForwardSales.key(instrument));
    InstrumentBatches.expected(instrument)
        .forEach(
            batch -> {
              keys.add(Batch.key(batch));
              keys.add(Holding.key(batch, who));
            });
    return keys;
  }
}
