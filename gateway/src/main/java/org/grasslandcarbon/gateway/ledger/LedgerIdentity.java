// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

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

  /**
   * Reads an identity from PEM files.
   *
   * @throws IllegalArgumentException naming the file that cannot be read or is not what it should
   *     be
   */
  public static LedgerIdentity read(String mspId, Path certificate, Path privateKey) {
    return new LedgerIdentity(
        mspId,
        read(certificate, "certificate", Identities::readX509Certificate),
        read(privateKey, "private key", Identities::readPrivateKey));
  }

  /** How Fabric writes it: the creator of every transaction that we send. */
  ByteString creator() {
    return SerializedIdentity.newBuilder()
        .setMspid(mspId)
        .setIdBytes(ByteString.copyFrom(new X509Identity(mspId, certificate).getCredentials()))
        .build()
        .toByteString();
  }

  @FunctionalInterface
  private interface PemReader<T> {
    T read(Reader pem) throws IOException, GeneralSecurityException;
  }

  private static <T> T read(Path file, String what, PemReader<T> reader) {
    try (Reader pem = Files.newBufferedReader(file)) {
      return reader.read(pem);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // Without the cause: what a parser says of a key may contain some of it.
      throw new IllegalArgumentException(
          "cannot read the gateway's " + what + " from " + file + ": " + e.getClass().getName());
    }
  }

  /** Names the organisation only: the rest would be a key in a log. */
  @Override
  public String toString() {
    return "LedgerIdentity[" + mspId + "]";
  }
}
