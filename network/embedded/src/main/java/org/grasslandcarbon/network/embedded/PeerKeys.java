// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * The CAs of all organisations and of the orderer, and the identities with which the peer signs.
 */
final class PeerKeys {
  /** The organisation to which the orderer belongs; no client is ever enrolled with it. */
  static final String ORDERER_MSP = "OrdererMSP";

  private final Map<String, CertificateAuthority> authorities = new LinkedHashMap<>();
  private final Map<String, SigningIdentity> peers = new LinkedHashMap<>();
  private final CertificateAuthority ordererAuthority;
  private final SigningIdentity orderer;

  private PeerKeys(Path directory, List<String> organisations, boolean isNew)
      throws IOException, GeneralSecurityException {
    OwnerOnlyFiles.createDirectories(directory);
    OwnerOnlyFiles.restrictAll(directory);
    for (String mspId : organisations) {
      CertificateAuthority authority = CertificateAuthority.open(directory, mspId, isNew);
      authorities.put(mspId, authority);
      peers.put(mspId, new SigningIdentity(authority.enrol("peer0." + mspId, "peer")));
    }
    ordererAuthority = CertificateAuthority.open(directory, ORDERER_MSP, isNew);
    orderer = new SigningIdentity(ordererAuthority.enrol("orderer0." + ORDERER_MSP, "orderer"));
  }

  /**
   * Opens the keys of a ledger.
   *
   * @param isNew whether the ledger has no block yet, and its CAs are to be made
   * @throws EmbeddedPeerException {@code DIRECTORY_DAMAGED} when a key is missing or damaged
   */
  static PeerKeys open(Path directory, List<String> organisations, boolean isNew)
      throws IOException {
    try {
      return new PeerKeys(directory, organisations, isNew);
    } catch (GeneralSecurityException e) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
          directory + " 中的密钥无法使用；请从备份恢复。",
          "The keys in " + directory + " cannot be used; restore them from a backup.",
          e);
    }
  }

  Map<String, SigningIdentity> peers() {
    return peers;
  }

  SigningIdentity orderer() {
    return orderer;
  }

  Map<String, X509Certificate> applicationCertificates() {
    Map<String, X509Certificate> certificates = new LinkedHashMap<>();
    authorities.forEach((mspId, authority) -> certificates.put(mspId, authority.certificate()));
    return certificates;
  }

  Map<String, X509Certificate> ordererCertificates() {
    return Map.of(ORDERER_MSP, ordererAuthority.certificate());
  }

  /** Everybody whose signatures can be checked, the orderer included. */
  Membership membership() {
    Map<String, X509Certificate> all = applicationCertificates();
    all.putAll(ordererCertificates());
    return new Membership(all);
  }

  EmbeddedIdentity enrol(String mspId, String commonName) {
    CertificateAuthority authority = authorities.get(mspId);
    if (authority == null) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.INVALID_ARGUMENT,
          "There is no organisation " + mspId + ", only " + authorities.keySet() + ".");
    }
    try {
      return authority.enrol(commonName, "client");
    } catch (IOException | GeneralSecurityException e) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.WRITE_FAILED,
          "The identity " + commonName + " of " + mspId + " cannot be stored or read.",
          e);
    }
  }
}
