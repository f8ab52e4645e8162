// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A public key registered for a participant. A key belongs to one participant for ever; once
 * revoked it stays revoked.
 *
 * @param addedAt transaction time
 * @param addedBy who registered it
 * @param certificate SHA-256 of the certificate that brought the key, if one did
 * @param jwk the key
 * @param kid its thumbprint
 * @param participant whose it is
 * @param revocation when and why it was revoked
 */
public record RegisteredKey(
    Instant addedAt,
    ParticipantId addedBy,
    Optional<Sha256> certificate,
    Jwk jwk,
    KeyId kid,
    ParticipantId participant,
    Optional<Revocation> revocation)
    implements LedgerRecord {

  /** The type of keys. */
  public static final RecordType<RegisteredKey> TYPE =
      new RecordType<>("KEY", RegisteredKey.class, Visibility.PUBLIC);

  /**
   * The end of a key.
   *
   * @param at transaction time
   * @param by who revoked it
   * @param reason in words
   */
  public record Revocation(
      Instant at, ParticipantId by, @Most(Participant.REASON_MOST) String reason) {}

  /** The key of a key. */
  public static Key<RegisteredKey> key(KeyId kid) {
    return TYPE.key(kid.value());
  }

  public boolean isRevoked() {
    return revocation.isPresent();
  }

  /** The key, revoked. */
  public RegisteredKey withRevocation(Revocation end) {
    return new RegisteredKey(
        addedAt, addedBy, certificate, jwk, kid, participant, Optional.of(end));
  }

  @Override
  public Key<RegisteredKey> key() {
    return key(kid);
  }
}
