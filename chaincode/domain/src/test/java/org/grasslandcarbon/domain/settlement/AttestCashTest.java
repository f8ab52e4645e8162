// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;

/** What banks say that they have, held against the ledger's own totals. */
class AttestCashTest extends OneBanksCash {
  private LocalDate today() {
    return BeijingTime.day(ledger.time());
  }

  private LocalDate yesterday() {
    return today().minusDays(1);
  }

  private static AttestCash attest(LocalDate day, long total) {
    return new AttestCash(Asset.CNY, day, Fen.ZERO, Fen.ZERO, Fen.of(total));
  }

  private static CorrectAttestation correct(LocalDate day, long total) {
    return new CorrectAttestation(
        Asset.CNY, day, Fen.ZERO, "a receipt was left out", Fen.ZERO, Fen.of(total));
  }

  private Attestation attestation(LocalDate day) {
    return ledger.find(Attestation.key(bank, Asset.CNY, day)).orElseThrow();
  }

  private OptionalLong open(ParticipantId of) {
    return Attestations.openDifference(ledger::find, of, Asset.CNY);
  }

  private void nextDay() {
    ledger.advance(Duration.ofDays(1));
  }

  @Test
  void the_ledgers_total_of_a_day_is_deposits_less_confirmed_withdrawals_by_its_end() {
    bound(trader);
    deposited(trader, 1_000);
    InstructionId withdrawal = ledger.apply(trader, request(300));
    nextDay();
    ledger.apply(bank, confirm(withdrawal));
    deposited(owner, 50);
    nextDay();
    deposited(owner, 7);
    ledger.apply(bank, attest(yesterday().minusDays(2), 0));
    ledger.apply(bank, attest(yesterday().minusDays(1), 1_000));
    InstructionId id = ledger.apply(bank, attest(yesterday(), 750));
    assertThat(attestation(yesterday().minusDays(2)).ledgerTotal()).isEqualTo(Fen.ZERO);
    assertThat(attestation(yesterday().minusDays(1)).ledgerTotal()).isEqualTo(Fen.of(1_000));
    Attestation last = attestation(yesterday());
    assertThat(last.ledgerTotal()).isEqualTo(Fen.of(750));
    assertThat(last.difference()).isZero();
    assertThat(last.id()).isEqualTo(id);
    assertThat(open(bank)).isEmpty();
  }

  @Test
  void what_the_ledger_does_not_know_yet_explains_a_difference() {
    deposited(trader, 1_000);
    nextDay();
    ledger.apply(
        bank, new AttestCash(Asset.CNY, yesterday(), Fen.of(40), Fen.of(500), Fen.of(1_460)));
    assertThat(attestation(yesterday()).difference()).isZero();
  }

  @Test
  void a_difference_is_open_until_a_later_day_has_none() {
    deposited(trader, 1_000);
    nextDay();
    ledger.apply(bank, attest(yesterday(), 990));
    assertThat(attestation(yesterday()).difference()).isEqualTo(-10);
    assertThat(open(bank)).hasValue(-10);
    assertThat(open(otherBank)).isEmpty();
    nextDay();
    ledger.apply(bank, attest(yesterday(), 1_000));
    assertThat(open(bank)).isEmpty();
    ledger.apply(bank, attest(yesterday().minusDays(5), 3));
    assertThat(open(bank)).as("of the latest day, not of the latest instruction").isEmpty();
  }

  @Test
  void a_day_that_is_not_over_is_not_attested() {
    assertThat(verdict(bank, attest(today(), 0))).isEqualTo("DAY_NOT_OVER");
    assertThat(verdict(bank, attest(today().plusDays(1), 0))).isEqualTo("DAY_NOT_OVER");
  }

  @Test
  void a_day_ends_at_midnight_in_beijing() {
    ledger.advance(Duration.between(ledger.time(), Instant.parse("2025-03-04T15:59:59Z")));
    LocalDate day = LocalDate.of(2025, 3, 4);
    assertThat(verdict(bank, attest(day, 0))).isEqualTo("DAY_NOT_OVER");
    ledger.advance(Duration.ofSeconds(1));
    assertThat(verdict(bank, attest(day, 0))).isEqualTo("APPLIED");
  }

