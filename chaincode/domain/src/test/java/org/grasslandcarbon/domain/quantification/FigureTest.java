// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
  @Test
  void a_figure_has_34_digits_and_is_rounded_half_to_even() {
    assertThat(Figure.of(2).dividedBy(Figure.of(3)))
        .hasToString("0.6666666666666666666666666666666667");
    assertThat(new Figure(new BigDecimal("1.0000000000000000000000000000000005"))).hasToString("1");
    assertThat(new Figure(new BigDecimal("1.0000000000000000000000000000000015")))
        .hasToString("1.000000000000000000000000000000002");
  }

  @Test
  void one_number_has_one_form() {
    assertThat(new Figure(new BigDecimal("1200.500"))).hasToString("1200.5");
    assertThat(new Figure(new BigDecimal("1.2E+3"))).isEqualTo(Figure.of(1200)).hasToString("1200");
    assertThat(new Figure(new BigDecimal("-0.000"))).isEqualTo(Figure.ZERO).hasToString("0");
  }

  @Test
  void the_largest_and_the_smallest_product_of_entered_numbers_are_read_as_written() {
    Figure most = Figure.of(Decimal.of("999999999999999"));
    Figure least = Figure.of(Decimal.of("0.000000000001"));
    Figure large = most.times(most).times(most).times(most).times(most);
    Figure small = least.times(least).times(least).times(least).times(least);
    for (Figure each : new Figure[] {large, small, small.dividedBy(Figure.of(7))}) {
      assertThat(Codec.read(Codec.text(each), Figure.class)).isEqualTo(each);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "1e400", "1,5", "", ".5", "+1", "1.", "007", "0x1"})
  void what_is_not_a_plain_decimal_is_refused(String text) {
    assertThatThrownBy(() -> Figure.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
