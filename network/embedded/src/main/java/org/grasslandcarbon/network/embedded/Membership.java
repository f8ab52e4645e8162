// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Who belongs to the channel: the organisations with the certificates of their CAs. */
final class Membership {
  /**
   * Reading and checking a certificate costs a signature verification; a few thousand parties stay
   * at hand.
   */
  private static final int MAX_CACHED_IDENTITIES = 4096;

  private final Map<String, X509Certificate> authorities;

  private final Map<ByteString, Identity> cache =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Identity> eldest) {
          return size() > MAX_CACHED_IDENTITIES;
        }
      };

  Membership(Map<String, X509Certificate> authorities) {
    this.authorities = Map.copyOf(authorities);
  }

  /**
   * The identity in these bytes, which are also the key of the cache: they are never encoded anew,
   * since PEM text of the same certificate may differ.
   *
   * @return empty when the organisation is unknown, or there is no P-256 certificate of its CA in
   *     it
   */
  Optional<Identity> identify(ByteString serialized) {
    synchronized (cache) {
      Identity known = cache.get(serialized);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<Identity> identity = read(serialized);
    if (identity.isPresent()) {
      synchronized (cache) {
        cache.put(serialized, identity.get());
      }
    }
    return identity;
  }

  private Optional<Identity> read(ByteString serialized) {
    try {
      SerializedIdentity message = SerializedIdentity.parseFrom(serialized);
      X509Certificate authority = authorities.get(message.getMspid());
      if (authority == null) {
        return Optional.empty();
      }
      X509Certificate certificate = Pem.readCertificate(message.getIdBytes().toByteArray());
      if (certificate == null
          || !(certificate.getPublicKey() instanceof ECPublicKey key)
          || key.getParams().getCurve().getField().getFieldSize() != 256) {
        return Optional.empty();
      }
      return issuedBy(certificate, authority)
          ? Optional.of(new Identity(message.getMspid(), Ecdsa.publicKey(key), units(certificate)))
          : Optional.empty();
    } catch (InvalidProtocolBufferException
        | GeneralSecurityException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean issuedBy(X509Certificate certificate, X509Certificate authority) {
    try {
      certificate.verify(authority.getPublicKey());
      return certificate.getBasicConstraints() == -1
          && certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Set<String> units(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    ASN1ObjectIdentifier unit = BCStyle.OU;
    return java.util.Arrays.stream(subject.getRDNs(unit))
        .map(RDN::getFirst)
        .map(value -> IETFUtils.valueToString(value.getValue()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
