// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.ReleaseCash;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.ForwardMarket;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What refuses a forward's offer, acceptance, delivery and end, a rule each. */
class ForwardRefusalsTest {
  private static final long MONEY = 100_000_000;

  private final ForwardMarket market = new ForwardMarket();
  private final ParticipantId buyer = market.trader(MONEY);

  @AfterEach
  void nothing_is_lost() {
    market.requireWhole();
  }

  private String offering(OfferForward offer) {
    return market.verdict(market.owner, offer);
  }

  private String offering(String pointer, String json) {
    return offering(Edited.with(market.sell(buyer, 500), pointer, json));
  }

  private String accepting(InstructionId id) {
    return market.verdict(buyer, new AcceptForward(id));
  }

  private InstructionId offered(long tonnes) {
    return market.apply(market.owner, market.sell(buyer, tonnes));
  }

  @Test
  void forwards_are_agreed_on_in_their_hours_while_the_instrument_is_traded() {
    InstructionId id = offered(500);
    InstrumentId unknown = InstrumentId.of(market.instrument.project(), 2031);
    assertThat(offering("/instrument", "\"" + unknown + "\"")).isEqualTo("UNKNOWN_INSTRUMENT");
    market.apply(market.exchange, new HaltInstrument(market.instrument, "halt"));
    assertThat(offering(market.sell(buyer, 500))).isEqualTo("INSTRUMENT_HALTED");
    assertThat(accepting(id)).isEqualTo("INSTRUMENT_HALTED");
    market.apply(market.exchange, new ResumeInstrument(market.instrument, "over"));
    market.ledger.advance(Duration.ofHours(2));
    assertThat(offering(market.sell(buyer, 500))).isEqualTo("MARKET_CLOSED");
    assertThat(accepting(id)).isEqualTo("MARKET_CLOSED");
  }

  @Test
  void a_venue_has_forwards_when_its_rule_says_so() {
    InstructionId id = offered(500);
    TradingTerms without =
        Edited.without(
            Edited.without(TestMarket.terms("/tick", "1"), "/forwardPartPerMilleLeast"),
            "/forwardPaymentDays");
    market.nextDayWith(without);
    assertThat(offering(market.sell(buyer, 500))).isEqualTo("NO_FORWARDS");
    assertThat(accepting(id)).isEqualTo("NO_FORWARDS");
  }

  @Test
  void a_rule_with_forwards_has_all_their_numbers() {
    TradingTerms all = TestMarket.terms("/tick", "1");
    for (TradingTerms some :
        new TradingTerms[] {
          Edited.without(all, "/forwardPartPerMilleLeast"),
          Edited.without(all, "/forwardPaymentDays"),
          TestMarket.terms("/forwardPenaltyPerMille", "0")
        }) {
      assertThat(some.fault()).isPresent();
    }
    assertThat(all.fault()).isEmpty();
  }

  @Test
  void a_price_and_a_quantity_are_those_that_the_rule_has_for_forwards() {
    assertThat(offering("/price", "6999")).isEqualTo("PRICE_OUTSIDE_LIMITS");
    assertThat(offering("/price", "13001")).isEqualTo("PRICE_OUTSIDE_LIMITS");
    InstructionId id = offered(500);
    market.nextDayWith(
        Edited.with(
            Edited.with(
                Edited.with(TestMarket.terms("/orderMost", "1000"), "/tick", "100"), "/lot", "10"),
            "/orderLeast",
            "20"));
    assertThat(offering("/price", "9950")).isEqualTo("PRICE_OFF_TICK");
    assertThat(offering("/quantity", "10")).isEqualTo("ORDER_TOO_SMALL");
    assertThat(offering("/quantity", "25")).isEqualTo("ORDER_TOO_SMALL");
    assertThat(offering("/quantity", "1010")).isEqualTo("ORDER_TOO_LARGE");
    market.nextDayWith(TestMarket.terms("/tick", "300"));
    assertThat(accepting(id)).isEqualTo("PRICE_OFF_TICK");
  }

