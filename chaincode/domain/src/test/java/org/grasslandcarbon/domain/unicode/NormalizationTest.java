// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against ICU, which is of the same version of Unicode, and against the platform. */
class NormalizationTest {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  /** What has anything to do with normalization, and some of everything else. */
  private static final int[] INTERESTING =
      IntStream.rangeClosed(0, Characters.LAST)
          .filter(c -> Characters.kind(c) != Characters.Kind.SURROGATE)
          .filter(
              c ->
                  Characters.isNfcSensitive(c)
                      || !NFC.isInert(c)
                      || NFC.getRawDecomposition(c) != null)
          .toArray();

  private static IntStream scalars() {
    return IntStream.rangeClosed(0, Characters.LAST)
        .filter(c -> Characters.kind(c) != Characters.Kind.SURROGATE);
  }

  @Test
  void every_character_alone_has_the_form_that_icu_gives_it() {
    List<Integer> wrong = new ArrayList<>();
    scalars()
        .forEach(
            c -> {
              String text = Character.toString(c);
              boolean right =
                  Normalization.nfc(text).equals(NFC.normalize(text))
                      && Normalization.isNfc(text) == NFC.isNormalized(text)
                      && Folding.folded(text).equals(FOLD.normalize(text));
              if (!right) {
                wrong.add(c);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_pair_that_composes_does_and_no_other() {
    List<String> wrong = new ArrayList<>();
    Random random = new Random(20261101);
    for (int first : INTERESTING) {
      for (int i = 0; i < 40; i++) {
        check(
            new StringBuilder()
                .appendCodePoint(first)
                .appendCodePoint(INTERESTING[random.nextInt(INTERESTING.length)])
                .toString(),
            wrong);
      }
      String decomposed = NFC.getDecomposition(first);
      if (decomposed != null) {
        check(decomposed, wrong);
        check(decomposed + "\u0323\u0300", wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void texts_drawn_at_random_have_the_form_that_icu_gives_them() {
    List<String> wrong = new ArrayList<>();
    Random random = new Random(20261129);
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        int c =
            random.nextInt(4) == 0
                ? random.nextInt(0xD800)
                : INTERESTING[random.nextInt(INTERESTING.length)];
        text.appendCodePoint(c);
      }
      check(text.toString(), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(String text, List<String> wrong) {
    String expected = NFC.normalize(text);
    boolean right =
        Normalization.nfc(text).equals(expected)
            && Normalization.isNfc(text) == expected.equals(text)
            && Normalization.nfc(expected).equals(expected)
            && Folding.folded(text).equals(FOLD.normalize(text));
    if (!right) {
      wrong.add(text);
    }
  }

  /**
   * Normalization of what is assigned never changes, so an older platform agrees on what it knows.
   */
  @Test
  void the_platform_agrees_on_every_character_that_it_knows() {
    assertThat(
            scalars()
                .filter(Character::isDefined)
                .mapToObj(Character::toString)
                .filter(
                    text ->
                        !Normalizer.normalize(text, Normalizer.Form.NFC)
                            .equals(Normalization.nfc(text))))
        .isEmpty();
  }

  @Test
  void a_long_run_of_marks_costs_no_more_than_its_length() {
    StringBuilder marks = new StringBuilder("a");
    for (int i = 0; i < 20_000; i++) {
      marks.append(i % 2 == 0 ? '\u0301' : '\u0323');
    }
    String text = marks.toString();
    assertThat(Normalization.nfc(text)).isEqualTo(NFC.normalize(text));
  }
}
