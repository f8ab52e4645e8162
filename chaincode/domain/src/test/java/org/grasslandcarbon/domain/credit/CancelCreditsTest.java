// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

class CancelCreditsTest extends OneHoldersCredits {
  @Test
  void a_holder_cancels_its_own_credits() {
    InstructionId id = ledger.apply(owner, cancel(batch, 50, Optional.empty(), Optional.empty()));
    Cancellation cancellation = ledger.find(Cancellation.key(id, batch)).orElseThrow();
    assertThat(cancellation.forced()).isFalse();
    assertThat(cancellation.serials()).isEqualTo(SerialRanges.of(101, 150));
    assertThat(ledger.journal(id).postings().get(0).destination()).isEqualTo(Account.cancelled(id));
  }

  @Test
  void the_authority_cancels_by_force_with_its_document() {
    CancelCredits without = cancel(batch, 50, Optional.empty(), Optional.empty());
    assertThat(verdict(authority, without)).isEqualTo("NOT_ALLOWED");
    InstructionId id =
        ledger.apply(authority, cancel(batch, 50, Optional.of(DOCUMENT), Optional.empty()));
    assertThat(ledger.find(Cancellation.key(id, batch)).orElseThrow().forced()).isTrue();
  }

  @Test
  void cancellation_is_refused_to_anybody_else() {
    CancelCredits action = cancel(batch, 50, Optional.of(DOCUMENT), Optional.empty());
    assertThat(verdict(buyer, action)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(court, action)).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void cancellation_is_refused_for_a_batch_that_was_never_issued() {
    assertThat(verdict(owner, cancel(noBatch, 1, Optional.empty(), Optional.empty())))
        .isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void cancellation_is_refused_for_more_than_the_holder_has() {
    assertThat(verdict(owner, cancel(batch, 901, Optional.empty(), Optional.empty())))
        .isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void cancellation_is_refused_for_frozen_credits_unless_forced_from_the_freeze() {
    InstructionId freeze = frozen(300);
    assertThat(verdict(owner, cancel(batch, 601, Optional.empty(), Optional.empty())))
        .isEqualTo("CREDITS_FROZEN");
    assertThat(verdict(authority, cancel(batch, 601, Optional.of(DOCUMENT), Optional.empty())))
        .isEqualTo("CREDITS_FROZEN");
    assertThat(verdict(owner, cancel(batch, 1, Optional.of(DOCUMENT), Optional.of(freeze))))
        .isEqualTo("NOT_ALLOWED");
    InstructionId id =
        ledger.apply(authority, cancel(batch, 300, Optional.of(DOCUMENT), Optional.of(freeze)));
    assertThat(ledger.find(Cancellation.key(id, batch)).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(101, 400));
    assertThat(ledger.journal(id).postings().get(0).source())
        .isEqualTo(Account.frozen(owner, freeze));
    assertThat(holding(owner).frozen()).isEmpty();
  }

  @Test
  void cancellation_from_a_freeze_is_refused_when_it_is_anothers_or_over_or_too_small() {
    InstructionId freeze = frozen(300);
    BatchId other = issued.to(owner, 10, 0, false);
    Optional<Sha256> document = Optional.of(DOCUMENT);
    assertThat(verdict(authority, cancel(other, 1, document, Optional.of(freeze))))
        .isEqualTo("UNKNOWN_FREEZE");
    assertThat(
            verdict(
                authority, cancel(batch, 1, document, Optional.of(TestLedger.newInstruction()))))
        .isEqualTo("UNKNOWN_FREEZE");
    assertThat(verdict(authority, cancel(batch, 301, document, Optional.of(freeze))))
        .isEqualTo("INSUFFICIENT_CREDITS");
    ledger.apply(court, release(freeze, Optional.empty()));
    assertThat(verdict(authority, cancel(batch, 1, document, Optional.of(freeze))))
        .isEqualTo("WRONG_STATE");
  }
}
