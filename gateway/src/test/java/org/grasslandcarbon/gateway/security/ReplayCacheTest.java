// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.gateway.security.ReplayCache.Answer.FIRST;
import static org.grasslandcarbon.gateway.security.ReplayCache.Answer.FULL;
import static org.grasslandcarbon.gateway.security.ReplayCache.Answer.REPEATED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration KEEP = Duration.ofSeconds(100);
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);

  @TempDir Path directory;
  private ReplayCache cache;

  @BeforeEach
  void open() {
    open(new TokenSettings(2, 1_000), NOW);
  }

  private void open(TokenSettings settings, Instant now) {
    cache = new ReplayCache(settings, KEEP, new UsedTokens(directory, KEEP, now));
  }

  @AfterEach
  void close() {
    cache.close();
  }

  private ReplayCache.Answer show(UUID id, long seconds) {
    return cache.show("P", id, NOW.plusSeconds(seconds));
  }

  @Test
  void an_id_is_new_once_and_again_when_forgotten() {
    assertThat(show(A, 0)).isEqualTo(FIRST);
    assertThat(show(A, 100)).isEqualTo(REPEATED);
    assertThat(show(A, 101)).isEqualTo(FIRST);
  }

  @Test
  void who_uses_too_many_waits_until_some_are_forgotten() {
    show(A, 0);
    show(B, 50);
    assertThat(show(C, 60)).isEqualTo(FULL);
    assertThat(show(A, 60)).isEqualTo(REPEATED);
    assertThat(show(C, 101)).isEqualTo(FIRST);
  }

  @Test
  void who_uses_too_many_locks_out_nobody_else() {
    show(A, 0);
    show(B, 0);
    assertThat(show(C, 0)).isEqualTo(FULL);
    assertThat(cache.show("another", C, NOW)).isEqualTo(FIRST);
  }

  @Test
  void when_all_shares_together_are_full_those_wait_who_have_used_many() {
    cache.close();
    open(new TokenSettings(1_000, ReplayCache.MODEST), NOW);
    for (int i = 0; i < ReplayCache.MODEST; i++) {
      assertThat(show(new UUID(1, i), 0)).isEqualTo(FIRST);
    }
    assertThat(show(new UUID(2, 0), 0)).isEqualTo(FULL);
    assertThat(cache.show("modest", A, NOW)).isEqualTo(FIRST);
  }

  @Test
  void a_used_token_stays_used_after_a_restart() {
    show(A, 0);
    cache.close();
    open(new TokenSettings(2, 1_000), NOW.plusSeconds(10));
    assertThat(show(A, 10)).isEqualTo(REPEATED);
    assertThat(show(A, 101)).isEqualTo(FIRST);
  }

  @Test
  void used_tokens_stay_used_over_a_change_of_files_and_old_ones_cost_no_room() throws IOException {
    for (int second = 0; second < 1_000; second++) {
      assertThat(cache.show("P" + second % 60, new UUID(3, second), NOW.plusSeconds(second)))
          .isEqualTo(FIRST);
    }
    assertThat(Files.size(directory.resolve("used-tokens"))).isLessThan(110 * 100);
    assertThat(Files.size(directory.resolve("used-tokens-older"))).isLessThan(110 * 100);
    cache.close();
    open(new TokenSettings(2, 1_000), NOW.plusSeconds(1_000));
    for (int second = 910; second < 1_000; second++) {
      assertThat(cache.show("P" + second % 60, new UUID(3, second), NOW.plusSeconds(1_000)))
          .isEqualTo(REPEATED);
    }
  }

  @Test
  void a_line_that_a_crash_has_cut_off_is_passed_over() throws IOException {
    show(A, 0);
    cache.close();
    Files.writeString(
        directory.resolve("used-tokens"), "1767225600000 P 0000", StandardOpenOption.APPEND);
    open(new TokenSettings(2, 1_000), NOW);
    assertThat(show(A, 1)).isEqualTo(REPEATED);
    assertThat(show(B, 1)).isEqualTo(FIRST);
  }
}
