// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.unicode.Characters.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTest {
  private static boolean isRefused(String text) {
    try {
      ReadableText.require(text, "name");
      return false;
    } catch (BadValueException refused) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "内蒙古锡林郭勒盟示例草原碳汇项目",
        "Example enterprise (Beijing) Co., Ltd. — 100 %",
        "阿依古丽·买买提",
        "全角　空格 and\u00A0no-break",
        // Mongolian: a shape chosen, the last vowel apart, a suffix after a narrow space.
        "ᠮᠣᠩᠭᠣᠯ",
        "ᠠ\u180Bᠮ",
        "ᠬᠠᠷ\u180Eᠠ",
        "ᠭ\u180Cᠠ\u180Eᠠ\u202Fᠶᠢᠨ",
        "བོད་ཡིག",
        // Persian and Hindi, which write ZWNJ and ZWJ.
        "می\u200Cخواهم",
        "क्\u200Dष",
        // An ideograph in the shape of a person's own name, and one of Unicode 17.
        "葛\uDB40\uDD00城区",
        "\uD88C\uDFB0",
        "❤\uFE0F",
        "Hà Nội",
        "한국어",
        "\uE815"
      })
  void what_people_write_is_readable(String text) {
    ReadableText.require(text, "name");
    assertThat(ReadableText.shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "202E | is  | shows nothing or changes what is shown",
        "2066 | | shows nothing or changes what is shown",
        "2069 | | shows nothing or changes what is shown",
        "200B | | shows nothing or changes what is shown",
        "200F | | shows nothing or changes what is shown",
        "061C | | shows nothing or changes what is shown",
        "00AD | | shows nothing or changes what is shown",
        "FEFF | | shows nothing or changes what is shown",
        "2060 | | shows nothing or changes what is shown",
        "E0001 | | shows nothing or changes what is shown",
        "E0041 | | shows nothing or changes what is shown",
        "3164 | | shows nothing or changes what is shown",
        "034F | | shows nothing or changes what is shown",
        "000A | | is a control character: a text is one line",
        "0009 | | is a control character: a text is one line",
        "0000 | | is a control character: a text is one line",
        "0085 | | is a control character: a text is one line",
        "2028 | | is a control character: a text is one line",
        "0378 | | is no character of Unicode 17.0",
        "FFFE | | is no character of Unicode 17.0",
        "FDD0 | | is no character of Unicode 17.0",
        "1FFFF | | is no character of Unicode 17.0",
        "10FFFE | | is no character of Unicode 17.0",
        "D83D | | is half a character",
        "180E | | joins Mongolian letters only",
      })
  void a_character_that_people_cannot_see_or_that_is_none_is_refused_and_named(
      String hex, String unused, String why) {
    String text = "北京" + Character.toString(Integer.parseInt(hex, 16)) + "企业";
    assertThatThrownBy(() -> ReadableText.require(text, "name"))
        .isInstanceOf(BadValueException.class)
        .hasMessage("name has U+" + hex + ", which " + why);
    assertThat(ReadableText.shown(text)).isEqualTo("北京<U+" + hex + ">企业");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200Da",
        "a\u200C",
        "a\u200D b",
        "a\u200D\u200Db",
        "1\u200D2",
        "a\u200C-b",
        "a \u200Cb",
        "👩\u200D🌾",
        "a\u200D\uFE0Fb"
      })
  void joiners_stand_between_letters_and_nowhere_else(String text) {
    assertThat(isRefused(text)).isTrue();
    assertThat(ReadableText.shown(text)).contains("<U+200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\uFE0F", "\uFE0Fa", " \uFE0F", "a\uFE0F\uFE0F", "a \uDB40\uDD00", "ᠠ \u180B"})
  void variation_selectors_stand_after_what_they_vary(String text) {
    assertThat(isRefused(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0", "\u3000\u2003", "\u202F", "\u2800", " \u2007 "})
  void a_text_of_nothing_but_room_is_blank(String text) {
    assertThatThrownBy(() -> ReadableText.require(text, "name"))
        .hasMessage("name must not be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "Å", "Ω", "a\u0323\u0301b\u0301\u0323", "\uF900", "각"})
  void a_text_that_is_not_composed_is_refused(String text) {
    String decomposed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
    assertThatThrownBy(() -> ReadableText.require(decomposed + "\u0344", "name"))
        .hasMessage("name must be composed, in Unicode's form NFC");
    String composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
    ReadableText.require(composed, "name");
  }

  @Test
  void whatever_shows_nothing_is_refused_and_whatever_shows_something_is_not() {
    Set<Kind> seen = Set.of(Kind.LETTER, Kind.MARK, Kind.SYMBOL, Kind.SPACE);
    List<Integer> wrong = new ArrayList<>();
    for (int c = 0; c <= Characters.LAST; c++) {
      Kind kind = Characters.kind(c);
      String text = "1" + Character.toString(c) + "1";
      boolean composed = org.grasslandcarbon.domain.unicode.Normalization.isNfc(text);
      boolean readable = seen.contains(kind) && composed || kind == Kind.SELECTOR;
      if (isRefused(text) == readable) {
        wrong.add(c);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
