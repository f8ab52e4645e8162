// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/** A settlement bank and another, somebody with money there, and everybody else. */
abstract class OneBanksCash {
  static final Sha256 ACCOUNT = Sha256.of("account and salt");

  final TestLedger ledger = new TestLedger();
  final ParticipantId authority = ledger.the(Role.AUTHORITY);
  final ParticipantId bank = ledger.admit(TestLedger.BEIJING, Role.BANK);
  final ParticipantId otherBank = ledger.admit(TestLedger.BEIJING, Role.BANK);
  final ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  final ParticipantId exchange = ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
  private int references;

  String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  /** A reference that the banks have not used. */
  BankReference fresh() {
    return new BankReference("T-" + ++references);
  }

  static DepositCash deposit(ParticipantId participant, long fen, BankReference reference) {
    return new DepositCash(Fen.of(fen), Asset.CNY, participant, reference);
  }

  /** Money of a participant at the bank. */
  InstructionId deposited(ParticipantId participant, long fen) {
    return ledger.apply(bank, deposit(participant, fen, fresh()));
  }

  /** Money for practice of a participant at the bank, for which no bank account is needed. */
  void practised(ParticipantId participant, long fen) {
    ledger.apply(bank, new DepositCash(Fen.of(fen), Asset.CNY_TRAINING, participant, fresh()));
  }

  /** A bank account of a participant that the bank has confirmed. */
  void bound(ParticipantId participant) {
    ledger.apply(participant, new BindBankAccount(bank, ACCOUNT));
    ledger.apply(bank, new ConfirmBankAccount(ACCOUNT, participant));
  }

  RequestWithdrawal request(long fen) {
    return new RequestWithdrawal(Fen.of(fen), Asset.CNY, bank);
  }

  ConfirmWithdrawal confirm(InstructionId withdrawal) {
    return new ConfirmWithdrawal(fresh(), withdrawal);
  }

  static RefuseWithdrawal refuse(InstructionId withdrawal) {
    return new RefuseWithdrawal("the account is closed", withdrawal);
  }

  Withdrawal withdrawal(InstructionId id) {
    return ledger.find(Withdrawal.key(id)).orElseThrow();
  }

  CashAccount account(ParticipantId who) {
    return CashAccount.of(ledger::find, who, bank, Asset.CNY);
  }

  long available(ParticipantId who) {
    return account(who).available().value();
  }

  /** The bank's total on the ledger. */
  long total() {
    return BankBook.of(ledger::find, bank, Asset.CNY).total().value();
  }
}
