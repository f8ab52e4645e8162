// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.unicode;

/**
 * Korean syllables, which Unicode composes by arithmetic and not by a table (Unicode Standard,
 * section 3.12).
 */
final class Hangul {
  static final int INITIAL = 0x1100;
  static final int INITIALS = 19;
  static final int VOWEL = 0x1161;
  static final int VOWELS = 21;

  /** The code point before the first final consonant: a syllable need not have one. */
  static final int FINAL = 0x11A7;

  static final int FINALS = 28;
  private static final int SYLLABLE = 0xAC00;
  private static final int SYLLABLES = INITIALS * VOWELS * FINALS;

  private Hangul() {}

  static boolean isSyllable(int c) {
    return c >= SYLLABLE && c < SYLLABLE + SYLLABLES;
  }

  /** The letters of a syllable: two, or three. */
  static int[] decomposed(int syllable) {
    int index = syllable - SYLLABLE;
    int initial = INITIAL + index / (VOWELS * FINALS);
    int vowel = VOWEL + index / FINALS % VOWELS;
    int last = index % FINALS;
    return last == 0 ? new int[] {initial, vowel} : new int[] {initial, vowel, FINAL + last};
  }

  /** The syllable of an initial and a vowel, or of those with a final; -1 when it is none. */
  static int composed(int first, int second) {
    boolean initial = first >= INITIAL && first < INITIAL + INITIALS;
    if (initial && second >= VOWEL && second < VOWEL + VOWELS) {
      return SYLLABLE + ((first - INITIAL) * VOWELS + second - VOWEL) * FINALS;
    }
    boolean open = isSyllable(first) && (first - SYLLABLE) % FINALS == 0;
    if (open && second > FINAL && second < FINAL + FINALS) {
      return first + second - FINAL;
    }
    return -1;
  }
}
