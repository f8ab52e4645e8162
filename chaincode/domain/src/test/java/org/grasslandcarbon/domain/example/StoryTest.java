// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.project.Comment;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.LedgerStage;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chapters, played in memory: each step is applied and each refusal has the code it tells. */
class StoryTest {
  private static final IntUnaryOperator FIRST = bound -> 0;
  private static final IntUnaryOperator LAST = bound -> bound - 1;

  private final TestLedger ledger = new TestLedger();
  private final LedgerStage stage = new LedgerStage(ledger, true);
  private final Setting practice =
      Setting.forPractice(TestLedger.INNER_MONGOLIA, Land.Fields.SMALL.any(FIRST), 2023, 2);

  @Test
  void a_trading_day_for_practice_goes_as_it_is_told() {
    ParticipantChapter participants = new ParticipantChapter(stage, practice);
    participants.admit(Part.TRADER, Part.BUYER, Part.BANK, Part.EXCHANGE);
    Story story = Story.untilIssued(stage, practice);
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    cash.deposit(Part.BUYER, 1_000_000);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, story.batch(), "STORY");
    LocalDate today = BeijingTime.day(ledger.time());
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    market.openDay(today);
    market.sell(Part.OWNER, 30, 9_500);
    market.refuseTooLow(Part.BUYER, 20, 9_499);
    market.take(Part.BUYER, 20, 9_500);
    market.withdraw(Part.BUYER, market.bid(Part.BUYER, 5, 9_400));
    market.closeDay();
    assertThat(held(story, Part.BUYER)).isEqualTo(20);
    assertThat(
            CashAccount.of(
                    ledger::find, stage.id(Part.BUYER), stage.id(Part.BANK), Asset.CNY_TRAINING)
                .available()
                .value())
        .isEqualTo(1_000_000 - 190_000 - 1_140);
  }

  @Test
  void a_year_is_sold_forward_and_paid_when_it_is_issued_as_it_is_told() {
    Setting first = practice.first(1);
    ParticipantChapter participants = new ParticipantChapter(stage, first);
    participants.admit(Part.TRADER, Part.BUYER, Part.BANK, Part.EXCHANGE);
    Story story = Story.untilIssued(stage, first);
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    cash.deposit(Part.BUYER, 1_000_000);
    cash.deposit(Part.OWNER, 100_000);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, story.batch(), "STORY");
    LocalDate today = BeijingTime.day(ledger.time());
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    ReportChapter next = new ReportChapter(stage, first.after(), story.project().id());
    next.submit();
    next.verify();
    next.approve();
    ForwardChapter forwards = new ForwardChapter(stage, market, story.project().id(), 2024);
    forwards.openInstrument();
    LocalDate day = BeijingTime.day(ledger.time());
    market.openDay(day);
    InstructionId forward =
        forwards.offer(Part.BUYER, 50, 9_500, day.plusDays(10), ledger.time().plusSeconds(3_600));
    forwards.accept(Part.BUYER, forward);
    BatchId batch = next.issue().get(0);
    assertThat(held(batch, Part.BUYER)).isZero();
    forwards.deliver(Part.BUYER, forward);
    assertThat(held(batch, Part.BUYER)).isEqualTo(50);
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
    Balances.ofRecords(ledger.store()).requireNoMoneyLost();
  }

  private long held(Story story, Part part) {
    return held(story.batch(), part);
  }

  private long held(BatchId batch, Part part) {
    return ledger
        .find(Holding.key(batch, stage.id(part)))
        .map(holding -> holding.held().quantity().value())
        .orElse(0L);
  }

  @Test
  void every_chapter_of_a_project_for_practice_goes_as_it_is_told() {
    ParticipantChapter participants = new ParticipantChapter(stage, practice);
    participants.admit(Part.TRADER, Part.BUYER, Part.COURT);
    participants.refuseAdmission();
    participants.refuseAccreditation();
    Story story = Story.untilIssued(stage, practice);
    assertThat(story.batches()).hasSize(2);
    assertThat(stage.refusals()).isEqualTo(13);

    CreditChapter credits = new CreditChapter(stage, story.batch());
    credits.transfer(Part.OWNER, Part.TRADER, 100);
    credits.refuseMoreThanHeld(Part.TRADER, Part.BUYER, 101);
    credits.refuseCertifierAsHolder(Part.TRADER);
    credits.retire(Part.TRADER, 5);
    credits.refuseCompliance(Part.TRADER);
    credits.cancel(Part.TRADER, 2);
    InstructionId freeze = credits.freeze(Part.COURT, Part.TRADER, 60);
    credits.refuseFrozen(Part.TRADER, Part.BUYER, 34);
    credits.release(Part.COURT, freeze, 10);
    credits.enforce(Part.COURT, freeze, Part.BUYER);
    assertThat(held(story, Part.TRADER)).isEqualTo(100 - 5 - 2 - 50);
    assertThat(held(story, Part.BUYER)).isEqualTo(50);

    participants.suspend(Part.OFFICE, Part.OWNER, credits.transferOf(1, Part.BUYER));
    ReversalChapter reversals = new ReversalChapter(stage, story.project().id());
    InstructionId reversal = reversals.report(30, LocalDate.of(2025, 2, 1));
    reversals.settle(reversal, 20);
    assertThat(ledger.find(Reversal.key(reversal)).orElseThrow().settlement()).isPresent();

    story.project().end(Part.OWNER);
    participants.withdrawAccreditation(Part.VERIFIER);
    assertThat(ledger.find(Project.key(story.project().id())).orElseThrow().state())
        .isEqualTo(Project.State.DEREGISTERED);
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  @Test
  void money_for_practice_comes_in_is_frozen_and_is_paid_out_as_it_is_told() {
    new ParticipantChapter(stage, practice).admit(Part.BANK, Part.TRADER, Part.BUYER, Part.COURT);
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    BankReference deposit = cash.deposit(Part.TRADER, 1_000);
    cash.refuseSecondDeposit(Part.TRADER, 1_000, deposit);
    cash.reverse(deposit, 100);
    cash.bind(Part.TRADER);
    cash.refuseMoreThanThereIs(Part.TRADER, 901);
    cash.confirm(Part.TRADER, cash.request(Part.TRADER, 200));
    cash.refuse(cash.request(Part.TRADER, 300));
    InstructionId freeze = cash.freeze(Part.COURT, Part.TRADER, 500);
    cash.refuseFrozen(Part.TRADER, 201);
    cash.release(Part.COURT, freeze, 50);
    cash.enforce(Part.COURT, freeze, Part.BUYER);
    LocalDate today = BeijingTime.day(ledger.time());
    cash.refuseDayToCome(today);
    cash.attest(today.minusDays(1), 0);
    cash.correct(today.minusDays(1), 1);
    assertThat(stage.refusals()).isEqualTo(4);
    assertThat(cashOf(Part.TRADER)).isEqualTo(250);
    assertThat(cashOf(Part.BUYER)).isEqualTo(450);
    Balances.ofRecords(ledger.store()).requireNoMoneyLost();
  }

  private long cashOf(Part part) {
    return CashAccount.of(ledger::find, stage.id(part), stage.id(Part.BANK), Asset.CNY_TRAINING)
        .available()
        .value();
  }

  @Test
  void where_publicity_lasts_a_comment_is_taken_and_must_be_answered() {
    for (int year = 2025; year <= 2026; year++) {
      ledger.apply(
          stage.id(Part.AUTHORITY),
          new PublishCalendar(Sha256.of("notice"), List.of(), List.of(), year));
    }
    Setting real =
        new Setting(practice.region(), practice.land(), ExampleMethodology.tier1(), 2023, 2);
    new MethodologyChapter(stage, real).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, real);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER, Part.TRADER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    ProjectChapter project = new ProjectChapter(stage, real.proposal(stage.id(Part.VALIDATOR)));
    project.propose();
    project.comment();
    project.validate();
    project.register();
    assertThat(ledger.records(Comment.TYPE)).hasSize(1);
    assertThat(new ReportChapter(stage, real, project.id()).play()).hasSize(2);
  }

  @Test
  void a_carrier_that_passes_over_refusals_comes_to_the_same_credits() {
    TestLedger other = new TestLedger();
    Story quiet = Story.untilIssued(new LedgerStage(other, false), practice);
    new ParticipantChapter(stage, practice).admit(Part.TRADER);
    Story full = Story.untilIssued(stage, practice);
    assertThat(other.find(Batch.key(quiet.batch())).orElseThrow().issued())
        .isEqualTo(ledger.find(Batch.key(full.batch())).orElseThrow().issued());
  }

  @ParameterizedTest
  @EnumSource
  void every_field_is_a_boundary_with_room_for_the_strata(Land.Fields fields) {
    Land southWest = fields.any(FIRST);
    Land northEast = fields.any(LAST);
    for (Land land : List.of(southWest, northEast)) {
      assertThat(land.boundary().problem()).isEmpty();
      // The further north, the smaller: both ends of the grid hold for all between.
      BigDecimal strata =
          land.strataHectares().stream()
              .map(Decimal::value)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(land.boundary().areaHectares().value()).isGreaterThan(strata);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fields_side_by_side_share_no_land(Land.Fields fields) {
    Land field = fields.any(FIRST);
    for (IntUnaryOperator next : List.<IntUnaryOperator>of(nth(0, 1), nth(1, 0), nth(1, 1))) {
      assertThat(fields.any(next).boundary().overlaps(field.boundary())).isFalse();
    }
  }

  /** Chooses a column, then a row. */
  private static IntUnaryOperator nth(int column, int row) {
    int[] choices = {column, row};
    int[] next = {0};
    return bound -> choices[next[0]++];
  }

  @Test
  void newcomers_have_codes_that_are_valid_and_of_no_enterprise() {
    ParticipantId id = Part.newcomer(TestLedger.BEIJING, LAST);
    assertThat(id.value()).startsWith("Y9110000");
    assertThat(id.hasValidCheckCharacter()).isTrue();
  }
}
