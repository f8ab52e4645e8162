// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody might try with blocks, and what comes of it. */
class BlockCheatsTest {
  private static final long MONEY = 800_000_000;

  private final TestMarket market = new TestMarket();
  private final ParticipantId shell = market.trader(MONEY);
  private final Blocks blocks = new Blocks(market);

  @AfterEach
  void nothing_is_lost() {
    MarketWhole.require(market);
  }

  private long owed() {
    return BenefitAccount.of(
            market.ledger::find, market.instrument.project(), 1, market.bank, Asset.CNY)
        .owed()
        .value();
  }

  @Test
  void an_owner_that_sells_to_a_shell_shares_on_at_least_the_lowest_price_of_a_block() {
    assertThat(market.verdict(market.owner, blocks.sell(shell, 10_000, 6_999)))
        .isEqualTo("PRICE_OUTSIDE_LIMITS");
    market.ledger.apply(shell, blocks.accept(blocks.offered(shell, 10_000, 7_000)));
    // 700,000.00 less 4,200.00: 60 % is the cooperative's.
    assertThat(owed()).isEqualTo(41_748_000);
  }

  @Test
  void a_gift_to_a_shell_does_not_take_the_shares_away() {
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(10_000), shell));
    for (int i = 0; i < 5; i++) {
      market.nextDay();
    }
    ParticipantId end = market.trader(MONEY);
    InstructionId id = market.ledger.apply(shell, blocks.sell(end, 10_000, 13_000));
    market.ledger.apply(end, blocks.accept(id));
    // 1,300,000.00 less 7,800.00: whoever sells first shares.
    assertThat(owed()).isEqualTo(77_532_000);
  }

  @Test
  void shares_are_paid_once_and_a_mixed_block_shares_for_what_is_sold_first() {
    market.ledger.apply(shell, blocks.accept(blocks.offered(shell, 10_000, 10_000)));
    long first = owed();
    assertThat(first).isEqualTo(59_640_000);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(10_000), shell));
    for (int i = 0; i < 5; i++) {
      market.nextDay();
    }
    ParticipantId end = market.trader(MONEY);
    InstructionId id = market.ledger.apply(shell, blocks.sell(end, 20_000, 10_000));
    market.ledger.apply(end, blocks.accept(id));
    // Half of 2,000,000.00 less 12,000.00 is of credits that were sold before.
    assertThat(owed() - first).isEqualTo(59_640_000);
    assertThat(market.ledger.find(Trade.key(market.instrument, 2)).orElseThrow().firstSold())
        .isEqualTo(SerialRanges.of(10_001, 20_000));
  }

  @Test
  void credits_in_offers_count_as_held_so_that_nobody_hides_them_there() {
    market.ledger.apply(shell, blocks.accept(blocks.offered(shell, 50_000, 9_000)));
    for (int i = 0; i < 5; i++) {
      market.nextDay();
    }
    ParticipantId friend = market.trader(MONEY);
    market.ledger.apply(shell, blocks.sell(friend, 50_000, 9_000));
    assertThat(market.held(shell)).isZero();
    assertThat(market.verdict(shell, market.buy(1, 9_500))).isEqualTo("HOLDING_LIMIT");
    InstructionId more = blocks.offered(shell, 10_000, 9_000);
    assertThat(market.verdict(shell, blocks.accept(more))).isEqualTo("HOLDING_LIMIT");
  }

  @Test
  void two_that_pass_a_block_to_and_fro_move_neither_quotes_nor_base_nor_do_it_within_a_day() {
    InstructionId there = blocks.offered(shell, 10_000, 13_000);
    market.ledger.apply(shell, blocks.accept(there));
    assertThat(market.verdict(shell, blocks.sell(market.owner, 10_000, 13_000)))
        .isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    market.setTime("15:10:00");
    market.ledger.apply(shell, market.close());
    market.nextDay();
    assertThat(market.book().base()).isEqualTo(Fen.of(TestMarket.BASE));
    market.ledger.apply(market.owner, market.sell(1, 10_000));
    assertThat(market.book().base()).isEqualTo(Fen.of(TestMarket.BASE));
    assertThat(market.book().day().orElseThrow().last()).isEmpty();
  }

  @Test
  void an_offer_holds_what_stands_behind_it_only_until_its_last_instant() {
    InstructionId id = blocks.offered(shell, 90_000, 9_000);
    assertThat(
            market.verdict(
                market.owner,
                Edited.with(
                    blocks.sell(shell, 10_000, 9_000), "/until", "\"2199-12-31T00:00:00Z\"")))
        .isEqualTo("BAD_OFFER_TERM");
    market.ledger.advance(Duration.ofDays(5).plusMillis(1));
    market.ledger.apply(market.exchange, new ReleaseBlockTrade(id));
    assertThat(market.held(market.owner)).isEqualTo(100_000);
  }

  @Test
  void many_blocks_in_one_batch_of_instructions_are_accepted_once_each() {
    InstructionId id = blocks.offered(shell, 10_000, 9_000);
    byte[] first = market.ledger.sign(TestLedger.newInstruction(), shell, blocks.accept(id));
    byte[] second = market.ledger.sign(TestLedger.newInstruction(), shell, blocks.accept(id));
    assertThat(market.ledger.submit(first, second))
        .extracting(Verdict::code)
        .containsExactly("APPLIED", "WRONG_STATE");
    assertThat(market.held(shell)).isEqualTo(10_000);
  }
}
