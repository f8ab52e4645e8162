// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ForwardCredits;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.settlement.Funds;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Settles what is set aside for a forward, a trade a batch: its part payment counts towards the
 * price, and the buyer pays the rest and its fees.
 */
final class ForwardDelivery {
  /**
   * Batches that one instruction delivers: each posts some 60 movements where a plan of benefits
   * has all its lines, and a journal entry has a thousand.
   */
  static final int BATCHES_MOST = 15;

  private final Act act;
  private final InstructionId id;
  private final Settlement settlement;
  private final long shareFrom;

  /** A forward that binds both; the book takes up the newest day if it can. */
  ForwardDelivery(Act act, Forward forward) {
    this.act = act;
    this.id = forward.id();
    InstrumentBook found = book(forward);
    Venue venue = act.must(Venue.key(forward.venue()), ErrorCode.UNKNOWN_VENUE);
    // A book with listings of an earlier day stays on it: a trade belongs to the book's day.
    InstrumentBook book = found.isEmpty() ? TradingSession.onDay(act, found, venue) : found;
    TradingTerms today = terms(forward, book.day().orElseThrow().rule());
    this.shareFrom = PriceLimits.of(book.base(), today.block(), today.tick()).lowest();
    this.settlement = new Settlement(act, book, terms(forward, forward.rule()).forward());
  }

  /** Keys that a delivery needs, once the forward is known, besides those of its end. */
  static List<Key<?>> keys(Records records, InstructionId id) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Forward.key(id))
        .ifPresent(
            forward -> {
              keys.add(InstrumentBook.key(forward.instrument()));
              keys.add(Venue.key(forward.venue()));
              keys.add(TradingRule.key(forward.venue(), forward.rule()));
              keys.add(Project.key(forward.project()));
              keys.add(Position.key(forward.instrument(), forward.buyer()));
              keys.add(Position.key(forward.instrument(), forward.seller()));
            });
    return keys;
  }

  /** Keys that it needs once book, project and what is set aside are known. */
  static List<Key<?>> furtherKeys(Records records, InstructionId id) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Forward.key(id))
        .ifPresent(
            forward -> {
              keys.addAll(TradingSession.ruleKeys(records, forward.instrument()));
              records
                  .find(InstrumentBook.key(forward.instrument()))
                  .ifPresent(book -> keys.addAll(BenefitPlan.keys(records, book)));
              ForwardSales.of(records, forward.instrument())
                  .sale(id)
                  .ifPresent(
                      sale ->
                          sale.batches().stream()
                              .limit(BATCHES_MOST)
                              .forEach(batch -> keys.addAll(keys(batch, forward))));
            });
    return keys;
  }

  private static List<Key<?>> keys(BatchId batch, Forward forward) {
    return List.of(
        ForwardCredits.key(batch, forward.id()),
        Holding.key(batch, forward.buyer()),
        Holding.key(batch, forward.seller()),
        SoldSerials.key(batch));
  }

  private TradingTerms terms(Forward forward, int version) {
    return act.must(TradingRule.key(forward.venue(), version), ErrorCode.UNKNOWN_VENUE).terms();
  }

  private InstrumentBook book(Forward forward) {
    return act.must(InstrumentBook.key(forward.instrument()), ErrorCode.UNKNOWN_INSTRUMENT);
  }

  private ForwardSales sales() {
    return ForwardSales.of(act, Forward.must(act, id).instrument());
  }

  private ForwardSales.Sale sale() {
    return sales().sale(id).orElseThrow();
  }

  /** Delivers what one instruction bears, and ends the forward with the last of it. */
  void settle() {
    for (Credits credits : ForwardEnd.setAside(act, sale(), BATCHES_MOST)) {
      settle(credits);
    }
    Forward after = Forward.must(act, id);
    if (after.delivered().equals(after.quantity())) {
      ForwardEnd.endDelivered(act, id);
    }
  }

  private void settle(Credits credits) {
    Forward forward = Forward.must(act, id);
    Tonnes after = forward.delivered().plus(credits.serials().quantity());
    Fen paidBefore = forward.partPaymentOf(after).minus(forward.partPaymentOf(forward.delivered()));
    ForwardEnd.pay(act, forward, forward.buyer(), forward.buyer(), paidBefore);
    Deal deal = deal(forward, credits);
    requireFunds(forward, deal);
    InstrumentBook book = book(forward);
    BookDay day = book.day().orElseThrow();
    act.require(
        day.block().value().hasRoomFor(deal.gross()),
        ErrorCode.TOO_LARGE,
        zh("该标的当日成交额已达系统上限").en("the instrument's value of the day is at its limit"));
    Settlement.Settled settled = settlement.settle(deal, day, book.trades() + 1, shareFrom);
    act.write(
        forward.withDelivery(credits.serials().quantity(), settled.buyer(), settled.seller()));
    act.write(sales().with(id, before -> before.without(credits)));
    EscrowPlace.endWaiting(act, credits.batch(), forward.seller(), id);
    // Outside of the quotes, as blocks are: it makes no last price and no base.
    act.write(book(forward).withTrade(day.withOutside(settled.trade())));
    act.refer("trade", Trade.id(forward.instrument(), settled.trade().number()));
  }

  private Deal deal(Forward forward, Credits credits) {
    return new Deal(
        new Deal.Party<>(
            forward.buyer(),
            Optional.empty(),
            new CashPlace.Available(forward.buyer(), forward.bank()),
            forward.chargedBuyer()),
        new Deal.Party<>(
            forward.seller(), Optional.empty(), sale().place(), forward.chargedSeller()),
        credits,
        forward.price(),
        Trade.Mode.FORWARD,
        Optional.empty());
  }

  /** Price and the buyer's fees must be there with the part payment that has just come back. */
  private void requireFunds(Forward forward, Deal deal) {
    ParticipantId buyer = forward.buyer();
    FillFees due =
        settlement.buyerFees(forward.chargedBuyer(), deal.gross()).since(forward.chargedBuyer());
    Funds.require(
        act,
        CashAccount.of(act, buyer, forward.bank(), forward.asset()),
        deal.gross().plus(due.both()));
  }
}
