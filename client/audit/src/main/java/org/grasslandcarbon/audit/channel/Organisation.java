// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/**
 * An organisation as the configuration has it (Fabric's MSP of type X.509, at the level of channels
 * since 2.0). Certificates do not expire for validation, as in Fabric: a chain is judged as of a
 * second after the certificate's own beginning.
 */
final class Organisation {
  /** More than any chain of authorities. */
  private static final int CHAIN_MOST = 10;

  private final String mspId;
  private final FabricMSPConfig told;
  private final List<X509Certificate> roots = new ArrayList<>();
  private final List<X509Certificate> intermediates = new ArrayList<>();
  private final Set<X509Certificate> admins = new HashSet<>();
  private final List<X509CRL> revocations = new ArrayList<>();
  private final List<FabricOUIdentifier> required;
  private final Map<Member.Role, FabricOUIdentifier> roles = new EnumMap<>(Member.Role.class);
  private final boolean rolesByUnit;

  private Organisation(FabricMSPConfig config) {
    told = config;
    mspId = config.getName();
    config.getRootCertsList().forEach(pem -> roots.add(must(pem)));
    config.getIntermediateCertsList().forEach(pem -> intermediates.add(must(pem)));
    config.getAdminsList().forEach(pem -> admins.add(must(pem)));
    config
        .getRevocationListList()
        .forEach(
            pem ->
                revocations.add(
                    Certificates.revocations(pem)
                        .orElseThrow(() -> new ConfigurationException(unreadable(mspId)))));
    required = config.getOrganizationalUnitIdentifiersList();
    FabricNodeOUs units = config.getFabricNodeOus();
    rolesByUnit = units.getEnable();
    if (units.hasClientOuIdentifier()) {
      roles.put(Member.Role.CLIENT, units.getClientOuIdentifier());
    }
    if (units.hasPeerOuIdentifier()) {
      roles.put(Member.Role.PEER, units.getPeerOuIdentifier());
    }
    if (units.hasAdminOuIdentifier()) {
      roles.put(Member.Role.ADMIN, units.getAdminOuIdentifier());
    }
    if (units.hasOrdererOuIdentifier()) {
      roles.put(Member.Role.ORDERER, units.getOrdererOuIdentifier());
    }
  }

  /**
   * Reads an organisation.
   *
   * @throws ConfigurationException when it cannot be read or is of another type than X.509
   */
  static Organisation of(MSPConfig config) {
    if (config.getType() != 0) {
      throw new ConfigurationException(
          zh("有机构不是 X.509 类型").en("an organisation is not of the X.509 type"));
    }
    try {
      return new Organisation(FabricMSPConfig.parseFrom(config.getConfig()));
    } catch (InvalidProtocolBufferException e) {
      throw new ConfigurationException(unreadable("?"));
    }
  }

  private X509Certificate must(ByteString pem) {
    return Certificates.certificate(pem)
        .orElseThrow(() -> new ConfigurationException(unreadable(mspId)));
  }

  private static Detail unreadable(String mspId) {
    return zh("机构 %s 的证书无法读取").en("the certificates of %s cannot be read", mspId);
  }

  String mspId() {
    return mspId;
  }

  /** Whether the configuration says the same of both. */
  boolean isTheSameAs(Organisation other) {
    return told.equals(other.told);
  }

  List<X509Certificate> roots() {
    return List.copyOf(roots);
  }

  /** The member with a certificate; empty when there is none in the bytes. */
  Optional<Member> identify(ByteString idBytes) {
    Optional<X509Certificate> read = Certificates.certificate(idBytes);
    return read.flatMap(SignatureKey::of)
        .map(key -> new Member(mspId, read.get(), key, standing(read.get())));
  }

  private Member.Standing standing(X509Certificate certificate) {
    Set<String> units = Certificates.units(certificate);
    boolean admin = admins.contains(certificate);
    Optional<List<X509Certificate>> chain =
        Certificates.isAuthority(certificate) ? Optional.empty() : authoritiesOf(certificate);
    if (chain.isEmpty()) {
      return new Member.Standing(
          Optional.of(
              zh("证书不是由 %s 的证书机构签发")
                  .en("the certificate is not issued by an authority of %s", mspId)),
          admin,
          Set.of(),
          units,
          ByteString.EMPTY);
    }
    List<X509Certificate> authorities = chain.get();
    ByteString digest = digest(authorities);
    Set<Member.Role> held = EnumSet.noneOf(Member.Role.class);
    boolean certifiedOtherwise = false;
    for (Map.Entry<Member.Role, FabricOUIdentifier> role : roles.entrySet()) {
      if (rolesByUnit && units.contains(role.getValue().getOrganizationalUnitIdentifier())) {
        held.add(role.getKey());
        certifiedOtherwise |= !isCertifiedBy(role.getValue(), digest);
      }
    }
    return new Member.Standing(
        fault(certificate, authorities, units, digest, held, certifiedOtherwise),
        admin,
        held,
        units,
        digest);
  }

