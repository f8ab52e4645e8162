// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * The two PEM files of an identity, {@code NAME.crt} and {@code NAME.key}. Neither is ever replaced
 * by another.
 *
 * @param certificate the certificate's file
 * @param key the private key's file
 */
record IdentityFiles(Path certificate, Path key) {

  static IdentityFiles in(Path directory, String name) {
    return new IdentityFiles(directory.resolve(name + ".crt"), directory.resolve(name + ".key"));
  }

  boolean hasCertificate() {
    return Files.exists(certificate);
  }

  boolean hasKey() {
    return Files.exists(key);
  }

  /** Both files. */
  EmbeddedIdentity read(String mspId) throws IOException {
    X509Certificate read = readCertificate();
    KeyPair keys = readKeys();
    if (!read.getPublicKey().equals(keys.getPublic())) {
      throw damaged(
          certificate + " 与 " + key + " 不成对",
          certificate + " and " + key + " do not belong together");
    }
    return new EmbeddedIdentity(mspId, read, keys.getPrivate());
  }

  private X509Certificate readCertificate() throws IOException {
    try {
      X509Certificate read = Pem.readCertificate(Files.readAllBytes(certificate));
      if (read != null && read.getPublicKey() instanceof ECPublicKey) {
        return read;
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      throw unreadable(certificate);
    }
    throw unreadable(certificate);
  }

  /** The private key, with the public key that follows from it. */
  KeyPair readKeys() throws IOException {
    try {
      if (Pem.readPrivateKey(Files.readString(key)) instanceof ECPrivateKey read) {
        return new KeyPair(Ecdsa.publicKeyOf(read), read);
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      // Without the cause: what a parser says of a key may contain some of it.
      throw unreadable(key);
    }
    throw unreadable(key);
  }

  private static EmbeddedPeerException unreadable(Path file) {
    return damaged(file + " 无法读取", file + " cannot be read");
  }

  private static EmbeddedPeerException damaged(String zh, String en) {
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
        zh + "；未作任何更改。请从备份恢复。",
        en + "; nothing was changed. Restore it from a backup.");
  }

  /**
   * The key first: a key without its certificate can be given another, a certificate without its
   * key is of no use.
   */
  void store(EmbeddedIdentity identity) throws IOException {
    if (!hasKey()) {
      OwnerOnlyFiles.write(key, Pem.privateKey(identity.privateKey()));
    }
    OwnerOnlyFiles.write(certificate, Pem.certificate(identity.certificate()));
  }
}
