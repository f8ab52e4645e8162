// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class DepositCashTest extends OneBanksCash {
  @Test
  void a_deposit_is_at_the_participants_disposal_and_in_the_banks_book() {
    BankReference reference = fresh();
    InstructionId id = ledger.apply(bank, deposit(trader, 1_000, reference));
    assertThat(available(trader)).isEqualTo(1_000);
    assertThat(total()).isEqualTo(1_000);
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            new Money(Asset.CNY, Fen.of(1_000))
                .posting(Account.bank(bank), Account.cash(trader, bank)));
    Deposit deposit = ledger.find(Deposit.key(bank, reference)).orElseThrow();
    assertThat(deposit.id()).isEqualTo(id);
    assertThat(deposit.participant()).isEqualTo(trader);
    assertThat(deposit.reversal()).isEmpty();
  }

  @Test
  void a_reference_counts_once_and_the_refusal_tells_the_first_deposit() {
    BankReference reference = fresh();
    InstructionId first = ledger.apply(bank, deposit(trader, 1_000, reference));
    Verdict again = ledger.submit(bank, deposit(owner, 70, reference));
    assertThat(again.code()).isEqualTo("BANK_REFERENCE_USED");
    assertThat(again.detail().orElseThrow()).contains(first.value(), "1000", "CNY", trader.value());
    assertThat(available(owner)).isZero();
  }

  @Test
  void one_reference_in_one_batch_counts_once() {
    DepositCash deposit = deposit(trader, 1_000, fresh());
    List<Verdict> verdicts =
        ledger.submit(
            ledger.sign(TestLedger.newInstruction(), bank, deposit),
            ledger.sign(TestLedger.newInstruction(), bank, deposit));
    assertThat(verdicts)
        .extracting(Verdict::code)
        .containsExactly("APPLIED", "BANK_REFERENCE_USED");
    assertThat(total()).isEqualTo(1_000);
  }

  /**
   * Each simulates on the same state; the peer takes what wrote a key first and refuses the other.
   */
  @Test
  void two_gateways_at_once_write_one_key_and_the_one_that_is_judged_anew_is_refused() {
    BankReference reference = fresh();
    byte[] first =
        ledger.sign(TestLedger.newInstruction(), bank, deposit(trader, 1_000, reference));
    byte[] second =
        ledger.sign(TestLedger.newInstruction(), bank, deposit(trader, 1_000, reference));
    MapStore here = new MapStore(ledger.store());
    MapStore there = new MapStore(ledger.store());
    ledger.registry().submit(List.of(first), ledger.time(), here);
    ledger.registry().submit(List.of(second), ledger.time(), there);
    String key = Deposit.key(bank, reference).text();
    assertThat(here.state()).containsKey(key);
    assertThat(there.state()).containsKey(key);

    ledger.submit(first);
    assertThat(ledger.submit(second))
        .extracting(Verdict::code)
        .containsExactly("BANK_REFERENCE_USED");
    assertThat(total()).isEqualTo(1_000);
  }

  @Test
  void banks_do_not_take_each_others_references() {
    BankReference reference = fresh();
    ledger.apply(bank, deposit(trader, 1_000, reference));
    ledger.apply(otherBank, deposit(trader, 70, reference));
    assertThat(available(trader)).isEqualTo(1_000);
  }

  @Test
  void money_for_practice_is_apart() {
    ledger.apply(bank, new DepositCash(Fen.of(5), Asset.CNY_TRAINING, trader, fresh()));
    assertThat(available(trader)).isZero();
    assertThat(total()).isZero();
    assertThat(CashAccount.of(ledger::find, trader, bank, Asset.CNY_TRAINING).available().value())
        .isEqualTo(5);
  }

  @Test
  void owners_traders_and_the_exchange_have_accounts_and_nobody_else() {
    for (ParticipantId payee : List.of(owner, trader, exchange)) {
      assertThat(verdict(bank, deposit(payee, 1, fresh()))).isEqualTo("APPLIED");
    }
    ParticipantId certifier = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
    for (ParticipantId payee : List.of(authority, bank, certifier, ledger.newId())) {
      assertThat(verdict(bank, deposit(payee, 1, fresh()))).isEqualTo("PAYEE_NOT_ALLOWED");
    }
  }

  @Test
  void a_suspended_participants_money_arrives_all_the_same() {
    ledger.apply(authority, new SuspendParticipant(trader, "unreported change"));
    assertThat(verdict(bank, deposit(trader, 1, fresh()))).isEqualTo("APPLIED");
  }

  @Test
  void nobody_but_a_bank_deposits() {
    for (ParticipantId other : List.of(authority, trader, exchange)) {
      assertThat(verdict(other, deposit(trader, 1, fresh()))).isEqualTo("NOT_ALLOWED");
    }
  }

  @Test
  void a_banks_total_stays_within_what_the_ledger_counts() {
    deposited(trader, Fen.MAXIMUM - 1);
    assertThat(verdict(bank, deposit(owner, 2, fresh()))).isEqualTo("CASH_LIMIT");
    assertThat(verdict(bank, deposit(owner, 1, fresh()))).isEqualTo("APPLIED");
    assertThat(verdict(otherBank, deposit(owner, 2, fresh()))).isEqualTo("APPLIED");
  }

  @Test
  void nothing_is_not_deposited() {
    assertThatThrownBy(() -> deposit(trader, 0, fresh())).hasMessageContaining("at least 1 fen");
  }
}
