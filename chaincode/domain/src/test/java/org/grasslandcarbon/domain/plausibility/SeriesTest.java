// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static Series series(String... values) {
    return new Series(Stream.of(values).map(Decimal::of).map(Figure::of).toList());
  }

  private static Figure figure(String value) {
    return Figure.of(Decimal.of(value));
  }

  @Test
  void a_median_is_the_middle_or_between_the_middle_two() {
    assertThat(series("9", "1", "2").median()).isEqualTo(figure("2"));
    assertThat(series("9", "1", "2", "5").median()).isEqualTo(figure("3.5"));
    assertThat(series("7").median()).isEqualTo(figure("7"));
  }

  @Test
  void variation_is_the_standard_deviation_of_a_sample_in_percent_of_the_mean() {
    // Squares of 2, 4, 4, 4, 5, 5, 7, 9 about 5 add up to 32; the root of 32 / 7 is 2.138.
    Figure variation = series("2", "4", "4", "4", "5", "5", "7", "9").variation().orElseThrow();
    assertThat(variation.toString()).startsWith("42.76179870598");
    assertThat(series("3", "5").variation().orElseThrow().toString()).startsWith("35.35533905932");
    assertThat(series("6", "6", "6").variation()).contains(Figure.ZERO);
    assertThat(series("6").variation()).as("one says nothing").isEmpty();
    assertThat(series("-1", "1").variation()).as("of a mean of zero").isEmpty();
  }

  @Test
  void a_range_is_told_in_percent_of_a_number_and_not_of_zero() {
    assertThat(series("4", "2", "3").rangeInPercentOf(figure("-8"))).contains(figure("25"));
    assertThat(series("4", "2").rangeInPercentOf(Figure.ZERO)).isEqualTo(Optional.empty());
    assertThat(series("4", "4").rangeInPercentOf(Figure.ZERO)).contains(Figure.ZERO);
  }
}
