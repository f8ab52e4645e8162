// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.instruction;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * The name of a public key: its RFC 7638 thumbprint.
 *
 * @param value 43 characters of base64url
 */
public record KeyId(@Most(43) @JsonValue String value) {
  /** The form of a thumbprint. */
  public static final String PATTERN = Jwk.COORDINATE_PATTERN;

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public KeyId {
    Check.matches(
        FORM,
        value,
        zh("kid 须为 RFC 7638 指纹（SHA-256）").en("kid is an RFC 7638 thumbprint (SHA-256)"));
  }

  @Override
  public String toString() {
    return value;
  }
}
