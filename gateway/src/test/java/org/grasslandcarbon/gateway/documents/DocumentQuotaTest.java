// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DocumentQuotaTest {
  private static final ParticipantId ONE = new TestParticipant(1).id();
  private static final ParticipantId OTHER = new TestParticipant(2).id();

  private Instant now = Instant.parse("2026-03-02T00:00:00Z");
  private final DocumentQuota quota =
      new DocumentQuota(
          new DocumentSettings(
              DataSize.ofBytes(100),
              DataSize.ofBytes(100),
              3,
              DataSize.ofBytes(20),
              DataSize.ofBytes(60),
              2,
              List.of(),
              "",
              Duration.ofSeconds(1),
              List.of(),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1)),
          () -> now);

  private static void assertRefused(GatewayCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RequestException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void a_participant_has_its_share_and_all_together_have_theirs() {
    quota.take(Optional.of(ONE), 60);
    assertRefused(GatewayCode.DOCUMENT_QUOTA, () -> quota.take(Optional.of(ONE), 1));
    quota.take(Optional.of(OTHER), 30);
    assertRefused(GatewayCode.DOCUMENTS_FULL, () -> quota.take(Optional.empty(), 11));
    quota.take(Optional.empty(), 1);
    assertRefused(GatewayCode.DOCUMENTS_FULL, () -> quota.take(Optional.empty(), 1));
    quota.give(Optional.of(ONE), 60);
    quota.take(Optional.of(ONE), 60);
    assertThat(quota.bytes()).isEqualTo(91);
  }

  @Test
  void a_participant_sends_so_many_a_day_and_others_are_not_held_up() {
    quota.sends(ONE, 1);
    now = now.plus(Duration.ofHours(1));
    quota.sends(ONE, 1);
    assertRefused(GatewayCode.DOCUMENT_QUOTA, () -> quota.sends(ONE, 1));
    quota.sends(OTHER, 1);
    now = now.plus(Duration.ofHours(23));
    quota.sends(ONE, 1);
    assertRefused(GatewayCode.DOCUMENT_QUOTA, () -> quota.sends(ONE, 1));
  }

  @Test
  void a_file_is_asked_about_before_it_comes_and_takes_no_room_by_that() {
    quota.take(Optional.of(ONE), 50);
    assertRefused(GatewayCode.DOCUMENT_QUOTA, () -> quota.sends(ONE, 11));
    quota.sends(ONE, 10);
    quota.take(Optional.of(OTHER), 45);
    assertRefused(GatewayCode.DOCUMENTS_FULL, () -> quota.sends(OTHER, 6));
    quota.sends(OTHER, 0);
    assertThat(quota.bytes()).isEqualTo(95);
  }

  @Test
  void what_others_ask_to_have_fetched_leaves_room_for_what_is_sent() {
    assertThat(quota.roomForFetched()).isEqualTo(20);
    quota.take(Optional.empty(), 15);
    assertThat(quota.roomForFetched()).isEqualTo(5);
    assertRefused(GatewayCode.DOCUMENTS_FULL, () -> quota.take(Optional.empty(), 6));
    quota.take(Optional.empty(), 5);
    assertRefused(GatewayCode.DOCUMENTS_FULL, quota::roomForFetched);
    quota.take(Optional.of(ONE), 60);
  }
}
