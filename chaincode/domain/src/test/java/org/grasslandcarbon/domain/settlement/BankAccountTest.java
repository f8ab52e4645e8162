// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Binding of participants' bank accounts. */
class BankAccountTest extends OneBanksCash {
  private static final Sha256 OTHER = Sha256.of("another account and salt");

  private BankBinding binding(ParticipantId who) {
    return ledger.find(BankBinding.key(who, bank)).orElseThrow();
  }

  @Test
  void a_bank_account_is_bound_when_the_bank_has_confirmed_it() {
    ledger.apply(trader, new BindBankAccount(bank, ACCOUNT));
    assertThat(binding(trader).isConfirmed()).isFalse();
    ledger.apply(bank, new ConfirmBankAccount(ACCOUNT, trader));
    assertThat(binding(trader).confirmedAt()).contains(ledger.time());
    assertThat(binding(trader).digest()).isEqualTo(ACCOUNT);
  }

  @Test
  void a_bank_confirms_what_it_has_checked_and_once() {
    assertThat(verdict(bank, new ConfirmBankAccount(ACCOUNT, trader)))
        .isEqualTo("BANK_ACCOUNT_NOT_BOUND");
    ledger.apply(trader, new BindBankAccount(bank, ACCOUNT));
    ledger.apply(trader, new BindBankAccount(bank, OTHER));
    assertThat(verdict(bank, new ConfirmBankAccount(ACCOUNT, trader)))
        .isEqualTo("BANK_ACCOUNT_MISMATCH");
    ledger.apply(bank, new ConfirmBankAccount(OTHER, trader));
    assertThat(verdict(bank, new ConfirmBankAccount(OTHER, trader))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_bank_confirms_what_is_bound_with_itself_only() {
    ledger.apply(trader, new BindBankAccount(bank, ACCOUNT));
    assertThat(verdict(otherBank, new ConfirmBankAccount(ACCOUNT, trader)))
        .isEqualTo("BANK_ACCOUNT_NOT_BOUND");
    assertThat(verdict(trader, new ConfirmBankAccount(ACCOUNT, trader))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void who_is_no_bank_pays_nobody() {
    for (ParticipantId other : List.of(exchange, trader, ledger.newId())) {
      assertThat(verdict(trader, new BindBankAccount(other, ACCOUNT))).isEqualTo("NOT_A_BANK");
    }
  }

  @Test
  void a_confirmed_account_changes_only_with_nothing_there_and_nothing_on_its_way() {
    bound(trader);
    deposited(trader, 100);
    BindBankAccount change = new BindBankAccount(bank, OTHER);
    assertThat(verdict(trader, change)).isEqualTo("CASH_NOT_ZERO");
    InstructionId withdrawal = ledger.apply(trader, request(100));
    assertThat(verdict(trader, change)).isEqualTo("CASH_NOT_ZERO");
    ledger.apply(bank, confirm(withdrawal));
    assertThat(verdict(trader, change)).isEqualTo("APPLIED");
    deposited(trader, 100);
    assertThat(verdict(trader, request(100))).isEqualTo("BANK_ACCOUNT_NOT_BOUND");
    ledger.apply(bank, new ConfirmBankAccount(OTHER, trader));
    assertThat(verdict(trader, request(100))).isEqualTo("APPLIED");
  }

  @Test
  void an_account_that_nobody_has_confirmed_changes_at_any_time() {
    deposited(trader, 100);
    ledger.apply(trader, new BindBankAccount(bank, ACCOUNT));
    assertThat(verdict(trader, new BindBankAccount(bank, OTHER))).isEqualTo("APPLIED");
  }

  @Test
  void money_for_practice_does_not_stand_in_the_way_of_a_change() {
    bound(trader);
    practised(trader, 5);
    assertThat(verdict(trader, new BindBankAccount(bank, OTHER))).isEqualTo("APPLIED");
  }
}
