// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Certificate;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;

/**
 * The offices of a trust file, and whether a certificate is that of one of their peers. The JDK
 * does the chain; which roots count at which time, and what was revoked, the trust file says.
 */
final class TrustedOffices {
  /** How Fabric tells peers from clients and orderers: the organisational unit. */
  private static final String PEER = "peer";

  private final TrustFile file;
  private final Map<String, Office> offices = new HashMap<>();

  private record Root(TrustFile.Root told, X509Certificate certificate) {
    boolean isRevoked() {
      return told.revoked().orElse(false);
    }

    boolean countsAt(Instant time) {
      return !time.isBefore(told.from())
          && told.until().filter(end -> !time.isBefore(end)).isEmpty()
          && isValidAt(certificate, time);
    }
  }

  private record Office(List<Root> roots, Set<BigInteger> revoked) {}

  /**
   * What is thought of an endorser.
   *
   * @param counts whether its word counts
   * @param root the fingerprint of the root that it leads to; empty when it does not count
   * @param why why it does not; empty when it does
   * @param foreign whether it leads to no root of the trust file at all
   */
  record Standing(boolean counts, String root, Detail why, boolean foreign) {
    static Standing no(Detail why) {
      return new Standing(false, "", why, false);
    }
  }

  /**
   * @throws BadValueException when a root is no certificate or a serial number no number
   */
  TrustedOffices(TrustFile file) {
    this.file = file;
    for (TrustFile.Organisation each : file.organisations()) {
      List<Root> roots = new ArrayList<>();
      each.roots().forEach(root -> roots.add(new Root(root, root(each.mspId(), root))));
      Set<BigInteger> revoked =
          each.revoked().stream()
              .map(serial -> serial(each.mspId(), serial))
              .collect(Collectors.toUnmodifiableSet());
      offices.put(each.mspId(), new Office(roots, revoked));
    }
  }

  private static X509Certificate root(String mspId, TrustFile.Root root) {
    try {
      return certificate(Base64.getDecoder().decode(root.certificate()));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new BadValueException(
          zh("信任文件中 %s 的根证书无法读取").en("a root of %s in the trust file is unreadable", mspId));
    }
  }

  private static BigInteger serial(String mspId, String serial) {
    try {
      return new BigInteger(serial, 16);
    } catch (NumberFormatException e) {
      throw new BadValueException(
          zh("信任文件中 %s 的撤销序列号有误")
              .en("a revoked serial number of %s in the trust file is no number", mspId));
    }
  }

  /** A certificate from PEM or DER, and nothing besides. */
  static X509Certificate certificate(byte[] encoded) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  int needed() {
    return file.needed();
  }

  int all() {
    return file.organisations().size();
  }

  /**
   * Whether a certificate is that of an office's peer.
   *
   * @param time when the peer has signed
   */
  Standing of(String mspId, X509Certificate peer, Instant time) {
    Office office = offices.get(mspId);
    List<Root> issuers =
        office == null
            ? List.of()
            : office.roots().stream().filter(root -> leadsTo(peer, root, time)).toList();
    if (issuers.isEmpty()) {
      return new Standing(
          false,
          "",
          zh("%s 的证书不是信任文件中的机构签发的")
              .en("%s: its certificate leads to no root of the trust file", mspId),
          true);
    }
    if (issuers.stream().anyMatch(Root::isRevoked)) {
      return Standing.no(zh("%s 的根证书已撤销").en("%s: its root is revoked", mspId));
    }
    if (office.revoked().contains(peer.getSerialNumber())) {
      return Standing.no(zh("%s 的节点证书已撤销").en("%s: the peer's certificate is revoked", mspId));
    }
    if (!isValidAt(peer, time)) {
      return Standing.no(
          zh("%s 的节点证书在签署时不在有效期内")
              .en("%s: the peer's certificate was out of date when it signed", mspId));
    }
    if (!isPeer(peer)) {
      return Standing.no(zh("%s 的签署者不是节点").en("%s: whoever signed is no peer", mspId));
    }
    return issuers.stream()
        .filter(root -> root.countsAt(time))
        .findFirst()
        .map(
            root ->
                new Standing(
                    true, root.told().fingerprint(), zh("%s 的背书有效").en("%s vouches", mspId), false))
        .orElseGet(
            () ->
                Standing.no(
                    zh("%s 的根证书在签署时不在信任文件所载期间内")
                        .en("%s: its root did not count when the peer signed", mspId)));
  }

  /** Both as of a moment when both are valid, where there is one: time is looked at by itself. */
  private static boolean leadsTo(X509Certificate peer, Root root, Instant time) {
    try {
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(root.certificate(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(isValidAt(peer, time) ? Date.from(time) : peer.getNotBefore());
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(List.of(peer)), parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isValidAt(X509Certificate certificate, Instant time) {
    try {
      certificate.checkValidity(Date.from(time));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static boolean isPeer(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return certificate.getBasicConstraints() == -1
        && (usage == null || usage[0])
        && Arrays.stream(subject(certificate).getRDNs(BCStyle.OU))
            .map(unit -> IETFUtils.valueToString(unit.getFirst().getValue()))
            .anyMatch(PEER::equals);
  }

  private static X500Name subject(X509Certificate certificate) {
    try {
      return Certificate.getInstance(certificate.getEncoded()).getSubject();
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate that was read can be encoded", e);
    }
  }
}
