// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What refuses the offer of a block and its acceptance, a rule each. */
class BlockRefusalsTest {
  private static final long MONEY = 800_000_000;

  private final TestMarket market = new TestMarket();
  private final ParticipantId buyer = market.trader(MONEY);
  private final Blocks blocks = new Blocks(market);
  private final OfferBlockTrade sale = blocks.sell(buyer, 10_000, 9_000);

  @AfterEach
  void nothing_is_lost() {
    MarketWhole.require(market);
  }

  private String offering(OfferBlockTrade offer) {
    return market.verdict(market.owner, offer);
  }

  private String accepting(InstructionId offer) {
    return market.verdict(buyer, blocks.accept(offer));
  }

  @Test
  void blocks_are_traded_in_their_hours_while_the_instrument_is() {
    InstructionId id = market.ledger.apply(market.owner, sale);
    BatchId elsewhere = new BatchId("CN-GCS-152502-20240009-2024-001");
    assertThat(
            offering(
                new OfferBlockTrade(
                    Optional.of(elsewhere),
                    buyer,
                    InstrumentId.of(elsewhere),
                    sale.price(),
                    sale.quantity(),
                    Side.SELL,
                    sale.until())))
        .isEqualTo("UNKNOWN_INSTRUMENT");
    market.ledger.apply(market.exchange, new HaltInstrument(market.instrument, "halt"));
    assertThat(offering(sale)).isEqualTo("INSTRUMENT_HALTED");
    assertThat(accepting(id)).isEqualTo("INSTRUMENT_HALTED");
    market.ledger.apply(market.exchange, new ResumeInstrument(market.instrument, "over"));
    market.setTime("12:00:00");
    assertThat(offering(sale)).isEqualTo("MARKET_CLOSED");
    assertThat(accepting(id)).isEqualTo("MARKET_CLOSED");
  }

  @Test
  void the_hours_are_those_of_blocks() {
    blocks.nextDayWith(TestMarket.terms("/block/hours", "[{\"from\":\"13:00\",\"to\":\"15:00\"}]"));
    assertThat(offering(blocks.sell(buyer, 10_000, 9_000))).isEqualTo("MARKET_CLOSED");
    market.setTime("13:00:00");
    market.ledger.apply(market.owner, blocks.sell(buyer, 10_000, 9_000));
  }

  @Test
  void listings_of_an_earlier_day_are_given_back_first() {
    InstructionId id = market.ledger.apply(market.owner, sale);
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    market.nextDay();
    assertThat(offering(sale)).isEqualTo("BOOK_NOT_CLOSED");
    assertThat(accepting(id)).isEqualTo("BOOK_NOT_CLOSED");
  }