  private Optional<Detail> fault(
      X509Certificate certificate,
      List<X509Certificate> authorities,
      Set<String> units,
      ByteString digest,
      Set<Member.Role> held,
      boolean certifiedOtherwise) {
    if (isRevoked(certificate, authorities.get(0))) {
      return Optional.of(zh("证书已被 %s 吊销").en("the certificate is revoked by %s", mspId));
    }
    boolean inUnit =
        required.isEmpty()
            || required.stream()
                .anyMatch(
                    unit ->
                        units.contains(unit.getOrganizationalUnitIdentifier())
                            && isCertifiedBy(unit, digest));
    if (!inUnit) {
      return Optional.of(
          zh("证书不在 %s 要求的部门中").en("the certificate is of no unit that %s asks for", mspId));
    }
    if (rolesByUnit && (held.size() != 1 || certifiedOtherwise)) {
      return Optional.of(
          zh("证书在 %s 中须恰有一个角色").en("the certificate has not exactly one role in %s", mspId));
    }
    return Optional.empty();
  }

  /** The authorities of a member: whoever has others below it issues to those and nobody else. */
  private Optional<List<X509Certificate>> authoritiesOf(X509Certificate certificate) {
    return chainOf(certificate).filter(chain -> !isAboveOthers(chain.get(0)));
  }

  /** The authorities above a certificate, its issuer first; empty when they end at no root. */
  private Optional<List<X509Certificate>> chainOf(X509Certificate certificate) {
    Instant at = certificate.getNotBefore().toInstant().plusSeconds(1);
    List<X509Certificate> chain = new ArrayList<>();
    X509Certificate below = certificate;
    while (chain.size() < CHAIN_MOST) {
      Optional<X509Certificate> root = issuer(below, roots, at);
      if (root.isPresent()) {
        chain.add(root.get());
        return Optional.of(chain);
      }
      Optional<X509Certificate> next = issuer(below, intermediates, at);
      if (next.isEmpty() || chain.contains(next.get())) {
        return Optional.empty();
      }
      chain.add(next.get());
      below = next.get();
    }
    return Optional.empty();
  }

  private static Optional<X509Certificate> issuer(
      X509Certificate below, List<X509Certificate> among, Instant at) {
    return among.stream()
        .filter(Certificates::maySignCertificates)
        .filter(
            each ->
                !at.isBefore(each.getNotBefore().toInstant())
                    && !at.isAfter(each.getNotAfter().toInstant()))
        .filter(each -> Certificates.signed(each, below))
        .findFirst();
  }

  private boolean isAboveOthers(X509Certificate authority) {
    return intermediates.stream()
        .anyMatch(each -> !each.equals(authority) && Certificates.signed(authority, each));
  }

  private boolean isRevoked(X509Certificate certificate, X509Certificate issuer) {
    Optional<ByteString> key = Certificates.subjectKey(issuer);
    for (X509CRL list : revocations) {
      Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
      if (entries != null
          && key.isPresent()
          && key.equals(Certificates.authorityKey(list))
          && entries.stream()
              .anyMatch(each -> each.getSerialNumber().equals(certificate.getSerialNumber()))
          && isSignedBy(list, issuer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
    try {
      list.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** A unit that names no authority is certified by any of the organisation's. */
  private boolean isCertifiedBy(FabricOUIdentifier unit, ByteString digest) {
    if (unit.getCertificate().isEmpty()) {
      return true;
    }
    return Certificates.certificate(unit.getCertificate())
        .flatMap(this::digestFrom)
        .filter(digest::equals)
        .isPresent();
  }

  /** The digest of the chain that begins at an authority. */
  private Optional<ByteString> digestFrom(X509Certificate authority) {
    if (roots.contains(authority)) {
      return Optional.of(digest(List.of(authority)));
    }
    return chainOf(authority)
        .map(
            above -> {
              List<X509Certificate> whole = new ArrayList<>(List.of(authority));
              whole.addAll(above);
              return digest(whole);
            });
  }

  private static ByteString digest(List<X509Certificate> authorities) {
    return Certificates.sha256(authorities.stream().map(Certificates::der).toArray(byte[][]::new));
  }
}
