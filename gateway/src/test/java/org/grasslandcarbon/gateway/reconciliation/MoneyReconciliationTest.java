// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.projection.MarketInMotion;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money, and credits behind listings: each place where they are is altered once. */
class MoneyReconciliationTest {
  private static final MarketInMotion MOTION = MarketInMotion.play(7, 2, 80).withOffers();

  private JdbcConnectionPool pool;
  private ProjectedLedger projected;
  private Reconciliation reconciliation;
  private Instant now = Instant.parse("2026-03-03T02:00:00Z");

  @BeforeEach
  void prepare() {
    pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";DB_CLOSE_DELAY=-1",
            "sa",
            "");
    projected = new ProjectedLedger(pool);
    projected.project(MOTION.blocks());
    reconciliation =
        new Reconciliation(
            projected.books(),
            new SilentPeer(),
            () -> false,
            projected::block,
            new ReconciliationSettings(Duration.ofMinutes(10), Duration.ofSeconds(5)),
            () -> now,
            new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  /** Asked for nothing: this is about what is here. */
  private static final class SilentPeer implements LedgerCheck.Peer {
    @Override
    public List<Optional<Sha256>> stateDigests(List<String> keys) {
      throw new AssertionError("not asked");
    }

    @Override
    public OptionalLong height() {
      return OptionalLong.empty();
    }
  }

  private List<Difference> found() {
    reconciliation.examineAll();
    now = now.plusSeconds(60);
    assertThat(reconciliation.report().trouble()).isEmpty();
    return reconciliation.report().differences();
  }

  private void assertFound(Kind kind, String record, String what) {
    assertThat(found())
        .as(kind + " of " + record)
        .anyMatch(
            each ->
                each.kind() == kind
                    && each.batch().equals(Optional.of("CNY"))
                    && each.records().contains(record)
                    && each.what().startsWith(what));
  }

  private void damage(String statement, Object... values) {
    assertThat(projected.damage(statement, values)).as(statement).isPositive();
  }

  @Test
  void a_market_in_which_all_is_well_has_no_differences_and_one_who_is_missed_is_named() {
    assertThat(found()).isEmpty();
    ParticipantId trader = MOTION.traders().get(1);
    damage("DELETE FROM v_cash WHERE c_owner = ?", trader.value());
    assertFound(Kind.TOTALS, "CASH", "cash: the total is ");
    assertFound(Kind.STATEMENT, "CASH:" + trader, "the records have ");
  }

  @Test
  void money_in_each_place_is_held_against_what_was_posted_there() {
    damage("UPDATE v_bank_book SET json = REPLACE(json, '\"total\":', '\"total\":1')");
    assertFound(Kind.TOTALS, "BANK_BOOK", "bank: the total is -");
    damage("UPDATE v_instrument SET json = REPLACE(json, '\"fees\":', '\"fees\":1')");
    assertFound(Kind.TOTALS, "BOOK", "fees: ");
    damage("UPDATE v_reserve SET json = REPLACE(json, '\"amount\":', '\"amount\":1')");
    assertFound(Kind.TOTALS, "RESERVE", "reserve: ");
    damage("DELETE FROM v_listing WHERE c_cash > 0");
    assertFound(Kind.TOTALS, "LISTING", "escrow: ");
    damage("UPDATE m_account_total SET quantity = quantity + 3 WHERE kind = 'withdrawing'");
    assertFound(Kind.TOTALS, "CASH", "withdrawing: ");
    assertFound(Kind.TOTALS, "BANK_BOOK", "deposits less withdrawals and what is in all accounts");
  }

  @Test
  void what_accounts_at_a_bank_have_is_held_against_the_book_of_that_bank() {
    String bank = MOTION.market().bank.value();
    String other = MOTION.market().exchange.value();
    String trader = MOTION.traders().get(1).value();
    damage(
        "UPDATE v_cash SET json = REPLACE(json, ?, ?) WHERE c_owner = ?",
        "\"bank\":\"" + bank + "\"",
        "\"bank\":\"" + other + "\"",
        trader);
    // Of all banks together nothing is missing.
    assertThat(found()).noneMatch(each -> each.what().contains("the total is "));
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
      damage(damage);
      assertFound(Kind.TOTALS, book, "the bank's book has ");
    }
  }