  @Test
  void the_limits_of_the_day_of_acceptance_decide() {
    InstructionId id =
        market.apply(market.owner, Edited.with(market.sell(buyer, 500), "/price", "7000"));
    market.nextDayWith(TestMarket.terms("/forward/limitPerMille", "290"));
    assertThat(accepting(id)).isEqualTo("PRICE_OUTSIDE_LIMITS");
  }

  @Test
  void an_offer_ends_within_the_days_of_the_rule() {
    Instant now = market.ledger.time();
    Instant last = now.plus(Duration.ofDays(5));
    assertThat(offering("/until", "\"" + now + "\"")).isEqualTo("BAD_OFFER_TERM");
    assertThat(offering("/until", "\"" + last.plusMillis(1) + "\"")).isEqualTo("BAD_OFFER_TERM");
    market.apply(market.owner, Edited.with(market.sell(buyer, 500), "/until", "\"" + last + "\""));
  }

  @Test
  void a_contract_has_a_part_payment_a_delivery_day_and_an_end_within_the_rule() {
    assertThat(offering("/partPerMille", "99")).isEqualTo("BAD_FORWARD_TERMS");
    assertThat(offering("/partPerMille", "0")).isEqualTo("MALFORMED");
    assertThat(offering("/partPerMille", "501")).isEqualTo("MALFORMED");
    assertThat(offering("/deliveryDay", "\"" + market.today() + "\""))
        .as("the offer would end after it")
        .isEqualTo("BAD_FORWARD_TERMS");
    // Five days for paying, begun with the day after; 1,096 days are the most.
    assertThat(offering("/deliveryDay", "\"" + market.today().plusDays(1_091) + "\""))
        .isEqualTo("BAD_FORWARD_TERMS");
    assertThat(offering("/deliveryDay", "\"" + market.today().plusDays(1_090) + "\""))
        .isEqualTo("APPLIED");
  }

  @Test
  void the_counterparty_is_another_owner_or_trader_in_good_standing() {
    assertThat(offering(market.sell(market.owner, 500))).isEqualTo("COUNTERPARTY_NOT_ALLOWED");
    assertThat(offering(market.sell(market.bank, 500))).isEqualTo("COUNTERPARTY_NOT_ALLOWED");
    InstructionId id = offered(500);
    market.apply(market.projects.authority, new SuspendParticipant(market.owner, "inquiry"));
    assertThat(accepting(id)).isEqualTo("COUNTERPARTY_NOT_ALLOWED");
  }

  @Test
  void nobody_but_the_owner_of_a_registered_project_sells_what_is_to_be_issued() {
    ParticipantId other = market.trader(MONEY);
    assertThat(market.verdict(other, market.sell(buyer, 500))).isEqualTo("SELLER_NOT_OWNER");
    assertThat(
            market.verdict(
                buyer, Edited.with(market.buy(500), "/counterparty", "\"" + other + "\"")))
        .isEqualTo("SELLER_NOT_OWNER");
    InstructionId id = offered(500);
    market.apply(market.owner, new DeregisterProject(market.project, "over"));
    assertThat(offering(market.sell(buyer, 500))).isEqualTo("SELLER_NOT_OWNER");
    assertThat(accepting(id)).isEqualTo("SELLER_NOT_OWNER");
  }

  @Test
  void offers_are_orders_and_few_are_open_at_a_time() {
    market.nextDayWith(TestMarket.terms("/ordersPerMinute", "2"));
    offered(1);
    offered(1);
    assertThat(offering(market.sell(buyer, 1))).isEqualTo("TOO_MANY_ORDERS");
    for (int i = 2; i < OpenOffers.FORWARDS_MOST; i++) {
      market.ledger.advance(Duration.ofMinutes(1));
      offered(1);
    }
    market.ledger.advance(Duration.ofMinutes(1));
    assertThat(offering(market.sell(buyer, 1))).isEqualTo("TOO_MANY_ORDERS");
  }

  @Test
  void at_most_ten_forwards_of_a_project_and_year_bind_at_a_time() {
    InstructionId first = market.sold(buyer, 1);
    for (int i = 1; i < ForwardSales.OPEN_MOST; i++) {
      assertThat(market.forward(market.sold(buyer, 1)).state()).isEqualTo(Forward.State.ACCEPTED);
    }
    assertThat(offering(market.sell(buyer, 1))).isEqualTo("TOO_MANY_FORWARDS");
    market.issue();
    InstructionId eleventh = waitingOffer(first);
    market.apply(buyer, new AcceptForward(eleventh));
  }

