// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

/**
 * Text as it is compared: full-width forms, which Chinese input methods write, become the ASCII
 * characters that they stand for, and white space around the text goes.
 */
final class Narrow {
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int TO_ASCII = FULL_WIDTH_FIRST - '!';
  private static final char MINUS_SIGN = '\u2212';
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char NO_BREAK_SPACE = '\u00A0';

  /** Spaces that stand between thousands in print. */
  private static final char NARROW_NO_BREAK_SPACE = '\u202F';

  private static final char THIN_SPACE = '\u2009';

  private Narrow() {}

  static String of(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      narrow.append(of(text.charAt(i)));
    }
    return narrow.toString().strip();
  }

  private static char of(char c) {
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return (char) (c - TO_ASCII);
    }
    return switch (c) {
      case MINUS_SIGN -> '-';
      case NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE, THIN_SPACE, BYTE_ORDER_MARK -> ' ';
      default -> c;
    };
  }
}