  @Test
  void a_balance_and_a_line_of_the_statement_of_cash_are_held_against_the_records() {
    String trader = MOTION.traders().get(0).value();
    damage("UPDATE m_owner_balance SET available = available + 1 WHERE owner = ?", trader);
    assertFound(Kind.STATEMENT, "CASH:" + trader, "the records have ");
    damage("UPDATE m_owner_balance SET available = available - 1 WHERE owner = ?", trader);
    assertThat(found()).isEmpty();
    String one = " WHERE seq = (SELECT MIN(seq) FROM v_cash_statement WHERE c_owner = ?)";
    damage("UPDATE v_cash_statement SET c_balance = c_balance + 5" + one, trader);
    assertFound(Kind.STATEMENT, "CASH:" + trader, "after instruction ");
    damage("UPDATE v_cash_statement SET c_balance = c_balance - 5" + one, trader);
    damage("DELETE FROM v_cash_statement" + one, trader);
    assertThat(found()).extracting(Difference::kind).contains(Kind.POSTINGS, Kind.STATEMENT);
  }

  @Test
  void credits_behind_a_listing_count_in_the_partition_of_their_batch() {
    String batch = MOTION.market().batch.value();
    String listing = MOTION.openListing().value();
    damage(
        "UPDATE v_listing SET json = REPLACE(json, '\"serials\":[', '\"serials\":[\"1-1\",')"
            + " WHERE id = ?",
        listing);
    assertThat(found())
        .anyMatch(
            each ->
                each.kind() == Kind.SERIALS
                    && each.batch().equals(Optional.of(batch))
                    && each.records().contains("LISTING:" + listing));
    damage("DELETE FROM v_listing WHERE id = ?", listing);
    assertThat(found())
        .anyMatch(each -> each.kind() == Kind.TOTALS && each.what().startsWith("escrow: "));
  }

  @Test
  void what_stands_behind_an_offer_of_a_block_counts_as_well() {
    String sale = MOTION.offers().get(0).value();
    String wish = MOTION.offers().get(1).value();
    String buyer = MOTION.traders().get(1).value();
    damage("UPDATE v_block SET json = REPLACE(json, '\"cash\":', '\"cash\":1') WHERE id = ?", wish);
    assertFound(Kind.TOTALS, "LISTING", "escrow: the total is ");
    assertFound(Kind.STATEMENT, "CASH:" + buyer, "the records have ");
    damage(
        "UPDATE v_block SET json = REPLACE(json, '\"serials\":[', '\"serials\":[\"1-1\",')"
            + " WHERE id = ?",
        sale);
    assertThat(found())
        .anyMatch(
            each -> each.kind() == Kind.SERIALS && each.records().contains("BLOCK_OFFER:" + sale));
  }

  @Test
  void what_new_instructions_move_is_looked_at_at_once() {
    reconciliation.examineFresh();
    ParticipantId trader = MOTION.traders().get(2);
    MOTION.market().deposit(trader, 500);
    MOTION.blocks().cut();
    projected.project(MOTION.blocks());
    reconciliation.examineFresh();
    assertThat(reconciliation.report().differences()).isEmpty();
    MOTION.market().deposit(trader, 700);
    MOTION.blocks().cut();
    projected.project(MOTION.blocks());
    damage("UPDATE m_owner_balance SET balance = balance + 1 WHERE owner = ?", trader.value());
    reconciliation.examineFresh();
    assertThat(reconciliation.report().differences())
        .anyMatch(each -> each.records().contains("CASH:" + trader));
  }
}
