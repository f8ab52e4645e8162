// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/** A participant's key pair in a test. A seed makes the same key each time. */
public final class Signer {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
  private static final ECDomainParameters P256 =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

  private final BigInteger secret;
  private final Jwk jwk;

  private Signer(BigInteger secret) {
    this.secret = secret;
    ECPoint point = P256.getG().multiply(secret).normalize();
    jwk =
        new Jwk(
            "P-256",
            "EC",
            base64(point.getAffineXCoord().getEncoded()),
            base64(point.getAffineYCoord().getEncoded()));
  }

  /** A new key. */
  public static Signer random() {
    return new Signer(
        BigIntegers.createRandomInRange(
            BigInteger.ONE, P256.getN().subtract(BigInteger.ONE), new SecureRandom()));
  }

  /** The key of a seed: the same in every run. */
  public static Signer seeded(long seed) {
    return new Signer(BigInteger.valueOf(seed).pow(7).add(BigInteger.valueOf(1_000_003)));
  }

  public Jwk jwk() {
    return jwk;
  }

  public KeyId kid() {
    return new KeyId(jwk.thumbprint());
  }

  /** Signs an instruction as a client would. */
  public byte[] sign(
      InstructionId id, ParticipantId participant, String action, Object args, Instant notAfter) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("id", id);
    payload.put("action", action);
    payload.put("participant", participant);
    payload.put("notAfter", notAfter);
    payload.put("args", args);
    return signText(header("ES256", SignedInstruction.TYPE), Codec.text(payload));
  }

  /** The header that instructions carry, with the given algorithm and type. */
  public String header(String alg, String typ) {
    return "{\"alg\":\"" + alg + "\",\"kid\":\"" + kid() + "\",\"typ\":\"" + typ + "\"}";
  }

  /** Signs any header and payload. */
  public byte[] signText(String header, String payload) {
    return signBytes(
        header.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8));
  }

  /** Signs any header and payload in whatever encoding. */
  public byte[] signBytes(byte[] header, byte[] payload) {
    String input = base64(header) + "." + base64(payload);
    byte[] message = input.getBytes(StandardCharsets.US_ASCII);
    byte[] digest = new byte[32];
    SHA256Digest sha256 = new SHA256Digest();
    sha256.update(message, 0, message.length);
    sha256.doFinal(digest, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, P256));
    BigInteger[] rs = signer.generateSignature(digest);
    byte[] signature = new byte[64];
    BigIntegers.asUnsignedByteArray(rs[0], signature, 0, 32);
    BigIntegers.asUnsignedByteArray(rs[1], signature, 32, 32);
    return (input + "." + base64(signature)).getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
