// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.OneHoldersCredits;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.junit.jupiter.api.Test;

/** A freeze ends by release, enforced transfer or forced cancellation. */
class EndOfFreezeTest extends OneHoldersCredits {
  @Test
  void release_gives_back_the_lowest_serials_or_all() {
    InstructionId freeze = frozen(300);
    ledger.apply(court, release(freeze, Optional.of(100L)));
    assertThat(holding(owner).frozenUnder(freeze)).isEqualTo(SerialRanges.of(201, 400));
    InstructionId last = ledger.apply(authority, release(freeze, Optional.empty()));
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.of(101, 1_000));
    assertThat(holding(owner).frozen()).isEmpty();
    assertThat(ledger.journal(last).postings())
        .containsExactly(
            new Credits(batch, SerialRanges.of(201, 400))
                .posting(Account.frozen(owner, freeze), Account.held(owner)));
  }

  @Test
  void release_is_refused_where_there_is_no_freeze_or_it_is_over() {
    assertThat(verdict(court, release(TestLedger.newInstruction(), Optional.empty())))
        .isEqualTo("UNKNOWN_FREEZE");
    InstructionId freeze = frozen(300);
    ledger.apply(court, release(freeze, Optional.empty()));
    assertThat(verdict(court, release(freeze, Optional.empty()))).isEqualTo("WRONG_STATE");
  }

  @Test
  void release_is_refused_for_more_than_is_frozen() {
    assertThat(verdict(court, release(frozen(300), Optional.of(301L))))
        .isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void a_court_does_not_release_what_another_froze() {
    InstructionId freeze = frozen(300);
    ParticipantId other = ledger.admit(TestLedger.XILINHOT, Role.COURT);
    assertThat(verdict(other, release(freeze, Optional.empty()))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(other, enforce(freeze, Optional.empty(), buyer))).isEqualTo("NOT_ALLOWED");
    InstructionId authoritys = ledger.apply(authority, freeze(batch, Optional.of(1L)));
    assertThat(verdict(court, release(authoritys, Optional.empty()))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void an_enforced_transfer_moves_frozen_serials_to_the_recipient() {
    InstructionId freeze = frozen(300);
    InstructionId id = ledger.apply(court, enforce(freeze, Optional.of(120L), buyer));
    assertThat(holding(buyer).held()).isEqualTo(SerialRanges.of(101, 220));
    assertThat(holding(owner).frozenUnder(freeze)).isEqualTo(SerialRanges.of(221, 400));
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            new Credits(batch, SerialRanges.of(101, 220))
                .posting(Account.frozen(owner, freeze), Account.held(buyer)));
  }

  @Test
  void an_enforced_transfer_is_refused_without_a_freeze_or_beyond_it() {
    assertThat(verdict(court, enforce(TestLedger.newInstruction(), Optional.empty(), buyer)))
        .isEqualTo("UNKNOWN_FREEZE");
    InstructionId freeze = frozen(300);
    assertThat(verdict(court, enforce(freeze, Optional.of(301L), buyer)))
        .isEqualTo("INSUFFICIENT_CREDITS");
    ledger.apply(court, enforce(freeze, Optional.empty(), buyer));
    assertThat(verdict(court, enforce(freeze, Optional.empty(), buyer))).isEqualTo("WRONG_STATE");
  }

  @Test
  void an_enforced_transfer_is_refused_to_those_who_may_not_receive() {
    InstructionId freeze = frozen(300);
    for (ParticipantId recipient : new ParticipantId[] {court, owner, ledger.newId()}) {
      assertThat(verdict(court, enforce(freeze, Optional.empty(), recipient)))
          .isEqualTo("RECIPIENT_NOT_ALLOWED");
    }
  }

  @Test
  void the_credits_of_a_suspended_holder_are_frozen_and_enforced_all_the_same() {
    ledger.apply(authority, new SuspendParticipant(owner, "unreported change"));
    InstructionId freeze = frozen(300);
    assertThat(verdict(court, enforce(freeze, Optional.empty(), buyer))).isEqualTo("APPLIED");
    assertThat(verdict(authority, cancel(batch, 100, Optional.of(DOCUMENT), Optional.empty())))
        .isEqualTo("APPLIED");
  }
}
