// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** A listing is placed, taken, and what is left of it goes back. */
class ListedTradeTest {
  private final TestMarket market = new TestMarket();
  private final ParticipantId buyer = market.trader(20_000_000);

  @Test
  void credits_and_money_change_hands_at_the_listing_s_price_with_the_fees_of_both() {
    InstructionId listing = market.ledger.apply(market.owner, market.sell(1_500, 10_000));
    assertThat(market.held(market.owner)).isEqualTo(98_500);

    market.ledger.apply(buyer, market.takeSells(1_000, 10_500));

    // 1,000 t at 100.00: 6 per mille a side is 600.00; 60 % of the net is the cooperative's.
    assertThat(market.held(buyer)).isEqualTo(1_000);
    assertThat(market.cash(buyer)).isEqualTo(20_000_000 - 10_000_000 - 60_000);
    assertThat(market.cash(market.owner)).isEqualTo((10_000_000 - 60_000) * 4 / 10);
    assertThat(market.book().fees()).isEqualTo(Fen.of(120_000));
    assertThat(market.listing(listing).remaining()).isEqualTo(Tonnes.of(500));
    assertThat(market.book().sells()).hasSize(1);
    assertThat(market.book().sells().get(0).remaining()).isEqualTo(Tonnes.of(500));
  }

  @Test
  void a_thousand_fills_of_one_tonne_cost_what_one_of_a_thousand_does() {
    InstructionId listing = market.ledger.apply(market.owner, market.sell(1_000, 10_000));
    for (int i = 0; i < 40; i++) {
      market.setTime("10:" + (10 + i) + ":00");
      market.ledger.apply(buyer, market.takeSells(25, 10_000));
    }
    assertThat(market.listing(listing).feeCharged()).isEqualTo(Fen.of(60_000));
    assertThat(market.listing(listing).state()).isEqualTo(Listing.State.FILLED);
  }

  @Test
  void what_is_left_lapses_with_the_day_and_its_escrow_goes_back() {
    ParticipantId other = market.trader(5_000_000);
    InstructionId sale = market.ledger.apply(market.owner, market.sell(1_000, 10_100));
    InstructionId wish = market.ledger.apply(other, market.buy(100, 9_900));
    assertThat(market.cash(other)).isEqualTo(5_000_000 - 990_000 - 5_940);

    assertThat(market.verdict(buyer, market.close())).isEqualTo("HOURS_NOT_OVER");
    market.setTime("15:10:00");
    market.ledger.apply(buyer, market.close());
    assertThat(market.listing(sale).state()).isEqualTo(Listing.State.LAPSED);
    assertThat(market.listing(wish).state()).isEqualTo(Listing.State.LAPSED);
    assertThat(market.cash(other)).isEqualTo(5_000_000);
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.verdict(buyer, market.close())).isEqualTo("WRONG_STATE");
  }

  @Test
  void the_best_price_is_served_first_and_of_one_price_the_earliest() {
    InstructionId dear = market.ledger.apply(market.owner, market.sell(10, 10_200));
    InstructionId first = market.ledger.apply(market.owner, market.sell(10, 10_100));
    InstructionId second = market.ledger.apply(market.owner, market.sell(10, 10_100));
    market.ledger.apply(buyer, market.takeSells(15, 10_500));
    assertThat(market.listing(first).remaining()).isEqualTo(Tonnes.ZERO);
    assertThat(market.listing(second).remaining()).isEqualTo(Tonnes.of(5));
    assertThat(market.listing(dear).remaining()).isEqualTo(Tonnes.of(10));
  }

  @Test
  void a_wish_to_buy_is_served_by_whoever_sells_to_it() {
    InstructionId wish = market.ledger.apply(buyer, market.buy(100, 10_000));
    market.ledger.apply(market.owner, market.takeBuys(60, 9_900));
    assertThat(market.held(buyer)).isEqualTo(60);
    assertThat(market.listing(wish).remaining()).isEqualTo(Tonnes.of(40));
    assertThat(market.listing(wish).cash()).isEqualTo(Fen.of(40 * 10_000 + 2_400));
    market.ledger.apply(buyer, new WithdrawListing(wish));
    assertThat(market.cash(buyer)).isEqualTo(20_000_000 - 600_000 - 3_600);
  }

  /** A freeze of money ends what its account knows of, and an account knows of so many only. */
  @Test
  void an_account_knows_its_open_wishes_to_buy_and_none_that_has_ended() {
    InstructionId taken = market.ledger.apply(buyer, market.buy(10, 10_000));
    InstructionId withdrawn = market.ledger.apply(buyer, market.buy(10, 9_900));
    InstructionId lapsed = market.ledger.apply(buyer, market.buy(10, 9_800));
    assertThat(wishes()).containsExactlyInAnyOrder(taken, withdrawn, lapsed);
    market.ledger.apply(market.owner, market.takeBuys(10, 10_000));
    assertThat(wishes()).containsExactlyInAnyOrder(withdrawn, lapsed);
    market.ledger.apply(buyer, new WithdrawListing(withdrawn));
    assertThat(wishes()).containsExactly(lapsed);
    market.ledger.apply(market.exchange, market.close());
    assertThat(wishes()).isEmpty();
  }

  private List<InstructionId> wishes() {
    return CashAccount.of(market.ledger::find, buyer, market.bank, Asset.CNY).listings();
  }
}
