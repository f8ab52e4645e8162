// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Offers to sell or to buy tonnes of a project's vintage year that are not issued yet (LEDGER
 * section 6; 远期). One of the two is the project's owner. What whoever offers owes is set aside at
 * once: the seller's penalty, or the buyer's part payment. All numbers of the contract are those of
 * the rule of this day.
 *
 * @param counterparty who may accept it
 * @param deliveryDay the last day on which what is issued counts for it
 * @param instrument what is sold
 * @param partPerMille the part payment, in thousandths of the value
 * @param price fen a tonne
 * @param quantity tonnes
 * @param side what whoever offers wants
 * @param until the last instant at which it can be accepted
 */
public record OfferForward(
    @Means(en = "Who may accept it: an OWNER or TRADER", zh = "对手方（OWNER 或 TRADER）")
        ParticipantId counterparty,
    @Means(en = "Last day on which what is issued counts for it", zh = "交付日：当日及以前签发的减排量计入履约")
        LocalDate deliveryDay,
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Part payment, thousandths of the value", zh = "预付比例（合同金额千分比）")
        @Least(1)
        @Most(TradingTerms.FORWARD_PART_MOST)
        int partPerMille,
    @Means(en = "Price, fen a tonne", zh = "价格（分/吨）") @Least(1) Fen price,
    @Means(en = "Quantity, tonnes CO2e", zh = "数量（吨二氧化碳当量）") @Least(1) Tonnes quantity,
    @Means(en = "What whoever offers wants", zh = "报价方的买卖方向") Side side,
    @Means(en = "The last instant at which it can be accepted", zh = "可接受的最后时刻") Instant until)
    implements Action {

  /** The action. */
  public static final ActionType<OfferForward> TYPE =
      ActionType.of(
          "offerForward",
          "提出远期报价",
          "Offers a forward to one counterparty",
          new OfferForward(
              new ParticipantId("91110000600037341L"),
              LocalDate.of(2027, 6, 30),
              new InstrumentId("GCS-152502-2024-0001-2026"),
              200,
              Fen.of(9_500),
              Tonnes.of(5_000),
              Side.SELL,
              Instant.parse("2026-03-09T07:00:00Z")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.NO_FORWARDS,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS,
          ErrorCode.ORDER_TOO_SMALL,
          ErrorCode.ORDER_TOO_LARGE,
          ErrorCode.BAD_OFFER_TERM,
          ErrorCode.BAD_FORWARD_TERMS,
          ErrorCode.COUNTERPARTY_NOT_ALLOWED,
          ErrorCode.SELLER_NOT_OWNER,
          ErrorCode.TOO_MANY_ORDERS,
          ErrorCode.TOO_MANY_FORWARDS,
          ErrorCode.FORWARD_BEYOND_EXPECTED,
          ErrorCode.OPPOSITE_TRADE_TOO_SOON,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(ForwardRules.keys(instrument, buyer(actor), seller(actor)));
    keys.add(InstrumentBook.key(instrument));
    keys.add(OpenOffers.key(actor));
    keys.add(Participant.key(counterparty));
    return keys;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.keys(records, instrument));
    keys.addAll(ForwardRules.bookKeys(records, instrument));
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

  private ParticipantId seller(ParticipantId actor) {
    return side == Side.SELL ? actor : counterparty;
  }

  private ParticipantId buyer(ParticipantId actor) {
    return side == Side.SELL ? counterparty : actor;
  }

  @Override
  public void apply(Act act) {
    ParticipantId who = act.actor().id();
    TradingSession session = TradingSession.open(act, instrument, TradingTerms::forward);
    ForwardRules.requireForwards(session);
    session.requirePrice(price);
    session.requireQuantity(quantity, session.terms().orderLeast());
    requireTerm(act, session.terms());
    Forward forward = forward(act, session);
    requireContract(act, session.terms(), forward);
    BlockRules.requireCounterparty(act, counterparty);
    Project project = ForwardRules.mustBeOf(session, seller(who));
    OrderCount.add(act, session.venue().id(), session.terms().ordersPerMinute());
    ForwardRules.requireRoom(session, project, quantity);
    ForwardRules.requireOfferor(session, project, forward);
    session.requireFunds(forward.pledgeOf(who));

    act.write(forward);
    ForwardPledge.make(act, forward, who);
    OpenOffers.add(
        act,
        who,
        new OpenOffers.Offer(
            act.id(), instrument, OpenOffers.Kind.FORWARD, forward.side(), quantity));
    act.refer("forward", act.id());
    act.refer("instrument", instrument);
  }

  private void requireTerm(Act act, TradingTerms terms) {
    Instant latest = act.time().plus(Duration.ofDays(terms.offerDaysMost()));
    act.require(
        until.isAfter(act.time()) && !until.isAfter(latest),
        ErrorCode.BAD_OFFER_TERM,
        zh("现在为 %s，最晚为 %s").en("it is %s, and the latest is %s", act.time(), latest));
  }

  private void requireContract(Act act, TradingTerms terms, Forward forward) {
    int least = terms.forwardPartPerMilleLeast().orElseThrow();
    act.require(
        partPerMille >= least,
        ErrorCode.BAD_FORWARD_TERMS,
        zh("预付比例至少为千分之 %s").en("the part payment is at least %s thousandths", least));
    act.require(
        until.isBefore(BeijingTime.start(deliveryDay.plusDays(1))),
        ErrorCode.BAD_FORWARD_TERMS,
        zh("报价的最后时刻 %s 晚于交付日").en("the offer ends at %s, after the delivery day", until));
    Instant latest = act.time().plus(Duration.ofDays(terms.forwardDaysMost()));
    act.require(
        !forward.payUntil().isAfter(latest),
        ErrorCode.BAD_FORWARD_TERMS,
        zh("付款的最后时刻为 %s，最晚为 %s")
            .en(
                "the last instant of its payment is %s, and the latest is %s",
                forward.payUntil(), latest));
  }

  private Forward forward(Act act, TradingSession session) {
    InstrumentBook book = session.book();
    TradingTerms terms = session.terms();
    ParticipantId who = act.actor().id();
    // Refuses what could not be settled, so that what follows is exact.
    Settlement.cost(act, session.mode(), price, quantity.value());
    long value = price.value() * quantity.value();
    int paymentDays = terms.forwardPaymentDays().orElseThrow();
    return new Forward(
        Optional.empty(),
        book.asset(),
        book.bank(),
        buyer(who),
        Fen.ZERO,
        Fen.ZERO,
        Tonnes.ZERO,
        deliveryDay,
        Optional.empty(),
        act.id(),
        instrument,
        Tonnes.ZERO,
        act.time(),
        perMille(value, partPerMille),
        BeijingTime.start(deliveryDay.plusDays(paymentDays + 1L)),
        perMille(value, terms.forwardPenaltyPerMille()),
        price,
        book.project(),
        quantity,
        session.venue().rule(),
        seller(who),
        Fen.ZERO,
        Fen.ZERO,
        side,
        Forward.State.OPEN,
        Tonnes.ZERO,
        until,
        book.venue());
  }

  /** Thousandths of a value, rounded up: what stands behind a contract is never nothing. */
  private static Fen perMille(long value, int perMille) {
    return Fen.of((value * perMille + TradingTerms.PER_MILLE - 1) / TradingTerms.PER_MILLE);
  }
}
