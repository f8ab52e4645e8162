// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.unicode;

import java.util.HashMap;
import java.util.Map;

/**
 * Unicode's form for comparing texts whatever their case, width and style ({@code NFKC_Casefold},
 * Unicode Standard, section 3.13): full-width letters are letters, capitals are small letters, what
 * shows nothing is left out.
 */
public final class Folding {
  private static final Map<Integer, String> FOLDED = load();

  private Folding() {}

  private static Map<Integer, String> load() {
    Map<Integer, String> folded = new HashMap<>();
    for (DataFile.Line line : DataFile.load("folding.txt").section("folded")) {
      int[] to = line.codePoints();
      String text = new String(to, 0, to.length);
      for (int c = line.first(); c <= line.last(); c++) {
        folded.put(c, text);
      }
    }
    return folded;
  }

  /** The folded form of a text. */
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              String to = FOLDED.get(c);
              if (to == null) {
                folded.appendCodePoint(c);
              } else {
                folded.append(to);
              }
            });
    return Normalization.nfc(folded.toString());
  }
}
