// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {
  private final Backoff backoff = new Backoff(new Random(1));

  private double meanMillis(Reason reason, int losses) {
    return millis(reason, losses).average().orElseThrow();
  }

  private DoubleStream millis(Reason reason, int losses) {
    return IntStream.range(0, 2_000)
        .mapToObj(i -> backoff.after(reason, losses))
        .mapToDouble(wait -> wait.toNanos() / 1e6);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFLICT", "MISMATCH"})
  void against_other_gateways_the_wait_shrinks_with_each_loss(Reason reason) {
    for (int losses = 1; losses < 10; losses++) {
      assertThat(meanMillis(reason, losses + 1)).isLessThan(meanMillis(reason, losses));
    }
  }

  @Test
  void who_lost_five_times_comes_back_before_who_lost_once() {
    double latest = millis(Reason.CONFLICT, 5).max().orElseThrow();
    double earliest = millis(Reason.CONFLICT, 1).min().orElseThrow();
    assertThat(latest).isLessThan(earliest);
  }

  @Test
  void the_wait_never_shrinks_to_nothing() {
    assertThat(millis(Reason.CONFLICT, 1_000_000).min().orElseThrow()).isGreaterThan(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "TOO_BUSY", "CLOCK_SKEW"})
  void against_a_peer_that_is_away_the_wait_grows_to_a_limit(Reason reason) {
    assertThat(meanMillis(reason, 3)).isGreaterThan(2 * meanMillis(reason, 1));
    assertThat(millis(reason, 1_000_000).max().orElseThrow()).isBetween(5_000.0, 7_500.0);
  }

  @Test
  void equal_gateways_wait_differently_long() {
    assertThat(millis(Reason.CONFLICT, 1).distinct().count()).isGreaterThan(1_900);
    assertThat(backoff.untilSettingsAreRight()).isGreaterThan(Duration.ofSeconds(2));
  }
}
