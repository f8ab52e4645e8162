// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.document.DocumentKind;
import org.junit.jupiter.api.Test;

class HeldDocumentTest {
  private static final ParticipantId OWNER = new ParticipantId("91110000600037341L");
  private static final ParticipantId RIVAL = new ParticipantId("911101080EX000011U");

  private static Deposit deposit(ParticipantId by, DocumentKind kind, String record) {
    return new Deposit(
        Instant.EPOCH, Optional.of(by), Optional.empty(), kind, "/documents/*", List.of(), record);
  }

  private static HeldDocument held(Deposit first) {
    return new HeldDocument(1, List.of(first), DocumentFormat.PDF, Sha256.of("document"));
  }

  @Test
  void what_was_public_stays_so_and_what_was_private_is_published_once() {
    HeldDocument open = held(deposit(OWNER, DocumentKind.REPORT, "REPORT:1"));
    assertThat(open.with(deposit(OWNER, DocumentKind.OTHER, "REPORT:1"))).isEqualTo(open);
    HeldDocument closed = held(deposit(OWNER, DocumentKind.OTHER, "REPORT:1"));
    assertThat(closed.with(deposit(OWNER, DocumentKind.REPORT, "REPORT:1"))).isEqualTo(open);
  }

  @Test
  void what_another_sends_is_beside_what_is_there() {
    Deposit first = deposit(OWNER, DocumentKind.REPORT, "REPORT:1");
    Deposit second = deposit(RIVAL, DocumentKind.OTHER, "REPORT:1");
    assertThat(held(first).with(second).deposits()).containsExactly(first, second);
  }

  @Test
  void one_sender_leaves_room_for_others() {
    HeldDocument full = held(deposit(RIVAL, DocumentKind.OTHER, "STOCKING:0"));
    for (int i = 1; i < HeldDocument.DEPOSITS_OF_SENDER_MOST; i++) {
      full = full.with(deposit(RIVAL, DocumentKind.OTHER, "STOCKING:" + i));
    }
    HeldDocument before = full;
    assertThatThrownBy(() -> before.with(deposit(RIVAL, DocumentKind.OTHER, "STOCKING:more")))
        .isInstanceOf(RequestException.class);
    assertThat(full.with(deposit(OWNER, DocumentKind.REPORT, "REPORT:1")).deposits())
        .hasSize(HeldDocument.DEPOSITS_OF_SENDER_MOST + 1);
  }
}
