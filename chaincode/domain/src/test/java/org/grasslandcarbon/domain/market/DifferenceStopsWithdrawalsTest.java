// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.settlement.AttestCash;
import org.grasslandcarbon.domain.settlement.BindBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmBankAccount;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Whether a difference between bank and ledger stops withdrawals is what a venue's rules say. */
class DifferenceStopsWithdrawalsTest {
  private static final Sha256 ACCOUNT = Sha256.of("account and salt");
  private static final long MONEY = 1_000_000;

  private final TestMarket market = new TestMarket();
  private final ParticipantId trader = boundTrader(market);

  private static ParticipantId boundTrader(TestMarket market) {
    ParticipantId trader = market.trader(MONEY);
    market.ledger.apply(trader, new BindBankAccount(market.bank, ACCOUNT));
    market.ledger.apply(market.bank, new ConfirmBankAccount(ACCOUNT, trader));
    return trader;
  }

  /** The bank says at the end of a trading day that it has so much. */
  private static void attest(TestMarket market, long total) {
    LocalDate over = market.day();
    market.nextDay();
    market.ledger.apply(
        market.bank, new AttestCash(Asset.CNY, over, Fen.ZERO, Fen.ZERO, Fen.of(total)));
  }

  private static RequestWithdrawal some(TestMarket market) {
    return new RequestWithdrawal(Fen.of(1_000), Asset.CNY, market.bank);
  }

  @Test
  void withdrawals_wait_until_bank_and_ledger_agree_again() {
    assertThat(market.verdict(trader, some(market))).isEqualTo("APPLIED");
    attest(market, MONEY - 5_000);
    Verdict stopped = market.ledger.submit(trader, some(market));
    assertThat(stopped.code()).isEqualTo("WITHDRAWALS_STOPPED");
    assertThat(stopped.detail().orElseThrow()).contains("-5000 fen");
    // What was asked for before goes on, and so does trading.
    assertThat(market.verdict(trader, market.buy(10, 10_000))).isEqualTo("APPLIED");
    attest(market, MONEY);
    assertThat(market.verdict(trader, some(market))).isEqualTo("APPLIED");
  }

  @Test
  void they_go_on_where_no_venue_of_the_bank_has_it_in_its_rules() {
    TestMarket other = new TestMarket(TestMarket.terms("/differenceStopsWithdrawals", "false"));
    ParticipantId owner = boundTrader(other);
    attest(other, 0);
    assertThat(other.verdict(owner, some(other))).isEqualTo("APPLIED");
  }

  @Test
  void a_venue_s_newer_rules_count_from_the_day_that_is_opened_by_them() {
    attest(market, 0);
    assertThat(market.verdict(trader, some(market))).isEqualTo("WITHDRAWALS_STOPPED");
    PublishTradingRule milder =
        market.rule(TestMarket.terms("/differenceStopsWithdrawals", "false"));
    String from = "\"" + market.day().plusDays(1) + "\"";
    market.ledger.apply(market.exchange, Edited.with(milder, "/validFrom", from));
    assertThat(market.verdict(trader, some(market))).isEqualTo("WITHDRAWALS_STOPPED");
    market.nextDay();
    assertThat(market.verdict(trader, some(market))).isEqualTo("APPLIED");
  }
}
