// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;

/**
 * ECDSA over P-256 and SHA-256 as Fabric wants it: DER, and only signatures whose {@code s} is in
 * the lower half of the group order. Bouncy Castle's classes are used directly, because installing
 * its provider would change how certificates are read everywhere in the JVM, and because the
 * provider of JDK 17 is several times slower.
 */
final class Ecdsa {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  private static final ECDomainParameters P256 =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
  private static final BigInteger HALF_ORDER = CURVE.getN().shiftRight(1);

  private Ecdsa() {}

  static ECPublicKeyParameters publicKey(ECPublicKey key) {
    return new ECPublicKeyParameters(
        P256.getCurve().createPoint(key.getW().getAffineX(), key.getW().getAffineY()), P256);
  }

  /** The public key that belongs to a private one. */
  static PublicKey publicKeyOf(ECPrivateKey key) throws GeneralSecurityException {
    ECPoint point = P256.getG().multiply(key.getS()).normalize();
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new java.security.spec.ECPoint(
                    point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger()),
                key.getParams()));
  }

  static ECPrivateKeyParameters privateKey(ECPrivateKey key) {
    return new ECPrivateKeyParameters(key.getS(), P256);
  }

  /** A deterministic (RFC 6979) signature over the SHA-256 digest, DER, low s. */
  static ByteString signDigest(ECPrivateKeyParameters key, byte[] digest) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] rs = signer.generateSignature(digest);
    BigInteger s = rs[1].compareTo(HALF_ORDER) > 0 ? P256.getN().subtract(rs[1]) : rs[1];
    try {
      return ByteString.copyFrom(StandardDSAEncoding.INSTANCE.encode(P256.getN(), rs[0], s));
    } catch (IOException e) {
      throw new IllegalStateException("A signature that was just made cannot be encoded.", e);
    }
  }

  /** Whether the signature is well formed, has a low s, and is the key's over the digest. */
  static boolean verifyDigest(ECPublicKeyParameters key, byte[] digest, ByteString signature) {
    BigInteger[] rs;
    try {
      rs = StandardDSAEncoding.INSTANCE.decode(P256.getN(), signature.toByteArray());
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
    if (rs[1].compareTo(HALF_ORDER) > 0) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(digest, rs[0], rs[1]);
  }
}
