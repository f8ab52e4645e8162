// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.unicode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Unicode's normalization form C (Unicode Standard Annex 15): one form for texts that look the same
 * because a letter with a mark can be one code point or two.
 */
public final class Normalization {
  private Normalization() {}

  /** Looked at by the few texts that have something to reorder or to compose. */
  private static final class Tables {
    static final Map<Integer, int[]> CANONICAL = new HashMap<>();
    static final Map<Long, Integer> COMPOSED = new HashMap<>();
    static final Map<Integer, Integer> CLASSES = new HashMap<>();

    static {
      DataFile data = DataFile.load("characters.txt");
      Set<Integer> excluded = new HashSet<>();
      for (DataFile.Line line : data.section("excluded")) {
        IntStream.rangeClosed(line.first(), line.last()).forEach(excluded::add);
      }
      for (DataFile.Line line : data.section("canonical")) {
        int[] parts = line.codePoints();
        IntStream.rangeClosed(line.first(), line.last()).forEach(c -> CANONICAL.put(c, parts));
        if (!excluded.contains(line.first())) {
          COMPOSED.put(pair(parts[0], parts[1]), line.first());
        }
      }
      for (DataFile.Line line : data.section("class")) {
        int order = Integer.parseInt(line.words().get(0));
        IntStream.rangeClosed(line.first(), line.last()).forEach(c -> CLASSES.put(c, order));
      }
    }

    private Tables() {}

    static long pair(int first, int second) {
      return (long) first << 32 | second;
    }

    static int order(int c) {
      return CLASSES.getOrDefault(c, 0);
    }
  }

  /** Whether a text of assigned characters is in form C. */
  public static boolean isNfc(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Characters.isNfcSensitive(c)) {
        return nfc(text).equals(text);
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** The text in form C. */
  public static String nfc(String text) {
    int[] decomposed = text.codePoints().flatMap(c -> Arrays.stream(decomposed(c))).toArray();
    reorder(decomposed);
    int length = compose(decomposed);
    return new String(decomposed, 0, length);
  }

  private static int[] decomposed(int c) {
    if (Hangul.isSyllable(c)) {
      return Hangul.decomposed(c);
    }
    int[] parts = Tables.CANONICAL.get(c);
    return parts == null
        ? new int[] {c}
        : Arrays.stream(parts).flatMap(part -> Arrays.stream(decomposed(part))).toArray();
  }

  /** Sorts each run of marks by their classes; marks of one class stay in their order. */
  private static void reorder(int[] text) {
    int start = 0;
    while (start < text.length) {
      int end = start;
      while (end < text.length && Tables.order(text[end]) > 0) {
        end++;
      }
      if (end - start > 1) {
        int[] sorted =
            Arrays.stream(text, start, end)
                .boxed()
                .sorted(Comparator.comparing(Tables::order))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, text, start, sorted.length);
      }
      start = Math.max(end, start + 1);
    }
  }

  /** Joins in place what joins, and answers how much is left. */
  private static int compose(int[] text) {
    int starter = -1;
    int length = 0;
    int before = 0;
    for (int c : text) {
      int order = Tables.order(c);
      boolean blocked = length > starter + 1 && before >= order;
      if (starter >= 0 && !blocked) {
        int composed = composed(text[starter], c);
        if (composed >= 0) {
          text[starter] = composed;
          continue;
        }
      }
      if (order == 0) {
        starter = length;
      }
      before = order;
      text[length++] = c;
    }
    return length;
  }

  private static int composed(int first, int second) {
    int syllable = Hangul.composed(first, second);
    return syllable >= 0 ? syllable : Tables.COMPOSED.getOrDefault(Tables.pair(first, second), -1);
  }
}
