// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * The CA of one organisation, with the identities it has issued, kept as PEM files that only their
 * owner can read. It is made once, with the ledger; one that is lost is missed and not replaced,
 * because the ledger knows it by its certificate.
 */
final class CertificateAuthority {
  /**
   * Long enough never to expire during a trial, which is what this peer is for; a real network
   * renews.
   */
  private static final Duration VALIDITY = Duration.ofDays(3650);

  /**
   * Clocks of two machines, or of a test, may differ; a certificate must not be "not yet valid" for
   * that.
   */
  private static final Duration BACKDATED = Duration.ofDays(1);

  /** The upper bound of X.520 for a common name. */
  static final int MAX_COMMON_NAME_LENGTH = 64;

  /** File systems allow 255 bytes; a longer name ends in its hash. */
  private static final int MAX_FILE_NAME_LENGTH = 160;

  private static final String CA_NAME = "ca";

  private final String mspId;
  private final Path directory;
  private final EmbeddedIdentity authority;

  private CertificateAuthority(String mspId, Path directory, EmbeddedIdentity authority) {
    this.mspId = mspId;
    this.directory = directory;
    this.authority = authority;
  }

  /**
   * Opens the CA of an organisation.
   *
   * @param isNew whether there is no ledger yet that knows a CA: only then is one made, or the
   *     making of one finished that was interrupted
   */
  static CertificateAuthority open(Path organisations, String mspId, boolean isNew)
      throws IOException, GeneralSecurityException {
    Path directory = organisations.resolve(fileName(mspId));
    IdentityFiles files = IdentityFiles.in(directory, CA_NAME);
    if (isNew) {
      OwnerOnlyFiles.createDirectories(directory);
    } else {
      mustBeThere(files.certificate(), mspId);
      mustBeThere(files.key(), mspId);
    }
    OwnerOnlyFiles.createDirectories(directory.resolve("identities"));
    if (!files.hasCertificate()) {
      KeyPair keys = files.hasKey() ? files.readKeys() : newKeys();
      X500Name name = name("ca." + mspId, mspId, null);
      X509Certificate certificate = issue(name, keys, name, keys.getPublic(), true);
      files.store(new EmbeddedIdentity(mspId, certificate, keys.getPrivate()));
    }
    mustBeThere(files.key(), mspId);
    return new CertificateAuthority(mspId, directory, files.read(mspId));
  }

  private static void mustBeThere(Path file, String mspId) {
    if (!Files.exists(file)) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
          "机构 " + mspId + " 的证书颁发机构缺少 " + file + "；未作任何更改。请从备份恢复该文件，没有它账本无法打开。",
          file
              + ", of the certificate authority of "
              + mspId
              + ", is missing; nothing was changed. Restore it from a backup: the ledger cannot be"
              + " opened without it.");
    }
  }

  X509Certificate certificate() {
    return authority.certificate();
  }

  /**
   * The stored identity of this name and role, or a new one.
   *
   * @param role the organisational unit by which Fabric tells roles apart: client, peer or orderer
   */
  synchronized EmbeddedIdentity enrol(String commonName, String role)
      throws IOException, GeneralSecurityException {
    if (commonName.isBlank() || commonName.length() > MAX_COMMON_NAME_LENGTH) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.INVALID_ARGUMENT,
          "A common name must have 1 to " + MAX_COMMON_NAME_LENGTH + " characters.");
    }
    IdentityFiles files =
        IdentityFiles.in(directory.resolve("identities"), role + "-" + fileName(commonName));
    if (files.hasCertificate()) {
      mustHaveKey(files);
      return files.read(mspId);
    }
    // A key whose certificate is gone gets another; so does one whose enrolment was interrupted.
    KeyPair keys = files.hasKey() ? files.readKeys() : newKeys();
    KeyPair issuer = new KeyPair(authority.certificate().getPublicKey(), authority.privateKey());
    X509Certificate certificate =
        issue(
            X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded()),
            issuer,
            name(commonName, null, role),
            keys.getPublic(),
            false);
    EmbeddedIdentity identity = new EmbeddedIdentity(mspId, certificate, keys.getPrivate());
    files.store(identity);
    return identity;
  }

  private static void mustHaveKey(IdentityFiles files) {
    if (!files.hasKey()) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
          "缺少 " + files.key() + "；未作任何更改。请从备份恢复该文件，或删除 " + files.certificate() + "，将重新签发这一身份。",
          files.key()
              + " is missing; nothing was changed. Restore it from a backup, or delete "
              + files.certificate()
              + ": the identity is then issued anew.");
    }
  }

  private static X500Name name(String commonName, String organisation, String unit) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    if (organisation != null) {
      name.addRDN(BCStyle.O, organisation);
    }
    if (unit != null) {
      name.addRDN(BCStyle.OU, unit);
    }
    return name.addRDN(BCStyle.CN, commonName).build();
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static X509Certificate issue(
      X500Name issuerName,
      KeyPair issuer,
      X500Name subject,
      PublicKey subjectKey,
      boolean authority)
      throws IOException, GeneralSecurityException {
    Instant now = Instant.now();
    X509v3CertificateBuilder certificate =
        new JcaX509v3CertificateBuilder(
            issuerName,
            new BigInteger(128, new SecureRandom()).setBit(127),
            Date.from(now.minus(BACKDATED)),
            Date.from(now.plus(VALIDITY)),
            subject,
            subjectKey);
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    certificate.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(
            authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
    certificate.addExtension(
        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(subjectKey));
    certificate.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(issuer.getPublic()));
    try {
      X509CertificateHolder holder =
          certificate.build(
              new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate()));
      return Pem.readCertificate(holder.getEncoded());
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("The CA cannot sign.", e);
    }
  }

  /** Any name as a file name of plain ASCII, different names always as different file names. */
  static String fileName(String name) {
    StringBuilder result = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      // Upper case is escaped too: some file systems do not tell it from lower case.
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
        result.append(c);
      } else {
        result
            .append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return result.length() <= MAX_FILE_NAME_LENGTH
        ? result.toString()
        : result.substring(0, MAX_FILE_NAME_LENGTH - 64)
            + HexFormat.of().formatHex(Sha256.of(ByteString.copyFromUtf8(name)));
  }
}
