// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * Delivery against payment of one trade (LEDGER section 6): credits to the buyer, the price to the
 * seller, fees of both to the instrument, and of credits that were never sold before the shares of
 * the project's beneficiaries out of what the seller is left with. All of it or nothing.
 */
final class Settlement {
  private final Act act;
  private final InstrumentBook book;
  private final ModeTerms terms;
  private final BenefitPlan plan;

  /**
   * @param book the book, of which only what never changes is asked for
   * @param terms what holds for the way of trading
   */
  Settlement(Act act, InstrumentBook book, ModeTerms terms) {
    this.act = act;
    this.book = book;
    this.terms = terms;
    this.plan = BenefitPlan.of(act, book);
  }

  /** The most postings that a trade causes. */
  int postingsMost() {
    return 4 + plan.shares().size();
  }

  /** What a buyer's order has been charged after one more trade. */
  FillFees buyerFees(FillFees charged, Fen gross) {
    return charged.after(terms, Side.BUY, gross);
  }

  /**
   * How a trade was settled.
   *
   * @param trade the record of it
   * @param buyer what the buyer's order has been charged now
   * @param seller what the seller's has
   */
  record Settled(Trade trade, FillFees buyer, FillFees seller) {}

  /**
   * Settles a trade and writes the record of it, but for book and listings.
   *
   * @param shareFrom the least price, fen a tonne, on which beneficiaries have their shares: what
   *     two agree on between themselves must not make them small
   */
  Settled settle(Deal deal, BookDay day, long number, long shareFrom) {
    Fen gross = deal.gross();
    FillFees buyer = buyerFees(deal.buyer().charged(), gross);
    FillFees seller = deal.seller().charged().afterSale(terms, gross);
    FillFees bought = buyer.since(deal.buyer().charged());
    FillFees sold = seller.since(deal.seller().charged());
    Place<Money> proceeds = new CashPlace.Available(deal.seller().id(), book.bank());
    BookFees fees = new BookFees(book.instrument());

    act.move(deal.credits(), deal.seller().from(), new CreditPlace.HeldBy(deal.buyer().id()));
    pay(gross, deal.buyer().from(), proceeds);
    pay(bought.both(), deal.buyer().from(), fees);
    pay(sold.both(), proceeds, fees);
    SerialRanges fresh = firstSold(deal);
    Fen base = sharedOn(deal, sold.both(), shareFrom);
    List<Trade.BenefitPaid> shares = share(deal, fresh, gross.minus(sold.both()), base, proceeds);
    remember(deal, day);

    Trade trade =
        new Trade(
            book.asset(),
            act.time(),
            deal.credits().batch(),
            deal.buyer().id(),
            bought.trading(),
            deal.buyer().listing(),
            bought.settlement(),
            day.date(),
            fresh,
            gross,
            act.id(),
            book.instrument(),
            deal.mode(),
            number,
            deal.price(),
            deal.seller().id(),
            sold.trading(),
            deal.seller().listing(),
            sold.settlement(),
            deal.credits().serials(),
            shares,
            deal.taker(),
            deal.tonnes(),
            book.venue());
    act.write(trade);
    return new Settled(trade, buyer, seller);
  }

  private void pay(Fen amount, Place<Money> from, Place<Money> to) {
    if (!amount.isZero()) {
      act.pay(new Money(book.asset(), amount), from, to);
    }
  }

  /** What the seller would be left with at the least price on which shares are counted. */
  private static Fen sharedOn(Deal deal, Fen fees, long shareFrom) {
    long least = Math.multiplyExact(shareFrom, deal.tonnes().value());
    return Fen.of(Math.max(deal.gross().value(), least) - fees.value());
  }

  /** The credits of a deal that are sold for the first time; they are remembered as sold. */
  private SerialRanges firstSold(Deal deal) {
    Credits credits = deal.credits();
    SoldSerials before = SoldSerials.of(act, credits.batch());
    SerialRanges fresh = credits.serials().minus(credits.serials().common(before.serials()));
    if (!fresh.isEmpty()) {
      act.write(new SoldSerials(credits.batch(), before.serials().plus(fresh)));
    }
    return fresh;
  }

  /**
   * Pays what the beneficiaries have of credits that are sold for the first time.
   *
   * @param fresh those credits
   * @param net what the seller is left with, which is the most that there is to share
   * @param base what the shares are counted on
   */
  private List<Trade.BenefitPaid> share(
      Deal deal, SerialRanges fresh, Fen net, Fen base, Place<Money> proceeds) {
    Fen shared =
        Fen.of(
            BigInteger.valueOf(base.value())
                .multiply(BigInteger.valueOf(fresh.quantity().value()))
                .divide(BigInteger.valueOf(deal.tonnes().value()))
                .longValueExact());
    List<Fen> parts = plan.divide(shared);
    List<Trade.BenefitPaid> paid = new ArrayList<>();
    Fen left = net;
    for (int line = 1; line <= parts.size(); line++) {
      Fen part = left.isAtLeast(parts.get(line - 1)) ? parts.get(line - 1) : left;
      left = left.minus(part);
      if (!part.isZero()) {
        paid.add(payLine(line, part, deal.seller().id(), proceeds));
      }
    }
    return paid;
  }

  private Trade.BenefitPaid payLine(
      int line, Fen part, ParticipantId seller, Place<Money> proceeds) {
    Optional<ParticipantId> payee = plan.payee(act, line);
    // A seller who shares in its own sale has the money already.
    if (!payee.equals(Optional.of(seller))) {
      pay(
          part,
          proceeds,
          payee.isPresent()
              ? new CashPlace.Available(payee.get(), book.bank())
              : new BenefitAccount.Of(book.instrument().project(), line, book.bank()));
    }
    return new Trade.BenefitPaid(part, line, payee);
  }

  private void remember(Deal deal, BookDay day) {
    ParticipantId buyer = deal.buyer().id();
    ParticipantId seller = deal.seller().id();
    act.write(Position.of(act, book.instrument(), buyer).withTrade(Side.BUY, day.index()));
    act.write(Position.of(act, book.instrument(), seller).withTrade(Side.SELL, day.index()));
  }

  /** The most that a buyer of a value pays: price and both fees. */
  static Fen cost(Act act, ModeTerms terms, Fen price, long tonnes) {
    BigInteger value = BigInteger.valueOf(price.value()).multiply(BigInteger.valueOf(tonnes));
    act.require(
        value.compareTo(BigInteger.valueOf(Fen.MAXIMUM / 2)) <= 0,
        ErrorCode.ORDER_TOO_LARGE,
        org.grasslandcarbon.domain.value.Detail.zh("金额为 %s 分，超出可结算的上限")
            .en("%s fen are more than can be settled", value));
    long exact = value.longValueExact();
    return Fen.of(exact)
        .plus(terms.tradingFee(Side.BUY, exact))
        .plus(terms.settlementFee(Side.BUY, exact));
  }
}
