// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.Test;

class RefusalQuotaTest {
  private static final int PER_HOUR = 6;

  private final ParticipantId one = new TestParticipant(1).id();
  private final ParticipantId other = new TestParticipant(2).id();
  private Instant now = Instant.parse("2026-05-01T08:00:00Z");
  private final RefusalQuota quota = new RefusalQuota(PER_HOUR, () -> now);
  private int texts;

  private Sha256 text(int number) {
    return Sha256.of(("text " + number).getBytes(StandardCharsets.UTF_8));
  }

  private boolean admit() {
    return quota.admit(one, text(++texts));
  }

  private void ends(int text, String code) {
    quota.ended(
        new FinalOutcome(
            TestParticipant.newId(),
            text(text),
            new Verdict(code, Optional.empty(), Optional.empty()),
            true,
            OptionalLong.of(1),
            Optional.of("tx")));
  }

  private void use(String code, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(admit()).isTrue();
      ends(texts, code);
    }
  }

  @Test
  void who_is_refused_too_often_waits() {
    use("INSUFFICIENT_CREDITS", PER_HOUR);
    assertThat(admit()).isFalse();
    now = now.plus(Duration.ofMinutes(10));
    assertThat(admit()).isTrue();
    ends(texts, "INSUFFICIENT_CREDITS");
    assertThat(admit()).isFalse();
  }

  @Test
  void others_are_not_held_up() {
    use("INSUFFICIENT_CREDITS", PER_HOUR);
    assertThat(quota.admit(other, text(100))).isTrue();
  }

  @Test
  void what_is_applied_or_repeated_costs_nothing() {
    use(Verdict.APPLIED, 100);
    use("DUPLICATE", 100);
  }

  @Test
  void what_is_under_way_counts_until_its_outcome_is_known() {
    for (int i = 0; i < PER_HOUR; i++) {
      assertThat(admit()).isTrue();
    }
    assertThat(admit()).isFalse();
    ends(1, Verdict.APPLIED);
    assertThat(admit()).isTrue();
    assertThat(admit()).isFalse();
  }

  @Test
  void what_was_not_accepted_after_all_costs_nothing() {
    for (int i = 0; i < 100; i++) {
      assertThat(admit()).isTrue();
      quota.release(text(texts));
    }
  }

  @Test
  void a_text_that_is_there_already_ends_once() {
    assertThat(quota.admit(one, text(1))).isTrue();
    assertThat(quota.admit(one, text(1))).isTrue();
    quota.release(text(1));
    ends(1, "INSUFFICIENT_CREDITS");
    ends(1, "INSUFFICIENT_CREDITS");
    for (int i = 1; i < PER_HOUR; i++) {
      assertThat(quota.admit(one, text(100 + i))).isTrue();
    }
    assertThat(quota.admit(one, text(200))).as("it was counted once").isFalse();
  }

  @Test
  void what_an_earlier_life_had_accepted_is_not_counted() {
    ends(1, "INSUFFICIENT_CREDITS");
    use("INSUFFICIENT_CREDITS", PER_HOUR);
  }

  @Test
  void without_a_limit_nobody_is_held_up() {
    RefusalQuota none = new RefusalQuota(0, () -> now);
    for (int i = 0; i < 10_000; i++) {
      assertThat(none.admit(one, text(i))).isTrue();
    }
  }
}
