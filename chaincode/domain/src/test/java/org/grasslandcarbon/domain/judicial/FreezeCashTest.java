// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.ConfirmWithdrawal;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.settlement.RefuseWithdrawal;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;
import org.grasslandcarbon.domain.settlement.ReverseDeposit;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Courts and the authority freeze, release and move money; here money for practice. */
class FreezeCashTest {
  private static final Sha256 DOCUMENT = Sha256.of("ruling");
  private static final BankReference REFERENCE = new BankReference("T-1");
  private static final Asset ASSET = Asset.CNY_TRAINING;

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId bank = ledger.admit(TestLedger.BEIJING, Role.BANK);
  private final ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
  private final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  private final ParticipantId creditor = ledger.admit(TestLedger.BEIJING, Role.TRADER);

  {
    ledger.apply(bank, new DepositCash(Fen.of(1_000), ASSET, owner, REFERENCE));
  }

  private String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  private FreezeCash freeze(Optional<Long> fen) {
    return new FreezeCash(fen.map(Fen::of), ASSET, bank, DOCUMENT, owner, "preservation");
  }

  private InstructionId frozen(long fen) {
    return ledger.apply(court, freeze(Optional.of(fen)));
  }

  private static ReleaseCash release(InstructionId freeze, Optional<Long> fen) {
    return new ReleaseCash(fen.map(Fen::of), DOCUMENT, freeze, "closed");
  }

  private static EnforceCash enforce(
      InstructionId freeze, Optional<Long> fen, ParticipantId recipient) {
    return new EnforceCash(fen.map(Fen::of), DOCUMENT, freeze, "judgment", Optional.of(recipient));
  }

  /** The bank pays it out as the document says. */
  private static EnforceCash payOut(InstructionId freeze, long fen) {
    return new EnforceCash(
        Optional.of(Fen.of(fen)), DOCUMENT, freeze, "judgment", Optional.empty());
  }

  private RequestWithdrawal request(long fen) {
    return new RequestWithdrawal(Fen.of(fen), ASSET, bank);
  }

  private CashAccount account(ParticipantId who) {
    return CashAccount.of(ledger::find, who, bank, ASSET);
  }

  private static Money money(long fen) {
    return new Money(ASSET, Fen.of(fen));
  }

  @Test
  void a_freeze_takes_money_out_of_its_owners_disposal() {
    InstructionId id = frozen(300);
    assertThat(account(owner).available()).isEqualTo(Fen.of(700));
    assertThat(account(owner).frozenUnder(id)).isEqualTo(Fen.of(300));
    assertThat(ledger.find(CashFreeze.key(id)).orElseThrow().amount()).isEqualTo(Fen.of(300));
    assertThat(ledger.journal(id).postings())
        .containsExactly(money(300).posting(Account.cash(owner, bank), Account.frozen(owner, id)));
  }

  @Test
  void a_freeze_without_amount_takes_all_that_is_there_now() {
    frozen(300);
    InstructionId rest = ledger.apply(authority, freeze(Optional.empty()));
    assertThat(account(owner).available()).isEqualTo(Fen.ZERO);
    assertThat(account(owner).frozenUnder(rest)).isEqualTo(Fen.of(700));
    assertThat(verdict(court, freeze(Optional.empty()))).isEqualTo("CASH_FROZEN");
  }

  @Test
  void what_is_frozen_is_neither_paid_out_nor_taken_back_nor_frozen_again() {
    frozen(300);
    assertThat(verdict(owner, request(701))).isEqualTo("CASH_FROZEN");
    assertThat(verdict(bank, new ReverseDeposit(Optional.empty(), "wrong", REFERENCE)))
        .isEqualTo("CASH_FROZEN");
    assertThat(verdict(authority, freeze(Optional.of(701L)))).isEqualTo("CASH_FROZEN");
    assertThat(verdict(owner, request(700))).isEqualTo("APPLIED");
  }

