// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** A project that owes 50 tonnes, and its owner with 90 credits, serials 11 to 100. */
class CompensateReversalTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  private final ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
  private final Issued issued = new Issued(ledger);
  private final BatchId batch = issued.to(owner, 100, 10, false);
  private final BatchId practice = issued.to(owner, 100, 10, true);
  private final InstructionId project = issued.project(owner, court);

  CompensateReversalTest() {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    Reversals reversals = new Reversals(Tonnes.of(50), List.of(), project, Tonnes.of(50));
    entries.put(reversals.key().text(), Codec.write(reversals));
    ledger.store().putAll(entries);
  }

  private CompensateReversal of(BatchId from, long quantity) {
    return new CompensateReversal(from, project, Tonnes.of(quantity), "Made good.");
  }

  private String verdict(CompensateReversal action) {
    return ledger.submit(owner, action).code();
  }

  @Test
  void the_owner_cancels_a_tonne_for_a_missing_tonne() {
    InstructionId id = ledger.apply(owner, of(batch, 30));
    assertThat(ledger.find(Reversals.key(project)).orElseThrow().shortfall())
        .isEqualTo(Tonnes.of(20));
    Cancellation cancellation = ledger.find(Cancellation.key(id, batch)).orElseThrow();
    assertThat(cancellation.reason()).isEqualTo(Cancellation.Reason.REVERSAL_COMPENSATION);
    assertThat(cancellation.project()).contains(project);
    assertThat(ledger.journal(id).postings())
        .containsExactly(
            new Credits(batch, SerialRanges.of(11, 40))
                .posting(Account.held(owner), Account.cancelled(id)));
  }

  /** Else whoever is sent dust and cancels as much would wait with credits of its own. */
  @Test
  void a_compensation_takes_from_what_came_last_free_of_payment() {
    ParticipantId other = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    ledger.apply(owner, new TransferCredits(batch, Tonnes.of(30), other));
    ledger.apply(other, new TransferCredits(batch, Tonnes.of(20), owner));
    Holding.Receipt first = receipts().get(0);
    ledger.advance(Duration.ofDays(1));
    ledger.apply(other, new TransferCredits(batch, Tonnes.of(10), owner));
    Holding.Receipt second = receipts().get(0);
    assertThat(receipts()).containsExactly(second, first);

    ledger.apply(owner, of(batch, 4));
    assertThat(receipts()).containsExactly(new Holding.Receipt(second.day(), Tonnes.of(6)), first);
    ledger.apply(owner, of(batch, 8));
    assertThat(receipts()).containsExactly(new Holding.Receipt(first.day(), Tonnes.of(18)));
    ledger.apply(owner, of(batch, 38));
    assertThat(receipts()).isEmpty();
  }

  @Test
  void a_compensation_with_labelled_credits_leaves_what_came_free_of_payment_waiting() {
    ParticipantId other = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    ledger.apply(owner, new TransferCredits(batch, Tonnes.of(30), other));
    ledger.apply(other, new TransferCredits(batch, Tonnes.of(20), owner));
    List<Holding.Receipt> before = receipts();
    SerialRange lowest = Holding.of(ledger::find, batch, owner).held().ranges().get(0);
    SerialRange labelled = new SerialRange(lowest.start(), lowest.start() + 4);
    ExportLabel label =
        ExportLabel.of(ledger::find, batch)
            .with(new ExportLabel.Label(ledger.time(), TestLedger.newInstruction(), labelled));
    ledger.store().putAll(new TreeMap<>(Map.of(label.key().text(), Codec.write(label))));
    ledger.apply(owner, of(batch, 5));
    assertThat(receipts()).isEqualTo(before);
    ledger.apply(owner, of(batch, 3));
    assertThat(receipts()).containsExactly(new Holding.Receipt(before.get(0).day(), Tonnes.of(17)));
  }

  private List<Holding.Receipt> receipts() {
    return Holding.of(ledger::find, batch, owner).receipts();
  }

  @Test
  void a_compensation_is_refused_for_a_project_that_is_not_there() {
    assertThat(
            verdict(
                new CompensateReversal(
                    batch, TestLedger.newInstruction(), Tonnes.of(1), "Made good.")))
        .isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void only_the_owner_makes_a_shortfall_good() {
    ParticipantId other = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    assertThat(ledger.submit(other, of(batch, 1)).code()).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void no_more_is_cancelled_than_is_missing() {
    assertThat(verdict(of(batch, 51))).isEqualTo("EXCEEDS_SHORTFALL");
    ledger.apply(owner, of(batch, 50));
    assertThat(verdict(of(batch, 1))).isEqualTo("EXCEEDS_SHORTFALL");
  }

  @Test
  void a_compensation_is_refused_for_a_batch_that_was_never_issued() {
    assertThat(verdict(of(new BatchId("CN-GCS-152502-20240009-2025-009"), 1)))
        .isEqualTo("UNKNOWN_BATCH");
  }

  @Test
  void credits_for_practice_make_no_real_loss_good() {
    assertThat(verdict(of(practice, 1))).isEqualTo("TRAINING_CREDITS");
  }

  @Test
  void a_compensation_is_refused_for_credits_that_are_not_there_or_frozen() {
    BatchId small = issued.to(owner, 10, 0, false);
    assertThat(verdict(of(small, 11))).isEqualTo("INSUFFICIENT_CREDITS");
    ledger.apply(
        court,
        new FreezeCredits(
            small, Sha256.of("ruling"), owner, Optional.of(Tonnes.of(5)), "preservation"));
    assertThat(verdict(of(small, 6))).isEqualTo("CREDITS_FROZEN");
    assertThat(verdict(of(small, 5))).isEqualTo("APPLIED");
  }

  @Test
  void no_quantity_is_malformed_and_so_is_the_reason_without_its_instruction() {
    assertThatThrownBy(() -> of(batch, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new CancelCredits(
                    batch,
                    Optional.empty(),
                    Optional.empty(),
                    owner,
                    Tonnes.of(1),
                    Cancellation.Reason.REVERSAL_COMPENSATION,
                    "Made good."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("compensateReversal");
  }
}