  @Test
  void a_price_is_on_the_tick_and_within_the_limits_of_blocks_both_included() {
    assertThat(offering(blocks.sell(buyer, 10_000, 6_999))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    assertThat(offering(blocks.sell(buyer, 10_000, 13_001))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    blocks.offered(buyer, 10_000, 7_000);
    blocks.offered(buyer, 10_000, 13_000);
    blocks.nextDayWith(TestMarket.terms("/tick", "10"));
    assertThat(offering(blocks.sell(buyer, 10_000, 9_005))).isEqualTo("PRICE_OFF_TICK");
  }

  @Test
  void a_quantity_is_at_least_a_block_in_whole_lots() {
    assertThat(offering(blocks.sell(buyer, 9_999, 9_000))).isEqualTo("ORDER_TOO_SMALL");
    blocks.nextDayWith(TestMarket.terms("/lot", "1"));
    blocks.nextDayWith(
        Edited.with(
            Edited.with(TestMarket.terms("/lot", "100"), "/orderLeast", "100"),
            "/blockLeast",
            "10000"));
    assertThat(offering(blocks.sell(buyer, 10_050, 9_000))).isEqualTo("ORDER_TOO_SMALL");
    blocks.offered(buyer, 10_100, 9_000);
  }

  @Test
  void an_offer_ends_within_the_days_of_the_rule() {
    Instant now = market.ledger.time();
    Duration most = Duration.ofDays(5);
    assertThat(offering(blocks.sell(buyer, 10_000, 9_000, now))).isEqualTo("BAD_OFFER_TERM");
    assertThat(offering(blocks.sell(buyer, 10_000, 9_000, now.plus(most).plusMillis(1))))
        .isEqualTo("BAD_OFFER_TERM");
    market.ledger.apply(market.owner, blocks.sell(buyer, 10_000, 9_000, now.plusMillis(1)));
    market.ledger.apply(market.owner, blocks.sell(buyer, 10_000, 9_000, now.plus(most)));
  }

  @Test
  void an_offer_cannot_be_accepted_after_its_last_instant() {
    Instant until = market.ledger.time().plusSeconds(60);
    InstructionId late =
        market.ledger.apply(market.owner, blocks.sell(buyer, 10_000, 9_000, until));
    InstructionId intime =
        market.ledger.apply(market.owner, blocks.sell(buyer, 10_000, 9_000, until));
    market.ledger.setTime(until);
    market.ledger.apply(buyer, blocks.accept(intime));
    market.ledger.setTime(until.plusMillis(1));
    assertThat(accepting(late)).isEqualTo("OFFER_OVER");
  }

  @Test
  void the_counterparty_is_another_owner_or_trader_in_good_standing() {
    assertThat(offering(blocks.sell(market.owner, 10_000, 9_000)))
        .isEqualTo("COUNTERPARTY_NOT_ALLOWED");
    assertThat(offering(blocks.sell(market.bank, 10_000, 9_000)))
        .isEqualTo("COUNTERPARTY_NOT_ALLOWED");
    assertThat(offering(blocks.sell(market.ledger.newId(), 10_000, 9_000)))
        .isEqualTo("COUNTERPARTY_NOT_ALLOWED");
    suspend(buyer);
    assertThat(offering(sale)).isEqualTo("COUNTERPARTY_NOT_ALLOWED");
  }

  private void suspend(ParticipantId participant) {
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY), new SuspendParticipant(participant, "inquiry"));
  }

  @Test
  void an_offer_of_somebody_who_was_suspended_since_is_not_accepted_and_can_be_released() {
    InstructionId id = market.ledger.apply(market.owner, sale);
    suspend(market.owner);
    assertThat(accepting(id)).isEqualTo("COUNTERPARTY_NOT_ALLOWED");
    assertThat(market.verdict(market.owner, new WithdrawBlockTrade(id)))
        .isEqualTo("PARTICIPANT_SUSPENDED");
    market.ledger.advance(Duration.ofDays(6));
    market.ledger.apply(buyer, new ReleaseBlockTrade(id));
    assertThat(market.held(market.owner)).isEqualTo(100_000);
  }

  @Test
  void offers_are_orders_and_few_are_open_at_a_time() {
    blocks.nextDayWith(Edited.with(TestMarket.terms("/ordersPerMinute", "2"), "/blockLeast", "10"));
    blocks.offered(buyer, 10, 9_000);
    blocks.offered(buyer, 10, 9_000);
    assertThat(offering(blocks.sell(buyer, 10, 9_000))).isEqualTo("TOO_MANY_ORDERS");
    for (int i = 2; i < OpenOffers.BLOCKS_MOST; i++) {
      market.ledger.advance(Duration.ofMinutes(1));
      blocks.offered(buyer, 10, 9_000);
    }
    market.ledger.advance(Duration.ofMinutes(1));
    assertThat(offering(blocks.sell(buyer, 10, 9_000))).isEqualTo("TOO_MANY_ORDERS");
  }

