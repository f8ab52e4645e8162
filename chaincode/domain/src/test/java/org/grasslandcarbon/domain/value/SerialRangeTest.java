// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SerialRangeTest {
  @Test
  void a_published_block_has_the_units_that_are_printed_with_it() {
    // A block of a voluntary registry's public list, printed with the quantity 1,840.
    assertThat(SerialRange.parse("936117396-936119235").count()).isEqualTo(1_840);
  }

  @Test
  void a_range_of_one_serial_has_one() {
    assertThat(new SerialRange(7, 7).count()).isEqualTo(1);
  }

  @Test
  void a_range_that_runs_backwards_is_none() {
    assertThatThrownBy(() -> new SerialRange(8, 7)).isInstanceOf(IllegalArgumentException.class);
  }
}
