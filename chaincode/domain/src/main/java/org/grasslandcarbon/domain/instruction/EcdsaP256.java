// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.instruction;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.grasslandcarbon.domain.value.BadValueException;

/**
 * Verifies ES256 (RFC 7518 section 3.4): ECDSA on P-256 over SHA-256, signature {@code r || s} of
 * 64 bytes. Bouncy Castle's lightweight classes, because they are pure Java of one version on every
 * endorser and ten times as fast as the provider of JDK 17.
 */
public final class EcdsaP256 {
  /** Bytes of a signature. */
  public static final int SIGNATURE_BYTES = 64;

  private static final ECDomainParameters P256 = domain();

  private EcdsaP256() {}

  private static ECDomainParameters domain() {
    X9ECParameters curve = CustomNamedCurves.getByName("P-256");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  /**
   * The key as the verifier takes it.
   *
   * @throws BadValueException when the coordinates are not a point of the curve
   */
  public static ECPublicKeyParameters publicKey(Jwk jwk) {
    byte[] point = new byte[65];
    point[0] = 4;
    System.arraycopy(Base64.getUrlDecoder().decode(jwk.x()), 0, point, 1, 32);
    System.arraycopy(Base64.getUrlDecoder().decode(jwk.y()), 0, point, 33, 32);
    try {
      return new ECPublicKeyParameters(P256.getCurve().decodePoint(point), P256);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadValueException(
          zh("x 和 y 不是 P-256 曲线上的点").en("x and y are not a point of P-256"));
    }
  }

  /** Whether a signature over a message is the key's. */
  public static boolean verify(ECPublicKeyParameters key, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    SHA256Digest sha256 = new SHA256Digest();
    sha256.update(message, 0, message.length);
    byte[] digest = new byte[32];
    sha256.doFinal(digest, 0);
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    return verifier.verifySignature(digest, r, s);
  }
}
