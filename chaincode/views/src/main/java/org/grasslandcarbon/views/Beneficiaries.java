// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.unicode.Characters.Kind;
import org.grasslandcarbon.domain.value.SearchText;
import org.grasslandcarbon.domain.value.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * Who is one beneficiary, however its name was typed: whoever has the same code; of those without
 * one, whoever has the same Chinese name but for width, case, style and room. More is not taken for
 * the same: a company and its branch, a limited and a joint-stock company, a firm with a code and
 * one of the same name without may be two, and a registry must not add up what is two's.
 */
public final class Beneficiaries {
  /** As many digits as tell names apart for ever: 96 bits. */
  private static final int DIGITS = 24;

  /** From here on are the signs of East Asia, between which room means nothing. */
  private static final int FIRST_OF_EAST_ASIA = 0x2E80;

  private Beneficiaries() {}

  /**
   * The id of a retirement's beneficiary: its code, or {@code N-} and a digest of its name; with
   * {@code -T} at the end where it was retired for practice.
   */
  public static String id(JsonNode retirement) {
    String code = retirement.at("/beneficiary/code").asString(null);
    String id =
        code != null
            ? code
            : "N-"
                + Sha256.of(harmonised(retirement.at("/beneficiary/name/zh").asString("")))
                    .value()
                    .substring(0, DIGITS);
    return retirement.path("training").asBoolean(false) ? id + "-T" : id;
  }

  /** A name in the form in which names are one. */
  public static String harmonised(String name) {
    StringBuilder one = new StringBuilder();
    boolean room = false;
    for (int c : SearchText.of(name).codePoints().toArray()) {
      if (Characters.kind(c) == Kind.SPACE) {
        room = true;
        continue;
      }
      if (room && c < FIRST_OF_EAST_ASIA && last(one) < FIRST_OF_EAST_ASIA) {
        one.append(' ');
      }
      room = false;
      one.appendCodePoint(c);
    }
    return one.toString();
  }

  private static int last(StringBuilder text) {
    return text.isEmpty() ? FIRST_OF_EAST_ASIA : text.codePointBefore(text.length());
  }
}
