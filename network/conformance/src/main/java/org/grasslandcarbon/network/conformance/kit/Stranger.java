// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody with a good key and a certificate that no organisation's authority has issued. */
public final class Stranger {
  private static final X500Name AUTHORITY = new X500Name("CN=ca.stranger.example");
  private static final X500Name CLIENT = new X500Name("CN=gateway,OU=client");

  private Stranger() {}

  /** A client that claims to be of an organisation, towards an office's peer. */
  public static Client claiming(String mspId, Client like) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      X509Certificate certificate = certificate(keys, generator.generateKeyPair().getPrivate());
      return new Client(new Office(mspId, like.channel(), certificate, keys.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(KeyPair keys, PrivateKey issuer)
      throws GeneralSecurityException, OperatorCreationException {
    Instant now = Instant.now();
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    AUTHORITY,
                    BigInteger.TEN,
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(Duration.ofDays(1))),
                    CLIENT,
                    keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer)));
  }
}
