// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.paper;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;

/** An office's certificate authority. */
public final class Authority {
  private static final Date FROM = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final Date UNTIL = Date.from(Instant.parse("2040-01-01T00:00:00Z"));

  private final String mspId;
  private final X500Name name;
  private final AsymmetricCipherKeyPair pair = newPair();
  private final X509CertificateHolder certificate;
  private final List<BigInteger> revoked = new ArrayList<>();
  private long serial = 1;

  /** A new authority of an organisation. */
  public Authority(String mspId) {
    this.mspId = mspId;
    name = new X500Name("CN=ca." + mspId + ",O=" + mspId);
    certificate = certify(name, pair, true, UNTIL);
  }

  static AsymmetricCipherKeyPair newPair() {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            ECNamedDomainParameters.lookup(SECObjectIdentifiers.secp256r1), new SecureRandom()));
    return generator.generateKeyPair();
  }

  /** A new member with a role, e.g. {@code peer}. */
  public Holder issue(String commonName, String role) {
    return issue(commonName, role, UNTIL.toInstant());
  }

  /** A new member whose certificate ends. */
  public Holder issue(String commonName, String role, Instant until) {
    AsymmetricCipherKeyPair own = newPair();
    X500Name subject = new X500Name("CN=" + commonName + ",OU=" + role + ",O=" + mspId);
    X509CertificateHolder issued = certify(subject, own, false, Date.from(until));
    return new Holder(mspId, pem("CERTIFICATE", encoded(issued)), issued.getSerialNumber(), own);
  }

  private X509CertificateHolder certify(
      X500Name subject, AsymmetricCipherKeyPair own, boolean authority, Date until) {
    try {
      SubjectPublicKeyInfo key =
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(own.getPublic());
      X509ExtensionUtils extensions = new BcX509ExtensionUtils();
      SubjectPublicKeyInfo issuer =
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic());
      return new X509v3CertificateBuilder(
              name, BigInteger.valueOf(serial++), FROM, until, subject, key)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(
                  authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature))
          .addExtension(
              Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(issuer))
          .build(signer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ContentSigner signer() {
    AlgorithmIdentifier algorithm =
        new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
    try {
      return new BcECContentSignerBuilder(
              algorithm, new DefaultDigestAlgorithmIdentifierFinder().find(algorithm))
          .build(pair.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Revokes a member's certificate; it counts once the list stands in the configuration. */
  public void revoke(Holder holder) {
    revoked.add(holder.serial());
  }

  /** The list of revocations, PEM. */
  public ByteString revocations() {
    try {
      X509v2CRLBuilder list = new X509v2CRLBuilder(name, FROM);
      list.setNextUpdate(UNTIL);
      revoked.forEach(each -> list.addCRLEntry(each, FROM, CRLReason.keyCompromise));
      list.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new BcX509ExtensionUtils()
              .createAuthorityKeyIdentifier(
                  SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())));
      return pem("X509 CRL", list.build(signer()).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String mspId() {
    return mspId;
  }

  /** Its certificate, PEM. */
  public ByteString certificate() {
    return pem("CERTIFICATE", encoded(certificate));
  }

  private static byte[] encoded(X509CertificateHolder holder) {
    try {
      return holder.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteString pem(String kind, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ByteString.copyFromUtf8(
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
