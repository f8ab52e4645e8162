// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * To which bank account of its own a participant is paid out. The number itself is nobody's
 * business but the bank's: the ledger has a salted digest of it, by which the bank knows it again.
 *
 * @param at transaction time
 * @param bank the settlement bank that pays
 * @param confirmedAt when the bank found that the account is the participant's own; absent before
 * @param digest SHA-256 of the account with its salt
 * @param owner whose account
 */
public record BankBinding(
    Instant at,
    ParticipantId bank,
    Optional<Instant> confirmedAt,
    Sha256 digest,
    ParticipantId owner)
    implements LedgerRecord {

  /** The type of bindings. */
  public static final RecordType<BankBinding> TYPE =
      new RecordType<>("BANK_BINDING", BankBinding.class, Visibility.ACCOUNT.of("/owner", "/bank"));

  /** The key of a participant's binding at a settlement bank. */
  public static Key<BankBinding> key(ParticipantId owner, ParticipantId bank) {
    return TYPE.key(owner.value(), bank.value());
  }

  /** Whether the bank pays there. */
  public boolean isConfirmed() {
    return confirmedAt.isPresent();
  }

  /** The binding as the bank has confirmed it. */
  BankBinding confirmed(Instant time) {
    return new BankBinding(at, bank, Optional.of(time), digest, owner);
  }

  @Override
  public Key<BankBinding> key() {
    return key(owner, bank);
  }
}
