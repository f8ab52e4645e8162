// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttainmentTest {
  private static Optional<Aim> aim(String value) {
    return Optional.of(
        new Aim(TestLedger.newInstruction(), LocalDate.of(2024, 2, 1), Decimal.of(value)));
  }

  private static Reading reached(String value) {
    return Reading.of(Decimal.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHER, 200, 150, 0.75, 25",
    "HIGHER, 200, 200, 1, 0",
    "HIGHER, 200, 250, 1, -25",
    "HIGHER, 200, 0, 0, 100",
    // what is below 0 is not below nothing
    "HIGHER, 200, -50, 0, 125",
    "HIGHER, 3, 1, 0.333333, 66.666667",
    "LOWER, 10, 20, 0.5, -100",
    "LOWER, 10, 10, 1, 0",
    "LOWER, 10, 5, 1, 50",
    "LOWER, 10, 0, 1, 100",
    // pasture that carries more than it has to
    "LOWER, 10, -44.175, 1, 541.75"
  })
  void attainment_and_gap(
      Direction direction, String target, String actual, String attainment, String gap) {
    assertThat(Scoring.stored(Attainment.of(direction, Decimal.of(target), Decimal.of(actual))))
        .hasToString(attainment);
    assertThat(Scoring.stored(Attainment.gapPercent(Decimal.of(target), Decimal.of(actual))))
        .hasToString(gap);
  }

  @Test
  void a_gap_has_more_digits_than_a_number_that_people_write() {
    assertThat(Attainment.gapPercent(Decimal.of("0.000000000001"), Decimal.of("999999999999999")))
        .hasToString("-99999999999999899999999999900");
  }

  @Test
  void a_target_and_a_value_have_an_attainment() {
    assertThat(Attainment.missing(aim("1"), reached("0"))).isEmpty();
  }

  @Test
  void nothing_is_attained_without_a_target() {
    assertThat(Attainment.missing(Optional.empty(), reached("1"))).contains(NoNumber.NO_TARGET);
    assertThat(Attainment.missing(Optional.empty(), Reading.none(NoNumber.NOT_REPORTED)))
        .contains(NoNumber.NO_TARGET);
  }

  @Test
  void what_has_no_value_has_no_attainment_for_the_same_reason() {
    for (NoNumber why : NoNumber.values()) {
      assertThat(Attainment.missing(aim("1"), Reading.none(why))).contains(why);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5"})
  void nothing_is_a_share_of_0_or_less(String target) {
    assertThat(Attainment.missing(aim(target), reached("1"))).contains(NoNumber.ZERO_BASE);
    assertThatThrownBy(() -> Attainment.of(Direction.HIGHER, Decimal.of(target), Decimal.of("1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Attainment.gapPercent(Decimal.of(target), Decimal.of("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
