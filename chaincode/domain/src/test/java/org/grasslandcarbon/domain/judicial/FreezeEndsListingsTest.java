// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** Nobody escapes a freeze by listing what is to be frozen. */
class FreezeEndsListingsTest {
  private final TestMarket market = new TestMarket();
  private final ParticipantId court = market.ledger.admit(TestLedger.BEIJING, Role.COURT);
  private final ParticipantId trader = market.trader(5_000_000);

  @Test
  void a_freeze_of_credits_ends_the_holder_s_listings_to_sell_and_reaches_what_stood_behind_them() {
    InstructionId listing = market.ledger.apply(market.owner, market.sell(90_000, 10_000));
    InstructionId freeze =
        market.ledger.apply(
            court,
            new FreezeCredits(
                market.batch,
                Sha256.of("ruling"),
                market.owner,
                Optional.of(Tonnes.of(50_000)),
                "claim"));
    assertThat(market.listing(listing).state()).isEqualTo(Listing.State.ENDED_BY_FREEZE);
    assertThat(market.book().sells()).isEmpty();
    Holding holding = Holding.of(market.ledger::find, market.batch, market.owner);
    assertThat(holding.frozenUnder(freeze).quantity()).isEqualTo(Tonnes.of(50_000));
    assertThat(market.held(market.owner)).isEqualTo(50_000);
  }

  @Test
  void a_freeze_of_money_ends_the_holder_s_listings_to_buy_and_reaches_what_stood_behind_them() {
    InstructionId wish = market.ledger.apply(trader, market.buy(400, 10_000));
    market.ledger.apply(
        court,
        new FreezeCash(
            Optional.of(Fen.of(4_500_000)),
            Asset.CNY,
            market.bank,
            Sha256.of("ruling"),
            trader,
            "claim"));
    assertThat(market.listing(wish).state()).isEqualTo(Listing.State.ENDED_BY_FREEZE);
    assertThat(market.book().buys()).isEmpty();
    assertThat(market.cash(trader)).isEqualTo(500_000);
  }

  @Test
  void an_account_knows_of_its_listings_as_long_as_they_are_open() {
    InstructionId filled = market.ledger.apply(trader, market.buy(10, 10_000));
    InstructionId withdrawn = market.ledger.apply(trader, market.buy(10, 9_900));
    assertThat(account().listings()).containsExactly(filled, withdrawn);
    market.ledger.apply(market.owner, market.takeBuys(10, 10_000));
    assertThat(account().listings()).containsExactly(withdrawn);
    market.setTime("15:10:00");
    market.ledger.apply(trader, market.close());
    assertThat(account().listings()).isEmpty();
  }

  private CashAccount account() {
    return CashAccount.of(market.ledger::find, trader, market.bank, Asset.CNY);
  }
}
