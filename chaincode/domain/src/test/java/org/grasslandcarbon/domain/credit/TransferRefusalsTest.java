// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class TransferRefusalsTest extends OneHoldersCredits {
  @Test
  void transfer_is_refused_for_a_batch_that_was_never_issued() {
    assertThat(verdict(owner, transfer(noBatch, 1, buyer))).isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void transfer_is_refused_for_more_than_the_holder_has() {
    assertThat(verdict(owner, transfer(batch, 901, buyer))).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(verdict(buyer, transfer(batch, 1, owner))).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void transfer_is_refused_to_those_who_may_not_hold_credits() {
    ParticipantId certifier = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
    for (ParticipantId recipient : new ParticipantId[] {certifier, court, authority, owner}) {
      assertThat(verdict(owner, transfer(batch, 1, recipient))).isEqualTo("RECIPIENT_NOT_ALLOWED");
    }
    assertThat(verdict(owner, transfer(batch, 1, ledger.newId())))
        .isEqualTo("RECIPIENT_NOT_ALLOWED");
    ledger.apply(authority, new SuspendParticipant(buyer, "unreported change"));
    assertThat(verdict(owner, transfer(batch, 1, buyer))).isEqualTo("RECIPIENT_NOT_ALLOWED");
  }

  @Test
  void transfer_is_refused_for_frozen_credits_and_tells_both_figures() {
    frozen(300);
    Verdict verdict = ledger.submit(owner, transfer(batch, 601, buyer));
    assertThat(verdict.code()).isEqualTo("CREDITS_FROZEN");
    assertThat(verdict.detail().orElseThrow()).contains("600 t at its disposal", "300 t frozen");
    assertThat(verdict(owner, transfer(batch, 600, buyer))).isEqualTo("APPLIED");
    assertThat(verdict(owner, transfer(batch, 301, buyer))).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void transfer_is_refused_when_it_would_leave_the_recipient_with_crumbs() {
    ParticipantId other = ledger.admit(TestLedger.BEIJING, Role.TRADER);
    BatchId crumbs = issued.to(owner, 2L * Holding.RANGES_MOST + 2, 0, false);
    for (int i = 0; i < Holding.RANGES_MOST; i += 100) {
      byte[][] texts = new byte[200][];
      for (int j = 0; j < 200; j += 2) {
        texts[j] = ledger.sign(TestLedger.newInstruction(), owner, transfer(crumbs, 1, buyer));
        texts[j + 1] = ledger.sign(TestLedger.newInstruction(), owner, transfer(crumbs, 1, other));
      }
      ledger.submit(texts);
    }
    assertThat(ledger.find(Holding.key(crumbs, buyer)).orElseThrow().held().ranges())
        .hasSize(Holding.RANGES_MOST);
    assertThat(verdict(owner, transfer(crumbs, 1, buyer))).isEqualTo("TOO_FRAGMENTED");
  }
}
