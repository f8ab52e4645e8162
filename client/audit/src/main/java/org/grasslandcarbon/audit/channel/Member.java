// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Somebody whose certificate was read: of which organisation, in which roles, and whether valid.
 */
public final class Member {
  private final String mspId;
  private final X509Certificate certificate;
  private final SignatureKey key;
  private final Standing standing;

  /**
   * What an organisation says of a certificate.
   *
   * @param fault why it is not valid; empty when it is
   * @param admin whether it is listed as an administrator's
   * @param roles the roles that its units stand for
   * @param units its organisational units
   * @param chain which authorities certify it, as a digest
   */
  record Standing(
      Optional<Detail> fault, boolean admin, Set<Role> roles, Set<String> units, ByteString chain) {
    Standing {
      roles = Set.copyOf(roles);
      units = Set.copyOf(units);
    }
  }

  /** The roles that an organisation tells apart by units of certificates. */
  enum Role {
    CLIENT,
    PEER,
    ADMIN,
    ORDERER
  }

  Member(String mspId, X509Certificate certificate, SignatureKey key, Standing standing) {
    this.mspId = mspId;
    this.certificate = certificate;
    this.key = key;
    this.standing = standing;
  }

  /** Its organisation. */
  public String mspId() {
    return mspId;
  }

  /** Why its certificate is not valid; empty when it is. */
  public Optional<Detail> fault() {
    return standing.fault();
  }

  Standing standing() {
    return standing;
  }

  /** Whether the certificate was over, or had not begun, at some time. */
  public boolean isOutsideValidity(Instant time) {
    return time.isAfter(certificate.getNotAfter().toInstant())
        || time.isBefore(certificate.getNotBefore().toInstant());
  }

  /** Whether a signature over the parts, one after the other, is its key's. */
  public boolean signed(ByteString signature, ByteString... parts) {
    return key.signed(signature, parts);
  }

  /** Two texts of one certificate are one member. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Member member
        && member.mspId.equals(mspId)
        && member.certificate.equals(certificate);
  }

  @Override
  public int hashCode() {
    return certificate.hashCode();
  }

  /** Who it is, for people. */
  @Override
  public String toString() {
    return mspId + " " + certificate.getSubjectX500Principal().getName();
  }
}
