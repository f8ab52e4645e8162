// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Locale;
import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.unicode.Characters.Kind;
import org.grasslandcarbon.domain.unicode.Normalization;

/**
 * What people read must be what stands there: a name with a hidden or direction-changing character
 * looks like another's, and two forms of one letter compare as different.
 *
 * <p>A readable text is one line of characters of Unicode {@value Characters#VERSION} in form NFC,
 * not blank, without control characters and without what shows nothing; only ZWJ and ZWNJ stand
 * between letters, and variation selectors after what they vary, since scripts need them. This
 * binds what is signed from now on and never what is on a ledger: reading state does not ask.
 */
public final class ReadableText {
  /** Where the letters of Mongolian and the signs that go with them begin and end. */
  private static final int MONGOLIAN_FIRST = 0x180B;

  private static final int MONGOLIAN_LAST = 0x18AA;

  private static final int NONE = -1;

  private ReadableText() {}

  /**
   * Refuses a text that is not readable.
   *
   * @param name what the text is, for the sentence
   * @throws BadValueException saying what stands in it
   */
  public static void require(String text, String name) {
    boolean blank = true;
    boolean plain = true;
    int before = NONE;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Characters.isPlain(c)) {
        blank = false;
      } else {
        Detail wrong = wrong(before, c, i < text.length() ? text.codePointAt(i) : NONE);
        if (wrong != null) {
          throw new BadValueException(
              zh("%s 含有 %s：%s").en("%s has %s, which %s", name, named(c), wrong));
        }
        blank = blank && Characters.kind(c) == Kind.SPACE;
        plain = false;
      }
      before = c;
    }
    Check.that(!blank, zh("%s 不得为空白").en("%s must not be blank", name));
    Check.that(
        plain || Normalization.isNfc(text),
        zh("%s 须为 Unicode NFC 组合形式").en("%s must be composed, in Unicode's form NFC", name));
  }

  /**
   * A text as it may be shown to anybody: what could not stand in a readable text is replaced by
   * its number, e.g. {@code <U+202E>}. Texts on a ledger may be older than this rule, and what a
   * stranger sends may be anything.
   */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int before = NONE;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (wrong(before, c, i < text.length() ? text.codePointAt(i) : NONE) == null) {
        shown.appendCodePoint(c);
      } else {
        shown.append('<').append(named(c)).append('>');
      }
      before = c;
    }
    return shown.toString();
  }

  /**
   * The same, cut to a length: a detail may quote what a stranger sent, of which no half of a
   * surrogate pair, control character or change of direction gets into the journal or on anybody's
   * screen.
   *
   * @param most UTF-16 units
   */
  public static String shown(String text, int most) {
    StringBuilder cut = new StringBuilder();
    shown(text)
        .codePoints()
        .takeWhile(c -> cut.length() + Character.charCount(c) <= most)
        .forEachOrdered(cut::appendCodePoint);
    return cut.toString();
  }

  /** Why a character must not stand between two others; null when it may. */
  private static Detail wrong(int before, int c, int after) {
    return switch (Characters.kind(c)) {
      case LETTER, MARK, SYMBOL, SPACE -> null;
      case JOINER ->
          isWritten(before, false) && isWritten(after, false) && !isSelector(after)
              ? null
              : zh("只能用于连接字母").en("joins letters only");
      case MONGOLIAN_JOINER ->
          isMongolian(before) && isMongolian(after)
              ? null
              : zh("只能用于连接蒙古文字母").en("joins Mongolian letters only");
      case SELECTOR ->
          isWritten(before, true) && !isSelector(before)
              ? null
              : zh("用于变化前一字符，而其前没有字符").en("varies the character before it, and there is none");
      case CONTROL -> zh("是控制字符，文本须为一行").en("is a control character: a text is one line");
      case INVISIBLE -> zh("不可见，或改变显示内容").en("shows nothing or changes what is shown");
      case SURROGATE -> zh("是半个字符").en("is half a character");
      case UNASSIGNED ->
          zh("不是 Unicode %s 的字符").en("is no character of Unicode %s", Characters.VERSION);
    };
  }

  /** Whether a character is a letter with what goes with it, or a symbol where that will do. */
  private static boolean isWritten(int c, boolean orSymbol) {
    if (c == NONE) {
      return false;
    }
    return switch (Characters.kind(c)) {
      case LETTER, MARK, SELECTOR -> true;
      case SYMBOL -> orSymbol;
      default -> false;
    };
  }

  private static boolean isSelector(int c) {
    return c != NONE && Characters.kind(c) == Kind.SELECTOR;
  }

  private static boolean isMongolian(int c) {
    return c >= MONGOLIAN_FIRST && c <= MONGOLIAN_LAST && isWritten(c, false);
  }

  private static String named(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }
}
