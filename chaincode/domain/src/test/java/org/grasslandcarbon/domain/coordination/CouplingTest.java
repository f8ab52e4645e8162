// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouplingTest {
  private static Coupling coupling(String u1, String u2, int lowCarbonPerMille) {
    return Coupling.of(
        Figure.of(Decimal.of(u1)),
        Figure.of(Decimal.of(u2)),
        new CouplingWeights(1_000 - lowCarbonPerMille, lowCarbonPerMille));
  }

  /** C = 2 sqrt(u1 u2) / (u1 + u2), T = a u1 + b u2, D = sqrt(C T), computed by hand. */
  @ParameterizedTest
  @CsvSource({
    // sqrt(0.64 x 0.36) = 0.48; 0.96 / 1; (0.64 + 0.36) / 2; sqrt(0.96 x 0.5) = sqrt(0.48)
    "0.64, 0.36, 500, 0.96, 0.5, 0.69282, 7",
    // the same with 0.7 x 0.64 + 0.3 x 0.36 = 0.556; sqrt(0.96 x 0.556) = sqrt(0.53376)
    "0.64, 0.36, 700, 0.96, 0.556, 0.730589, 8",
    // sqrt(0.18) = 0.4242640687; 0.8485281374 / 1.1; 0.55; sqrt(0.7713892158 x 0.55)
    "0.2, 0.9, 500, 0.771389, 0.55, 0.651356, 7",
    "1, 1, 500, 1, 1, 1, 10",
    "0, 0.5, 500, 0, 0.25, 0, 1",
    // where both are alike C is 1 and D the root of both: tenths begin at 0.1 and 0.9 themselves
    "0.01, 0.01, 500, 1, 0.01, 0.1, 2",
    "0.0099, 0.0099, 500, 1, 0.0099, 0.099499, 1",
    "0.81, 0.81, 500, 1, 0.81, 0.9, 10",
    "0.8, 0.8, 500, 1, 0.8, 0.894427, 9"
  })
  void degree_of_two_order_parameters(
      String u1, String u2, int weight, String c, String t, String d, int degree) {
    Coupling coupling = coupling(u1, u2, weight);
    assertThat(coupling.c()).contains(Decimal.of(c));
    assertThat(coupling.t()).hasToString(t);
    assertThat(coupling.d()).hasToString(d);
    assertThat(coupling.degree()).isEqualTo(degree);
    assertThat(List.of(coupling.u1(), coupling.u2()))
        .containsExactly(Decimal.of(u1), Decimal.of(u2));
  }

  @Test
  void two_that_are_0_have_no_coupling_degree_and_are_not_coordinated() {
    Coupling coupling = coupling("0", "0", 500);
    assertThat(coupling.c()).isEmpty();
    assertThat(coupling.d()).hasToString("0");
    assertThat(coupling.degree()).isEqualTo(1);
  }
}
