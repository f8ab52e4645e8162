// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.pki.Certificate;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A certification authority that the registry trusts to name participants' keys.
 *
 * @param certificate its certificate, DER in base64
 * @param document the licence of the certification authority
 * @param id SHA-256 of the certificate's DER
 * @param name zh and en
 * @param publishedAt transaction time
 * @param withdrawal when and why it was withdrawn; no key is registered under it since
 */
public record TrustAnchor(
    @Most(Certificate.BASE64_MOST) String certificate,
    Sha256 document,
    Sha256 id,
    Name name,
    Instant publishedAt,
    Optional<Withdrawal> withdrawal)
    implements LedgerRecord {

  /** The type of trust anchors. */
  public static final RecordType<TrustAnchor> TYPE =
      new RecordType<>("TRUSTANCHOR", TrustAnchor.class, Visibility.PUBLIC);

  /**
   * The end of trust.
   *
   * @param at transaction time
   * @param by who withdrew it
   * @param reason in words
   */
  public record Withdrawal(
      Instant at, ParticipantId by, @Most(Participant.REASON_MOST) String reason) {}

  /** The key of the trust anchor with a certificate of a digest. */
  public static Key<TrustAnchor> key(Sha256 id) {
    return TYPE.key(id.value());
  }

  public boolean isTrusted() {
    return withdrawal.isEmpty();
  }

  /** The anchor, withdrawn. */
  public TrustAnchor withWithdrawal(Withdrawal end) {
    return new TrustAnchor(certificate, document, id, name, publishedAt, Optional.of(end));
  }

  @Override
  public Key<TrustAnchor> key() {
    return key(id);
  }
}
