// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SquareRootTest {
  @Test
  void squares_have_exact_roots() {
    for (String root : new String[] {"0", "1", "12", "0.3", "1e20", "1e-30", "98765.4321"}) {
      BigDecimal exact = new BigDecimal(root);
      assertThat(SquareRoot.of(exact.multiply(exact), Figure.CONTEXT)).isEqualByComparingTo(exact);
    }
  }

  @Test
  void the_root_of_two_is_right_to_the_last_digit() {
    assertThat(SquareRoot.of(BigDecimal.valueOf(2), Figure.CONTEXT))
        .isEqualByComparingTo("1.414213562373095048801688724209698");
  }

  @Test
  void a_root_is_never_more_than_half_a_unit_of_its_last_place_off() {
    Random random = new Random(74);
    for (int i = 0; i < 2_000; i++) {
      BigDecimal value =
          new BigDecimal(new BigInteger(1 + random.nextInt(260), random), random.nextInt(90) - 20);
      BigDecimal root = SquareRoot.of(value, Figure.CONTEXT);
      BigDecimal half = root.ulp().divide(BigDecimal.valueOf(2));
      BigDecimal below = root.subtract(half);
      BigDecimal above = root.add(half);
      if (value.signum() > 0) {
        assertThat(below.multiply(below)).isLessThanOrEqualTo(value);
        assertThat(above.multiply(above)).isGreaterThanOrEqualTo(value);
      }
      assertThat(root.precision()).isLessThanOrEqualTo(34);
    }
  }

  @Test
  void rounding_takes_nothing_for_a_tie_that_is_none() {
    // 1.5 with so little more that only the last digit tells it from a tie of one digit.
    BigDecimal value = new BigDecimal("2.25000000000000000000000000000000000000000001");
    assertThat(SquareRoot.of(value, new java.math.MathContext(1, java.math.RoundingMode.HALF_DOWN)))
        .isEqualByComparingTo("2");
  }

  @Test
  void a_number_below_zero_has_no_root() {
    assertThatThrownBy(() -> SquareRoot.of(BigDecimal.ONE.negate(), Figure.CONTEXT))
        .isInstanceOf(ArithmeticException.class);
  }
}