  /** An offer that there is room for again, once one of the ten has ended. */
  private InstructionId waitingOffer(InstructionId first) {
    market.apply(buyer, new DeliverForward(first));
    return offered(1);
  }

  @Test
  void both_have_the_money_that_they_set_aside_and_it_is_not_frozen() {
    ParticipantId poor = market.trader(1_000_000 - 1);
    InstructionId id = market.apply(market.owner, market.sell(poor, 500));
    AcceptForward acceptance = new AcceptForward(id);
    assertThat(market.verdict(poor, acceptance)).isEqualTo("INSUFFICIENT_CASH");
    assertThat(market.verdict(poor, market.buy(500))).isEqualTo("INSUFFICIENT_CASH");
    market.deposit(poor, 1);
    freeze(poor, 1);
    assertThat(market.verdict(poor, acceptance)).isEqualTo("CASH_FROZEN");
    assertThat(market.verdict(poor, market.buy(500))).isEqualTo("CASH_FROZEN");
  }

  private void freeze(ParticipantId whose, long fen) {
    market.apply(
        market.projects.authority,
        new FreezeCash(
            Optional.of(Fen.of(fen)), Asset.CNY, market.bank, Sha256.of("ruling"), whose, "claim"));
  }

  @Test
  void a_freeze_of_money_ends_offers_of_either_side_and_no_contract() {
    InstructionId wish = market.apply(buyer, market.buy(500));
    InstructionId sale = offered(500);
    InstructionId bound = market.sold(buyer, 500);
    freeze(buyer, MONEY - 1_000_000);
    freeze(market.owner, ForwardMarket.OWNERS - 1_000_000);
    assertThat(market.forward(wish).state()).isEqualTo(Forward.State.ENDED_BY_FREEZE);
    assertThat(market.forward(sale).state()).isEqualTo(Forward.State.ENDED_BY_FREEZE);
    assertThat(market.forward(bound).state()).isEqualTo(Forward.State.ACCEPTED);
    assertThat(market.cash(buyer)).isZero();
  }

  private CashAccount account(ParticipantId whose) {
    return CashAccount.of(market.ledger::find, whose, market.bank, Asset.CNY);
  }

  @Test
  void what_stands_behind_a_forward_that_binds_is_frozen_when_it_comes_back() {
    InstructionId bound = market.sold(buyer, 500);
    InstructionId freeze =
        market.apply(
            market.projects.authority,
            new FreezeCash(
                Optional.of(Fen.of(MONEY - 300_000)),
                Asset.CNY,
                market.bank,
                Sha256.of("ruling"),
                buyer,
                "claim"));
    assertThat(account(buyer).frozenUnder(freeze)).isEqualTo(Fen.of(MONEY - 1_000_000));
    assertThat(account(buyer).awaited().orElseThrow().amount()).isEqualTo(Fen.of(700_000));
    // Nothing is issued: part payment and penalty are the buyer's.
    market.timeOut(bound);
    market.apply(market.owner, new DefaultForward(bound));
    assertThat(account(buyer).awaited()).isEmpty();
    assertThat(account(buyer).frozenUnder(freeze)).isEqualTo(Fen.of(MONEY - 300_000));
    assertThat(market.cash(buyer)).isEqualTo(300_000 + market.forward(bound).penalty().value());
  }

  @Test
  void a_freeze_that_awaits_is_released_whole_or_in_part() {
    InstructionId bound = market.sold(buyer, 500);
    InstructionId freeze =
        market.apply(
            market.projects.authority,
            new FreezeCash(
                Optional.empty(), Asset.CNY, market.bank, Sha256.of("ruling"), buyer, "claim"));
    assertThat(market.cash(buyer)).isZero();
    assertThat(account(buyer).awaited().orElseThrow().amount()).isEqualTo(Fen.of(1_000_000));
    release(freeze, Optional.of(Fen.of(MONEY - 1_000_000)));
    assertThat(account(buyer).awaited()).isPresent();
    release(freeze, Optional.empty());
    assertThat(account(buyer).awaited()).isEmpty();
    market.timeOut(bound);
    market.apply(market.owner, new DefaultForward(bound));
    assertThat(account(buyer).frozenAmount()).isEqualTo(Fen.ZERO);
  }