  @Test
  void what_is_on_its_way_out_is_frozen_when_the_bank_has_refused_to_pay_it() {
    InstructionId withdrawal = ledger.apply(owner, request(900));
    assertThat(verdict(court, freeze(Optional.of(101L)))).isEqualTo("INSUFFICIENT_CASH");
    ledger.apply(bank, new RefuseWithdrawal("a court has asked", withdrawal));
    assertThat(verdict(court, freeze(Optional.of(1_000L)))).isEqualTo("APPLIED");
  }

  @Test
  void a_freeze_is_refused_where_there_is_no_money() {
    assertThat(verdict(court, freeze(Optional.of(1_001L)))).isEqualTo("INSUFFICIENT_CASH");
    assertThat(
            verdict(
                court,
                new FreezeCash(Optional.empty(), ASSET, bank, DOCUMENT, creditor, "preservation")))
        .isEqualTo("INSUFFICIENT_CASH");
    assertThat(
            verdict(
                court,
                new FreezeCash(
                    Optional.of(Fen.of(1)), Asset.CNY, bank, DOCUMENT, owner, "preservation")))
        .isEqualTo("INSUFFICIENT_CASH");
  }

  @Test
  void an_account_is_under_so_many_freezes_at_most() {
    for (int i = 0; i < CashAccount.FREEZES_MOST; i++) {
      frozen(1);
    }
    assertThat(verdict(court, freeze(Optional.of(1L)))).isEqualTo("TOO_MANY_FREEZES");
  }

  @Test
  void nobody_but_courts_and_the_authority_freezes() {
    for (ParticipantId other : new ParticipantId[] {bank, owner, ledger.the(Role.OFFICE)}) {
      assertThat(verdict(other, freeze(Optional.of(1L)))).isEqualTo("NOT_ALLOWED");
    }
  }

  @Test
  void a_release_gives_back_some_or_all() {
    InstructionId freeze = frozen(300);
    ledger.apply(court, release(freeze, Optional.of(100L)));
    assertThat(account(owner).frozenUnder(freeze)).isEqualTo(Fen.of(200));
    InstructionId last = ledger.apply(authority, release(freeze, Optional.empty()));
    assertThat(account(owner).available()).isEqualTo(Fen.of(1_000));
    assertThat(account(owner).frozen()).isEmpty();
    assertThat(ledger.journal(last).postings())
        .containsExactly(
            money(200).posting(Account.frozen(owner, freeze), Account.cash(owner, bank)));
  }

