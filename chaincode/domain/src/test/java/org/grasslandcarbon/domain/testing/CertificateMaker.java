// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.util.BigIntegers;
import org.grasslandcarbon.domain.instruction.Jwk;

/** Makes certificates for tests: valid ones, and ones with one thing wrong. */
public final class CertificateMaker {
  /** A key pair with the ways in which it can sign. */
  public interface Pair {
    SubjectPublicKeyInfo info();

    /** The usual algorithm of the key. */
    AlgorithmIdentifier algorithm();

    /** Signs with an algorithm of its kind. */
    byte[] sign(AlgorithmIdentifier algorithm, byte[] message);
  }

  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Pair own;
  private final X500Name subject;
  private Instant from = Instant.parse("2024-01-01T00:00:00Z");
  private Instant until = Instant.parse("2027-12-31T23:59:59Z");
  private Optional<BasicConstraints> constraints = Optional.empty();
  private Optional<Integer> usage = Optional.empty();
  private Optional<ASN1ObjectIdentifier> criticalExtension = Optional.empty();
  private Optional<AlgorithmIdentifier> algorithm = Optional.empty();

  private CertificateMaker(Pair own, String subject) {
    this.own = own;
    this.subject = new X500Name(subject);
  }

  /** A certificate to be made for a key and a subject. */
  public static CertificateMaker of(Pair own, String subject) {
    return new CertificateMaker(own, subject);
  }

  public CertificateMaker valid(String first, String last) {
    from = Instant.parse(first);
    until = Instant.parse(last);
    return this;
  }

  /** Makes it an authority's. */
  public CertificateMaker authority() {
    constraints = Optional.of(new BasicConstraints(true));
    return usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  /** Makes it an authority's with a limit on the authorities below. */
  public CertificateMaker authority(int pathLength) {
    constraints = Optional.of(new BasicConstraints(pathLength));
    return usage(KeyUsage.keyCertSign);
  }

  public CertificateMaker usage(int bits) {
    usage = Optional.of(bits);
    return this;
  }

  public CertificateMaker criticalExtension(String oid) {
    criticalExtension = Optional.of(new ASN1ObjectIdentifier(oid));
    return this;
  }

  public CertificateMaker signedWith(ASN1ObjectIdentifier other) {
    algorithm = Optional.of(new AlgorithmIdentifier(other, DERNull.INSTANCE));
    return this;
  }

  /** The certificate as an authority with a subject and key issues it; DER in base64. */
  public String issuedBy(Pair issuer, String issuerSubject) {
    try {
      V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
      AlgorithmIdentifier signing = algorithm.orElse(issuer.algorithm());
      content.setSerialNumber(new ASN1Integer(BigInteger.TEN));
      content.setIssuer(new X500Name(issuerSubject));
      content.setSubject(subject);
      content.setStartDate(new Time(new DERUTCTime(UTC_TIME.format(from))));
      content.setEndDate(new Time(new DERUTCTime(UTC_TIME.format(until))));
      content.setSignature(signing);
      content.setSubjectPublicKeyInfo(own.info());
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      if (constraints.isPresent()) {
        extensions.addExtension(Extension.basicConstraints, true, constraints.get());
      }
      if (usage.isPresent()) {
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usage.get()));
      }
      if (criticalExtension.isPresent()) {
        extensions.addExtension(criticalExtension.get(), true, DERNull.INSTANCE);
      }
      extensions.addExtension(Extension.subjectKeyIdentifier, false, new DERBitString(1));
      content.setExtensions(extensions.generate());
      TBSCertificate tbs = content.generateTBSCertificate();
      byte[] signature = issuer.sign(signing, tbs.getEncoded(ASN1Encoding.DER));
      byte[] der =
          new DERSequence(new ASN1Encodable[] {tbs, signing, new DERBitString(signature)})
              .getEncoded(ASN1Encoding.DER);
      return Base64.getEncoder().encodeToString(der);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new key on P-256. */
  public static Elliptic p256() {
    return new Elliptic("P-256", SECObjectIdentifiers.secp256r1);
  }

  /** A new key on P-384. */
  public static Elliptic p384() {
    return new Elliptic("P-384", SECObjectIdentifiers.secp384r1);
  }

  /** A new key on a curve that the registry does not verify. */
  public static Elliptic p521() {
    return new Elliptic("P-521", SECObjectIdentifiers.secp521r1);
  }

  /** A new RSA key. */
  public static Pair rsa(int bits) {
    return new Rsa(bits);
  }

  /** A key pair on a NIST curve. */
  public static final class Elliptic implements Pair {
    private final ASN1ObjectIdentifier curveId;
    private final ECDomainParameters domain;
    private final BigInteger secret;

    private Elliptic(String name, ASN1ObjectIdentifier curveId) {
      X9ECParameters curve = CustomNamedCurves.getByName(name);
      this.curveId = curveId;
      domain = new ECDomainParameters(curve);
      secret =
          BigIntegers.createRandomInRange(
              BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), new SecureRandom());
    }

    @Override
    public SubjectPublicKeyInfo info() {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curveId),
          domain.getG().multiply(secret).getEncoded(false));
    }

    /** The key as a participant's, when it is on P-256. */
    public Jwk jwk() {
      var point = domain.getG().multiply(secret).normalize();
      Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
      return new Jwk(
          "P-256",
          "EC",
          base64.encodeToString(point.getAffineXCoord().getEncoded()),
          base64.encodeToString(point.getAffineYCoord().getEncoded()));
    }

    @Override
    public AlgorithmIdentifier algorithm() {
      return new AlgorithmIdentifier(
          curveId.equals(SECObjectIdentifiers.secp256r1)
              ? X9ObjectIdentifiers.ecdsa_with_SHA256
              : X9ObjectIdentifiers.ecdsa_with_SHA384);
    }

    @Override
    public byte[] sign(AlgorithmIdentifier with, byte[] message) {
      ASN1ObjectIdentifier oid = with.getAlgorithm();
      Digest digest =
          oid.equals(X9ObjectIdentifiers.ecdsa_with_SHA256)
              ? new SHA256Digest()
              : oid.equals(X9ObjectIdentifiers.ecdsa_with_SHA384)
                  ? new SHA384Digest()
                  : new SHA1Digest();
      DSADigestSigner signer = new DSADigestSigner(new ECDSASigner(), digest);
      signer.init(
          true,
          new ParametersWithRandom(new ECPrivateKeyParameters(secret, domain), new SecureRandom()));
      return signature(signer, message);
    }
  }

  private static final class Rsa implements Pair {
    private final org.bouncycastle.crypto.AsymmetricCipherKeyPair pair;

    Rsa(int bits) {
      RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
      generator.init(
          new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), new SecureRandom(), bits, 80));
      pair = generator.generateKeyPair();
    }

    @Override
    public SubjectPublicKeyInfo info() {
      RSAKeyParameters key = (RSAKeyParameters) pair.getPublic();
      try {
        return new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
            new RSAPublicKey(key.getModulus(), key.getExponent()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public AlgorithmIdentifier algorithm() {
      return new AlgorithmIdentifier(
          PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    }

    @Override
    public byte[] sign(AlgorithmIdentifier with, byte[] message) {
      boolean sha256 = with.getAlgorithm().equals(PKCSObjectIdentifiers.sha256WithRSAEncryption);
      RSADigestSigner signer = new RSADigestSigner(sha256 ? new SHA256Digest() : new SHA1Digest());
      signer.init(true, pair.getPrivate());
      return signature(signer, message);
    }
  }

  private static byte[] signature(Signer signer, byte[] message) {
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }
}
