// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.ledger.NoDigestsException;
import org.grasslandcarbon.gateway.projection.CreditsInMotion;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are altered behind the gateway's back, and a peer's state, on every database. */
abstract class ReconciliationContract {
  private static final Duration CONFIRM_AFTER = Duration.ofSeconds(5);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CreditsInMotion credits = CreditsInMotion.play();
  private final TestPeer peer = new TestPeer();
  private ProjectedLedger projected;
  private Reconciliation reconciliation;
  private boolean whole = true;
  private boolean comparable = true;
  private Instant now = Instant.parse("2026-03-03T02:00:00Z");

  /** A database that holds nothing yet, prepared or not. */
  abstract DataSource newDatabase();

  /** Its state is the ledger's but for what a test has altered. */
  private final class TestPeer implements LedgerCheck.Peer {
    private final Map<String, Optional<byte[]>> altered = new TreeMap<>();
    private boolean silent;

    @Override
    public List<Optional<Sha256>> stateDigests(List<String> keys) throws NoDigestsException {
      if (silent) {
        throw new NoDigestsException("the chaincode is older", null);
      }
      return keys.stream().map(this::stored).map(value -> value.map(Sha256::of)).toList();
    }

    private Optional<byte[]> stored(String key) {
      return altered.getOrDefault(
          key, Optional.ofNullable(credits.ledger().store().state().get(key)));
    }

    @Override
    public OptionalLong height() {
      return OptionalLong.of(credits.blocks().all().size());
    }
  }

  @BeforeEach
  void prepare() {
    projected = new ProjectedLedger(newDatabase());
    projected.project(credits.blocks());
    reconciliation =
        new Reconciliation(
            projected.books(),
            peer,
            () -> whole,
            () -> comparable,
            projected::block,
            new ReconciliationSettings(Duration.ofMinutes(10), CONFIRM_AFTER),
            () -> now,
            meters);
  }

  /** Two rounds, with the time between them after which what differs from a peer is told. */
  private List<Difference> found() {
    reconciliation.examineAll();
    now = now.plus(CONFIRM_AFTER);
    reconciliation.examineAll();
    return reconciliation.report().differences();
  }

  private void assertFound(Kind kind, String record) {
    assertThat(found())
        .as(kind + " of " + record)
        .anyMatch(each -> each.kind() == kind && each.records().contains(record));
  }

  private String batch() {
    return credits.batch().value();
  }