  @Test
  void a_release_is_refused_without_a_freeze_beyond_it_or_after_it() {
    assertThat(verdict(court, release(TestLedger.newInstruction(), Optional.empty())))
        .isEqualTo("UNKNOWN_FREEZE");
    InstructionId freeze = frozen(300);
    assertThat(verdict(court, release(freeze, Optional.of(301L)))).isEqualTo("INSUFFICIENT_CASH");
    ledger.apply(court, release(freeze, Optional.empty()));
    assertThat(verdict(court, release(freeze, Optional.empty()))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_court_does_not_end_what_another_froze() {
    InstructionId freeze = frozen(300);
    ParticipantId other = ledger.admit(TestLedger.XILINHOT, Role.COURT);
    assertThat(verdict(other, release(freeze, Optional.empty()))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(other, enforce(freeze, Optional.empty(), creditor)))
        .isEqualTo("NOT_ALLOWED");
    InstructionId authoritys = ledger.apply(authority, freeze(Optional.of(1L)));
    assertThat(verdict(court, release(authoritys, Optional.empty()))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void an_enforcement_moves_frozen_money_at_the_same_bank() {
    InstructionId freeze = frozen(300);
    InstructionId id = ledger.apply(court, enforce(freeze, Optional.of(120L), creditor));
    assertThat(account(creditor).available()).isEqualTo(Fen.of(120));
    assertThat(account(owner).frozenUnder(freeze)).isEqualTo(Fen.of(180));
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            money(120).posting(Account.frozen(owner, freeze), Account.cash(creditor, bank)));
  }

  @Test
  void frozen_money_is_paid_out_by_the_bank_to_a_creditor_who_is_no_participant() {
    InstructionId freeze = frozen(300);
    InstructionId id = ledger.apply(court, payOut(freeze, 120));
    assertThat(account(owner).frozenUnder(freeze)).isEqualTo(Fen.of(180));
    assertThat(account(owner).withdrawingBy(id)).isEqualTo(Fen.of(120));
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            money(120).posting(Account.frozen(owner, freeze), Account.withdrawing(owner, id)));
    InstructionId paid = ledger.apply(bank, new ConfirmWithdrawal(new BankReference("P-1"), id));
    assertThat(ledger.journal(paid).postings())
        .containsExactly(money(120).posting(Account.withdrawing(owner, id), Account.bank(bank)));
    assertThat(account(owner).available()).isEqualTo(Fen.of(700));
  }

  @Test
  void what_the_bank_does_not_pay_to_a_creditor_is_frozen_as_before() {
    InstructionId freeze = frozen(300);
    InstructionId id = ledger.apply(court, payOut(freeze, 300));
    assertThat(account(owner).frozen()).isEmpty();
    ledger.apply(bank, new RefuseWithdrawal("no such account", id));
    assertThat(account(owner).frozenUnder(freeze)).isEqualTo(Fen.of(300));
    assertThat(account(owner).available()).isEqualTo(Fen.of(700));
    assertThat(verdict(court, payOut(freeze, 300))).isEqualTo("APPLIED");
  }

  @Test
  void an_owner_with_many_withdrawals_does_not_keep_a_court_out() {
    InstructionId freeze = frozen(300);
    while (verdict(owner, request(1)).equals("APPLIED")) {
      assertThat(account(owner).withdrawing().size())
          .isLessThan(CashAccount.WITHDRAWALS_WITH_ENFORCED_MOST);
    }
    assertThat(verdict(owner, request(1))).isEqualTo("TOO_MANY_WITHDRAWALS");
    while (account(owner).withdrawing().size() < CashAccount.WITHDRAWALS_WITH_ENFORCED_MOST) {
      ledger.apply(court, payOut(freeze, 1));
    }
    assertThat(verdict(court, payOut(freeze, 1))).isEqualTo("TOO_MANY_WITHDRAWALS");
  }

  @Test
  void an_enforcement_is_refused_without_a_freeze_beyond_it_or_after_it() {
    assertThat(verdict(court, enforce(TestLedger.newInstruction(), Optional.empty(), creditor)))
        .isEqualTo("UNKNOWN_FREEZE");
    InstructionId freeze = frozen(300);
    assertThat(verdict(court, enforce(freeze, Optional.of(301L), creditor)))
        .isEqualTo("INSUFFICIENT_CASH");
    ledger.apply(court, enforce(freeze, Optional.empty(), creditor));
    assertThat(verdict(court, enforce(freeze, Optional.empty(), creditor)))
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void an_enforcement_is_refused_to_those_who_may_have_no_money() {
    InstructionId freeze = frozen(300);
    for (ParticipantId recipient : new ParticipantId[] {court, bank, owner, ledger.newId()}) {
      assertThat(verdict(court, enforce(freeze, Optional.empty(), recipient)))
          .isEqualTo("PAYEE_NOT_ALLOWED");
    }
  }

  @Test
  void the_money_of_a_suspended_owner_is_frozen_and_enforced_all_the_same() {
    ledger.apply(authority, new SuspendParticipant(owner, "unreported change"));
    assertThat(verdict(court, enforce(frozen(300), Optional.empty(), creditor)))
        .isEqualTo("APPLIED");
  }

  @Test
  void nothing_is_neither_frozen_nor_released_nor_moved() {
    InstructionId freeze = frozen(300);
    assertThatThrownBy(() -> freeze(Optional.of(0L))).hasMessageContaining("at least 1 fen");
    assertThatThrownBy(() -> release(freeze, Optional.of(0L)))
        .hasMessageContaining("at least 1 fen");
    assertThatThrownBy(() -> enforce(freeze, Optional.of(0L), creditor))
        .hasMessageContaining("at least 1 fen");
  }
}
