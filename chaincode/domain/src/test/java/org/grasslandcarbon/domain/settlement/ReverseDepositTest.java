// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;

class ReverseDepositTest extends OneBanksCash {
  private final BankReference reference = fresh();

  private static ReverseDeposit all(BankReference reference) {
    return new ReverseDeposit(Optional.empty(), "another participant's", reference);
  }

  private static ReverseDeposit part(BankReference reference, long fen) {
    return new ReverseDeposit(Optional.of(Fen.of(fen)), "one digit too many", reference);
  }

  @Test
  void a_deposit_is_taken_back_as_a_whole() {
    ledger.apply(bank, deposit(trader, 1_000, reference));
    InstructionId id = ledger.apply(bank, all(reference));
    assertThat(available(trader)).isZero();
    assertThat(total()).isZero();
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            new Money(Asset.CNY, Fen.of(1_000))
                .posting(Account.cash(trader, bank), Account.bank(bank)));
    Deposit.Reversal reversal =
        ledger.find(Deposit.key(bank, reference)).flatMap(Deposit::reversal).orElseThrow();
    assertThat(reversal.amount()).isEqualTo(Fen.of(1_000));
    assertThat(reversal.id()).isEqualTo(id);
    assertThat(reversal.reason()).isEqualTo("another participant's");
  }

  @Test
  void a_deposit_is_taken_back_in_part_and_once() {
    ledger.apply(bank, deposit(trader, 1_000, reference));
    InstructionId first = ledger.apply(bank, part(reference, 900));
    assertThat(available(trader)).isEqualTo(100);
    Verdict again = ledger.submit(bank, part(reference, 1));
    assertThat(again.code()).isEqualTo("WRONG_STATE");
    assertThat(again.detail().orElseThrow()).contains(first.value(), "900");
  }

  @Test
  void the_reference_of_a_deposit_taken_back_stays_used() {
    ledger.apply(bank, deposit(trader, 1_000, reference));
    ledger.apply(bank, all(reference));
    assertThat(verdict(bank, deposit(trader, 1_000, reference))).isEqualTo("BANK_REFERENCE_USED");
  }

  @Test
  void more_than_the_deposit_is_not_taken_back() {
    ledger.apply(bank, deposit(trader, 1_000, reference));
    deposited(trader, 5_000);
    assertThat(verdict(bank, part(reference, 1_001))).isEqualTo("EXCEEDS_DEPOSIT");
  }

  @Test
  void what_was_spent_is_not_taken_back() {
    bound(trader);
    ledger.apply(bank, deposit(trader, 1_000, reference));
    ledger.apply(trader, request(400));
    assertThat(verdict(bank, all(reference))).isEqualTo("INSUFFICIENT_CASH");
    assertThat(verdict(bank, part(reference, 601))).isEqualTo("INSUFFICIENT_CASH");
    assertThat(verdict(bank, part(reference, 600))).isEqualTo("APPLIED");
  }

  @Test
  void a_bank_takes_back_its_own_deposits_only() {
    ledger.apply(bank, deposit(trader, 1_000, reference));
    assertThat(verdict(otherBank, all(reference))).isEqualTo("UNKNOWN_DEPOSIT");
    assertThat(verdict(bank, all(fresh()))).isEqualTo("UNKNOWN_DEPOSIT");
    assertThat(verdict(authority, all(reference))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_deposit_of_a_suspended_participant_is_taken_back() {
    ledger.apply(bank, deposit(trader, 1_000, reference));
    ledger.apply(authority, new SuspendParticipant(trader, "unreported change"));
    assertThat(verdict(bank, all(reference))).isEqualTo("APPLIED");
  }

  @Test
  void nothing_is_not_taken_back() {
    assertThatThrownBy(() -> part(reference, 0)).hasMessageContaining("at least 1 fen");
  }
}
