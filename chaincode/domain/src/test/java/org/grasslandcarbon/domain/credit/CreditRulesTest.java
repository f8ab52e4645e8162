// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** One owner with 900 credits, serials 101 to 1000, of a batch of 1000; and everybody else. */
class CreditRulesTest {
  private static final Sha256 DOCUMENT = Sha256.of("ruling");

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  private final ParticipantId buyer = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
  private final Issued issued = new Issued(ledger);
  private final BatchId batch = issued.to(owner, 1_000, 100, false);
  private final BatchId noBatch = new BatchId("CN-GCS-152502-20240009-2025-009");

  private String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  private Holding holding(ParticipantId who) {
    return ledger.find(Holding.key(batch, who)).orElseThrow();
  }

  private static TransferCredits transfer(BatchId batch, long quantity, ParticipantId recipient) {
    return new TransferCredits(batch, Tonnes.of(quantity), recipient);
  }

  private static RetireCredits retire(BatchId batch, long quantity, Retirement.Purpose purpose) {
    return new RetireCredits(
        batch,
        new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
        Optional.of(DOCUMENT),
        purpose,
        Tonnes.of(quantity),
        Retirement.Reason.OTHER,
        "for a test");
  }

  private CancelCredits cancel(
      BatchId of, long quantity, Optional<Sha256> document, Optional<InstructionId> freeze) {
    return new CancelCredits(
        of,
        document,
        freeze,
        owner,
        Tonnes.of(quantity),
        Cancellation.Reason.OVER_ISSUANCE,
        "review");
  }

  private FreezeCredits freeze(BatchId of, Optional<Long> quantity) {
    return new FreezeCredits(of, DOCUMENT, owner, quantity.map(Tonnes::of), "preservation");
  }

  private InstructionId frozen(long quantity) {
    return ledger.apply(court, freeze(batch, Optional.of(quantity)));
  }

  private static ReleaseCredits release(InstructionId freeze, Optional<Long> quantity) {
    return new ReleaseCredits(DOCUMENT, freeze, quantity.map(Tonnes::of), "closed");
  }

  private static EnforceTransfer enforce(
      InstructionId freeze, Optional<Long> quantity, ParticipantId recipient) {
    return new EnforceTransfer(DOCUMENT, freeze, quantity.map(Tonnes::of), "judgment", recipient);
  }

  // Transfer.

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

  @Test
  void no_quantity_is_malformed_in_every_instruction_that_has_one() {
    assertMalformed(() -> transfer(batch, 0, buyer));
    assertMalformed(() -> retire(batch, 0, Retirement.Purpose.EVENT));
    assertMalformed(() -> cancel(batch, 0, Optional.empty(), Optional.empty()));
    assertMalformed(() -> freeze(batch, Optional.of(0L)));
    assertMalformed(() -> release(TestLedger.newInstruction(), Optional.of(0L)));
    assertMalformed(() -> enforce(TestLedger.newInstruction(), Optional.of(0L), buyer));
  }