  private String holding() {
    return "HOLDING:" + batch() + ":" + credits.trader();
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  @Test
  void nothing_is_examined_while_the_database_is_filled_again_and_everything_after() {
    whole = false;
    assertThat(reconciliation.step()).isFalse();
    assertThat(reconciliation.step()).isFalse();
    whole = true;
    for (int steps = 0; reconciliation.report().completed().isEmpty(); steps++) {
      assertThat(steps).as("steps of a round").isLessThan(10_000);
      reconciliation.step();
    }
    assertThat(reconciliation.report().block()).isEqualTo(projected.block());
  }

  @Test
  void where_all_is_well_nothing_is_found_and_it_is_said_when_all_was_looked_at() {
    assertThat(gauge("grassland.reconciliation.age")).isNaN();
    assertThat(reconciliation.report().completed()).isEmpty();
    assertThat(found()).isEmpty();
    assertThat(reconciliation.report())
        .isEqualTo(
            new Reconciliation.Report(
                Optional.of(now),
                projected.block(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    now = now.plusSeconds(30);
    assertThat(gauge("grassland.reconciliation.age")).isEqualTo(30);
    assertThat(gauge("grassland.reconciliation.differences")).isZero();
  }

  @Test
  void money_that_moves_is_held_against_the_journal_and_taken_for_no_batch() {
    TestLedger ledger = credits.ledger();
    ParticipantId bank = ledger.admit(TestLedger.BEIJING, Role.BANK);
    ledger.apply(
        bank,
        new DepositCash(Fen.of(1_000), Asset.CNY, credits.trader(), new BankReference("T-1")));
    credits.blocks().cut();
    projected.project(credits.blocks());
    assertThat(found()).isEmpty();

    projected.damage("UPDATE v_cash_statement SET c_amount = 2000 WHERE c_asset = 'CNY'");
    assertThat(found())
        .as("a line of its statement")
        .anyMatch(each -> each.kind() == Kind.POSTINGS && each.batch().equals(Optional.of("CNY")));
  }

  @Test
  void a_holding_with_a_serial_too_many_is_found_in_every_way_and_gone_when_it_is_mended() {
    String before =
        projected
            .jdbc()
            .queryForObject(
                "SELECT json FROM " + table("v_holding") + " WHERE id = ?",
                String.class,
                holding().substring("HOLDING:".length()));
    String after = before.replaceFirst("\"held\":\\[\"(\\d+)-(\\d+)\"", "\"held\":[\"1-$2\"");
    assertThat(after).isNotEqualTo(before);
    set("v_holding", holding(), after);

    assertThat(found())
        .filteredOn(each -> each.records().contains(holding()))
        .extracting(Difference::kind)
        .contains(Kind.SERIALS, Kind.STATEMENT, Kind.MOVEMENTS, Kind.COLUMNS, Kind.LEDGER);
    assertThat(reconciliation.report().differences())
        .anyMatch(each -> each.kind() == Kind.TOTALS && each.batch().equals(Optional.of(batch())));
    assertThat(reconciliation.report().since()).isPresent();
    assertThat(gauge("grassland.reconciliation.differences")).isPositive();

    set("v_holding", holding(), before);
    assertThat(found()).isEmpty();
    assertThat(reconciliation.report().since()).isEmpty();
  }

  private String table(String name) {
    return projected
        .jdbc()
        .queryForObject("SELECT made_as FROM p_layout WHERE name = ?", String.class, name);
  }

  private void set(String table, String record, String json) {
    String id = record.substring(record.indexOf(':') + 1);
    assertThat(projected.damage("UPDATE " + table + " SET json = ? WHERE id = ?", json, id))
        .isEqualTo(1);
  }

  @Test
  void a_holding_that_is_gone_is_missed() {
    projected.damage("DELETE FROM v_holding WHERE c_owner = ?", credits.trader().value());
    assertFound(Kind.SERIALS, "BATCH:" + batch());
    assertFound(Kind.STATEMENT, holding());
  }

  @Test
  void a_record_that_cannot_be_read_any_more_is_named() {
    projected.damage(
        "UPDATE v_holding SET json = REPLACE(json, '\"held\"', '\"he\u0000d\"') WHERE c_owner = ?"
            .replace("\u0000", "]"),
        credits.trader().value());
    projected.damage(
        "UPDATE v_retirement SET json = REPLACE(json, '{', '[') WHERE id = ?",
        credits.retirement().value());
    assertFound(Kind.UNREADABLE, "RETIREMENT:" + credits.retirement());
    assertFound(Kind.LEDGER, holding());
  }

  @Test
  void a_batch_that_has_another_size_is_found() {
    projected.damage(
        "UPDATE v_batch SET json = REPLACE(json, '\"issued\":1000', '\"issued\":1100')");
    assertFound(Kind.SERIALS, "BATCH:" + batch());
    assertFound(Kind.TOTALS, "BATCH:" + batch());
    assertFound(Kind.COLUMNS, "BATCH:" + batch());
    assertFound(Kind.LEDGER, "BATCH:" + batch());
  }

  @Test
  void what_lists_sort_and_filter_by_is_held_against_the_record() {
    assertThat(projected.damage("UPDATE v_retirement SET c_quantity = c_quantity + 1"))
        .isPositive();
    assertFound(Kind.COLUMNS, "RETIREMENT:" + credits.retirement());
    projected.damage("UPDATE v_participant SET c_suspended = TRUE");
    assertFound(Kind.COLUMNS, "PARTICIPANT:" + credits.owner());
  }

  @Test
  void a_total_that_is_another_is_found() {
    projected.damage("UPDATE m_account_total SET quantity = 31 WHERE kind = 'retired'");
    assertFound(Kind.TOTALS, "BATCH:" + batch());
    assertThat(reconciliation.report().differences())
        .extracting(Difference::what)
        .containsExactly("retired: the total is 31, records have 30");
    projected.damage("UPDATE m_account_total SET quantity = 30 WHERE kind = 'retired'");
    projected.damage("DELETE FROM m_account_total WHERE kind = 'buffer'");
    assertFound(Kind.TOTALS, "BATCH:" + batch());
  }

  @Test
  void a_balance_from_which_the_next_line_would_go_on_is_held_against_the_holding() {
    projected.damage(
        "UPDATE m_owner_balance SET available = available + 1 WHERE owner = ?",
        credits.trader().value());
    assertFound(Kind.STATEMENT, holding());
  }

  @Test
  void a_line_of_a_statement_that_was_altered_left_out_or_added_is_found() {
    String one = " WHERE seq = (SELECT MAX(seq) FROM v_statement WHERE c_owner = ?)";
    String trader = credits.trader().value();
    projected.damage("UPDATE v_statement SET c_balance = c_balance + 8" + one, trader);
    assertFound(Kind.STATEMENT, holding());
    projected.damage("UPDATE v_statement SET c_balance = c_balance - 8" + one, trader);
    assertThat(found()).isEmpty();

    projected.damage("UPDATE v_statement SET c_counterparty = 'buffer'" + one, trader);
    assertThat(found()).extracting(Difference::kind).containsOnly(Kind.POSTINGS);
    projected.damage("DELETE FROM v_statement" + one, trader);
    assertThat(found()).extracting(Difference::kind).contains(Kind.POSTINGS, Kind.STATEMENT);
  }

  @Test
  void a_movement_of_serials_that_is_another_or_gone_is_found() {
    String one = " WHERE destination LIKE 'retired:%'";
    projected.damage("UPDATE m_serial_move SET destination = 'buffer'" + one);
    assertFound(Kind.MOVEMENTS, "RETIREMENT:" + credits.retirement());
    assertFound(Kind.POSTINGS, "JOURNAL:" + credits.retirement());
    projected.damage(
        "DELETE FROM m_serial_move WHERE destination = 'buffer' AND seq > (SELECT MIN(seq) FROM"
            + " m_serial_move)");
    assertFound(Kind.MOVEMENTS, "RETIREMENT:" + credits.retirement());
  }

  @Test
  void an_act_that_a_timeline_leaves_out_or_hides_is_found() {
    String entry = "JOURNAL:" + credits.retirement();
    String one = " WHERE subject = ? AND is_open";
    projected.damage("UPDATE d_subject SET is_open = FALSE" + one, credits.batch().value());
    assertFound(Kind.POSTINGS, entry);
    projected.damage("DELETE FROM d_subject WHERE subject = ?", credits.batch().value());
    assertFound(Kind.POSTINGS, entry);
  }

  @Test
  void a_posting_that_was_altered_is_found_by_its_rows_and_by_the_peer() {
    String entry = "JOURNAL:" + credits.retirement();
    projected.damage(
        "UPDATE p_journal SET json = REPLACE(json, '\"amount\":30', '\"amount\":31') WHERE id = ?",
        credits.retirement().value());
    assertFound(Kind.POSTINGS, entry);
    assertFound(Kind.LEDGER, entry);
    projected.damage("DELETE FROM p_journal WHERE id = ?", credits.retirement().value());
    assertFound(Kind.POSTINGS, entry);
  }

  @Test
  void an_entry_that_cannot_be_read_is_named_and_the_others_are_examined_all_the_same() {
    projected.damage("UPDATE p_journal SET json = '{' WHERE id = ?", credits.retirement().value());
    projected.damage(
        "UPDATE v_statement SET c_action = 'x' WHERE c_owner = ? AND c_amount = 200",
        credits.trader().value());
    assertFound(Kind.UNREADABLE, "JOURNAL:" + credits.retirement());
    assertThat(found()).extracting(Difference::kind).contains(Kind.POSTINGS);
  }

  @Test
  void a_bit_that_is_flipped_in_the_peers_state_is_found() {
    String key = "\u0000HOLDING\u0000" + batch() + "\u0000" + credits.trader() + "\u0000";
    byte[] flipped = credits.ledger().store().state().get(key).clone();
    flipped[flipped.length / 2] ^= 1;
    peer.altered.put(key, Optional.of(flipped));
    reconciliation.examineAll();
    assertThat(reconciliation.report().differences()).as("not at first sight").isEmpty();
    assertThat(found()).extracting(Difference::kind).containsExactly(Kind.LEDGER);
    assertThat(reconciliation.report().differences().get(0).records()).containsExactly(holding());

    peer.altered.put(key, Optional.empty());
    assertThat(found()).as("a record that is gone").hasSize(1);
    peer.altered.clear();
    assertThat(found()).isEmpty();
  }

  @Test
  void a_peer_that_is_ahead_differs_for_good_reason() {
    // On the peer, and not projected yet.
    credits
        .ledger()
        .apply(
            credits.trader(), new TransferCredits(credits.batch(), Tonnes.of(3), credits.owner()));
    credits.blocks().cut();
    assertThat(found()).isEmpty();
    assertThat(found()).isEmpty();
    projected.project(credits.blocks());
    assertThat(found()).isEmpty();
  }

  @Test
  void what_new_entries_move_is_examined_before_everything_else() {
    reconciliation.examineAll();
    credits
        .ledger()
        .apply(
            credits.trader(), new TransferCredits(credits.batch(), Tonnes.of(3), credits.owner()));
    credits.blocks().cut();
    projected.project(credits.blocks());
    projected.damage("UPDATE m_account_total SET quantity = 31 WHERE kind = 'retired'");
    reconciliation.examineFresh();
    assertThat(reconciliation.report().differences())
        .extracting(Difference::kind)
        .containsExactly(Kind.TOTALS);
  }

  @Test
  void a_peer_that_cannot_be_asked_is_no_difference_and_it_is_said_that_nothing_was_compared() {
    peer.silent = true;
    assertThat(found()).isEmpty();
    assertThat(reconciliation.report().notCompared()).contains("the chaincode is older");
    assertThat(reconciliation.report().completed()).isPresent();
    peer.silent = false;
    comparable = false;
    assertThat(found()).isEmpty();
    assertThat(reconciliation.report().notCompared()).isPresent();
    comparable = true;
    assertThat(found()).isEmpty();
    assertThat(reconciliation.report().notCompared()).isEmpty();
  }

  @Test
  void what_cannot_be_looked_at_is_said_and_does_not_end_the_round() {
    String table = table("v_freeze");
    projected.jdbc().execute("ALTER TABLE " + table + " RENAME TO v_elsewhere");
    projected.damage("UPDATE m_account_total SET quantity = 31 WHERE kind = 'retired'");
    assertThat(found()).extracting(Difference::kind).containsExactly(Kind.TOTALS);
    assertThat(reconciliation.report().trouble()).isPresent();
    assertThat(reconciliation.report().completed()).isEmpty();
    projected.jdbc().execute("ALTER TABLE v_elsewhere RENAME TO " + table);
    found();
    assertThat(reconciliation.report().trouble()).isEmpty();
    assertThat(reconciliation.report().completed()).isPresent();
  }

  @Test
  void what_could_not_be_looked_at_again_is_not_taken_for_mended() {
    peer.altered.put("\u0000BATCH\u0000" + batch() + "\u0000", Optional.empty());
    projected.damage("UPDATE v_participant SET c_suspended = TRUE");
    List<Difference> before = found();
    assertThat(before).extracting(Difference::kind).contains(Kind.LEDGER, Kind.COLUMNS);
    peer.silent = true;
    assertThat(found()).isEqualTo(before);
    peer.silent = false;
    String table = table("v_participant");
    projected.jdbc().execute("ALTER TABLE " + table + " RENAME TO v_elsewhere");
    assertThat(found()).isEqualTo(before);
    projected.jdbc().execute("ALTER TABLE v_elsewhere RENAME TO " + table);
    projected.damage("UPDATE v_participant SET c_suspended = FALSE");
    peer.altered.clear();
    assertThat(found()).isEmpty();
  }

  @Test
  void the_public_is_told_of_batches_and_kinds_and_of_nobodys_name() {
    projected.damage("DELETE FROM v_holding WHERE c_owner = ?", credits.trader().value());
    for (Difference each : found()) {
      assertThat(each.zh() + each.en())
          .doesNotContain(credits.trader().value())
          .containsAnyOf(batch(), "HOLDING");
    }
  }

  @Test
  void a_database_that_has_lost_everything_does_not_fill_the_memory() {
    for (int i = 0; i < 300; i++) {
      projected
          .jdbc()
          .update(
              "INSERT INTO p_record (type, id, seq, block, json) VALUES ('AUCTION', ?, 0, 0, '{')",
              String.valueOf(i));
    }
    assertThat(found()).hasSize(200);
    projected.jdbc().update("DELETE FROM p_record WHERE type = 'AUCTION'");
    assertThat(found()).isEmpty();
  }
}
