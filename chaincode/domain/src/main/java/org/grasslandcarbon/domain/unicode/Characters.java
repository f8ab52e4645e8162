// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.unicode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What each code point is in Unicode {@value #VERSION}, as far as texts are judged by it. */
public final class Characters {
  /** The version of the tables. */
  public static final String VERSION = "17.0";

  /** The last code point. */
  public static final int LAST = Character.MAX_CODE_POINT;

  /** The Braille pattern without a dot: a symbol by its category, and a space to the eye. */
  private static final int BRAILLE_BLANK = 0x2800;

  private static final int MONGOLIAN_SEPARATOR = 0x180E;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;

  /** Set for what a text in NFC may have in some places only, or not at all. */
  private static final int NFC_SENSITIVE = 0x40;

  private static final int KIND = 0x3F;

  private static final int LEAST_PLAIN = Kind.LETTER.ordinal();

  private static final Kind[] KINDS = Kind.values();

  /** A byte a code point; pages that are the same all over are one. */
  private static final byte[][] PAGES = pages();

  private Characters() {}

  /** Kinds of code points; those that are seen stand last. */
  public enum Kind {
    /** No character of this version; noncharacters, which never will be, among them. */
    UNASSIGNED,
    /** Half of a surrogate pair. */
    SURROGATE,
    /** A control character, or a separator of lines or paragraphs. */
    CONTROL,
    /**
     * A character that shows nothing, or changes what is shown around it: formatting, direction,
     * tags, fillers.
     */
    INVISIBLE,
    /** Joins or parts the letters around it: ZWJ, ZWNJ. */
    JOINER,
    /** Parts the last vowel of a Mongolian word from the letters before it. */
    MONGOLIAN_JOINER,
    /** Chooses between the shapes of the character before it. */
    SELECTOR,
    /** Room between characters. */
    SPACE,
    /** A letter, syllable or ideograph. */
    LETTER,
    /** A mark that goes with the character before it. */
    MARK,
    /** A digit, sign, symbol or private-use character. */
    SYMBOL
  }

  /** The kind of a code point. */
  public static Kind kind(int codePoint) {
    return KINDS[property(codePoint) & KIND];
  }

  /**
   * Whether a code point is a letter, mark or symbol that stands anywhere and has one form: what
   * nearly all texts have and nothing else.
   */
  public static boolean isPlain(int codePoint) {
    int property = property(codePoint);
    return property >= LEAST_PLAIN && property < NFC_SENSITIVE;
  }

  /** Whether a text without such code points is in NFC whatever else it has. */
  static boolean isNfcSensitive(int codePoint) {
    return (property(codePoint) & NFC_SENSITIVE) != 0;
  }

  private static int property(int codePoint) {
    return PAGES[codePoint >> PAGE_BITS][codePoint & (PAGE - 1)];
  }

  private static byte[][] pages() {
    DataFile data = DataFile.load("characters.txt");
    byte[] all = new byte[LAST + 1];
    for (DataFile.Line line : data.section("category")) {
      fill(all, line, ofCategory(line.words().get(0)));
    }
    for (DataFile.Line line : data.section("ignorable")) {
      fill(all, line, Kind.INVISIBLE);
    }
    for (DataFile.Line line : data.section("selector")) {
      fill(all, line, Kind.SELECTOR);
    }
    set(all, BRAILLE_BLANK, Kind.SPACE);
    set(all, ZERO_WIDTH_NON_JOINER, Kind.JOINER);
    set(all, ZERO_WIDTH_JOINER, Kind.JOINER);
    set(all, MONGOLIAN_SEPARATOR, Kind.MONGOLIAN_JOINER);
    markNfcSensitive(all, data);
    return shared(all);
  }

  private static Kind ofCategory(String category) {
    return switch (category) {
      case "L" -> Kind.LETTER;
      case "M" -> Kind.MARK;
      case "N", "P", "S", "Co" -> Kind.SYMBOL;
      case "Zs" -> Kind.SPACE;
      case "Zl", "Zp", "Cc" -> Kind.CONTROL;
      case "Cf" -> Kind.INVISIBLE;
      case "Cs" -> Kind.SURROGATE;
      default -> throw new IllegalStateException("category " + category);
    };
  }

  private static void fill(byte[] all, DataFile.Line line, Kind kind) {
    for (int c = line.first(); c <= line.last(); c++) {
      set(all, c, kind);
    }
  }

  private static void set(byte[] all, int codePoint, Kind kind) {
    all[codePoint] = (byte) kind.ordinal();
  }

  /** Marks that are reordered, what has another form, and what may join with the one before it. */
  private static void markNfcSensitive(byte[] all, DataFile data) {
    Set<Integer> excluded = new HashSet<>();
    for (DataFile.Line line : data.section("excluded")) {
      for (int c = line.first(); c <= line.last(); c++) {
        excluded.add(c);
        all[c] |= NFC_SENSITIVE;
      }
    }
    for (DataFile.Line line : data.section("class")) {
      for (int c = line.first(); c <= line.last(); c++) {
        all[c] |= NFC_SENSITIVE;
      }
    }
    for (DataFile.Line line : data.section("canonical")) {
      if (!excluded.contains(line.first())) {
        all[line.codePoints()[1]] |= NFC_SENSITIVE;
      }
    }
    for (int c = Hangul.VOWEL; c < Hangul.VOWEL + Hangul.VOWELS; c++) {
      all[c] |= NFC_SENSITIVE;
    }
    for (int c = Hangul.FINAL + 1; c < Hangul.FINAL + Hangul.FINALS; c++) {
      all[c] |= NFC_SENSITIVE;
    }
  }

  private static byte[][] shared(byte[] all) {
    byte[][] pages = new byte[(LAST + 1) / PAGE][];
    byte[][] uniform = new byte[PAGE][];
    for (int i = 0; i < pages.length; i++) {
      byte[] page = Arrays.copyOfRange(all, i * PAGE, (i + 1) * PAGE);
      byte[] same = new byte[PAGE];
      Arrays.fill(same, page[0]);
      if (Arrays.equals(page, same)) {
        int value = page[0] & 0xFF;
        uniform[value] = uniform[value] == null ? page : uniform[value];
        page = uniform[value];
      }
      pages[i] = page;
    }
    return pages;
  }
}
