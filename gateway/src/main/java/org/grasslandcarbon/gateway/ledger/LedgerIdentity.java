// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * Who the gateway is to Fabric: a client of its organisation. It can bring instructions to the
 * ledger; it can forge none, because instructions are signed with keys it does not have.
 *
 * @param mspId the organisation
 * @param certificate issued by the organisation's certificate authority
 * @param privateKey the certificate's key, ECDSA on P-256
 */
public record LedgerIdentity(String mspId, X509Certificate certificate, PrivateKey privateKey) {
  public LedgerIdentity {
    Objects.requireNonNull(mspId);
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(privateKey);
  }

  /** Names the organisation only: the rest would be a key in a log. */
  @Override
  public String toString() {
    return "LedgerIdentity[" + mspId + "]";
  }
}
