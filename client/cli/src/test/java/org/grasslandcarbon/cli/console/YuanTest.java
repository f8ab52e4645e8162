// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.views.Heading;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YuanTest {
  @ParameterizedTest
  @CsvSource({
    "0,0.00",
    "5,0.05",
    "9490,94.90",
    "123456789,'1,234,567.89'",
    "-5,-0.05",
    "-9490,-94.90",
    "999999999999999,'9,999,999,999,999.99'"
  })
  void an_amount_is_shown_in_yuan_with_thousands_set_apart(long fen, String text) {
    assertThat(Yuan.text(fen)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "94.90,9490",
    "94.9,9490",
    "0.01,1",
    "'1,234,567.89',123456789",
    "1234567.89,123456789",
    "9999999999999.99,999999999999999"
  })
  void what_is_typed_in_yuan_is_fen(String text, long fen) {
    assertThat(Yuan.fen(text)).isEqualTo(fen);
    assertThat(Yuan.fen(Yuan.typed(fen))).isEqualTo(fen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9490",
        "94.905",
        "94.",
        ".90",
        "-94.90",
        "94,90",
        "1,23.00",
        "12,34,567.00",
        "９４.９０",
        ""
      })
  void a_whole_number_or_anything_else_that_could_be_read_in_two_ways_is_not_taken(String text) {
    assertThatThrownBy(() -> Yuan.fen(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_largest_amount_can_be_typed() {
    assertThat(Yuan.fen(Yuan.typed(Fen.MAXIMUM))).isEqualTo(Fen.MAXIMUM);
  }

  @Test
  void an_amount_of_money_is_yuan_and_one_of_credits_tonnes() {
    assertThat(Yuan.amount(123_456, "CNY-TRAINING")).isEqualTo("1,234.56");
    assertThat(Yuan.amount(123_456, "CN-GCS-152502-20240001-2025-001")).isEqualTo("123,456");
  }

  @Test
  void sentences_of_the_ledger_keep_their_fen_and_have_the_yuan_beside_them() {
    assertThat(Yuan.explained("今日价格须在 8550 分至 10450 分之间"))
        .isEqualTo("今日价格须在 8550 分（85.50 元）至 10450 分（104.50 元）之间");
    assertThat(Yuan.explained("prices are 8550 to 10450 fen today"))
        .isEqualTo("prices are 8550 to 10450 fen (85.50 to 104.50 yuan) today");
    assertThat(Yuan.explained("the nearest are 9490 and 9500 fen"))
        .isEqualTo("the nearest are 9490 and 9500 fen (94.90 and 95.00 yuan)");
    assertThat(Yuan.explained("3 t can be taken; the best price is 123456 fen"))
        .isEqualTo("3 t can be taken; the best price is 123456 fen (1,234.56 yuan)");
    for (String other :
        List.of("揭示时间至少 30 分钟", "revealing takes at least 30 minutes", "12 asked, 5 held")) {
      assertThat(Yuan.explained(other)).isEqualTo(other);
    }
  }

  @Test
  void headings_of_fen_say_so_in_both_languages_and_are_told_in_yuan() {
    Stream<Name> all =
        Views.all().stream().flatMap(view -> view.headings().stream()).map(Heading::name);
    assertThat(all.toList())
        .allSatisfy(
            name -> {
              assertThat(Yuan.isOfFen(name)).as(name.zh()).isEqualTo(name.en().contains("(fen"));
              assertThat(Yuan.told(name).en()).doesNotContain("fen");
              assertThat(Yuan.told(name).zh()).doesNotContain("（分");
            });
    Name least = Name.of("金额（分，至少为 1）", "Amount in fen (0.01 yuan), at least 1");
    assertThat(Yuan.told(least))
        .isEqualTo(Name.of("金额（元，至少为 0.01）", "Amount in yuan, at least 0.01"));
    assertThat(Yuan.told(Name.of("数量（吨）", "Quantity, at least 1 t")))
        .isEqualTo(Name.of("数量（吨）", "Quantity, at least 1 t"));
  }

  @Test
  void parts_of_fen_are_told_as_they_are_and_whole_ones_with_thousands_apart() {
    assertThat(Yuan.text(new BigDecimal("30492.51"))).isEqualTo("304.9251");
    assertThat(Yuan.text(new BigDecimal("-1365.21"))).isEqualTo("-13.6521");
    assertThat(Yuan.text(new BigDecimal("138400929"))).isEqualTo("1,384,009.29");
    assertThat(Yuan.text(new BigDecimal("0"))).isEqualTo("0.00");
    assertThat(Yuan.text(new BigDecimal("1E+20"))).isEqualTo("1000000000000000000.00");
  }
}