  private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 tonne");
  }

  // Retirement.

  @Test
  void retirement_takes_the_lowest_serials_for_ever_and_numbers_its_certificate_by_them() {
    InstructionId id = ledger.apply(owner, retire(batch, 200, Retirement.Purpose.VOLUNTARY));
    Retirement retirement = ledger.find(Retirement.key(id)).orElseThrow();
    assertThat(retirement.serials()).isEqualTo(SerialRanges.of(101, 300));
    assertThat(retirement.certificateNumber()).isEqualTo("R-" + batch + "-101");
    assertThat(retirement.training()).isFalse();
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.of(301, 1_000));
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            Posting.credits(
                batch.value(),
                SerialRanges.of(101, 300),
                Account.held(owner),
                Account.retired(id)));
  }

  @Test
  void retirement_of_training_credits_says_so() {
    BatchId training = issued.to(owner, 10, 0, true);
    InstructionId id = ledger.apply(owner, retire(training, 10, Retirement.Purpose.EVENT));
    assertThat(ledger.find(Retirement.key(id)).orElseThrow().training()).isTrue();
  }

  @Test
  void retirement_is_refused_for_a_batch_that_was_never_issued() {
    assertThat(verdict(owner, retire(noBatch, 1, Retirement.Purpose.EVENT)))
        .isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void retirement_is_refused_for_more_than_the_holder_has() {
    assertThat(verdict(owner, retire(batch, 901, Retirement.Purpose.EVENT)))
        .isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void retirement_is_refused_for_frozen_credits() {
    frozen(300);
    assertThat(verdict(owner, retire(batch, 601, Retirement.Purpose.EVENT)))
        .isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void retirement_for_compliance_is_refused_while_no_market_has_an_offset_rule() {
    assertThat(verdict(owner, retire(batch, 1, Retirement.Purpose.COMPLIANCE)))
        .isEqualTo("NOT_ELIGIBLE_FOR_MARKET");
  }

  @Test
  void a_judicial_restoration_names_its_document() {
    RetireCredits with = retire(batch, 5, Retirement.Purpose.JUDICIAL_RESTORATION);
    assertThat(verdict(owner, with)).isEqualTo("APPLIED");
    assertThatThrownBy(
            () ->
                new RetireCredits(
                    batch,
                    with.beneficiary(),
                    Optional.empty(),
                    with.purpose(),
                    with.quantity(),
                    with.reason(),
                    with.statement()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // Cancellation.

  @Test
  void a_holder_cancels_its_own_credits() {
    InstructionId id = ledger.apply(owner, cancel(batch, 50, Optional.empty(), Optional.empty()));
    Cancellation cancellation = ledger.find(Cancellation.key(id)).orElseThrow();
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
    assertThat(ledger.find(Cancellation.key(id)).orElseThrow().forced()).isTrue();
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
    assertThat(ledger.find(Cancellation.key(id)).orElseThrow().serials())
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

  // Freeze, release, enforced transfer.

  @Test
  void a_freeze_takes_the_lowest_serials_out_of_the_holders_disposal() {
    InstructionId id = frozen(300);
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.of(401, 1_000));
    assertThat(holding(owner).frozenUnder(id)).isEqualTo(SerialRanges.of(101, 400));
    assertThat(ledger.find(Freeze.key(id)).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(101, 400));
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            Posting.credits(
                batch.value(),
                SerialRanges.of(101, 400),
                Account.held(owner),
                Account.frozen(owner, id)));
  }

  @Test
  void a_freeze_without_quantity_takes_all_that_is_there_now() {
    frozen(300);
    InstructionId whole = ledger.apply(authority, freeze(batch, Optional.empty()));
    assertThat(holding(owner).held()).isEqualTo(SerialRanges.NONE);
    assertThat(holding(owner).frozenUnder(whole)).isEqualTo(SerialRanges.of(401, 1_000));
    assertThat(verdict(court, freeze(batch, Optional.empty()))).isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void a_freeze_is_refused_for_a_batch_or_credits_that_are_not_there() {
    assertThat(verdict(court, freeze(noBatch, Optional.of(1L)))).isEqualTo("UNKNOWN_BATCH");
    assertThat(verdict(court, freeze(batch, Optional.of(901L)))).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(
            verdict(
                court, new FreezeCredits(batch, DOCUMENT, buyer, Optional.empty(), "preservation")))
        .isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void what_is_frozen_is_not_frozen_a_second_time() {
    frozen(300);
    assertThat(verdict(authority, freeze(batch, Optional.of(601L)))).isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void a_holding_is_under_so_many_freezes_at_most() {
    for (int i = 0; i < Holding.FREEZES_MOST; i++) {
      frozen(1);
    }
    assertThat(verdict(court, freeze(batch, Optional.of(1L)))).isEqualTo("TOO_MANY_FREEZES");
  }

  @Test
  void a_court_does_not_move_credits_that_are_only_held() {
    assertThat(verdict(court, transfer(batch, 1, buyer))).isEqualTo("NOT_ALLOWED");
  }

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
            Posting.credits(
                batch.value(),
                SerialRanges.of(201, 400),
                Account.frozen(owner, freeze),
                Account.held(owner)));
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
            Posting.credits(
                batch.value(),
                SerialRanges.of(101, 220),
                Account.frozen(owner, freeze),
                Account.held(buyer)));
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
