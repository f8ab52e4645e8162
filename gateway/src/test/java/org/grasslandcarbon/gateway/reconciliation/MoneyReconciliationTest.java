// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.MarketInMotion;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money, and credits behind listings: each place where they are is altered once. */
class MoneyReconciliationTest {
  private static final MarketInMotion MOTION = MarketInMotion.play(7, 2, 80).withOffers();

  private ExaminedLedger ledger;

  @BeforeEach
  void prepare() {
    ledger = new ExaminedLedger(MOTION.blocks());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void assertFound(Kind kind, String record, String what) {
    assertThat(ledger.found())
        .as(kind + " of " + record)
        .anyMatch(
            each ->
                each.kind() == kind
                    && each.batch().equals(Optional.of("CNY"))
                    && each.records().contains(record)
                    && each.what().startsWith(what));
  }

  @Test
  void a_market_in_which_all_is_well_has_no_differences_and_one_who_is_missed_is_named() {
    assertThat(ledger.found()).isEmpty();
    ParticipantId trader = MOTION.traders().get(1);
    ledger.damage("DELETE FROM v_cash WHERE c_owner = ?", trader.value());
    assertFound(Kind.TOTALS, "CASH", "cash: the total is ");
    assertFound(Kind.STATEMENT, "CASH:" + trader, "the records have ");
  }

  @Test
  void money_in_each_place_is_held_against_what_was_posted_there() {
    ledger.damage("UPDATE v_bank_book SET json = REPLACE(json, '\"total\":', '\"total\":1')");
    assertFound(Kind.TOTALS, "BANK_BOOK", "bank: the total is -");
    ledger.damage("UPDATE v_instrument SET json = REPLACE(json, '\"fees\":', '\"fees\":1')");
    assertFound(Kind.TOTALS, "BOOK", "fees: ");
    ledger.damage("UPDATE v_reserve SET json = REPLACE(json, '\"amount\":', '\"amount\":1')");
    assertFound(Kind.TOTALS, "RESERVE", "reserve: ");
    ledger.damage("DELETE FROM v_listing WHERE c_cash > 0");
    assertFound(Kind.TOTALS, "LISTING", "escrow: ");
    ledger.damage("UPDATE m_account_total SET quantity = quantity + 3 WHERE kind = 'withdrawing'");
    assertFound(Kind.TOTALS, "CASH", "withdrawing: ");
    assertFound(Kind.TOTALS, "BANK_BOOK", "deposits less withdrawals and what is in all accounts");
  }

  @Test
  void lines_that_were_let_go_are_not_missed_and_the_one_that_stayed_is_held_against_the_rest() {
    ledger.letGoOfLines(MOTION.market().ledger.time().plusSeconds(1));
    assertThat(ledger.found()).isEmpty();
    String trader = MOTION.traders().get(0).value();
    ledger.damage(
        "UPDATE v_cash_statement SET c_balance = c_balance + 5 WHERE c_owner = ?", trader);
    assertFound(Kind.STATEMENT, "CASH:" + trader, "the records have ");
  }

  @Test
  void lines_after_those_that_were_let_go_are_added_up_from_the_one_that_stayed() {
    Instant middle = MOTION.market().ledger.time().minus(Duration.ofHours(12));
    ledger.letGoOfLines(middle);
    assertThat(ledger.found()).isEmpty();
    String trader = MOTION.traders().get(0).value();
    ledger.damage(
        "UPDATE v_cash_statement SET c_balance = c_balance + 5 WHERE seq ="
            + " (SELECT MIN(seq) FROM v_cash_statement WHERE c_owner = ?)",
        trader);
    assertFound(Kind.STATEMENT, "CASH:" + trader, "after instruction ");
  }

  @Test
  void what_accounts_at_a_bank_have_is_held_against_the_book_of_that_bank() {
    String bank = MOTION.market().bank.value();
    String other = MOTION.market().exchange.value();
    String trader = MOTION.traders().get(1).value();
    ledger.damage(
        "UPDATE v_cash SET json = REPLACE(json, ?, ?) WHERE c_owner = ?",
        "\"bank\":\"" + bank + "\"",
        "\"bank\":\"" + other + "\"",
        trader);
    // Of all banks together nothing is missing.
    assertThat(ledger.found()).noneMatch(each -> each.what().contains("the total is "));
    assertFound(Kind.TOTALS, "BANK_BOOK:" + bank + ":CNY", "the bank's book has ");
    assertFound(Kind.TOTALS, "BANK_BOOK:" + other + ":CNY", "the bank's book has 0 fen, accounts");
  }

  @Test
  void what_is_outside_of_cash_accounts_counts_at_its_bank_as_well() {
    String book = "BANK_BOOK:" + MOTION.market().bank.value() + ":CNY";
    for (String damage :
        List.of(
            "UPDATE v_instrument SET json = REPLACE(json, '\"fees\":', '\"fees\":1')",
            "UPDATE v_reserve SET json = REPLACE(json, '\"amount\":', '\"amount\":1')",
            "DELETE FROM v_listing WHERE c_cash > 0",
            "UPDATE v_block SET json = REPLACE(json, '\"cash\":', '\"cash\":1') WHERE c_cash > 0",
            "UPDATE v_bank_book SET json = REPLACE(json, '\"total\":', '\"total\":1')")) {
      close();
      prepare();
      ledger.damage(damage);
      assertFound(Kind.TOTALS, book, "the bank's book has ");
    }
  }

  @Test
  void a_balance_and_a_line_of_the_statement_of_cash_are_held_against_the_records() {
    String trader = MOTION.traders().get(0).value();
    ledger.damage("UPDATE m_owner_balance SET available = available + 1 WHERE owner = ?", trader);
    assertFound(Kind.STATEMENT, "CASH:" + trader, "the records have ");
    ledger.damage("UPDATE m_owner_balance SET available = available - 1 WHERE owner = ?", trader);
    assertThat(ledger.found()).isEmpty();
    String one = " WHERE seq = (SELECT MIN(seq) FROM v_cash_statement WHERE c_owner = ?)";
    ledger.damage("UPDATE v_cash_statement SET c_balance = c_balance + 5" + one, trader);
    assertFound(Kind.STATEMENT, "CASH:" + trader, "after instruction ");
    ledger.damage("UPDATE v_cash_statement SET c_balance = c_balance - 5" + one, trader);
    ledger.damage("DELETE FROM v_cash_statement" + one, trader);
    assertThat(ledger.found()).extracting(Difference::kind).contains(Kind.POSTINGS, Kind.STATEMENT);
  }

  @Test
  void credits_behind_a_listing_count_in_the_partition_of_their_batch() {
    String batch = MOTION.market().batch.value();
    String listing = MOTION.openListing().value();
    ledger.damage(
        "UPDATE v_listing SET json = REPLACE(json, '\"serials\":[', '\"serials\":[\"1-1\",')"
            + " WHERE id = ?",
        listing);
    assertThat(ledger.found())
        .anyMatch(
            each ->
                each.kind() == Kind.SERIALS
                    && each.batch().equals(Optional.of(batch))
                    && each.records().contains("LISTING:" + listing));
    ledger.damage("DELETE FROM v_listing WHERE id = ?", listing);
    assertThat(ledger.found())
        .anyMatch(each -> each.kind() == Kind.TOTALS && each.what().startsWith("escrow: "));
  }

  @Test
  void what_stands_behind_an_offer_of_a_block_counts_as_well() {
    String sale = MOTION.offers().get(0).value();
    String wish = MOTION.offers().get(1).value();
    String buyer = MOTION.traders().get(1).value();
    ledger.damage(
        "UPDATE v_block SET json = REPLACE(json, '\"cash\":', '\"cash\":1') WHERE id = ?", wish);
    assertFound(Kind.TOTALS, "LISTING", "escrow: the total is ");
    assertFound(Kind.STATEMENT, "CASH:" + buyer, "the records have ");
    ledger.damage(
        "UPDATE v_block SET json = REPLACE(json, '\"serials\":[', '\"serials\":[\"1-1\",')"
            + " WHERE id = ?",
        sale);
    assertThat(ledger.found())
        .anyMatch(
            each -> each.kind() == Kind.SERIALS && each.records().contains("BLOCK_OFFER:" + sale));
  }

  @Test
  void what_new_instructions_move_is_looked_at_at_once() {
    ledger.examineFresh();
    ParticipantId trader = MOTION.traders().get(2);
    MOTION.market().deposit(trader, 500);
    MOTION.blocks().cut();
    ledger.project(MOTION.blocks());
    ledger.examineFresh();
    assertThat(ledger.reported()).isEmpty();
    MOTION.market().deposit(trader, 700);
    MOTION.blocks().cut();
    ledger.project(MOTION.blocks());
    ledger.damage(
        "UPDATE m_owner_balance SET balance = balance + 1 WHERE owner = ?", trader.value());
    ledger.examineFresh();
    assertThat(ledger.reported()).anyMatch(each -> each.records().contains("CASH:" + trader));
  }
}
