// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money on its way out, and what a bank answers. */
class WithdrawalTest extends OneBanksCash {
  @BeforeEach
  void payIn() {
    bound(trader);
    deposited(trader, 1_000);
  }

  @Test
  void what_is_asked_for_is_at_nobodys_disposal_until_the_bank_answers() {
    InstructionId id = ledger.apply(trader, request(300));
    assertThat(available(trader)).isEqualTo(700);
    assertThat(account(trader).withdrawingBy(id)).isEqualTo(Fen.of(300));
    assertThat(total()).isEqualTo(1_000);
    assertThat(withdrawal(id).state()).isEqualTo(Withdrawal.State.REQUESTED);
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            new Money(Asset.CNY, Fen.of(300))
                .posting(Account.cash(trader, bank), Account.withdrawing(trader, id)));
  }

  @Test
  void what_the_bank_has_paid_leaves_the_ledger() {
    InstructionId id = ledger.apply(trader, request(300));
    BankReference reference = fresh();
    InstructionId answer = ledger.apply(bank, new ConfirmWithdrawal(reference, id));
    assertThat(available(trader)).isEqualTo(700);
    assertThat(account(trader).withdrawing()).isEmpty();
    assertThat(total()).isEqualTo(700);
    assertThat(withdrawal(id).state()).isEqualTo(Withdrawal.State.PAID);
    assertThat(withdrawal(id).answer().orElseThrow().reference()).contains(reference);
    assertThat(withdrawal(id).answer().orElseThrow().id()).isEqualTo(answer);
    assertThat(ledger.journal(answer).postings())
        .containsExactly(
            new Money(Asset.CNY, Fen.of(300))
                .posting(Account.withdrawing(trader, id), Account.bank(bank)));
  }

  @Test
  void what_the_bank_does_not_pay_is_its_owners_again_with_the_reason() {
    InstructionId id = ledger.apply(trader, request(300));
    ledger.apply(authority, new SuspendParticipant(trader, "unreported change"));
    InstructionId answer = ledger.apply(bank, refuse(id));
    assertThat(available(trader)).isEqualTo(1_000);
    assertThat(account(trader).withdrawing()).isEmpty();
    assertThat(withdrawal(id).state()).isEqualTo(Withdrawal.State.REFUSED);
    assertThat(withdrawal(id).answer().orElseThrow().reason()).contains("the account is closed");
    assertThat(ledger.journal(answer).postings())
        .containsExactly(
            new Money(Asset.CNY, Fen.of(300))
                .posting(Account.withdrawing(trader, id), Account.cash(trader, bank)));
  }

  @Test
  void more_than_is_there_is_not_paid_out() {
    assertThat(verdict(trader, request(1_001))).isEqualTo("INSUFFICIENT_CASH");
    ledger.apply(trader, request(600));
    assertThat(verdict(trader, request(600))).isEqualTo("INSUFFICIENT_CASH");
  }

  @Test
  void nothing_is_not_paid_out() {
    assertThatThrownBy(() -> request(0)).hasMessageContaining("at least 1 fen");
  }

  @Test
  void a_withdrawal_is_answered_once() {
    InstructionId paid = ledger.apply(trader, request(300));
    ledger.apply(bank, confirm(paid));
    assertThat(verdict(bank, confirm(paid))).isEqualTo("WRONG_STATE");
    assertThat(verdict(bank, refuse(paid))).isEqualTo("WRONG_STATE");
    InstructionId refused = ledger.apply(trader, request(300));
    ledger.apply(bank, refuse(refused));
    assertThat(verdict(bank, confirm(refused))).isEqualTo("WRONG_STATE");
    assertThat(verdict(bank, refuse(refused))).isEqualTo("WRONG_STATE");
    assertThat(total()).isEqualTo(700);
    assertThat(available(trader)).isEqualTo(700);
  }

  @Test
  void a_bank_answers_for_itself_only() {
    InstructionId id = ledger.apply(trader, request(300));
    assertThat(verdict(otherBank, confirm(id))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(otherBank, refuse(id))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(trader, refuse(id))).isEqualTo("NOT_ALLOWED");
    InstructionId nothing = TestLedger.newInstruction();
    assertThat(verdict(bank, confirm(nothing))).isEqualTo("UNKNOWN_WITHDRAWAL");
    assertThat(verdict(bank, refuse(nothing))).isEqualTo("UNKNOWN_WITHDRAWAL");
  }

  @Test
  void one_payment_confirms_one_withdrawal() {
    InstructionId first = ledger.apply(trader, request(300));
    InstructionId second = ledger.apply(trader, request(300));
    BankReference reference = fresh();
    ledger.apply(bank, new ConfirmWithdrawal(reference, first));
    Verdict again = ledger.submit(bank, new ConfirmWithdrawal(reference, second));
    assertThat(again.code()).isEqualTo("BANK_REFERENCE_USED");
    assertThat(again.detail().orElseThrow()).contains(first.value());
  }

  @Test
  void two_confirmations_in_one_batch_pay_once() {
    InstructionId id = ledger.apply(trader, request(300));
    List<Verdict> verdicts =
        ledger.submit(
            ledger.sign(TestLedger.newInstruction(), bank, confirm(id)),
            ledger.sign(TestLedger.newInstruction(), bank, confirm(id)));
    assertThat(verdicts).extracting(Verdict::code).containsExactly("APPLIED", "WRONG_STATE");
    assertThat(total()).isEqualTo(700);
  }

  @Test
  void an_account_has_so_many_withdrawals_that_wait_at_most() {
    for (int i = 0; i < CashAccount.WITHDRAWALS_MOST; i++) {
      ledger.apply(trader, request(1));
    }
    assertThat(verdict(trader, request(1))).isEqualTo("TOO_MANY_WITHDRAWALS");
  }

  @Test
  void without_a_confirmed_bank_account_nothing_but_practice_is_paid_out() {
    deposited(owner, 10);
    assertThat(verdict(owner, request(10))).isEqualTo("BANK_ACCOUNT_NOT_BOUND");
    ledger.apply(owner, new BindBankAccount(bank, ACCOUNT));
    assertThat(verdict(owner, request(10))).isEqualTo("BANK_ACCOUNT_NOT_BOUND");
    practised(owner, 10);
    InstructionId practice =
        ledger.apply(owner, new RequestWithdrawal(Fen.of(10), Asset.CNY_TRAINING, bank));
    assertThat(verdict(bank, confirm(practice))).isEqualTo("APPLIED");
    ledger.apply(bank, new ConfirmBankAccount(ACCOUNT, owner));
    assertThat(verdict(owner, request(10))).isEqualTo("APPLIED");
  }

  @Test
  void the_exchange_withdraws_its_fees_and_those_without_accounts_nothing() {
    bound(exchange);
    deposited(exchange, 5);
    assertThat(verdict(exchange, request(5))).isEqualTo("APPLIED");
    assertThat(verdict(bank, request(5))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(authority, request(5))).isEqualTo("NOT_ALLOWED");
  }
}
