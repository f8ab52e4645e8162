// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.instruction;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * A public key as a JSON Web Key (RFC 7517, RFC 7518 section 6.2): P-256 only.
 *
 * @param crv {@code P-256}
 * @param kty {@code EC}
 * @param x the point's x, 32 bytes in base64url
 * @param y the point's y, 32 bytes in base64url
 */
public record Jwk(
    @Most(5) String crv, @Most(2) String kty, @Most(43) String x, @Most(43) String y) {
  /** 32 bytes in base64url without padding; the last character's low two bits are zero. */
  public static final String COORDINATE_PATTERN = "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]";

  /** The one curve. */
  static final String CRV_PATTERN = "P-256";

  /** The one kind of key. */
  static final String KTY_PATTERN = "EC";

  static final String X_PATTERN = COORDINATE_PATTERN;

  static final String Y_PATTERN = COORDINATE_PATTERN;

  private static final Pattern COORDINATE = Pattern.compile(COORDINATE_PATTERN);

  public Jwk {
    Check.that(
        KTY_PATTERN.equals(kty) && CRV_PATTERN.equals(crv),
        zh("密钥须为 kty EC、crv P-256").en("a key is kty EC, crv P-256"));
    Check.matches(COORDINATE, x, zh("x 须为 base64url 编码的 32 字节").en("x is 32 bytes in base64url"));
    Check.matches(COORDINATE, y, zh("y 须为 base64url 编码的 32 字节").en("y is 32 bytes in base64url"));
  }

  /** The key's name: its RFC 7638 thumbprint with SHA-256, in base64url. */
  public String thumbprint() {
    String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
