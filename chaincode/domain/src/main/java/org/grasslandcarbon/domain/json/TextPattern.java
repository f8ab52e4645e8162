// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.unicode.Characters.Kind;

/**
 * {@link org.grasslandcarbon.domain.value.ReadableText} as a regular expression, as far as one can
 * say it that every validator reads: classes of Unicode have other names in each language, so the
 * ranges stand here. What is not assigned, not composed, or joins what is no letter, only the
 * ledger refuses.
 */
final class TextPattern {
  private static final Set<Kind> NEVER = EnumSet.of(Kind.CONTROL, Kind.INVISIBLE, Kind.SURROGATE);

  /** The expression, made from the tables that the check uses. */
  static final String TEXT =
      "^(?=[\\s\\S]*[^"
          + ranges(c -> Characters.kind(c) == Kind.SPACE)
          + "])[^"
          + ranges(TextPattern::isNeverReadable)
          + "]*$";

  private TextPattern() {}

  private static boolean isNeverReadable(int c) {
    boolean noncharacter = c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
    return noncharacter || NEVER.contains(Characters.kind(c));
  }

  /** What stands between the brackets of a character class. */
  private static String ranges(IntPredicate isIn) {
    StringBuilder ranges = new StringBuilder();
    int c = 0;
    while (c <= Characters.LAST) {
      int first = c;
      while (c <= Characters.LAST && isIn.test(c)) {
        c++;
      }
      if (c > first) {
        ranges.append(character(first));
        if (c - 1 > first) {
          ranges.append('-').append(character(c - 1));
        }
      }
      c++;
    }
    return ranges.toString();
  }

  /** Beyond the basic plane there is no escape that all read: the character itself is. */
  private static String character(int c) {
    return Character.isBmpCodePoint(c)
        ? String.format(Locale.ROOT, "\\u%04X", c)
        : Character.toString(c);
  }
}
