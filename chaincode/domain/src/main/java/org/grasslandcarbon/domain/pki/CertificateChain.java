// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.pki;

import java.time.Instant;
import java.util.List;

/**
 * A participant's certificate, those of the authorities above it, and a trust anchor's at the end.
 * Verified as RFC 5280 section 6 describes, without policies, name constraints and revocation
 * lists: a registered key is revoked on the ledger, where everybody sees it.
 */
public final class CertificateChain {
  /** Participant, issuing authority, intermediate authority, anchor. */
  public static final int CERTIFICATES_MOST = 4;

  private CertificateChain() {}

  /**
   * Verifies a chain and answers the participant's certificate.
   *
   * @param chain each certificate in base64, the participant's first, the trusted one last
   * @param time when the chain must be valid
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code BAD_CERTIFICATE}
   */
  public static Certificate verify(List<String> chain, Instant time) {
    List<Certificate> certificates = chain.stream().map(Certificate::parse).toList();
    Certificate participant = certificates.get(0);
    for (int i = 0; i < certificates.size(); i++) {
      Certificate each = certificates.get(i);
      each.requireValidAt(time);
      if (i == 0) {
        each.requireSigner();
      } else {
        each.requireAuthority(i - 1);
        certificates.get(i - 1).requireIssuedBy(each);
      }
    }
    return participant;
  }

  /**
   * Reads a certificate that is to be trusted from now on; its own signature proves nothing.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code BAD_CERTIFICATE}
   */
  public static Certificate anchor(String base64, Instant time) {
    Certificate anchor = Certificate.parse(base64);
    anchor.requireValidAt(time);
    anchor.requireAuthority(0);
    return anchor;
  }
}
