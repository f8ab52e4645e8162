// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Which withdrawal a payment of a bank was for. It stands under the bank and its reference, so that
 * one payment does not confirm two withdrawals.
 *
 * @param bank the bank
 * @param reference its own of the payment
 * @param withdrawal the withdrawal
 */
public record Payment(ParticipantId bank, BankReference reference, InstructionId withdrawal)
    implements LedgerRecord {

  /** The type of payments. */
  public static final RecordType<Payment> TYPE =
      new RecordType<>("PAYMENT", Payment.class, Visibility.ACCOUNT.of("/bank"));

  /** The key of a payment. */
  public static Key<Payment> key(ParticipantId bank, BankReference reference) {
    return TYPE.key(bank.value(), reference.value());
  }

  @Override
  public Key<Payment> key() {
    return key(bank, reference);
  }
}
