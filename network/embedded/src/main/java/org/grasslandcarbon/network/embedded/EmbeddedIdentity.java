// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * A client identity that the CA of one of the peer's organisations has issued.
 *
 * @param mspId the organisation, for instance {@code GrasslandMSP}
 * @param certificate P-256, subject {@code CN=<common name>, OU=client}, issued by the
 *     organisation's CA
 * @param privateKey the matching {@link java.security.interfaces.ECPrivateKey}
 */
public record EmbeddedIdentity(String mspId, X509Certificate certificate, PrivateKey privateKey) {
  /** Refuses missing parts. */
  public EmbeddedIdentity {
    Objects.requireNonNull(mspId);
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(privateKey);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "EmbeddedIdentity[" + mspId + ", " + certificate.getSubjectX500Principal() + "]";
  }
}
