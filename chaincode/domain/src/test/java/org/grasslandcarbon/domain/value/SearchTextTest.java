// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.domain.unicode.Characters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("It changes the locale of the JVM.")
class SearchTextTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Example Enterprise,EXAMPLE enterprise",
        "ＡＢＣ－１２３,abc-123",
        "㈱示例,(株)示例",
        "阿依古丽·买买提,阿依古丽•买买提",
        "阿依古丽·买买提,阿依古丽・买买提",
        "阿依古丽·买买提,阿依古丽･买买提",
        "阿依古丽·买买提,阿依古丽‧买买提",
        "  示例企业 ,示例企业",
        "　示例企业\u00A0,示例企业",
        "Straße,STRASSE",
        "İ,i̇",
        "ΣΊΣΥΦΟΣ,σίσυφος",
        "Hà Nội,HÀ NỘI",
        "㎡,m2",
        "葛\uDB40\uDD00城,葛城",
        "a\u200Bb,ab",
        "a\u202Eb,ab",
        "\uF900,豈",
        "\u1100\u1161,가"
      })
  void texts_that_a_person_takes_for_the_same_have_one_form(String one, String other) {
    assertThat(SearchText.of(one)).isEqualTo(SearchText.of(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"示例企业,示例 企业", "国,國", "a.b,a·b", "0,O", "а,a"})
  void texts_that_differ_stay_apart(String one, String other) {
    assertThat(SearchText.of(one)).isNotEqualTo(SearchText.of(other));
  }

  @Test
  void the_form_of_a_form_is_itself_whatever_the_character() {
    List<Integer> wrong = new ArrayList<>();
    for (int c = 0; c <= Characters.LAST; c++) {
      String form = SearchText.of("x" + Character.toString(c) + "·");
      if (!SearchText.of(form).equals(form)) {
        wrong.add(c);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void room_at_the_ends_does_not_count_and_nothing_stays_nothing() {
    assertThat(SearchText.of("")).isEmpty();
    assertThat(SearchText.of("\n\tab\n")).isEqualTo("ab");
    assertThat(SearchText.of(" \u3000\u200B")).isEmpty();
  }

  @Test
  void the_language_of_the_machine_does_not_count() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(SearchText.of("TITLE")).isEqualTo("title");
    } finally {
      Locale.setDefault(before);
    }
  }
}
