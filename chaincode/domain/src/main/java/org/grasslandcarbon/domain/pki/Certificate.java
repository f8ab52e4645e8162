// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.pki;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Sha256;

/** One certificate, read from DER. Only what has one encoding is accepted. */
public final class Certificate {
  /** Base64 of 3 KB: a certificate of a 4096-bit RSA key with its policies has some 2 KB. */
  public static final int BASE64_MOST = 4_096;

  /** Longer chains do not occur in practice. */
  private static final int PATH_LENGTH_MOST = 100;

  /** A critical extension outside these would have to be understood, and is refused. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(Extension.basicConstraints, Extension.keyUsage);

  /** Where certification authorities write an enterprise's unified social credit code. */
  private static final Set<ASN1ObjectIdentifier> CODE_ATTRIBUTES =
      Set.of(BCStyle.CN, BCStyle.SERIALNUMBER, BCStyle.ORGANIZATION_IDENTIFIER);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Sha256 digest;
  private final org.bouncycastle.asn1.x509.Certificate content;
  private final byte[] signed;
  private final byte[] issuer;
  private final byte[] subject;
  private final Instant notBefore;
  private final Instant notAfter;
  private final BasicConstraints constraints;
  private final KeyUsage usage;
  private final List<String> subjectTexts;
  private final byte[] signature;

  private Certificate(byte[] der) throws IOException {
    digest = Sha256.of(der);
    content = org.bouncycastle.asn1.x509.Certificate.getInstance(der);
    Check.that(
        Arrays.equals(der, content.getEncoded(ASN1Encoding.DER)), zh("不是 DER 编码").en("is not DER"));
    Check.that(content.getVersionNumber() == 3, zh("不是 X.509 第 3 版").en("is not X.509 version 3"));
    Check.that(
        content.getSignatureAlgorithm().equals(content.getTBSCertificate().getSignature()),
        zh("载有两种签名算法").en("names two signature algorithms"));
    signed = content.getTBSCertificate().getEncoded(ASN1Encoding.DER);
    issuer = content.getIssuer().getEncoded(ASN1Encoding.DER);
    subject = content.getSubject().getEncoded(ASN1Encoding.DER);
    notBefore = instant(content.getStartDate());
    notAfter = instant(content.getEndDate());
    // The ASN.1 reader is lazy: whatever is asked for later is read here, where it may be refused.
    subjectTexts = subjectTexts(content);
    signature = content.getSignature().getOctets();
    Extensions extensions = content.getExtensions();
    constraints = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
    usage = extensions == null ? null : KeyUsage.fromExtensions(extensions);
    if (extensions != null) {
      for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
        Check.that(
            UNDERSTOOD.contains(critical),
            zh("含有未知的关键扩展 %s").en("has the unknown critical extension %s", critical));
      }
    }
  }

  /**
   * Reads a certificate.
   *
   * @param base64 its DER in base64, as RFC 7515 writes {@code x5c}
   * @throws RegistryException {@code BAD_CERTIFICATE}
   */
  public static Certificate parse(String base64) {
    try {
      return new Certificate(Base64.getDecoder().decode(base64));
    } catch (IOException | RuntimeException e) {
      // The ASN.1 reader refuses bad structures with half a dozen exceptions of the runtime.
      // What they say is theirs and changes with the library; only our own sentence is told.
      Detail reason =
          e instanceof BadValueException ours ? ours.detail() : zh("无法读取").en("cannot be read");
      throw new RegistryException(
          ErrorCode.BAD_CERTIFICATE, zh("该证书%s").en("the certificate %s", reason));
    }
  }

  private static Instant instant(Time time) {
    String text = time.getTime().replace("GMT+00:00", "Z");
    Check.that(text.endsWith("Z"), zh("所载时间不是 UTC").en("has a time that is not in UTC"));
    try {
      return LocalDateTime.parse(text.substring(0, text.length() - 1), TIME)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadValueException(zh("所载时间无效").en("has a time that is no time"));
    }
  }

  /** SHA-256 of its DER, by which it is known. */
  public Sha256 digest() {
    return digest;
  }

  /** Its public key as a participant's key. */
  public Jwk jwk() {
    return CertificateKey.of(publicKey()).asJwk();
  }

  /** Whether its subject names a code: as a whole word, e.g. alone or as {@code NTRCN-code}. */
  public boolean names(String code) {
    return subjectTexts.stream()
        .anyMatch(text -> Arrays.asList(text.split("[^0-9A-Za-z]+")).contains(code));
  }

  private static List<String> subjectTexts(org.bouncycastle.asn1.x509.Certificate content) {
    List<String> texts = new ArrayList<>();
    for (RDN rdn : content.getSubject().getRDNs()) {
      for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
        if (CODE_ATTRIBUTES.contains(attribute.getType())
            && attribute.getValue() instanceof ASN1String text) {
          texts.add(text.getString());
        }
      }
    }
    return texts;
  }

  /** Refuses a certificate out of date. */
  void requireValidAt(Instant time) {
    require(!time.isBefore(notBefore), zh("在 %s 之前无效").en("is not valid before %s", notBefore));
    require(!time.isAfter(notAfter), zh("有效期至 %s").en("was valid until %s", notAfter));
  }

  /** Refuses a certificate that is not of a participant's signing key. */
  void requireSigner() {
    require(
        constraints == null || !constraints.isCA(),
        zh("是认证机构的证书，不是主体的证书").en("is an authority's, not a participant's"));
    require(
        usage == null || usage.hasUsages(KeyUsage.digitalSignature),
        zh("不用于签名").en("is not for signing"));
  }

  /**
   * Refuses a certificate that may not issue others.
   *
   * @param below how many further authorities stand between it and the participant
   */
  void requireAuthority(int below) {
    require(constraints != null && constraints.isCA(), zh("不是认证机构的证书").en("is not an authority's"));
    require(
        usage == null || usage.hasUsages(KeyUsage.keyCertSign),
        zh("不用于签发其他证书").en("is not for issuing others"));
    require(pathLength() >= below, zh("所允许的下级认证机构层数不足").en("permits fewer authorities below it"));
    CertificateKey.of(publicKey());
  }

  private int pathLength() {
    return constraints.getPathLenConstraint() == null
        ? PATH_LENGTH_MOST
        : constraints.getPathLenConstraint().min(BigInteger.valueOf(PATH_LENGTH_MOST)).intValue();
  }

  /** Refuses a certificate that another did not issue. */
  void requireIssuedBy(Certificate authority) {
    require(Arrays.equals(issuer, authority.subject), zh("载明的签发者不符").en("names another issuer"));
    boolean genuine =
        CertificateKey.of(authority.publicKey())
            .verifies(content.getSignatureAlgorithm().getAlgorithm(), signed, signature);
    require(genuine, zh("不是由上一级的密钥签名").en("was not signed by the next one's key"));
  }

  private SubjectPublicKeyInfo publicKey() {
    return content.getSubjectPublicKeyInfo();
  }

  private void require(boolean condition, Detail otherwise) {
    if (!condition) {
      throw new RegistryException(
          ErrorCode.BAD_CERTIFICATE,
          // Not its subject: how a library writes a name is the library's affair.
          zh("SHA-256 为 %s 的证书%s").en("the certificate with SHA-256 %s %s", digest, otherwise));
    }
  }
}