  @Test
  void a_day_is_attested_once() {
    InstructionId first = ledger.apply(bank, attest(yesterday(), 0));
    Verdict again = ledger.submit(bank, attest(yesterday(), 5));
    assertThat(again.code()).isEqualTo("ALREADY_ATTESTED");
    assertThat(again.detail().orElseThrow()).contains(first.value());
    assertThat(verdict(otherBank, attest(yesterday(), 0))).isEqualTo("APPLIED");
    assertThat(
            verdict(
                bank,
                new AttestCash(Asset.CNY_TRAINING, yesterday(), Fen.ZERO, Fen.ZERO, Fen.ZERO)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_wrong_figure_is_corrected_with_a_reason_and_stays_to_be_seen() {
    deposited(trader, 1_000);
    nextDay();
    ledger.apply(bank, attest(yesterday(), 990));
    InstructionId id = ledger.apply(bank, correct(yesterday(), 1_000));
    Attestation corrected = attestation(yesterday());
    assertThat(corrected.difference()).isZero();
    assertThat(corrected.figures().total()).isEqualTo(Fen.of(1_000));
    assertThat(corrected.corrections())
        .containsExactly(
            new Attestation.Correction(
                ledger.time(),
                id,
                "a receipt was left out",
                new Attestation.Figures(Fen.ZERO, Fen.ZERO, Fen.of(990))));
    assertThat(open(bank)).isEmpty();
  }

  @Test
  void a_correction_of_an_earlier_day_does_not_touch_the_latest() {
    deposited(trader, 1_000);
    nextDay();
    nextDay();
    ledger.apply(bank, attest(yesterday().minusDays(1), 1_000));
    ledger.apply(bank, attest(yesterday(), 1_001));
    ledger.apply(bank, correct(yesterday().minusDays(1), 5));
    assertThat(open(bank)).hasValue(1);
  }

  @Test
  void only_what_was_attested_is_corrected_and_not_without_end() {
    assertThat(verdict(bank, correct(yesterday(), 1))).isEqualTo("NOT_ATTESTED");
    ledger.apply(bank, attest(yesterday(), 0));
    assertThat(verdict(otherBank, correct(yesterday(), 1))).isEqualTo("NOT_ATTESTED");
    for (int i = 0; i < Attestation.CORRECTIONS_MOST; i++) {
      ledger.apply(bank, correct(yesterday(), i));
    }
    assertThat(verdict(bank, correct(yesterday(), 0))).isEqualTo("TOO_MANY_CORRECTIONS");
  }

  @Test
  void nobody_but_a_bank_attests() {
    for (ParticipantId other : new ParticipantId[] {authority, exchange, trader}) {
      assertThat(verdict(other, attest(yesterday(), 0))).isEqualTo("NOT_ALLOWED");
      assertThat(verdict(other, correct(yesterday(), 0))).isEqualTo("NOT_ALLOWED");
    }
  }

  /** Two gateways around midnight: the later transaction may have the earlier time. */
  @Test
  void what_comes_late_counts_on_the_next_day_once_a_day_is_attested() {
    deposited(trader, 1_000);
    Instant before = ledger.time();
    nextDay();
    ledger.apply(bank, attest(yesterday(), 1_000));
    ledger.advance(Duration.between(ledger.time(), before));
    deposited(trader, 5);
    nextDay();
    assertThat(BankBook.of(ledger::find, bank, Asset.CNY).totalAtEndOf(yesterday()))
        .contains(Fen.of(1_000));
    assertThat(BankBook.of(ledger::find, bank, Asset.CNY).totalAtEndOf(today()))
        .contains(Fen.of(1_005));
  }

  @Test
  void a_day_whose_total_is_not_kept_any_more_is_not_attested() {
    LocalDate first = today();
    for (int i = 0; i <= BankBook.DAYS_MOST; i++) {
      deposited(trader, 1);
      nextDay();
    }
    assertThat(BankBook.of(ledger::find, bank, Asset.CNY).days()).hasSize(BankBook.DAYS_MOST);
    assertThat(verdict(bank, attest(first, 1))).isEqualTo("DAY_TOO_EARLY");
    assertThat(verdict(bank, attest(first.plusDays(1), 2))).isEqualTo("APPLIED");
  }
}
