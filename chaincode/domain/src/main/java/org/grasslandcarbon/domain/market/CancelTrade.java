// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.settlement.Funds;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Undoes a trade of the same day by opposite postings, on a document of the authority (LEDGER
 * section 6; 取消成交). All that it moved goes back, shares and fees with it, or nothing does. The
 * record of the trade is not edited; the day is told anew without it.
 *
 * @param document the authority's
 * @param instrument what was traded
 * @param reason in words
 * @param trade the number of the trade
 */
public record CancelTrade(
    @Means(en = "SHA-256 of the authority's document", zh = "国家主管部门文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Why", zh = "理由") @Most(TradeCancellation.REASON_MOST) String reason,
    @Means(en = "Number of the trade", zh = "成交编号") @Least(1) @Most(TRADE_MOST) int trade)
    implements Action {

  /** The action. */
  public static final ActionType<CancelTrade> TYPE =
      ActionType.of(
          "cancelTrade",
          "取消当日成交",
          "Cancels a trade of the same day",
          new CancelTrade(
              Sha256.of("decision"),
              new InstrumentId("GCS-152502-2024-0001-2025"),
              "系统故障导致的错误成交。 A failure of a system led to it.",
              1),
          EnumSet.of(Role.EXCHANGE),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_TRADE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.TRADE_DAY_OVER,
          ErrorCode.TOO_LARGE,
          ErrorCode.TRADE_NOT_REVERSIBLE,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  /**
   * The number of a trade has ten digits; an instrument does not come near two thousand million.
   */
  static final int TRADE_MOST = 2_000_000_000;

  /** Trades of a day that are read to tell it anew: some 5 MB at once, and a rare thing. */
  static final int DAY_MOST = 5_000;

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        InstrumentBook.key(instrument),
        Trade.key(instrument, trade),
        TradeCancellation.key(instrument, trade));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(InstrumentBook.key(instrument))
        .ifPresent(
            book -> {
              keys.add(Venue.key(book.venue()));
              book.day()
                  .ifPresent(
                      day -> {
                        keys.add(TradingRule.key(book.venue(), day.rule()));
                        keys.addAll(dayKeys(book, day));
                      });
              records
                  .find(Trade.key(instrument, trade))
                  .ifPresent(found -> keys.addAll(keys(book, found)));
            });
    return keys;
  }

  private List<Key<?>> dayKeys(InstrumentBook book, BookDay day) {
    List<Key<?>> keys = new ArrayList<>();
    if (day.trades() <= DAY_MOST) {
      numbers(book, day)
          .forEach(
              number -> {
                keys.add(Trade.key(instrument, number));
                keys.add(TradeCancellation.key(instrument, number));
              });
    }
    return keys;
  }

  private static LongStream numbers(InstrumentBook book, BookDay day) {
    return LongStream.rangeClosed(book.trades() - day.trades() + 1, book.trades());
  }

  private static List<Key<?>> keys(InstrumentBook book, Trade found) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(Holding.key(found.batch(), found.buyer()));
    keys.add(Holding.key(found.batch(), found.seller()));
    keys.add(SoldSerials.key(found.batch()));
    keys.add(CashAccount.key(found.buyer(), book.bank(), book.asset()));
    keys.add(CashAccount.key(found.seller(), book.bank(), book.asset()));
    keys.add(CashAccount.key(book.venue().exchange(), book.bank(), book.asset()));
    for (Trade.BenefitPaid share : found.shares()) {
      keys.add(
          BenefitAccount.key(
              found.instrument().project(), share.line(), book.bank(), book.asset()));
      share.payee().ifPresent(payee -> keys.add(CashAccount.key(payee, book.bank(), book.asset())));
    }
    return keys;
  }

  @Override
  public void apply(Act act) {
    Trade found = act.must(Trade.key(instrument, trade), ErrorCode.UNKNOWN_TRADE);
    InstrumentBook book = InstrumentBook.ofActor(act, instrument);
    act.requireNone(
        act.find(TradeCancellation.key(instrument, trade))
            .map(each -> zh("已由指令 %s 取消").en("instruction %s cancelled it", each.id())),
        ErrorCode.WRONG_STATE);
    BookDay day = book.day().orElseThrow();
    act.require(
        found.day().equals(day.date()) && act.today().equals(day.date()) && !day.closed(),
        ErrorCode.TRADE_DAY_OVER,
        zh("成交于 %s").en("it is of %s", found.day()));
    act.require(
        day.trades() <= DAY_MOST,
        ErrorCode.TOO_LARGE,
        zh("该标的当日成交超过 %s 笔").en("the instrument has more than %s trades of the day", DAY_MOST));

    BookDay without = without(act, book, day);
    giveBack(act, book, found);
    InstrumentBook after = act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    act.write(after.withDay(without));
    act.write(
        new TradeCancellation(
            act.time(), act.actor().id(), document, act.id(), instrument, reason, trade));
    act.refer("trade", Trade.id(instrument, trade));
    act.refer("instrument", instrument);
  }

  /** The day as its other trades make it: prices, volume and parties are theirs alone. */
  private BookDay without(Act act, InstrumentBook book, BookDay day) {
    int wanted =
        act.must(TradingRule.key(book.venue(), day.rule()), ErrorCode.UNKNOWN_VENUE)
            .terms()
            .basePartiesLeast();
    BookDay told = BookDay.begin(day.date(), day.index(), day.rule());
    for (long number : numbers(book, day).toArray()) {
      boolean cancelled =
          number == trade || act.find(TradeCancellation.key(instrument, number)).isPresent();
      told =
          cancelled
              ? told.withCancelled()
              : told.with(act.must(Trade.key(instrument, number), ErrorCode.UNKNOWN_TRADE), wanted);
    }
    return told;
  }

  /** What the trade moved, in the opposite order and direction. */
  private void giveBack(Act act, InstrumentBook book, Trade found) {
    CashPlace buyer = new CashPlace.Available(found.buyer(), book.bank());
    CashPlace seller = new CashPlace.Available(found.seller(), book.bank());
    for (Trade.BenefitPaid share : found.shares()) {
      // A seller who shared in its own sale had the money already.
      if (!share.payee().filter(found.seller()::equals).isPresent()) {
        giveBackShare(act, book, share, seller);
      }
    }
    payFees(act, book, found.sellerFee().plus(found.sellerSettlementFee()), seller);
    payFees(act, book, found.buyerFee().plus(found.buyerSettlementFee()), buyer);
    requireCash(act, book, found.seller(), found.gross());
    pay(act, book, found.gross(), seller, buyer);
    giveBackCredits(act, found);
  }

  private void giveBackShare(
      Act act, InstrumentBook book, Trade.BenefitPaid share, Place<Money> seller) {
    share.payee().ifPresent(payee -> requireCash(act, book, payee, share.amount()));
    BenefitAccount owed =
        BenefitAccount.of(act, instrument.project(), share.line(), book.bank(), book.asset());
    require(
        act,
        share.payee().isPresent() || owed.owed().isAtLeast(share.amount()),
        zh("第 %s 项分成已支付").en("line %s has been paid", share.line()));
    Place<Money> from =
        share
            .payee()
            .<Place<Money>>map(payee -> new CashPlace.Available(payee, book.bank()))
            .orElseGet(
                () -> new BenefitAccount.Of(instrument.project(), share.line(), book.bank()));
    pay(act, book, share.amount(), from, seller);
  }

  /** Fees come back from the instrument, and what was collected already from the exchange. */
  private void payFees(Act act, InstrumentBook book, Fen fees, Place<Money> to) {
    InstrumentBook now = act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    Fen accrued = now.fees().isAtLeast(fees) ? fees : now.fees();
    Fen collected = fees.minus(accrued);
    pay(act, book, accrued, new BookFees(instrument), to);
    if (!collected.isZero()) {
      ParticipantId exchange = act.actor().id();
      Funds.require(act, CashAccount.of(act, exchange, book.bank(), book.asset()), collected);
      pay(act, book, collected, new CashPlace.Available(exchange, book.bank()), to);
    }
  }

  private static void giveBackCredits(Act act, Trade found) {
    Holding holding = Holding.of(act, found.batch(), found.buyer());
    require(
        act,
        holding.held().common(found.serials()).equals(found.serials()),
        zh("%s 已不再持有成交的减排量").en("%s does not hold the credits any more", found.buyer()));
    act.move(
        new Credits(found.batch(), found.serials()),
        new CreditPlace.HeldBy(found.buyer()),
        new CreditPlace.HeldBy(found.seller()));
    SoldSerials sold = SoldSerials.of(act, found.batch());
    act.write(new SoldSerials(found.batch(), sold.serials().minus(found.firstSold())));
  }

  private static void requireCash(Act act, InstrumentBook book, ParticipantId from, Fen amount) {
    Fen available = CashAccount.of(act, from, book.bank(), book.asset()).available();
    require(
        act,
        available.isAtLeast(amount),
        zh("%s 可用资金为 %s 分，需退回 %s 分")
            .en("%s has %s fen at its disposal, and %s go back", from, available, amount));
  }

  private static void require(Act act, boolean there, Detail otherwise) {
    act.require(there, ErrorCode.TRADE_NOT_REVERSIBLE, otherwise);
  }

  private static void pay(
      Act act, InstrumentBook book, Fen amount, Place<Money> from, Place<Money> to) {
    if (!amount.isZero()) {
      act.pay(new Money(book.asset(), amount), from, to);
    }
  }
}
