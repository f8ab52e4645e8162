// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.util.Locale;

/**
 * Which characters mean what they look like. A name is what strangers have typed: what hides in it,
 * or turns it around, must be seen by whoever reads the document.
 */
public final class Visible {
  private Visible() {}

  /** Whether there is anything to see of a character, and everybody sees the same. */
  public static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /**
   * A text in which what cannot be seen is told by its number, and what breaks lines is a space.
   */
  public static String told(String text) {
    StringBuilder told = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            each -> {
              if (isSpace(each)) {
                told.append(' ');
              } else if (isVisible(each)) {
                told.appendCodePoint(each);
              } else {
                told.append('[').append(number(each)).append(']');
              }
            });
    return told.toString();
  }

  /** A character's number, as the Unicode standard writes it. */
  static String number(int character) {
    return String.format(Locale.ROOT, "U+%04X", character);
  }

  /** Whether a character is a space of some width, or breaks a line. */
  static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /**
   * Whether a character is written from right to left, and what is written around it with it: a
   * document that has lines from left to right only would show such a name backwards.
   */
  static boolean isFromTheRight(int character) {
    return switch (Character.getDirectionality(character)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }
}
