// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Broken arguments of every action, made by chance and reproducible: whatever is wrong, people read
 * our own sentences, in both languages, and nothing of a parser's.
 */
class ForeignWordsTest {
  /** What JSON libraries and the platform say of bad input. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "[Jj]ackson|[Dd]eserializ|creator|JsonReadFeature|StreamReadFeature|Unexpected |Unrecognized"
              + "|Cannot |coerc|\\[Source|(?<!\\.)\\bline: [0-9]|column: |java\\.|Exception|mapper|subtype"
              + "|FAIL_ON|Numeric value|end-of-input|class org|For input string");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static final int TRIES = 150;

  /** What a slip of the hand, of a program or of an attacker puts in the place of something. */
  private static final List<String> SLIPS =
      List.of(
          "",
          "null",
          "1",
          "-1",
          "1.5",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\"x\"",
          "true",
          "[]",
          "{}",
          "[null]",
          "{\"x\":1}",
          ",",
          ":",
          "}",
          "]",
          "\"",
          "\\",
          "\u0000",
          "NaN",
          "'a'",
          "/**/",
          "0x10",
          "\uD800",
          "\u202E",
          "[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]");

  static List<ActionType<?>> actions() {
    return Catalogue.actions();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void broken_arguments_are_told_in_our_own_words(ActionType<?> type) {
    String sound = Codec.text(type.example());
    Random random = new Random(type.name().hashCode());
    long refused =
        IntStream.range(0, TRIES)
            .mapToObj(i -> broken(sound, random))
            .filter(text -> isToldInOurWords(type, text))
            .count();
    // Some slips stand in free text, where they change nothing.
    assertThat(refused).as("what is cut off or replaced is refused").isGreaterThan(TRIES / 3);
  }

  /** A value replaced, a piece left out, or the end cut off. */
  private static String broken(String sound, Random random) {
    int from = random.nextInt(sound.length());
    String slip = SLIPS.get(random.nextInt(SLIPS.size()));
    switch (random.nextInt(4)) {
      case 0:
        return sound.substring(0, from) + slip;
      case 1:
        return sound.substring(0, from) + slip + sound.substring(from);
      case 2:
        int to = Math.min(sound.length(), from + 1 + random.nextInt(12));
        return sound.substring(0, from) + slip + sound.substring(to);
      default:
        int colon = sound.indexOf(':', from);
        int end = colon < 0 ? -1 : endOfValue(sound, colon + 1);
        return end < 0 ? slip : sound.substring(0, colon + 1) + slip + sound.substring(end);
    }
  }

  /** Where a plain value ends; the first place where it could, for others. */
  private static int endOfValue(String json, int start) {
    return Arrays.stream(new int[] {json.indexOf(',', start), json.indexOf('}', start)})
        .filter(index -> index >= 0)
        .min()
        .orElse(-1);
  }

  private static boolean isToldInOurWords(ActionType<?> type, String text) {
    Throwable thrown =
        catchThrowable(
            () -> {
              JsonNode tree = Codec.readTree(text.getBytes(StandardCharsets.UTF_8));
              Catalogue.read(type.name(), tree);
            });
    if (thrown == null) {
      return false;
    }
    assertThat(thrown).as(text).isInstanceOf(RegistryException.class);
    RegistryException refusal = (RegistryException) thrown;
    assertThat(refusal.code()).as(text).isIn(ErrorCode.MALFORMED, ErrorCode.BAD_CERTIFICATE);
    assertThat(FOREIGN.matcher(refusal.en()).find()).as("%s: %s", text, refusal.en()).isFalse();
    assertThat(FOREIGN.matcher(refusal.zh()).find()).as("%s: %s", text, refusal.zh()).isFalse();
    assertThat(CHINESE.matcher(refusal.zh()).find()).as("%s: %s", text, refusal.zh()).isTrue();
    return true;
  }
}
