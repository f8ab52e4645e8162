// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;

/**
 * The trust file of an embedded ledger: its first block, and the authorities of its organisations,
 * more than half of which must vouch. They are made with the ledger and never change, so that the
 * file does not either.
 */
record EmbeddedTrust(TrustFile file) {
  private static final String NAME = "trust.json";

  static EmbeddedTrust of(EmbeddedPeer peer) {
    List<TrustFile.Organisation> organisations =
        new TreeMap<>(peer.authorities())
            .entrySet().stream().map(EmbeddedTrust::organisation).toList();
    return new EmbeddedTrust(
        new TrustFile(
            OneJvmLedger.CHAINCODE,
            OneJvmLedger.CHANNEL,
            Optional.of(new Sha256(peer.genesisHash())),
            organisations.size() / 2 + 1,
            organisations));
  }

  private static TrustFile.Organisation organisation(Map.Entry<String, X509Certificate> authority) {
    try {
      X509Certificate certificate = authority.getValue();
      return new TrustFile.Organisation(
          authority.getKey(),
          List.of(),
          List.of(
              new TrustFile.Root(
                  Base64.getEncoder().encodeToString(certificate.getEncoded()),
                  certificate.getNotBefore().toInstant(),
                  Optional.empty(),
                  Optional.empty())));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be encoded", e);
    }
  }

  /** The roots' fingerprints by organisation. */
  SortedMap<String, String> fingerprints() {
    SortedMap<String, String> fingerprints = new TreeMap<>();
    file.organisations()
        .forEach(each -> fingerprints.put(each.mspId(), each.roots().get(0).fingerprint()));
    return fingerprints;
  }

  /** Writes it, whole or not at all; only once the start is sure of its ledger. */
  Path writeInto(Path data) {
    Path written = data.resolve(NAME);
    Path beside = data.resolve(NAME + ".new");
    try {
      Files.write(beside, Codec.write(file));
      return Files.move(
          beside, written, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DataException(
          "无法写入 " + written + "（" + e + "）。", written + " cannot be written (" + e + ").", e);
    }
  }
}
