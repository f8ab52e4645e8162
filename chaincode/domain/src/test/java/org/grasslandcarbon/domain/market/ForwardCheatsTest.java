// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.ForwardMarket;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody might try with forwards, and what comes of it. */
class ForwardCheatsTest {
  private static final long MONEY = 100_000_000;

  private ForwardMarket market = new ForwardMarket();
  private ParticipantId buyer = market.trader(MONEY);

  @AfterEach
  void nothing_is_lost() {
    market.requireWhole();
  }

  private void suspend(ParticipantId who) {
    market.apply(market.projects.authority, new SuspendParticipant(who, "inquiry"));
  }

  @Test
  void an_owner_cannot_sell_elsewhere_what_it_has_sold_forward() {
    InstructionId id = market.sold(buyer, 1_000);
    BatchId batch = market.issue();
    long rest = market.ownersPart(batch) - 1_000;
    assertThat(transferring(batch, rest + 1)).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(market.verdict(market.owner, listing(batch, rest + 1)))
        .isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(transferring(batch, rest)).isEqualTo("APPLIED");
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.held(buyer)).isEqualTo(1_000 + rest);
  }

  private String transferring(BatchId batch, long tonnes) {
    return market.verdict(market.owner, new TransferCredits(batch, Tonnes.of(tonnes), buyer));
  }

  private PlaceListing listing(BatchId batch, long tonnes) {
    return new PlaceListing(
        Optional.of(batch), market.instrument, Fen.of(10_500), Tonnes.of(tonnes), Side.SELL);
  }

  @Test
  void an_owner_that_has_its_year_issued_in_many_batches_serves_its_forwards_first_all_the_same() {
    market = new ForwardMarket(TestMarket.terms("/tick", "1"), 12);
    buyer = market.trader(MONEY);
    InstructionId id = market.sold(buyer, 2_000);
    long issued = 0;
    List<BatchId> batches = new ArrayList<>();
    while (issued < 2_000) {
      BatchId batch = market.issue();
      batches.add(batch);
      issued += market.ownersPart(batch);
    }
    assertThat(batches).hasSizeGreaterThan(5);
    assertThat(market.held(market.owner)).isEqualTo(issued - 2_000);
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.DELIVERED);
    assertThat(market.book().trades()).isEqualTo(batches.size());
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 20_000_000 - 120_000);
  }

  @Test
  void what_waits_in_more_batches_than_one_instruction_bears_is_delivered_in_steps() {
    market = new ForwardMarket(TestMarket.terms("/tick", "1"), 24);
    buyer = market.trader(MONEY);
    InstructionId id = market.sold(buyer, 2_000);
    while (market.waiting() > 0) {
      market.issue();
    }
    int batches = market.sales().sale(id).orElseThrow().batches().size();
    assertThat(batches).isGreaterThan(ForwardDelivery.BATCHES_MOST);
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.book().trades()).isEqualTo(ForwardDelivery.BATCHES_MOST);
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.ACCEPTED);
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.book().trades()).isEqualTo(batches);
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.DELIVERED);
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 20_000_000 - 120_000);
  }

  @Test
  void what_waits_in_very_many_batches_goes_back_in_steps_and_the_money_with_the_last() {
    market = new ForwardMarket(TestMarket.terms("/tick", "1"), 110);
    buyer = market.trader(MONEY);
    InstructionId id = market.sold(buyer, 3_000);
    while (market.waiting() > 0) {
      market.issue();
    }
    long there = 3_000 - market.sales().missing().value();
    int batches = market.sales().sale(id).orElseThrow().batches().size();
    assertThat(batches).isGreaterThan(ForwardEnd.BATCHES_MOST);
    market.timeOut(id);
    market.apply(market.bank, new ReleaseForward(id));
    assertThat(market.sales().sale(id).orElseThrow().batches())
        .hasSize(batches - ForwardEnd.BATCHES_MOST);
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 6_000_000);
    market.requireWhole();
    market.apply(buyer, new DefaultForward(id));
    assertThat(market.held(market.owner)).isEqualTo(there);
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 2_000 * there + 2_000 * (3_000 - there));
    assertThat(market.forward(id).unpaid()).isEqualTo(Tonnes.of(there));
  }

  @Test
  void no_more_is_sold_than_the_project_is_expected_to_bring_its_owner() {
    // 9,000 t a year less the buffer's 12 %.
    ParticipantId other = market.trader(MONEY);
    market.sold(buyer, 3_900);
    market.sold(other, 3_900);
    ParticipantId third = market.trader(MONEY);
    assertThat(market.verdict(market.owner, market.sell(third, 121)))
        .isEqualTo("FORWARD_BEYOND_EXPECTED");
    InstructionId one = market.apply(market.owner, market.sell(third, 120));
    InstructionId two = market.apply(market.owner, market.sell(third, 120));
    market.apply(third, new AcceptForward(one));
    assertThat(market.verdict(third, new AcceptForward(two))).isEqualTo("FORWARD_BEYOND_EXPECTED");
  }

  @Test
  void what_was_issued_already_is_not_sold_forward_once_more() {
    long first = market.ownersPart(market.issue());
    ParticipantId other = market.trader(MONEY);
    market.sold(buyer, 3_900);
    long room = 7_920 - first - 3_900;
    assertThat(market.verdict(market.owner, market.sell(other, room + 1)))
        .isEqualTo("FORWARD_BEYOND_EXPECTED");
    market.sold(other, room);
  }

  @Test
  void a_default_costs_whoever_defaults_and_delivery_of_a_part_only_that_part() {
    InstructionId id = market.sold(buyer, 1_000);
    market.timeOut(id);
    market.apply(market.owner, new DefaultForward(id));
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS - 2_000_000);
    // Nor by a contract of one fen: what stands behind it is rounded up.
    market.nextDay();
    OfferForward small =
        Edited.with(Edited.with(market.sell(buyer, 1), "/price", "7000"), "/partPerMille", "100");
    Forward made = market.forward(market.apply(market.owner, small));
    assertThat(made.partPayment()).isEqualTo(Fen.of(700));
    assertThat(made.penalty()).isEqualTo(Fen.of(1_400));
  }

  @Test
  void an_owner_that_issues_at_the_last_instant_leaves_its_buyer_days_to_pay() {
    InstructionId id = market.sold(buyer, 1_000);
    Forward forward = market.forward(id);
    market.ledger.setTime(BeijingTime.start(forward.deliveryDay().plusDays(1)).minusMillis(1));
    BatchId batch = market.issue();
    assertThat(market.setAside(batch, id)).isEqualTo(1_000);
    market.ledger.setTime(forward.payUntil());
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.DELIVERED);
  }

  @Test
  void what_is_issued_after_the_delivery_day_does_not_count() {
    InstructionId id = market.sold(buyer, 1_000);
    market.ledger.setTime(BeijingTime.start(market.forward(id).deliveryDay().plusDays(1)));
    BatchId batch = market.issue();
    assertThat(market.setAside(batch, id)).isZero();
    assertThat(market.verdict(buyer, new DeliverForward(id))).isEqualTo("NOTHING_TO_DELIVER");
    assertThat(market.held(market.owner)).isEqualTo(market.ownersPart(batch));
    market.timeOut(id);
    market.apply(buyer, new DefaultForward(id));
    assertThat(market.cash(buyer)).isEqualTo(MONEY + 2_000_000);
  }

  @Test
  void nobody_can_keep_a_buyer_from_delivery_by_gifts_halts_or_closed_days() {
    InstructionId id = market.sold(buyer, 1_000);
    BatchId batch = market.issue();
    market.apply(
        market.owner,
        new TransferCredits(batch, Tonnes.of(market.ownersPart(batch) - 1_000), buyer));
    market.apply(market.exchange, new HaltInstrument(market.instrument, "halt"));
    market.ledger.advance(Duration.ofHours(12));
    suspend(market.owner);
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.forward(id).state()).isEqualTo(Forward.State.DELIVERED);
  }

  @Test
  void nothing_is_stuck_when_both_are_suspended() {
    InstructionId unpaid = market.sold(buyer, 1_000);
    BatchId batch = market.issue();
    InstructionId missing = market.sold(buyer, 2_000);
    InstructionId offer = market.apply(market.owner, market.sell(buyer, 100));
    suspend(buyer);
    suspend(market.owner);
    market.timeOut(missing);
    for (InstructionId each : List.of(unpaid, missing, offer)) {
      market.apply(market.bank, new ReleaseForward(each));
    }
    assertThat(market.held(market.owner)).isEqualTo(market.ownersPart(batch));
    // One part payment is lost for 1,000 t, one penalty for 2,000 t of which none came.
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 2_000_000 + 4_000_000);
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS + 2_000_000 - 4_000_000);
    assertThat(market.sales().open()).isEmpty();
  }

  @Test
  void a_project_that_ends_leaves_its_seller_short() {
    InstructionId id = market.sold(buyer, 2_000);
    long first = market.ownersPart(market.issue());
    market.apply(market.owner, new DeregisterProject(market.project, "over"));
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.held(buyer)).isEqualTo(first);
    market.timeOut(id);
    market.apply(buyer, new DefaultForward(id));
    assertThat(market.forward(id).missing()).isEqualTo(Tonnes.of(2_000 - first));
  }

  @Test
  void credits_that_are_set_aside_are_neither_cancelled_nor_frozen_as_the_sellers() {
    InstructionId id = market.sold(buyer, 1_000);
    BatchId batch = market.issue();
    long rest = market.ownersPart(batch) - 1_000;
    CancelCredits cancellation =
        Edited.with(
            Edited.with(CancelCredits.TYPE.example(), "/batch", "\"" + batch + "\""),
            "/quantity",
            Long.toString(rest + 1));
    assertThat(
            market.verdict(
                market.owner, Edited.with(cancellation, "/holder", "\"" + market.owner + "\"")))
        .isEqualTo("INSUFFICIENT_CREDITS");
    FreezeCredits freeze =
        new FreezeCredits(
            batch,
            Sha256.of("ruling"),
            market.owner,
            Optional.of(Tonnes.of(rest + 1_001)),
            "claim");
    assertThat(market.verdict(market.projects.authority, freeze)).isEqualTo("INSUFFICIENT_CREDITS");
    market.apply(buyer, new DeliverForward(id));
    assertThat(market.held(buyer)).isEqualTo(1_000);
  }

  @Test
  void a_forward_to_a_shell_shares_on_at_least_the_lowest_price_of_a_block_on_delivery() {
    InstructionId id =
        market.apply(market.owner, Edited.with(market.sell(buyer, 1_000), "/price", "7000"));
    market.apply(buyer, new AcceptForward(id));
    market.issue();
    // The base has doubled since: its lower limit is 140.00.
    rebase(20_000);
    market.apply(buyer, new DeliverForward(id));
    // Counted on 140,000.00 less the fee of 420.00, of which 60 % is more than the seller got.
    assertThat(market.owed()).isEqualTo(7_000_000 - 42_000);
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS);
  }

  @Test
  void a_cheap_forward_shares_on_the_limit_and_not_on_its_price() {
    InstructionId id =
        market.apply(market.owner, Edited.with(market.sell(buyer, 1_000), "/price", "7000"));
    market.apply(buyer, new AcceptForward(id));
    market.issue();
    rebase(11_000);
    market.apply(buyer, new DeliverForward(id));
    // 60 % of 77.00 a tonne less the fee of 420.00.
    assertThat(market.owed()).isEqualTo((7_700_000 - 42_000) * 6 / 10);
  }

  private void rebase(long fen) {
    var base = Edited.with(market.book(), "/base", Long.toString(fen));
    market.write(base);
  }

  @Test
  void a_buyer_cannot_pay_the_price_as_a_part_payment_that_it_then_forfeits() {
    assertThat(TradingTerms.FORWARD_PART_MOST).isLessThanOrEqualTo(500);
    OfferForward most = Edited.with(market.sell(buyer, 1_000), "/partPerMille", "500");
    InstructionId id = market.apply(market.owner, most);
    market.apply(buyer, new AcceptForward(id));
    BatchId batch = market.issue();
    market.timeOut(id);
    market.apply(buyer, new DefaultForward(id));
    assertThat(market.cash(market.owner)).isEqualTo(ForwardMarket.OWNERS + 5_000_000);
    // What the shell then gets as a gift is unsold: whoever sells it first shares.
    market.apply(market.owner, new TransferCredits(batch, Tonnes.of(1_000), buyer));
    assertThat(market.ledger.find(SoldSerials.key(batch))).isEmpty();
  }

  @Test
  void one_forward_is_accepted_and_delivered_once_however_often_it_is_sent() {
    InstructionId id = market.apply(market.owner, market.sell(buyer, 1_000));
    assertThat(twice(buyer, new AcceptForward(id))).containsExactly("APPLIED", "WRONG_STATE");
    market.issue();
    assertThat(twice(buyer, new DeliverForward(id))).containsExactly("APPLIED", "WRONG_STATE");
    assertThat(market.held(buyer)).isEqualTo(1_000);
  }

  private List<String> twice(ParticipantId who, Action action) {
    byte[] first = market.ledger.sign(TestLedger.newInstruction(), who, action);
    byte[] second = market.ledger.sign(TestLedger.newInstruction(), who, action);
    return market.ledger.submit(first, second).stream().map(Verdict::code).toList();
  }
}
