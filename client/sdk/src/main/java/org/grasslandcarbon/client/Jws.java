// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;

/**
 * JWS in compact serialisation (RFC 7515) with ES256: writes what the registry reads, and verifies
 * instructions offline, so that an auditor needs no gateway to know who signed what.
 */
public final class Jws {
  private Jws() {}

  /**
   * Signs a payload.
   *
   * @param typ the header's {@code typ}
   * @param payload anything that is written as a JSON object
   */
  static String sign(SigningKey key, String typ, Object payload) {
    TreeMap<String, String> header = new TreeMap<>();
    header.put("alg", "ES256");
    header.put("kid", key.kid().value());
    header.put("typ", typ);
    String signed = base64(Codec.write(header)) + "." + base64(Codec.write(payload));
    return signed + "." + base64(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * Verifies an instruction offline.
   *
   * @param jws the signed text
   * @param key the public key that should have signed it, e.g. one of its participant's keys
   * @return what was signed
   * @throws RegistryException {@code MALFORMED} or {@code TOO_LARGE} as the ledger would, and
   *     {@code BAD_SIGNATURE} when the text names another key or is not signed by this one
   */
  public static SignedInstruction.Payload verify(String jws, Jwk key) {
    SignedInstruction signed = SignedInstruction.parse(jws.getBytes(StandardCharsets.US_ASCII));
    if (!signed.kid().value().equals(key.thumbprint())) {
      throw new RegistryException(
          ErrorCode.BAD_SIGNATURE, zh("请求头所载密钥为 %s").en("the header names key %s", signed.kid()));
    }
    if (!EcdsaP256.verify(EcdsaP256.publicKey(key), signed.signingInput(), signed.signature())) {
      throw new RegistryException(
          ErrorCode.BAD_SIGNATURE, zh("不是由密钥 %s 签署").en("not signed by key %s", signed.kid()));
    }
    return signed.instruction();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