  @Test
  void credits_are_of_a_batch_of_the_instrument_and_named_by_whoever_sells() {
    BatchId missing = BatchId.of(market.instrument.project(), 2024, 9);
    assertThat(offering(Edited.with(sale, "/batch", "\"" + missing + "\"")))
        .isEqualTo("UNKNOWN_BATCH");
    InstructionId id = market.ledger.apply(market.owner, sale);
    assertThat(market.verdict(buyer, blocks.deliver(id))).isEqualTo("WRONG_BATCH");
    InstructionId wish = market.ledger.apply(buyer, blocks.buy(market.owner, 10_000, 9_000));
    assertThat(market.verdict(market.owner, blocks.accept(wish))).isEqualTo("WRONG_BATCH");
    BatchId other = BatchId.of(market.instrument.project(), 2025, 1);
    assertThat(market.verdict(market.owner, new AcceptBlockTrade(Optional.of(other), wish)))
        .isEqualTo("WRONG_BATCH");
    assertThat(market.verdict(market.owner, new AcceptBlockTrade(Optional.of(missing), wish)))
        .isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void nobody_sells_what_it_has_not_or_what_is_frozen() {
    assertThat(offering(blocks.sell(buyer, 100_001, 9_000))).isEqualTo("INSUFFICIENT_CREDITS");
    InstructionId wish = market.ledger.apply(buyer, blocks.buy(market.owner, 10_000, 9_000));
    freezeCredits(90_001);
    assertThat(offering(sale)).isEqualTo("CREDITS_FROZEN");
    assertThat(market.verdict(market.owner, blocks.deliver(wish))).isEqualTo("CREDITS_FROZEN");
    ParticipantId empty = market.trader(0);
    InstructionId other = market.ledger.apply(buyer, blocks.buy(empty, 10_000, 9_000));
    assertThat(market.verdict(empty, blocks.deliver(other))).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void nobody_buys_with_what_it_has_not_or_what_is_frozen() {
    // 10,000 t at 80.00 and 6 per mille: one fen is missing.
    ParticipantId poor = market.trader(80_480_000 - 1);
    OfferBlockTrade wish = blocks.buy(market.owner, 10_000, 8_000);
    assertThat(market.verdict(poor, wish)).isEqualTo("INSUFFICIENT_CASH");
    InstructionId id = blocks.offered(poor, 10_000, 8_000);
    assertThat(market.verdict(poor, blocks.accept(id))).isEqualTo("INSUFFICIENT_CASH");
    market.deposit(poor, 1);
    freezeCash(poor, 1);
    assertThat(market.verdict(poor, wish)).isEqualTo("CASH_FROZEN");
    assertThat(market.verdict(poor, blocks.accept(id))).isEqualTo("CASH_FROZEN");
  }

  private void freezeCredits(long tonnes) {
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        new FreezeCredits(
            market.batch,
            Sha256.of("ruling"),
            market.owner,
            Optional.of(Tonnes.of(tonnes)),
            "claim"));
  }

  private void freezeCash(ParticipantId holder, long fen) {
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        new FreezeCash(
            Optional.of(Fen.of(fen)),
            Asset.CNY,
            market.bank,
            Sha256.of("ruling"),
            holder,
            "claim"));
  }

  @Test
  void a_freeze_of_credits_ends_the_offers_to_sell_and_reaches_what_stood_behind_them() {
    InstructionId id = blocks.offered(buyer, 90_000, 9_000);
    freezeCredits(50_000);
    assertThat(accepting(id)).isEqualTo("WRONG_STATE");
    assertThat(market.ledger.find(BlockOffer.key(id)).orElseThrow().state())
        .isEqualTo(BlockOffer.State.ENDED_BY_FREEZE);
    assertThat(market.held(market.owner)).isEqualTo(50_000);
  }

  @Test
  void a_freeze_of_money_ends_the_offers_to_buy_and_reaches_what_stood_behind_them() {
    InstructionId id = market.ledger.apply(buyer, blocks.buy(market.owner, 50_000, 13_000));
    freezeCash(buyer, MONEY);
    assertThat(market.verdict(market.owner, blocks.deliver(id))).isEqualTo("WRONG_STATE");
    assertThat(market.cash(buyer)).isZero();
  }