  private void release(InstructionId freeze, Optional<Fen> amount) {
    market.apply(
        market.projects.authority,
        new ReleaseCash(amount, Sha256.of("ruling"), freeze, "the case is closed"));
  }

  @Test
  void what_the_rest_costs_must_be_there_for_all_that_is_delivered() {
    // 500 t cost 50,000.00 and 300.00 of fees, of which 10,000.00 are paid before.
    ParticipantId exact = market.trader(5_030_000 - 1);
    InstructionId id = market.sold(exact, 500);
    market.issue();
    assertThat(market.verdict(exact, new DeliverForward(id))).isEqualTo("INSUFFICIENT_CASH");
    market.deposit(exact, 1);
    freeze(exact, 1);
    assertThat(market.verdict(exact, new DeliverForward(id))).isEqualTo("CASH_FROZEN");
    market.deposit(exact, 1);
    market.apply(exact, new DeliverForward(id));
    assertThat(market.cash(exact)).isZero();
  }

  @Test
  void opposite_trades_are_days_apart_and_a_delivery_is_a_trade() {
    InstructionId id = market.sold(buyer, 500);
    InstructionId waiting = offered(500);
    market.issue();
    market.apply(buyer, new DeliverForward(id));
    market.apply(market.owner, sellListed(10));
    assertThat(market.verdict(market.owner, buyListed(1))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(market.verdict(buyer, sellListed(10))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    ParticipantId third = market.trader(MONEY);
    market.apply(third, buyListed(5));
    InstructionId toThird = market.apply(market.owner, market.sell(third, 10));
    market.apply(third, new AcceptForward(toThird));
    assertThat(accepting(waiting)).isEqualTo("APPLIED");
  }

  private PlaceListing sellListed(long tonnes) {
    return new PlaceListing(
        Optional.of(BatchId.of(market.instrument.project(), ForwardMarket.VINTAGE, 1)),
        market.instrument,
        Fen.of(10_500),
        Tonnes.of(tonnes),
        Side.SELL);
  }

  private PlaceListing buyListed(long tonnes) {
    return new PlaceListing(
        Optional.empty(), market.instrument, Fen.of(9_500), Tonnes.of(tonnes), Side.BUY);
  }

  @Test
  void whoever_has_just_sold_does_not_buy_forward() {
    InstructionId id = market.sold(buyer, 500);
    market.issue();
    market.apply(buyer, new DeliverForward(id));
    for (int i = 0; i < 5; i++) {
      market.nextDay();
    }
    InstructionId waiting = offered(100);
    market.apply(buyer, sellListed(10));
    assertThat(accepting(waiting)).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(market.verdict(buyer, market.buy(100))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    market.apply(market.trader(MONEY), take(10));
    assertThat(accepting(waiting)).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  private TakeListings take(long tonnes) {
    return new TakeListings(
        false,
        Optional.empty(),
        market.instrument,
        Fen.of(10_500),
        Tonnes.of(tonnes),
        Optional.empty(),
        Side.BUY);
  }

  @Test
  void nobody_comes_to_more_than_the_largest_holding_by_forwards() {
    // Half of the 7,920 t that are expected.
    assertThat(market.verdict(buyer, market.buy(3_961))).isEqualTo("HOLDING_LIMIT");
    InstructionId wish = market.apply(buyer, market.buy(3_000));
    InstructionId sale = offered(961);
    assertThat(accepting(sale)).isEqualTo("HOLDING_LIMIT");
    market.apply(market.owner, new AcceptForward(wish));
    assertThat(accepting(sale)).isEqualTo("HOLDING_LIMIT");
    InstructionId rest = offered(960);
    assertThat(accepting(rest)).isEqualTo("APPLIED");
    market.issue();
    assertThat(market.verdict(buyer, buyListed(1)))
        .as("what is bought forward counts as held")
        .isEqualTo("HOLDING_LIMIT");
  }

  @Test
  void a_forward_is_for_its_two_parties_and_each_act_for_its_state() {
    InstructionId id = offered(500);
    ParticipantId other = market.trader(MONEY);
    assertThat(market.verdict(other, new AcceptForward(id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, new AcceptForward(id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, new DeclineForward(id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(buyer, new WithdrawForward(id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(buyer, new DeliverForward(id))).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(buyer, new DefaultForward(id))).isEqualTo("WRONG_STATE");
    market.apply(buyer, new AcceptForward(id));
    assertThat(accepting(id)).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(buyer, new DeclineForward(id))).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(market.owner, new WithdrawForward(id))).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(buyer, new DeliverForward(id))).isEqualTo("NOTHING_TO_DELIVER");
    assertThat(market.verdict(market.owner, new DeliverForward(id))).isEqualTo("NOT_ALLOWED");
    market.ledger.setTime(market.forward(id).payUntil().plus(LastInstant.CLOCKS_APART));
    assertThat(market.verdict(buyer, new DefaultForward(id))).isEqualTo("FORWARD_NOT_OVER");
    assertThat(market.verdict(other, new ReleaseForward(id))).isEqualTo("FORWARD_NOT_OVER");
    market.timeOut(id);
    assertThat(market.verdict(other, new DefaultForward(id))).isEqualTo("NOT_ALLOWED");
    market.apply(buyer, new DefaultForward(id));
    assertThat(market.verdict(market.owner, new DefaultForward(id))).isEqualTo("WRONG_STATE");
    InstructionId nothing = TestLedger.newInstruction();
    assertThat(accepting(nothing)).isEqualTo("UNKNOWN_FORWARD");
    assertThat(market.verdict(buyer, new DeclineForward(nothing))).isEqualTo("UNKNOWN_FORWARD");
    assertThat(market.verdict(buyer, new WithdrawForward(nothing))).isEqualTo("UNKNOWN_FORWARD");
    assertThat(market.verdict(buyer, new DeliverForward(nothing))).isEqualTo("UNKNOWN_FORWARD");
    assertThat(market.verdict(buyer, new DefaultForward(nothing))).isEqualTo("UNKNOWN_FORWARD");
  }

  @Test
  void listings_of_an_earlier_day_are_given_back_first() {
    InstructionId id = offered(500);
    InstructionId bound = market.sold(buyer, 500);
    market.issue();
    market.apply(market.owner, sellListed(10));
    market.nextDay();
    assertThat(offering(market.sell(buyer, 500))).isEqualTo("BOOK_NOT_CLOSED");
    assertThat(accepting(id)).isEqualTo("BOOK_NOT_CLOSED");
    // What binds already is delivered on the book's day, whoever has left it open.
    market.apply(buyer, new DeliverForward(bound));
    assertThat(market.book().sells()).hasSize(1);
  }

  @Test
  void an_instrument_is_proposed_before_its_credits_by_the_projects_owner_for_a_year_that_it_has() {
    InstrumentId next = InstrumentId.of(market.instrument.project(), 2024);
    Fen price = Fen.of(ForwardMarket.PRICE);
    assertThat(market.verdict(market.owner, new ProposeOpeningPrice(next, price, market.venue)))
        .isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(market.verdict(buyer, proposal(next, market.project))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, proposal(next, TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_PROJECT");
    InstrumentId others =
        new InstrumentId(next.value().replaceFirst("-[0-9]{4}-2024$", "-0099-2024"));
    assertThat(market.verdict(market.owner, proposal(others, market.project)))
        .isEqualTo("UNKNOWN_PROJECT");
    InstrumentId outside = InstrumentId.of(market.instrument.project(), 2043);
    assertThat(market.verdict(market.owner, proposal(outside, market.project)))
        .isEqualTo("FORWARD_BEYOND_EXPECTED");
    market.apply(market.owner, proposal(next, market.project));
    market.apply(market.owner, new DeregisterProject(market.project, "over"));
    assertThat(market.verdict(market.owner, proposal(next, market.project)))
        .isEqualTo("WRONG_STATE");
  }

  private ProposeOpeningPrice proposal(InstrumentId instrument, InstructionId project) {
    return new ProposeOpeningPrice(
        instrument, Fen.of(ForwardMarket.PRICE), Optional.of(project), market.venue);
  }
}
