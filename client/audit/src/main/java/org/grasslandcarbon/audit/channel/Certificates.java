// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;

/** X.509 as it stands in configurations and identities. */
final class Certificates {
  private static final String SUBJECT_KEY_ID = "2.5.29.14";
  private static final String AUTHORITY_KEY_ID = "2.5.29.35";

  /** The first block of a PEM text, whatever stands around it. */
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private Certificates() {}

  /** The certificate in a PEM text. */
  static Optional<X509Certificate> certificate(ByteString pem) {
    try {
      byte[] der = firstBlock(pem);
      return der == null
          ? Optional.empty()
          : Optional.of(
              (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The list of revocations in a PEM text, or in DER. */
  static Optional<X509CRL> revocations(ByteString encoded) {
    try {
      byte[] der = firstBlock(encoded);
      byte[] bytes = der == null ? encoded.toByteArray() : der;
      return Optional.of((X509CRL) factory().generateCRL(new ByteArrayInputStream(bytes)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static CertificateFactory factory() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509");
  }

  private static byte[] firstBlock(ByteString pem) {
    Matcher block = PEM.matcher(pem.toStringUtf8());
    return block.find() ? Base64.getMimeDecoder().decode(block.group(2)) : null;
  }

  /** Whether one certificate's key has signed another. */
  static boolean signed(X509Certificate issuer, X509Certificate subject) {
    try {
      if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
        return false;
      }
      subject.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  /** Whether an authority's certificate lets its key sign certificates. */
  static boolean maySignCertificates(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return isAuthority(certificate) && (usage == null || usage[5]);
  }

  static Optional<ByteString> subjectKey(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(SUBJECT_KEY_ID);
    try {
      return extension == null
          ? Optional.empty()
          : Optional.of(
              ByteString.copyFrom(
                  ASN1OctetString.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                      .getOctets()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Which authority's key a list of revocations says that it is signed with. */
  static Optional<ByteString> authorityKey(X509CRL list) {
    byte[] extension = list.getExtensionValue(AUTHORITY_KEY_ID);
    try {
      byte[] id =
          extension == null
              ? null
              : AuthorityKeyIdentifier.getInstance(
                      ASN1OctetString.getInstance(extension).getOctets())
                  .getKeyIdentifierOctets();
      return Optional.ofNullable(id).map(ByteString::copyFrom);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The organisational units of a certificate's subject. */
  static Set<String> units(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    Set<String> units = new LinkedHashSet<>();
    for (RDN each : subject.getRDNs(BCStyle.OU)) {
      Arrays.stream(each.getTypesAndValues())
          .filter(part -> part.getType().equals(BCStyle.OU))
          .forEach(part -> units.add(IETFUtils.valueToString(part.getValue())));
    }
    return units;
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** SHA-256 of what is given, one after the other. */
  static ByteString sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return ByteString.copyFrom(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
