// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.unicode.Characters.Kind;
import org.grasslandcarbon.domain.unicode.Folding;

/**
 * The form in which texts are compared when somebody searches: width, case and style do not count,
 * nor what shows nothing, nor room at the ends, and the dots that stand in the middle of Mongolian
 * and foreign names are one. What is stored and what is asked for both go through here; nothing
 * that is decided does.
 */
public final class SearchText {
  /** U+00B7, which stands in Chinese for the parts of a foreign or minority name. */
  private static final int MIDDLE_DOT = '·';

  private SearchText() {}

  /** The form of a text; the form of a form is itself. */
  public static String of(String text) {
    int[] folded = Folding.folded(text).codePoints().map(SearchText::dot).toArray();
    int start = 0;
    int end = folded.length;
    while (start < end && isRoom(folded[start])) {
      start++;
    }
    while (end > start && isRoom(folded[end - 1])) {
      end--;
    }
    return new String(folded, start, end - start);
  }

  /** Those that people type, or that input methods and tables of old make of it. */
  private static int dot(int c) {
    return switch (c) {
      case '•', '‧', '∙', '⋅', '・', '⸱' -> MIDDLE_DOT;
      default -> c;
    };
  }

  private static boolean isRoom(int c) {
    Kind kind = Characters.kind(c);
    return kind == Kind.SPACE || kind == Kind.CONTROL;
  }
}
