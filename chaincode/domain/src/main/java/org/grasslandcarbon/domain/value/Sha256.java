// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest in lower-case hexadecimal: how documents are named on the ledger.
 *
 * @param value 64 hexadecimal digits
 */
public record Sha256(@JsonValue String value) {
  /** The form of a digest. */
  public static final String PATTERN = "[0-9a-f]{64}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sha256 {
    Check.matches(
        FORM,
        value,
        zh("文件以其 SHA-256 表示：64 位小写十六进制数字")
            .en("a document is named by its SHA-256: 64 lower-case hex digits"));
  }

  /** The digest of bytes. */
  public static Sha256 of(byte[] bytes) {
    try {
      return new Sha256(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of a text's UTF-8 bytes. */
  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return value;
  }
}
