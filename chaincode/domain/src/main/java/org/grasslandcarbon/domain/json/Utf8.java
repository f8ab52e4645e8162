// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;

/**
 * The one encoding of JSON here: UTF-8 (RFC 3629) without a byte order mark. A parser left to
 * itself guesses: it takes UTF-16, UTF-32 and a byte order mark, and longer forms of characters
 * that have a shorter one, so that one text could be signed in many forms and be read by others as
 * something else.
 */
final class Utf8 {
  private Utf8() {}

  /**
   * Refuses bytes that are not UTF-8, or that a parser might guess to be something else.
   *
   * @throws RegistryException {@code MALFORMED}
   */
  static void require(byte[] text) {
    if (!isStrict(text)) {
      throw new RegistryException(
          ErrorCode.MALFORMED,
          zh("内容不是 UTF-8 编码的 JSON，或带有字节顺序标记")
              .en("the text is not JSON in UTF-8 without a byte order mark"));
    }
  }

  /**
   * Whether bytes are well-formed UTF-8 (Unicode Standard, table 3-7) without a byte order mark at
   * the beginning and without U+0000. That character never stands in JSON, and without it nothing
   * looks like UTF-16 or UTF-32.
   */
  static boolean isStrict(byte[] text) {
    if (text.length >= 3
        && text[0] == (byte) 0xEF
        && text[1] == (byte) 0xBB
        && text[2] == (byte) 0xBF) {
      return false;
    }
    int i = 0;
    while (i < text.length) {
      int length = text[i] > 0 ? 1 : sequence(text, i);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** The bytes of the character that begins at a place and is not ASCII; 0 when it is none. */
  private static int sequence(byte[] text, int at) {
    int first = text[at] & 0xFF;
    if (first >= 0xC2 && first <= 0xDF) {
      return isFollowed(text, at, 1, 0x80, 0xBF) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
      // Neither what has a shorter form nor half a surrogate pair.
      int least = first == 0xE0 ? 0xA0 : 0x80;
      int most = first == 0xED ? 0x9F : 0xBF;
      return isFollowed(text, at, 2, least, most) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
      int least = first == 0xF0 ? 0x90 : 0x80;
      int most = first == 0xF4 ? 0x8F : 0xBF;
      return isFollowed(text, at, 3, least, most) ? 4 : 0;
    }
    return 0;
  }

  /** Whether so many continuation bytes follow, the first of them within bounds of its own. */
  private static boolean isFollowed(byte[] text, int at, int count, int least, int most) {
    if (at + count >= text.length) {
      return false;
    }
    int second = text[at + 1] & 0xFF;
    if (second < least || second > most) {
      return false;
    }
    for (int i = 2; i <= count; i++) {
      if ((text[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
