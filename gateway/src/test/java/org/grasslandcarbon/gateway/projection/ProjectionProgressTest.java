// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProjectionProgressTest {
  private final ProjectionProgress progress = new ProjectionProgress(Runnable::run);

  @Test
  void who_waits_for_a_block_is_woken_by_it_or_by_a_later_one() throws Exception {
    CompletableFuture<Void> fifth = progress.whenReached(5);
    CompletableFuture<Void> ninth = progress.whenReached(9);
    progress.reached(4);
    assertThat(fifth).isNotDone();
    progress.reached(6);
    fifth.get(5, TimeUnit.SECONDS);
    assertThat(ninth).isNotDone();
    progress.whenReached(6).get(5, TimeUnit.SECONDS);
  }

  @Test
  void it_is_behind_by_the_blocks_that_it_has_heard_of() throws Exception {
    progress.reached(3);
    assertThat(progress.lag()).isZero();
    progress.heardOf(7);
    progress.heardOf(5);
    assertThat(progress.heardOf()).isEqualTo(7);
    assertThat(progress.lag()).isEqualTo(4);
    CompletableFuture<Void> caughtUp = progress.whenCaughtUp();
    progress.reached(6);
    assertThat(caughtUp).isNotDone();
    progress.reached(7);
    caughtUp.get(5, TimeUnit.SECONDS);
    assertThat(progress.lag()).isZero();
  }

  @Test
  void nobody_has_caught_up_before_it_is_known_how_far_the_ledger_is() throws Exception {
    CompletableFuture<Void> caughtUp = progress.whenCaughtUp();
    progress.arrived(0);
    progress.reached(0);
    assertThat(caughtUp).isNotDone();
    assertThat(progress.isHeightKnown()).isFalse();
    progress.heardOf(2);
    assertThat(progress.isHeightKnown()).isTrue();
    assertThat(caughtUp).isNotDone();
    progress.reached(2);
    caughtUp.get(5, TimeUnit.SECONDS);
  }

  @Test
  void a_block_that_has_arrived_is_heard_of() {
    progress.heardOf(3);
    progress.reached(3);
    progress.arrived(5);
    assertThat(progress.lag()).isEqualTo(2);
  }
}
