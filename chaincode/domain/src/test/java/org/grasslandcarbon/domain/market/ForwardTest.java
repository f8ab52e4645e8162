// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.ForwardMarket;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A forward is offered, accepted, served by issuance, and paid or not. */
class ForwardTest {
  private static final long MONEY = 100_000_000;

  private final ForwardMarket market = new ForwardMarket();
  private final ParticipantId buyer = market.trader(MONEY);

  @AfterEach
  void nothing_is_lost() {
    market.requireWhole();
  }

  @Test
  void an_instrument_is_opened_by_its_projects_owner_before_there_are_credits() {
    assertThat(market.book().project()).isEqualTo(market.project);
    assertThat(market.book().base()).isEqualTo(Fen.of(ForwardMarket.PRICE));
    assertThat(market.held(market.owner)).isZero();
  }

  @Test
  void an_offer_sets_aside_what_its_maker_owes_and_the_acceptance_what_the_other_does() {
    InstructionId id = market.apply(market.owner, market.sell(buyer, 1_000));
    // 1,000 t at 100.00: a fifth is the penalty, and by agreement the part payment.
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS - 2_000_000);
    assertThat(market.cash(buyer)).isEqualTo(MONEY);
    assertThat(market.sales().open()).isEmpty();

    market.apply(buyer, new AcceptForward(id));
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 2_000_000);
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.ACCEPTED);
    assertThat(market.sales().tonnes()).isEqualTo(Tonnes.of(1_000));
    assertThat(OpenOffers.of(market.ledger::find, market.owner).offers())
        .extracting(OpenOffers.Offer::kind)
        .containsExactly(OpenOffers.Kind.CONTRACT);
  }

  @Test
  void what_is_issued_is_set_aside_the_oldest_forward_first_and_delivered_for_the_rest() {
    ParticipantId second = market.trader(MONEY);
    InstructionId first = market.sold(buyer, 700);
    InstructionId later = market.sold(second, 800);
    BatchId batch = market.issue();
    long part = market.ownersPart(batch);
    assertThat(part).as("the first half of the year").isBetween(701L, 1_499L);
    assertThat(market.setAside(batch, first)).isEqualTo(700);
    assertThat(market.setAside(batch, later)).isEqualTo(part - 700);
    assertThat(market.held(market.owner)).isZero();

    market.apply(buyer, new DeliverForward(first));

    // 700 t at 100.00: 6 per mille a side is 420.00; 60 % of 69,580.00 is the cooperative's.
    assertThat(market.held(buyer)).isEqualTo(700);
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 7_000_000 - 42_000);
    assertThat(market.owed()).isEqualTo(4_174_800);
    assertThat(market.cash(market.owner))
        .isEqualTo(ForwardMarket.OWNERS - 1_600_000 + 6_958_000 - 4_174_800);
    assertThat(market.book().fees()).isEqualTo(Fen.of(84_000));
    Forward done = market.forward(first);
    assertThat(done.state()).isEqualTo(Forward.State.DELIVERED);
    assertThat(done.endedBy()).isPresent();
    assertThat(done.delivered()).isEqualTo(Tonnes.of(700));
    assertThat(market.sales().open()).extracting(ForwardSales.Sale::forward).containsExactly(later);
    Trade trade = market.ledger.find(Trade.key(market.instrument, 1)).orElseThrow();
    assertThat(trade.mode()).isEqualTo(Trade.Mode.FORWARD);
    assertThat(trade.firstSold()).isEqualTo(trade.serials());
    BookDay day = market.book().day().orElseThrow();
    assertThat(day.listed()).isEqualTo(BookDay.Turnover.NONE);
    assertThat(day.block().tonnes()).isEqualTo(Tonnes.of(700));
    assertThat(market.book().base()).isEqualTo(Fen.of(ForwardMarket.PRICE));
  }

  @Test
  void deliveries_stay_outside_of_the_quotes_when_the_day_is_told_anew() {
    InstructionId id = market.sold(buyer, 2_000);
    BatchId first = market.issue();
    market.apply(buyer, new DeliverForward(id));
    market.issue();
    market.apply(buyer, new DeliverForward(id));
    market.apply(
        market.exchange, new CancelTrade(Sha256.of("decision"), market.instrument, "error", 2));
    BookDay day = market.book().day().orElseThrow();
    assertThat(day.block().tonnes()).isEqualTo(Tonnes.of(market.ownersPart(first)));
    assertThat(day.listed()).isEqualTo(BookDay.Turnover.NONE);
    assertThat(day.last()).isEmpty();
  }

  @Test
  void a_forward_is_delivered_in_parts_as_it_is_issued_and_costs_what_one_delivery_would() {
    InstructionId id = market.sold(buyer, 2_000);
    BatchId first = market.issue();
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.ACCEPTED);
    assertThat(market.held(buyer)).isEqualTo(market.ownersPart(first));
    assertThat(market.verdict(buyer, new DeliverForward(id))).isEqualTo("NOTHING_TO_DELIVER");
    BatchId second = market.issue();
    assertThat(market.held(market.owner))
        .isEqualTo(market.ownersPart(first) + market.ownersPart(second) - 2_000);
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.DELIVERED);
    assertThat(market.held(buyer)).isEqualTo(2_000);
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 20_000_000 - 120_000);
    assertThat(market.book().trades()).isEqualTo(2);
    assertThat(market.cash(market.owner) + market.owed())
        .isEqualTo(ForwardMarket.OWNERS + 20_000_000 - 120_000);
  }

  @Test
  void two_batches_that_wait_are_delivered_by_one_instruction() {
    InstructionId id = market.sold(buyer, 2_000);
    market.issue();
    market.issue();
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.DELIVERED);
    assertThat(market.book().trades()).isEqualTo(2);
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 20_000_000 - 120_000);
  }

  @Test
  void of_an_offer_to_buy_the_owner_sets_aside_its_penalty_when_it_accepts() {
    InstructionId id = market.apply(buyer, market.buy(500));
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 1_000_000);
    market.apply(market.owner, new AcceptForward(id));
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS - 1_000_000);
    BatchId batch = market.issue();
    assertThat(market.setAside(batch, id)).isEqualTo(500);
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.held(buyer)).isEqualTo(500);
  }

  @Test
  void the_lowest_serials_go_to_the_buffer_and_the_next_to_whoever_bought_them() {
    InstructionId id = market.sold(buyer, 100);
    BatchId batch = market.issue();
    long buffered = market.ledger.find(Batch.key(batch)).orElseThrow().buffered().value();
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.ledger.find(Trade.key(market.instrument, 1)).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(buffered + 1, buffered + 100));
  }

  @Test
  void what_stands_behind_an_offer_goes_back_when_it_is_declined_or_withdrawn() {
    InstructionId sale = market.apply(market.owner, market.sell(buyer, 500));
    InstructionId wish = market.apply(buyer, market.buy(500));
    market.ledger.advance(Duration.ofHours(10));
    market.apply(buyer, new DeclineForward(sale));
    market.apply(buyer, new WithdrawForward(wish));
    assertThat(market.forward(sale).state()).isEqualTo(Forward.State.DECLINED);
    assertThat(market.forward(wish).state()).isEqualTo(Forward.State.WITHDRAWN);
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS);
    assertThat(market.cash(buyer)).isEqualTo(MONEY);
    assertThat(OpenOffers.of(market.ledger::find, buyer).offers()).isEmpty();
    assertThat(OpenOffers.of(market.ledger::find, market.owner).offers()).isEmpty();
  }

  @Test
  void anybody_releases_an_offer_once_its_last_instant_has_passed() {
    InstructionId id = market.apply(market.owner, market.sell(buyer, 500));
    ReleaseForward release = new ReleaseForward(id);
    market.ledger.setTime(market.forward(id).until());
    assertThat(market.verdict(market.bank, release)).isEqualTo("OFFER_NOT_OVER");
    market.ledger.advance(Duration.ofMillis(1));
    assertThat(market.verdict(buyer, new AcceptForward(id))).isEqualTo("OFFER_OVER");
    market.apply(market.bank, release);
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.RELEASED);
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS);
    assertThat(market.verdict(market.bank, release)).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(market.bank, new ReleaseForward(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_FORWARD");
  }

  @Test
  void a_seller_of_whose_tonnes_none_is_issued_loses_its_penalty_to_the_buyer() {
    InstructionId id = market.sold(buyer, 1_000);
    market.timeOut(id);
    market.apply(buyer, new DefaultForward(id));
    assertThat(market.cash(buyer)).isEqualTo(MONEY + 2_000_000);
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS - 2_000_000);
    Forward over = market.forward(id);
    assertThat(over.state()).isEqualTo(Forward.State.DEFAULTED);
    assertThat(over.missing()).isEqualTo(Tonnes.of(1_000));
    assertThat(over.unpaid()).isEqualTo(Tonnes.ZERO);
    assertThat(market.sales().open()).isEmpty();
  }

  @Test
  void a_buyer_that_does_not_pay_loses_its_part_payment_and_the_credits_go_back() {
    InstructionId id = market.sold(buyer, 1_000);
    BatchId batch = market.issue();
    market.timeOut(id);
    assertThat(market.verdict(buyer, new DeliverForward(id))).isEqualTo("FORWARD_OVER");
    market.apply(market.owner, new DefaultForward(id));
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 2_000_000);
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS + 2_000_000);
    assertThat(market.held(market.owner)).isEqualTo(market.ownersPart(batch));
    assertThat(market.forward(id).unpaid()).isEqualTo(Tonnes.of(1_000));
    assertThat(market.owed()).as("nothing was sold").isZero();
  }

  @Test
  void where_both_fall_short_each_tonne_is_settled_by_whose_fault_it_was() {
    InstructionId id = market.sold(buyer, 3_000);
    long first = market.ownersPart(market.issue());
    market.apply(buyer, new DeliverForward(id));
    long second = market.ownersPart(market.issue());
    assertThat(first + second).isLessThan(3_000);
    market.timeOut(id);
    market.apply(buyer, new DefaultForward(id));

    // Part payment and penalty are 20.00 a tonne each.
    long missing = 3_000 - first - second;
    long gross = first * ForwardMarket.PRICE;
    long fee = (gross * 6 + 500) / 1_000;
    assertThat(market.cash(buyer))
        .isEqualTo(MONEY - gross - fee - second * 2_000 + missing * 2_000);
    assertThat(market.cash(market.owner) + market.owed())
        .isEqualTo(ForwardMarket.OWNERS + gross - fee + second * 2_000 - missing * 2_000);
    assertThat(market.held(market.owner)).isEqualTo(second);
    Forward over = market.forward(id);
    assertThat(List.of(over.delivered(), over.unpaid(), over.missing()))
        .containsExactly(Tonnes.of(first), Tonnes.of(second), Tonnes.of(missing));
  }

  @Test
  void what_does_not_divide_evenly_is_rounded_for_whoever_was_let_down_and_no_fen_is_lost() {
    OfferForward odd = Edited.with(market.sell(buyer, 1_999), "/price", "10003");
    InstructionId id = market.apply(market.owner, odd);
    market.apply(buyer, new AcceptForward(id));
    long part = market.forward(id).partPayment().value();
    long penalty = market.forward(id).penalty().value();
    assertThat(part).isEqualTo((1_999L * 10_003 * 200 + 999) / 1_000);
    long there = market.ownersPart(market.issue());
    market.timeOut(id);
    market.apply(market.bank, new ReleaseForward(id));
    long forfeited = part * there / 1_999;
    long kept = penalty * there / 1_999;
    assertThat(market.cash(buyer)).isEqualTo(MONEY - forfeited + penalty - kept);
    assertThat(market.cash(market.owner))
        .isEqualTo(ForwardMarket.OWNERS + forfeited - (penalty - kept));
  }
}
