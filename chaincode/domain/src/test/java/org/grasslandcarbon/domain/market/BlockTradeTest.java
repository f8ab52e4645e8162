// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A block is offered, and accepted, or goes back. */
class BlockTradeTest {
  private static final long MONEY = 300_000_000;

  private final TestMarket market = new TestMarket();
  private final ParticipantId buyer = market.trader(MONEY);
  private final Blocks blocks = new Blocks(market);

  @AfterEach
  void nothing_is_lost() {
    MarketWhole.require(market);
  }

  private BlockOffer offer(InstructionId id) {
    return market.ledger.find(BlockOffer.key(id)).orElseThrow();
  }

  private OpenOffers open(ParticipantId who) {
    return OpenOffers.of(market.ledger::find, who);
  }

  @Test
  void an_offer_to_sell_is_settled_when_it_is_accepted() {
    InstructionId id = market.ledger.apply(market.owner, blocks.sell(buyer, 10_000, 9_000));
    assertThat(market.held(market.owner)).isEqualTo(90_000);
    assertThat(offer(id).serials().quantity()).isEqualTo(Tonnes.of(10_000));
    assertThat(open(market.owner).offers()).hasSize(1);

    InstructionId acceptance = market.ledger.apply(buyer, blocks.accept(id));

    // 900,000.00 yuan: 6 per mille a side is 5,400.00; 60 % of 894,600.00 is the cooperative's.
    assertThat(market.held(buyer)).isEqualTo(10_000);
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 90_000_000 - 540_000);
    assertThat(market.cash(market.owner)).isEqualTo(89_460_000 - 53_676_000);
    BenefitAccount owed =
        BenefitAccount.of(
            market.ledger::find, market.instrument.project(), 1, market.bank, Asset.CNY);
    assertThat(owed.owed()).isEqualTo(Fen.of(53_676_000));
    assertThat(market.book().fees()).isEqualTo(Fen.of(1_080_000));
    assertThat(offer(id).state()).isEqualTo(BlockOffer.State.ACCEPTED);
    assertThat(offer(id).endedBy()).contains(acceptance);
    assertThat(open(market.owner).offers()).isEmpty();
    Trade trade = market.ledger.find(Trade.key(market.instrument, 1)).orElseThrow();
    assertThat(trade.mode()).isEqualTo(Trade.Mode.BLOCK);
    assertThat(trade.taker()).isEmpty();
    assertThat(trade.firstSold()).isEqualTo(trade.serials());
  }

  @Test
  void an_offer_to_buy_is_served_from_the_batch_that_whoever_accepts_names() {
    InstructionId id = market.ledger.apply(buyer, blocks.buy(market.owner, 10_000, 11_000));
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 110_000_000 - 660_000);
    market.ledger.apply(market.owner, blocks.deliver(id));
    assertThat(market.held(buyer)).isEqualTo(10_000);
    assertThat(offer(id).cash()).isEqualTo(Fen.ZERO);
    assertThat(market.book().fees()).isEqualTo(Fen.of(1_320_000));
    assertThat(open(buyer).offers()).isEmpty();
  }

  @Test
  void a_block_counts_in_the_day_but_not_in_quotes_and_base() {
    market.ledger.apply(buyer, blocks.accept(blocks.offered(buyer, 20_000, 7_000)));
    BookDay day = market.book().day().orElseThrow();
    assertThat(day.trades()).isEqualTo(1);
    assertThat(day.block()).isEqualTo(new BookDay.Turnover(Tonnes.of(20_000), Fen.of(140_000_000)));
    assertThat(day.listed()).isEqualTo(BookDay.Turnover.NONE);
    assertThat(day.last()).isEmpty();
    assertThat(day.parties()).isEmpty();
    market.setTime("15:10:00");
    market.ledger.apply(buyer, market.close());
    assertThat(market.book().base()).isEqualTo(Fen.of(TestMarket.BASE));
  }

  @Test
  void a_block_does_not_move_the_base_that_listed_trades_lead_to() {
    ParticipantId other = market.trader(MONEY);
    market.ledger.apply(market.owner, market.sell(200, 10_500));
    market.ledger.apply(other, market.takeSells(200, 10_500));
    market.ledger.apply(buyer, blocks.accept(blocks.offered(buyer, 20_000, 7_000)));
    market.ledger.apply(market.exchange, market.close());
    assertThat(market.book().base()).isEqualTo(Fen.of(10_500));
  }

  @Test
  void what_stands_behind_an_offer_goes_back_when_it_is_declined_or_withdrawn() {
    InstructionId sale = blocks.offered(buyer, 10_000, 9_000);
    InstructionId wish = market.ledger.apply(buyer, blocks.buy(market.owner, 10_000, 9_000));
    market.setTime("20:00:00");
    market.ledger.apply(buyer, new DeclineBlockTrade(sale));
    market.ledger.apply(buyer, new WithdrawBlockTrade(wish));
    assertThat(offer(sale).state()).isEqualTo(BlockOffer.State.DECLINED);
    assertThat(offer(wish).state()).isEqualTo(BlockOffer.State.WITHDRAWN);
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.cash(buyer)).isEqualTo(MONEY);
    assertThat(open(buyer).offers()).isEmpty();
    assertThat(open(market.owner).offers()).isEmpty();
  }

  @Test
  void anybody_releases_an_offer_once_its_last_instant_has_passed() {
    Instant until = market.ledger.time().plus(Duration.ofDays(2));
    InstructionId id = market.ledger.apply(market.owner, blocks.sell(buyer, 10_000, 9_000, until));
    ReleaseBlockTrade release = new ReleaseBlockTrade(id);
    market.ledger.setTime(until);
    assertThat(market.verdict(market.bank, release)).isEqualTo("OFFER_NOT_OVER");
    market.ledger.setTime(until.plusMillis(1));
    market.ledger.apply(market.bank, release);
    assertThat(offer(id).state()).isEqualTo(BlockOffer.State.RELEASED);
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.verdict(market.bank, release)).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(market.bank, new ReleaseBlockTrade(TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_OFFER");
  }

  @Test
  void an_offer_is_for_its_two_parties_to_end_and_only_once() {
    InstructionId id = blocks.offered(buyer, 10_000, 9_000);
    ParticipantId other = market.trader(MONEY);
    assertThat(market.verdict(other, blocks.accept(id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, blocks.accept(id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, new DeclineBlockTrade(id))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(buyer, new WithdrawBlockTrade(id))).isEqualTo("NOT_ALLOWED");
    market.ledger.apply(buyer, blocks.accept(id));
    assertThat(market.verdict(buyer, blocks.accept(id))).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(buyer, new DeclineBlockTrade(id))).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(market.owner, new WithdrawBlockTrade(id))).isEqualTo("WRONG_STATE");
    InstructionId nothing = TestLedger.newInstruction();
    assertThat(market.verdict(buyer, blocks.accept(nothing))).isEqualTo("UNKNOWN_OFFER");
    assertThat(market.verdict(buyer, new DeclineBlockTrade(nothing))).isEqualTo("UNKNOWN_OFFER");
    assertThat(market.verdict(buyer, new WithdrawBlockTrade(nothing))).isEqualTo("UNKNOWN_OFFER");
  }

  @Test
  void what_of_the_fees_is_not_needed_any_more_goes_back_and_more_is_not_taken() {
    InstructionId cheap = market.ledger.apply(buyer, blocks.buy(market.owner, 10_000, 9_000));
    blocks.nextDayWith(TestMarket.terms("/block/buyerFeePerMillion", "1000"));
    market.ledger.apply(market.owner, blocks.deliver(cheap));
    assertThat(market.cash(buyer)).isEqualTo(MONEY - 90_000_000 - 90_000);

    InstructionId dear = market.ledger.apply(buyer, blocks.buy(market.owner, 10_000, 9_000));
    blocks.nextDayWith(TestMarket.terms("/block/buyerFeePerMillion", "1001"));
    assertThat(market.verdict(market.owner, blocks.deliver(dear))).isEqualTo("OFFER_NOT_COVERED");
  }

  @Test
  void the_rule_of_the_day_of_acceptance_decides() {
    InstructionId id = blocks.offered(buyer, 10_000, 7_000);
    blocks.nextDayWith(TestMarket.terms("/block/limitPerMille", "290"));
    assertThat(market.verdict(buyer, blocks.accept(id))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    blocks.nextDayWith(TestMarket.terms("/blockLeast", "10001"));
    assertThat(market.verdict(buyer, blocks.accept(id))).isEqualTo("ORDER_TOO_SMALL");
    blocks.nextDayWith(TestMarket.terms("/tick", "300"));
    assertThat(market.verdict(buyer, blocks.accept(id))).isEqualTo("PRICE_OFF_TICK");
  }

  @Test
  void a_holder_of_a_free_gift_sells_what_it_had_set_aside_before() {
    InstructionId id = blocks.offered(buyer, 10_000, 9_000);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(10), buyer));
    ParticipantId third = market.trader(0);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(10), third));
    market.ledger.apply(third, new TransferCredits(market.batch, Tonnes.of(10), market.owner));
    market.ledger.apply(buyer, blocks.accept(id));
    assertThat(market.held(buyer)).isEqualTo(10_010);
  }
}
