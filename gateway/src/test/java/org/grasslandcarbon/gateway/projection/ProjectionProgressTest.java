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

  @Test
  void a_database_that_is_filled_again_says_how_far_it_is_until_it_has_what_it_had() {
    assertThat(progress.rebuilding()).as("what was never filled before").isEmpty();
    progress.rebuildingTo(9);
    assertThat(progress.rebuilding()).hasValue(new ProjectionProgress.Rebuilding(0, 10));
    progress.heardOf(19);
    progress.reached(4);
    assertThat(progress.rebuilding().orElseThrow().told().en()).contains("5 of 20 are read");
    progress.reached(9);
    assertThat(progress.rebuilding()).isEmpty();
  }

  @Test
  void a_ledger_that_is_shorter_than_the_one_before_is_read_when_all_of_it_is() {
    progress.rebuildingTo(9);
    progress.heardOf(3);
    progress.reached(2);
    assertThat(progress.rebuilding()).isPresent();
    progress.reached(3);
    assertThat(progress.rebuilding()).isEmpty();
  }
}
