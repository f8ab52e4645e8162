// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ForwardCredits;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Ends forwards: what is set aside goes to whom it is due, whatever the standing of the two. What
 * is due is computed from the record alone, so that it does not matter who asks for it.
 */
public final class ForwardEnd {
  /** Batches that one instruction gives back: a year's credits come in a batch a report. */
  static final int BATCHES_MOST = 100;

  private ForwardEnd() {}

  /** Keys that the end of an offer or a contract needs, once it is known. */
  public static List<Key<?>> keys(Records records, InstructionId id) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Forward.key(id))
        .ifPresent(
            forward -> {
              keys.add(ForwardSales.key(forward.instrument()));
              for (ParticipantId party : List.of(forward.seller(), forward.buyer())) {
                keys.add(OpenOffers.key(party));
                keys.add(ForwardPledge.key(id, party));
                keys.add(CashAccount.key(party, forward.bank(), forward.asset()));
              }
            });
    return keys;
  }

  /** Keys that the end of a contract needs, once it is known what is set aside for it. */
  static List<Key<?>> creditKeys(Records records, InstructionId id) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Forward.key(id))
        .flatMap(forward -> ForwardSales.of(records, forward.instrument()).sale(id))
        .ifPresent(
            sale ->
                sale.batches().stream()
                    .limit(BATCHES_MOST)
                    .forEach(
                        batch -> {
                          keys.add(ForwardCredits.key(batch, id));
                          keys.add(Holding.key(batch, sale.seller()));
                        }));
    return keys;
  }

  /** Ends an offer that nobody has accepted: what stands behind it goes back. */
  public static void endOffer(Act act, InstructionId id, Forward.State state) {
    Forward forward = Forward.must(act, id);
    giveBack(act, forward, forward.offeror());
    act.write(forward.ended(state, act.id()));
    OpenOffers.remove(act, forward.offeror(), OpenOffers.Kind.FORWARD, id);
  }

  /** Ends a contract of which all was delivered and paid: the penalty goes back. */
  static void endDelivered(Act act, InstructionId id) {
    Forward forward = Forward.must(act, id);
    giveBack(act, forward, forward.seller());
    act.write(ForwardSales.of(act, forward.instrument()).without(id));
    act.write(forward.ended(Forward.State.DELIVERED, act.id()));
    release(act, forward);
  }

  /**
   * Ends a contract of which not all was delivered, once its last instant has passed. Credits that
   * the buyer has not paid for go back to the seller, which keeps the part payment of them; of
   * tonnes that were not issued in time the buyer gets the part payment back, and the penalty in
   * proportion. Gives back at most {@link #BATCHES_MOST} batches at a time; the last of it ends it.
   */
  static void endDefaulted(Act act, InstructionId id) {
    Forward forward = Forward.must(act, id);
    ForwardSales sales = ForwardSales.of(act, forward.instrument());
    ForwardSales.Sale sale = sales.sale(id).orElseThrow();
    ForwardSales.Sale left = sale;
    for (Credits credits : setAside(act, sale, BATCHES_MOST)) {
      EscrowPlace.giveBack(act, credits, sale.place(), forward.seller(), id);
      EscrowPlace.endWaiting(act, credits.batch(), forward.seller(), id);
      left = left.without(credits);
      forward = forward.withUnpaid(credits.serials().quantity());
    }
    if (!left.batches().isEmpty()) {
      ForwardSales.Sale rest = left;
      act.write(sales.with(id, before -> rest));
      act.write(forward);
      act.refer("batchesLeft", left.batches().size());
      return;
    }
    act.write(sales.without(id));
    divide(act, forward, sale.missing());
    act.write(forward.withMissing(sale.missing()).ended(Forward.State.DEFAULTED, act.id()));
    release(act, forward);
  }

  /** It binds neither any more. */
  private static void release(Act act, Forward forward) {
    for (ParticipantId party : List.of(forward.seller(), forward.buyer())) {
      OpenOffers.remove(act, party, OpenOffers.Kind.CONTRACT, forward.id());
      EscrowPlace.endWaiting(act, party, forward.bank(), forward.asset(), forward.id());
    }
  }

  /** The credits that are set aside for a sale, of its first batches. */
  static List<Credits> setAside(Act act, ForwardSales.Sale sale, int most) {
    return sale.batches().stream()
        .limit(most)
        .map(
            batch ->
                new Credits(
                    batch,
                    act.must(ForwardCredits.key(batch, sale.forward()), ErrorCode.INTERNAL)
                        .serials()))
        .toList();
  }

  private static void divide(Act act, Forward forward, Tonnes missing) {
    Tonnes there = forward.delivered().plus(forward.unpaid());
    Fen forfeited = forward.partPaymentOf(there).minus(forward.partPaymentOf(forward.delivered()));
    payOut(act, forward, forward.buyer(), forward.seller(), forfeited);
    giveBack(act, forward, forward.buyer());
    Fen kept = forward.share(forward.penalty(), forward.quantity().minus(missing));
    payOut(act, forward, forward.seller(), forward.buyer(), forward.penalty().minus(kept));
    giveBack(act, forward, forward.seller());
  }

  /** Gives the other party what it is due, or to the freeze that awaits it. */
  private static void payOut(
      Act act, Forward forward, ParticipantId from, ParticipantId to, Fen amount) {
    EscrowPlace.payOut(
        act,
        new Money(forward.asset(), amount),
        new EscrowPlace.OfMoney(pledge(act, forward, from)),
        to,
        forward.bank(),
        forward.id());
  }

  /** Pays out of what a party has set aside. */
  static void pay(Act act, Forward forward, ParticipantId from, ParticipantId to, Fen amount) {
    if (!amount.isZero()) {
      act.pay(
          new Money(forward.asset(), amount),
          new EscrowPlace.OfMoney(pledge(act, forward, from)),
          new CashPlace.Available(to, forward.bank()));
    }
  }

  private static void giveBack(Act act, Forward forward, ParticipantId party) {
    payOut(act, forward, party, party, pledge(act, forward, party).cash());
  }

  private static ForwardPledge pledge(Act act, Forward forward, ParticipantId party) {
    return act.must(ForwardPledge.key(forward.id(), party), ErrorCode.INTERNAL);
  }

  /** Refuses while the last instant of the payment has not passed by all clocks. */
  static void requireOver(Act act, Forward forward) {
    Instant over = LastInstant.byAllClocks(forward.payUntil(), forward.asset());
    act.require(
        act.time().isAfter(over),
        ErrorCode.FORWARD_NOT_OVER,
        zh("须在 %s 之后").en("it can be ended after %s", over));
  }
}
