// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

/**
 * How many columns of a terminal a text takes: Chinese characters and full-width forms take two,
 * combining marks none (Unicode Standard Annex 11, East Asian Width).
 */
public final class Width {
  private Width() {}

  /** Columns of a text. */
  public static int of(String text) {
    return text.codePoints().map(Width::ofCodePoint).sum();
  }

  private static int ofCodePoint(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F // Hangul Jamo
            || c >= 0x2E80 && c <= 0x303E // radicals, CJK punctuation
            || c >= 0x3041 && c <= 0xA4CF // kana to Yi, all unified ideographs
            || c >= 0xAC00 && c <= 0xD7A3 // Hangul
            || c >= 0xF900 && c <= 0xFAFF // compatibility ideographs
            || c >= 0xFE30 && c <= 0xFE6F // vertical and small forms
            || c >= 0xFF01 && c <= 0xFF60 // full-width forms
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1FAFF // pictographs
            || c >= 0x20000 && c <= 0x3FFFD; // further ideographs
    return wide ? 2 : 1;
  }

  /** The text with spaces behind it, up to a number of columns. */
  public static String padRight(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** The text with spaces before it, up to a number of columns. */
  public static String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text))) + text;
  }

  /** The text cut to a number of columns, with a sign that it was. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int c : text.codePoints().toArray()) {
      used += ofCodePoint(c);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept + "…";
  }
}
