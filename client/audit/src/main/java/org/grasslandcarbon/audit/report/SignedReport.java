// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.report;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;

/**
 * A report as the auditor signs it: JWS compact serialisation, ES256, with the key with which the
 * auditor signs at the registry. The payload is the report's canonical JSON.
 */
public final class SignedReport {
  /** The header's {@code typ}. */
  public static final String TYPE = "audit-report+jws";

  private record Header(String alg, String kid, String typ) {}

  private SignedReport() {}

  /**
   * Signs a report.
   *
   * @param signer signs a message: {@code r || s}, 64 bytes
   */
  public static String of(AuditReport report, KeyId kid, UnaryOperator<byte[]> signer) {
    TreeMap<String, String> header = new TreeMap<>();
    header.put("alg", "ES256");
    header.put("kid", kid.value());
    header.put("typ", TYPE);
    String signed = base64(Codec.write(header)) + "." + base64(Codec.write(report));
    return signed + "." + base64(signer.apply(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * Reads a signed report.
   *
   * @param key the auditor's public key
   * @throws BadValueException when it is none, or this key has not signed it
   */
  public static AuditReport verified(String jws, Jwk key) {
    String[] parts = jws.strip().split("\\.", -1);
    if (parts.length != 3) {
      throw none();
    }
    try {
      Header header = Codec.read(bytes(parts[0]), Header.class);
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      boolean signedByKey =
          header.equals(new Header("ES256", key.thumbprint(), TYPE))
              && EcdsaP256.verify(EcdsaP256.publicKey(key), signed, bytes(parts[2]));
      if (!signedByKey) {
        throw new BadValueException(zh("该密钥未签署此报告").en("this key has not signed the report"));
      }
      AuditReport report = Codec.read(bytes(parts[1]), AuditReport.class);
      if (!Arrays.equals(Codec.write(report), bytes(parts[1]))) {
        throw none();
      }
      return report;
    } catch (RegistryException | IllegalArgumentException e) {
      throw none();
    }
  }

  private static BadValueException none() {
    Detail detail = zh("不是已签署的审计报告").en("this is no signed report of an audit");
    return new BadValueException(detail);
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
