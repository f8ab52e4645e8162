// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Money that a participant paid in at a settlement bank. It stands under the bank and its
 * reference, so that no entry of the bank's books is counted twice.
 *
 * @param amount fen
 * @param asset the asset
 * @param at transaction time
 * @param bank the bank
 * @param id the instruction that deposited it
 * @param participant who paid it in
 * @param reference the bank's own
 * @param reversal what the bank took back of it
 */
public record Deposit(
    Fen amount,
    Asset asset,
    Instant at,
    ParticipantId bank,
    InstructionId id,
    ParticipantId participant,
    BankReference reference,
    Optional<Reversal> reversal)
    implements LedgerRecord {

  /** The type of deposits. */
  public static final RecordType<Deposit> TYPE =
      new RecordType<>("DEPOSIT", Deposit.class, Visibility.ACCOUNT.of("/participant", "/bank"));

  /** A reason is a paragraph; the bank's file says the rest. */
  static final int REASON_MOST = 500;

  /**
   * What a bank took back.
   *
   * @param amount fen
   * @param at transaction time
   * @param id the instruction that took it back
   * @param reason in words
   */
  public record Reversal(
      Fen amount, Instant at, InstructionId id, @Most(REASON_MOST) String reason) {}

  /** The key of a deposit. */
  public static Key<Deposit> key(ParticipantId bank, BankReference reference) {
    return TYPE.key(bank.value(), reference.value());
  }

  /** The deposit with what was taken back of it. */
  Deposit reversed(Reversal takenBack) {
    return new Deposit(amount, asset, at, bank, id, participant, reference, Optional.of(takenBack));
  }

  @Override
  public Key<Deposit> key() {
    return key(bank, reference);
  }
}
