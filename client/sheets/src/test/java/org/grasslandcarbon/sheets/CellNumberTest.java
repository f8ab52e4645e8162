// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNumberTest {

  private static CellNumber written(String text, boolean commaIsFree) {
    return CellNumber.of(Cell.text(text), CellNumber.DECIMALS_STORED, commaIsFree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24.2933333333333|24.293333333333|0.0000000000003",
        "0.0000000000005|0|0.0000000000005",
        "0.0000000000015|0.000000000002|0.0000000000005",
        "0.0000000000025|0.000000000002|0.0000000000005",
        "-24.2933333333337|-24.293333333334|0.0000000000003",
        "24.29|24.29|0",
        "24.290000000000000|24.29|0"
      })
  void decimals_beyond_those_that_are_stored_are_rounded_half_even(
      String text, String value, String change) {
    CellNumber number = written(text, false);
    assertThat(number.value().orElseThrow()).hasToString(value);
    assertThat(number.change()).isEqualByComparingTo(change);
  }

  @Test
  void a_number_too_small_to_be_written_out_is_zero_at_once() {
    CellNumber number =
        CellNumber.of(
            new Cell(Cell.Kind.NUMBER, "1E-999999999"), CellNumber.DECIMALS_STORED, false);
    assertThat(number.value().orElseThrow()).hasToString("0");
    assertThat(number.change()).isEqualTo(new BigDecimal("1E-999999999"));
  }

  @Test
  void rounding_up_to_a_sixteenth_digit_before_the_point_is_refused() {
    assertThat(written("999999999999999.9999999999999", false).problem())
        .contains(SheetCode.TOO_MANY_DIGITS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.5|1234.5",
        "1,234,567|1234567",
        "12,345,678.25|12345678.25",
        "1.234,5|1234.5",
        "1 234|1234",
        "12 345.5|12345.5",
        "1\u202F234|1234",
        ".05|0.05",
        "2.4E-03|0.0024",
        "2.4293E+01|24.293",
        "6.000e3|6000"
      })
  void what_can_be_read_in_one_way_only_is_read_in_every_file(String text, String value) {
    assertThat(written(text, false).value().orElseThrow()).hasToString(value);
    assertThat(written(text, true).value().orElseThrow()).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12,5|12.5", "0,234|0.234", "24,2933333333333|24.293333333333", "1 234,5|1234.5"})
  void a_decimal_comma_is_read_where_commas_separate_nothing(String text, String value) {
    assertThat(written(text, true).value().orElseThrow()).hasToString(value);
    assertThat(written(text, false).problem()).contains(SheetCode.COMMA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,234|1234|1.234", "-12,500|-12500|-12.500"})
  void what_two_people_read_differently_is_refused_with_both_readings(
      String text, String one, String other) {
    for (boolean commaIsFree : new boolean[] {true, false}) {
      CellNumber number = written(text, commaIsFree);
      assertThat(number.problem()).contains(SheetCode.COMMA);
      assertThat(number.detail().orElseThrow().en()).contains(one).contains(other);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2E+05|SCIENTIFIC",
        "1E3|SCIENTIFIC",
        "1E-1000|SCIENTIFIC",
        "1,23,456|COMMA",
        "1234,567.8|COMMA",
        "0,123,456|COMMA",
        "12 34|NOT_A_NUMBER",
        "12.5 %|UNIT_IN_CELL",
        "12.3±0.2|UNIT_IN_CELL"
      })
  void what_is_no_number_of_any_form_is_refused(String text, String code) {
    assertThat(written(text, true).problem()).contains(SheetCode.valueOf(code));
    assertThat(written(text, false).problem()).contains(SheetCode.valueOf(code));
  }
}