  @Test
  void opposite_trades_of_either_party_are_days_apart() {
    InstructionId id = blocks.offered(buyer, 10_000, 9_000);
    InstructionId wish = market.ledger.apply(buyer, blocks.buy(market.owner, 10_000, 9_000));
    market.ledger.apply(buyer, blocks.accept(id));
    assertThat(market.verdict(buyer, blocks.sell(market.owner, 10_000, 9_000)))
        .isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(market.verdict(market.owner, blocks.buy(buyer, 10_000, 9_000)))
        .isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    market.ledger.apply(market.owner, blocks.deliver(wish));

    // Each of the two by itself: whoever accepts, and whoever offered.
    ParticipantId third = market.trader(MONEY);
    InstructionId toBuyer = market.ledger.apply(third, blocks.buy(buyer, 10_000, 9_000));
    assertThat(market.verdict(buyer, blocks.deliver(toBuyer))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    ParticipantId fourth = market.trader(MONEY);
    InstructionId ofFourth = market.ledger.apply(fourth, blocks.buy(market.owner, 10_000, 9_000));
    market.ledger.apply(market.owner, market.sell(10, 10_000));
    market.ledger.apply(third, market.buy(10, 9_900));
    InstructionId ofThird = blocks.offered(third, 10_000, 9_000);
    market.ledger.apply(fourth, market.takeSells(10, 10_000));
    market.ledger.apply(market.owner, blocks.deliver(ofFourth));
    market.ledger.apply(third, blocks.accept(ofThird));
    InstructionId back =
        market.ledger.apply(market.trader(MONEY), blocks.buy(third, 10_000, 9_000));
    assertThat(market.verdict(third, blocks.deliver(back))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  @Test
  void the_offeror_is_judged_anew_when_its_offer_is_accepted() {
    ParticipantId holder = market.trader(MONEY);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(20_000), holder));
    for (int i = 0; i < 5; i++) {
      market.nextDay();
    }
    InstructionId id = market.ledger.apply(holder, blocks.sell(buyer, 10_000, 9_000));
    market.ledger.apply(holder, market.buy(10, 9_500));
    assertThat(accepting(id)).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    market.ledger.apply(market.owner, market.takeBuys(10, 9_500));
    assertThat(accepting(id)).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
  }

  @Test
  void nobody_comes_to_more_than_the_largest_holding_by_blocks() {
    assertThat(market.verdict(buyer, blocks.buy(market.owner, 50_001, 9_000)))
        .isEqualTo("HOLDING_LIMIT");
    InstructionId tooMuch = blocks.offered(buyer, 50_001, 9_000);
    assertThat(accepting(tooMuch)).isEqualTo("HOLDING_LIMIT");
    InstructionId half = market.ledger.apply(buyer, blocks.buy(market.owner, 50_000, 9_000));
    assertThat(market.verdict(buyer, market.buy(1, 9_500))).isEqualTo("HOLDING_LIMIT");
    market.ledger.apply(market.owner, new WithdrawBlockTrade(tooMuch));
    market.ledger.apply(market.owner, blocks.deliver(half));
    assertThat(market.held(buyer)).isEqualTo(50_000);
  }

  @Test
  void an_offeror_that_has_come_to_more_since_does_not_buy() {
    InstructionId id = market.ledger.apply(buyer, blocks.buy(market.owner, 30_000, 9_000));
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(20_001), buyer));
    assertThat(market.verdict(market.owner, blocks.deliver(id))).isEqualTo("HOLDING_LIMIT");
  }

  @Test
  void a_value_is_within_what_can_be_settled() {
    TestMarket dear = new TestMarket();
    ParticipantId other = dear.trader(0);
    dear.write(Edited.with(dear.book(), "/base", "999999999999"));
    assertThat(dear.verdict(dear.owner, new Blocks(dear).sell(other, 100_000, 999_999_999_999L)))
        .isEqualTo("ORDER_TOO_LARGE");
  }
}
