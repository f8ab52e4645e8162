// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void whoever_takes_all_it_can_leaves_something_to_others() {
    Shares shares = Shares.ofQuarters(100);
    assertThat(shares.isTaken("greedy", 25)).isTrue();
    assertThat(shares.isTaken("greedy", 1)).isFalse();
    assertThat(shares.isTaken("other", 20)).isTrue();
    assertThat(shares.held()).isEqualTo(45);
    shares.give("greedy", 5);
    assertThat(shares.isTaken("greedy", 5)).isTrue();
  }

  @Test
  void all_together_have_no_more_than_there_is_and_what_was_refused_is_not_held() {
    Shares shares = new Shares(10, 8);
    assertThat(shares.isTaken("one", 8)).isTrue();
    assertThat(shares.isTaken("other", 3)).isFalse();
    assertThat(shares.isTaken("other", 2)).isTrue();
    assertThat(shares.isTaken("third", 1)).isFalse();
    assertThat(shares.isTaken("third", 0)).as("small ones come through").isTrue();
    shares.give("one", 8);
    shares.give("other", 2);
    assertThat(shares.held()).isZero();
  }

  @Test
  void of_very_few_everybody_may_have_one() {
    Shares shares = Shares.ofQuarters(2);
    assertThat(shares.isTaken("one", 1)).isTrue();
    assertThat(shares.isTaken("one", 1)).isFalse();
    assertThat(shares.isTaken("other", 1)).isTrue();
  }
}
