// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.regex.Pattern;

/** The one way in which values refuse what they are given. */
public final class Check {
  private static final String WHITE_SPACE =
      "\t\n\u000B\f\r\u001C\u001D\u001E\u001F \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
          + "\u2008\u2009\u200A\u2028\u2029\u205F\u3000";

  private Check() {}

  /**
   * Refuses with a sentence for the person who wrote the value.
   *
   * @throws BadValueException when the condition does not hold
   */
  public static void that(boolean condition, Detail otherwise) {
    if (!condition) {
      throw new BadValueException(otherwise);
    }
  }

  /** Refuses a text that does not match as a whole. */
  public static void matches(Pattern pattern, String text, Detail otherwise) {
    that(text != null && pattern.matcher(text).matches(), otherwise);
  }

  /**
   * Refuses a text that is blank, longer than {@code most} characters (code points, as JSON Schema
   * counts) or has control characters. This is what every text on a ledger meets; what is signed
   * today meets {@link ReadableText} besides.
   */
  public static void text(String text, int most, String name) {
    that(text != null && !isBlank(text), zh("%s 不得为空白").en("%s must not be blank", name));
    that(
        text.length() <= most || text.codePointCount(0, text.length()) <= most,
        zh("%s 最多 %s 个字符").en("%s must have at most %s characters", name, most));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineBreak = c == '\n' || c == '\t';
      if (!lineBreak && Character.isISOControl(c)) {
        throw new BadValueException(
            zh("%s 不得含有控制字符").en("%s must not have control characters", name));
      }
      if (c == '\uFFFE' || c == '\uFFFF') {
        throw new BadValueException(zh("%s 须为 Unicode 文本").en("%s must be Unicode text", name));
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        that(pair, zh("%s 不得含有半个字符（代理对不完整）").en("%s must not have half a surrogate pair", name));
        i++;
      }
    }
  }

  /** By characters that stand here and not by the platform's table, which its version changes. */
  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (WHITE_SPACE.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
