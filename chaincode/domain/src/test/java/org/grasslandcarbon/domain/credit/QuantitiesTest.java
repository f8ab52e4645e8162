// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.junit.jupiter.api.Test;

class QuantitiesTest extends OneHoldersCredits {
  @Test
  void no_quantity_is_malformed_in_every_instruction_that_has_one() {
    assertMalformed(() -> transfer(batch, 0, buyer));
    assertMalformed(() -> retire(batch, 0, Retirement.Purpose.EVENT));
    assertMalformed(() -> cancel(batch, 0, Optional.empty(), Optional.empty()));
    assertMalformed(() -> freeze(batch, Optional.of(0L)));
    assertMalformed(() -> release(TestLedger.newInstruction(), Optional.of(0L)));
    assertMalformed(() -> enforce(TestLedger.newInstruction(), Optional.of(0L), buyer));
  }

  private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 tonne");
  }
}
