// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A trade of the same day is undone by opposite postings, all of it or nothing. */
class CancelTradeTest {
  private static final long MONEY = 20_000_000;

  private final TestMarket market = new TestMarket();
  private final ParticipantId buyer = market.trader(MONEY);

  @AfterEach
  void nothing_is_lost() {
    MarketWhole.require(market);
  }

  private CancelTrade cancellation(int trade) {
    return new CancelTrade(Sha256.of("decision"), market.instrument, "error", trade);
  }

  private String cancelling(int trade) {
    return market.verdict(market.exchange, cancellation(trade));
  }

  private void trade(ParticipantId by, long tonnes, long price) {
    market.ledger.apply(market.owner, market.sell(tonnes, price));
    market.ledger.apply(by, market.takeSells(tonnes, price));
  }

  private Trade traded(int number) {
    return market.ledger.find(Trade.key(market.instrument, number)).orElseThrow();
  }

  private SerialRanges sold() {
    return SoldSerials.of(market.ledger::find, market.batch).serials();
  }

  @Test
  void credits_price_fees_and_shares_go_back_and_the_record_of_the_trade_stays() {
    trade(buyer, 1_000, 10_000);
    Trade before = traded(1);
    InstructionId id = market.ledger.apply(market.exchange, cancellation(1));

    assertThat(market.held(buyer)).isZero();
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.cash(buyer)).isEqualTo(MONEY);
    assertThat(market.cash(market.owner)).isZero();
    assertThat(market.book().fees()).isEqualTo(Fen.ZERO);
    assertThat(market.ledger.records(BenefitAccount.TYPE).map(BenefitAccount::owed))
        .containsOnly(Fen.ZERO);
    assertThat(sold()).isEqualTo(SerialRanges.NONE);
    assertThat(traded(1)).isEqualTo(before);
    TradeCancellation told =
        market.ledger.find(TradeCancellation.key(market.instrument, 1)).orElseThrow();
    assertThat(told.id()).isEqualTo(id);
    assertThat(told.document()).isEqualTo(Sha256.of("decision"));
    assertThat(market.ledger.journal(id).postings().stream().map(Posting::amount))
        .containsExactly(5_964_000L, 60_000L, 60_000L, 10_000_000L, 1_000L);
    assertThat(cancelling(1)).isEqualTo("WRONG_STATE");
  }

  @Test
  void beneficiaries_have_their_shares_when_the_credits_are_sold_again() {
    trade(buyer, 1_000, 10_000);
    market.ledger.apply(market.exchange, cancellation(1));
    trade(market.trader(MONEY), 1_000, 10_000);
    assertThat(traded(2).firstSold()).isEqualTo(SerialRanges.of(1, 1_000));
    assertThat(traded(2).shares()).isNotEmpty();
  }

  @Test
  void what_was_sold_before_the_trade_stays_sold() {
    trade(buyer, 1_000, 10_000);
    for (int i = 0; i < 5; i++) {
      nextDay();
    }
    ParticipantId third = market.trader(MONEY);
    market.ledger.apply(
        market.owner, new TransferCredits(market.batch, Tonnes.of(500), market.trader(0)));
    market.ledger.apply(buyer, market.sell(1_000, 10_000));
    market.ledger.apply(third, market.takeSells(1_000, 10_000));
    market.ledger.apply(market.exchange, cancellation(2));
    assertThat(sold()).isEqualTo(SerialRanges.of(1, 1_000));
    assertThat(market.held(buyer)).isEqualTo(1_000);
  }

  private void nextDay() {
    market.setTime("15:10:00");
    market.ledger.submit(market.exchange, market.close());
    market.nextDay();
  }

  @Test
  void the_day_is_told_as_if_the_trade_had_not_been() {
    ParticipantId other = market.trader(MONEY);
    trade(buyer, 200, 10_000);
    trade(other, 100, 10_900);
    trade(buyer, 100, 9_500);
    market.ledger.apply(market.exchange, cancellation(2));

    BookDay day = market.book().day().orElseThrow();
    assertThat(day.trades()).isEqualTo(3);
    assertThat(day.listed()).isEqualTo(new BookDay.Turnover(Tonnes.of(300), Fen.of(2_950_000)));
    assertThat(day.first()).contains(Fen.of(10_000));
    assertThat(day.highest()).contains(Fen.of(10_000));
    assertThat(day.lowest()).contains(Fen.of(9_500));
    assertThat(day.last()).contains(Fen.of(9_500));
    assertThat(day.parties()).containsExactly(buyer, market.owner);
    market.ledger.apply(market.exchange, market.close());
    // 2,950,000 fen over 300 t are 9,833.33.
    assertThat(market.book().base()).isEqualTo(Fen.of(9_833));
  }

  @Test
  void blocks_stay_outside_of_the_quotes_when_the_day_is_told_anew() {
    Blocks blocks = new Blocks(market);
    ParticipantId large = market.trader(200_000_000);
    trade(buyer, 100, 10_000);
    market.ledger.apply(large, blocks.accept(blocks.offered(large, 10_000, 9_000)));
    trade(buyer, 100, 10_500);
    market.ledger.apply(market.exchange, cancellation(1));

    BookDay day = market.book().day().orElseThrow();
    assertThat(day.block()).isEqualTo(new BookDay.Turnover(Tonnes.of(10_000), Fen.of(90_000_000)));
    assertThat(day.listed()).isEqualTo(new BookDay.Turnover(Tonnes.of(100), Fen.of(1_050_000)));
    assertThat(day.first()).contains(Fen.of(10_500));
    assertThat(day.lowest()).contains(Fen.of(10_500));
    assertThat(day.parties()).containsExactly(buyer, market.owner);
  }

  @Test
  void several_are_cancelled_and_numbers_go_on() {
    trade(buyer, 100, 10_000);
    trade(buyer, 100, 10_100);
    market.ledger.apply(market.exchange, cancellation(1));
    market.ledger.apply(market.exchange, cancellation(2));
    BookDay day = market.book().day().orElseThrow();
    assertThat(day.listed()).isEqualTo(BookDay.Turnover.NONE);
    assertThat(day.last()).isEmpty();
    trade(buyer, 100, 10_200);
    assertThat(traded(3).price()).isEqualTo(Fen.of(10_200));
    market.ledger.apply(market.exchange, market.close());
    assertThat(market.book().base()).isEqualTo(Fen.of(10_200));
  }

  @Test
  void a_block_is_cancelled_as_well() {
    market.deposit(buyer, 100_000_000);
    Blocks blocks = new Blocks(market);
    trade(buyer, 100, 10_000);
    market.ledger.apply(buyer, blocks.accept(blocks.offered(buyer, 10_000, 9_000)));
    market.ledger.apply(market.exchange, cancellation(2));
    BookDay day = market.book().day().orElseThrow();
    assertThat(day.block()).isEqualTo(BookDay.Turnover.NONE);
    assertThat(day.listed().tonnes()).isEqualTo(Tonnes.of(100));
    assertThat(market.held(buyer)).isEqualTo(100);
  }

  @Test
  void only_the_venue_s_exchange_cancels_and_only_a_trade() {
    trade(buyer, 100, 10_000);
    ParticipantId other = market.ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
    assertThat(market.verdict(other, cancellation(1))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(buyer, cancellation(1))).isEqualTo("NOT_ALLOWED");
    assertThat(cancelling(2)).isEqualTo("UNKNOWN_TRADE");
  }

  @Test
  void a_trade_is_cancelled_on_its_day_only_and_before_the_day_is_closed() {
    trade(buyer, 100, 10_000);
    trade(buyer, 100, 10_000);
    market.ledger.apply(market.exchange, market.close());
    assertThat(cancelling(1)).isEqualTo("TRADE_DAY_OVER");
    market.nextDay();
    assertThat(cancelling(1)).isEqualTo("TRADE_DAY_OVER");
    trade(buyer, 100, 10_000);
    assertThat(cancelling(1)).isEqualTo("TRADE_DAY_OVER");
    assertThat(cancelling(3)).isEqualTo("APPLIED");
  }

  @Test
  void nothing_goes_back_after_the_credits_were_retired_or_given_on() {
    trade(buyer, 100, 10_000);
    market.ledger.apply(
        buyer,
        Edited.with(
            Edited.with(
                Edited.with(CancelCredits.TYPE.example(), "/batch", "\"" + market.batch + "\""),
                "/holder",
                "\"" + buyer + "\""),
            "/quantity",
            "1"));
    assertThat(cancelling(1)).isEqualTo("TRADE_NOT_REVERSIBLE");

    ParticipantId other = market.trader(MONEY);
    trade(other, 100, 10_000);
    market.ledger.apply(other, new TransferCredits(market.batch, Tonnes.of(1), market.trader(0)));
    assertThat(cancelling(2)).isEqualTo("TRADE_NOT_REVERSIBLE");
  }

  @Test
  void credits_behind_a_listing_are_not_there_to_go_back() {
    TestMarket free = new TestMarket(TestMarket.terms("/turnaroundDays", "0"));
    ParticipantId trader = free.trader(MONEY);
    free.ledger.apply(free.owner, free.sell(100, 10_000));
    free.ledger.apply(trader, free.takeSells(100, 10_000));
    InstructionId listing = free.ledger.apply(trader, free.sell(100, 10_500));
    CancelTrade cancellation = new CancelTrade(Sha256.of("decision"), free.instrument, "error", 1);
    assertThat(free.verdict(free.exchange, cancellation)).isEqualTo("TRADE_NOT_REVERSIBLE");
    free.ledger.apply(trader, new WithdrawListing(listing));
    free.ledger.apply(free.exchange, cancellation);
    MarketWhole.require(free);
  }

  @Test
  void nothing_goes_back_after_the_seller_s_money_is_gone_or_frozen() {
    trade(buyer, 100, 10_000);
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        new FreezeCash(
            Optional.of(Fen.of(1)),
            Asset.CNY,
            market.bank,
            Sha256.of("ruling"),
            market.owner,
            "claim"));
    assertThat(cancelling(1)).isEqualTo("TRADE_NOT_REVERSIBLE");
  }

  @Test
  void nothing_goes_back_after_a_beneficiary_was_paid_what_it_was_owed() {
    trade(buyer, 100, 10_000);
    market.ledger.apply(
        market.ledger.the(Role.OFFICE),
        new PayBenefit(
            Asset.CNY,
            market.bank,
            Sha256.of("resolution"),
            1,
            market.trader(0),
            market.ledger.find(Batch.key(market.batch)).orElseThrow().project()));
    assertThat(cancelling(1)).isEqualTo("TRADE_NOT_REVERSIBLE");
  }

  @Test
  void a_beneficiary_that_was_paid_at_once_gives_its_share_back_if_it_has_it() {
    InstructionId project = market.ledger.find(Batch.key(market.batch)).orElseThrow().project();
    ParticipantId cooperative = market.trader(0);
    market.write(
        Edited.with(
            market.ledger.find(Project.key(project)).orElseThrow(),
            "/design/benefitShares/0/participant",
            "\"" + cooperative + "\""));
    trade(buyer, 100, 10_000);
    trade(buyer, 100, 10_000);
    assertThat(market.cash(cooperative)).isEqualTo(2 * 596_400);
    market.ledger.apply(market.exchange, cancellation(1));
    assertThat(market.cash(cooperative)).isEqualTo(596_400);
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        new FreezeCash(
            Optional.of(Fen.of(1)),
            Asset.CNY,
            market.bank,
            Sha256.of("ruling"),
            cooperative,
            "claim"));
    assertThat(cancelling(2)).isEqualTo("TRADE_NOT_REVERSIBLE");
  }

  @Test
  void fees_that_were_collected_come_back_from_the_exchange() {
    trade(buyer, 100, 10_000);
    market.ledger.apply(market.exchange, new CollectFees(market.instrument));
    long collected = market.cash(market.exchange);
    // A fifth of 120.00 went to the reserve, which is not touched.
    assertThat(collected).isLessThan(12_000);
    assertThat(cancelling(1)).isEqualTo("INSUFFICIENT_CASH");
    market.deposit(market.exchange, 12_000);
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        new FreezeCash(
            Optional.of(Fen.of(collected)),
            Asset.CNY,
            market.bank,
            Sha256.of("ruling"),
            market.exchange,
            "claim"));
    market.ledger.apply(market.exchange, cancellation(1));
    assertThat(market.cash(market.exchange)).isZero();
    assertThat(market.cash(buyer)).isEqualTo(MONEY);
  }

  @Test
  void money_of_the_exchange_that_is_frozen_pays_no_fees_back() {
    trade(buyer, 100, 10_000);
    market.ledger.apply(market.exchange, new CollectFees(market.instrument));
    market.deposit(market.exchange, 12_000);
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        new FreezeCash(
            Optional.of(Fen.of(market.cash(market.exchange) - 11_999)),
            Asset.CNY,
            market.bank,
            Sha256.of("ruling"),
            market.exchange,
            "claim"));
    assertThat(cancelling(1)).isEqualTo("CASH_FROZEN");
  }

  @Test
  void a_day_with_too_many_trades_is_not_told_anew() {
    trade(buyer, 100, 10_000);
    market.write(Edited.with(market.book(), "/day/trades", "" + (CancelTrade.DAY_MOST + 1)));
    assertThat(cancelling(1)).isEqualTo("TOO_LARGE");
    for (int number = 2; number <= CancelTrade.DAY_MOST; number++) {
      market.write(Edited.with(traded(1), "/number", "" + number));
    }
    InstrumentBook largest = Edited.with(market.book(), "/day/trades", "" + CancelTrade.DAY_MOST);
    market.write(Edited.with(largest, "/trades", "" + CancelTrade.DAY_MOST));
    assertThat(cancelling(1)).isEqualTo("APPLIED");
    assertThat(market.book().day().orElseThrow().listed().tonnes())
        .isEqualTo(Tonnes.of(100L * (CancelTrade.DAY_MOST - 1)));
  }
}
