// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.gateway.security.ReplayCache.Answer.FIRST;
import static org.grasslandcarbon.gateway.security.ReplayCache.Answer.FULL;
import static org.grasslandcarbon.gateway.security.ReplayCache.Answer.REPEATED;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ReplayCache cache = new ReplayCache(2, Duration.ofSeconds(100));

  @Test
  void an_id_is_new_once_and_again_when_forgotten() {
    assertThat(cache.show("a", NOW)).isEqualTo(FIRST);
    assertThat(cache.show("a", NOW.plusSeconds(100))).isEqualTo(REPEATED);
    assertThat(cache.show("a", NOW.plusSeconds(101))).isEqualTo(FIRST);
  }

  @Test
  void a_full_cache_takes_no_more_until_it_has_forgotten() {
    cache.show("a", NOW);
    cache.show("b", NOW.plusSeconds(50));
    assertThat(cache.show("c", NOW.plusSeconds(60))).isEqualTo(FULL);
    assertThat(cache.show("a", NOW.plusSeconds(60))).isEqualTo(REPEATED);
    assertThat(cache.show("c", NOW.plusSeconds(101))).isEqualTo(FIRST);
  }
}
