// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;

/**
 * A private P-256 key that signs by ES256 (RFC 7518 section 3.4). Signatures are deterministic (RFC
 * 6979): a weak random source while signing cannot reveal the key. The private number never appears
 * in {@link #toString}.
 */
public final class SigningKey {
  private static final int COORDINATE_BYTES = 32;

  private static final ECDomainParameters P256 = p256();

  private final BigInteger d;
  private final Jwk jwk;

  private SigningKey(BigInteger d) {
    if (d.signum() <= 0 || d.compareTo(P256.getN()) >= 0) {
      throw new IllegalArgumentException("d is not a private key of P-256");
    }
    this.d = d;
    ECPoint point = P256.getG().multiply(d).normalize();
    jwk =
        new Jwk(
            "P-256",
            "EC",
            base64(point.getAffineXCoord().getEncoded()),
            base64(point.getAffineYCoord().getEncoded()));
  }

  private static ECDomainParameters p256() {
    X9ECParameters curve = CustomNamedCurves.getByName("P-256");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  /** A new key. */
  public static SigningKey generate(SecureRandom random) {
    BigInteger most = P256.getN().subtract(BigInteger.ONE);
    return new SigningKey(BigIntegers.createRandomInRange(BigInteger.ONE, most, random));
  }

  /**
   * The key of a private JWK.
   *
   * @param d the member {@code d}: 32 bytes in base64url
   * @throws IllegalArgumentException when it is not a private key of P-256
   */
  public static SigningKey of(String d) {
    byte[] bytes = Base64.getUrlDecoder().decode(d);
    if (bytes.length != COORDINATE_BYTES) {
      throw new IllegalArgumentException("d is 32 bytes in base64url");
    }
    return new SigningKey(new BigInteger(1, bytes));
  }

  /** The public key. */
  public Jwk jwk() {
    return jwk;
  }

  /** The key's name: the thumbprint of the public key. */
  public KeyId kid() {
    return new KeyId(jwk.thumbprint());
  }

  /** Signs a message: {@code r || s}, 64 bytes. */
  public byte[] sign(byte[] message) {
    SHA256Digest sha256 = new SHA256Digest();
    sha256.update(message, 0, message.length);
    byte[] digest = new byte[sha256.getDigestSize()];
    sha256.doFinal(digest, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(d, P256));
    BigInteger[] rs = signer.generateSignature(digest);
    byte[] signature = new byte[EcdsaP256.SIGNATURE_BYTES];
    BigIntegers.asUnsignedByteArray(rs[0], signature, 0, COORDINATE_BYTES);
    BigIntegers.asUnsignedByteArray(rs[1], signature, COORDINATE_BYTES, COORDINATE_BYTES);
    return signature;
  }

  /** The private JWK's member {@code d}; only key files may ask for it. */
  String secret() {
    return base64(BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, d));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "SigningKey " + kid();
  }
}
