// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.FIRST;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.SECOND;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.part;

import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

class SettleReversalTest {
  private final ReversalsOf of = new ReversalsOf();

  private String verdict(SettleReversal action) {
    return of.projects.verdict(of.projects.verifier, action);
  }

  private Posting posting(BatchId batch, long from, long to, Account source, Account destination) {
    return new Credits(batch, SerialRanges.of(from, to)).posting(source, destination);
  }

  @Test
  void the_loss_is_cancelled_oldest_first_and_the_rest_of_the_hold_is_given_back() {
    InstructionId reversal = of.reported(1_500);
    InstructionId settlement = of.settled(reversal, 700);
    Account hold = Account.bufferHold(reversal);
    assertThat(of.projects.ledger.journal(settlement).postings())
        .containsExactly(
            posting(FIRST, 1, 700, hold, Account.cancelled(settlement)),
            posting(FIRST, 701, 1_217, hold, Account.BUFFER),
            posting(SECOND, 1, 283, hold, Account.BUFFER));
    assertThat(of.buffered(FIRST)).isEqualTo(SerialRanges.of(701, 1_217));
    assertThat(of.buffered(SECOND)).isEqualTo(SerialRanges.of(1, 1_282));
    Reversal.Settlement done = of.reversal(reversal).settlement().orElseThrow();
    assertThat(done.cancelled()).containsExactly(part(FIRST, 1, 700));
    Cancellation cancelled = of.cancelled(done.id(), FIRST).orElseThrow();
    assertThat(cancelled.serials()).isEqualTo(SerialRanges.of(1, 700));
    assertThat(cancelled.reason()).isEqualTo(Cancellation.Reason.REVERSAL);
    assertThat(cancelled.project()).contains(of.project);
    assertThat(cancelled.by()).isEqualTo(of.projects.verifier);
    assertThat(cancelled.document()).contains(done.report());
    assertThat(cancelled.holder()).isEmpty();
    assertThat(cancelled.forced()).isFalse();
    assertThat(of.cancelled(done.id(), SECOND)).isEmpty();
    assertThat(done.shortfall()).isEqualTo(Tonnes.ZERO);
    assertThat(of.projects.ledger.find(Reversals.key(of.project)).orElseThrow().open()).isEmpty();
  }

  @Test
  void a_loss_above_the_hold_takes_more_of_the_buffer_across_vintages() {
    InstructionId reversal = of.reported(1_000);
    InstructionId settlement = of.settled(reversal, 1_300);
    assertThat(of.projects.ledger.journal(settlement).postings())
        .containsExactly(
            posting(FIRST, 1, 1_000, Account.bufferHold(reversal), Account.cancelled(settlement)),
            posting(FIRST, 1_001, 1_217, Account.BUFFER, Account.cancelled(settlement)),
            posting(SECOND, 1, 83, Account.BUFFER, Account.cancelled(settlement)));
    assertThat(of.cancelled(settlement, FIRST).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(1, 1_217));
    assertThat(of.cancelled(settlement, SECOND).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(1, 83));
    assertThat(of.projects.ledger.journal(settlement).references())
        .contains(new Reference(settlement + ":" + SECOND, "cancellation"));
    assertThat(of.shortfall()).isEqualTo(Tonnes.ZERO);
  }

  @Test
  void no_more_is_lost_than_was_issued_and_is_not_lost_yet() {
    InstructionId first = of.reported(10);
    InstructionId second = of.reported(10);
    assertThat(verdict(of.settlement(first, 20_820))).isEqualTo("LOSS_EXCEEDS_ISSUED");
    of.settled(first, 20_000);
    assertThat(verdict(of.settlement(second, 820))).isEqualTo("LOSS_EXCEEDS_ISSUED");
    assertThat(verdict(of.settlement(second, Tonnes.MAXIMUM))).isEqualTo("LOSS_EXCEEDS_ISSUED");
    assertThat(verdict(of.settlement(second, 819))).isEqualTo("APPLIED");
  }

  @Test
  void when_nothing_was_lost_everything_on_hold_is_given_back() {
    InstructionId reversal = of.reported(2_000);
    InstructionId settlement = of.settled(reversal, 0);
    assertThat(of.buffered(FIRST)).isEqualTo(SerialRanges.of(1, 1_217));
    assertThat(of.buffered(SECOND)).isEqualTo(SerialRanges.of(1, 1_282));
    assertThat(of.cancelled(settlement, FIRST)).isEmpty();
  }

  @Test
  void what_is_on_hold_for_one_reversal_does_not_pay_for_another() {
    InstructionId first = of.reported(2_000);
    InstructionId second = of.reported(400);
    of.settled(second, 600);
    assertThat(of.reversal(second).settlement().orElseThrow().shortfall())
        .isEqualTo(Tonnes.of(101));
    of.settled(first, 0);
    assertThat(of.buffered(FIRST)).isEqualTo(SerialRanges.of(1, 1_217));
    assertThat(of.buffered(SECOND)).isEqualTo(SerialRanges.of(1, 783));
    assertThat(of.shortfall()).isEqualTo(Tonnes.of(101));
  }

  @Test
  void from_a_fire_to_the_next_issuance() {
    ParticipantId buyer = of.projects.ledger.admit(TestLedger.BEIJING, Role.TRADER);
    of.projects.ledger.apply(
        of.projects.owner, new TransferCredits(SECOND, Tonnes.of(5_000), buyer));
    InstructionId report = of.approved2025();
    InstructionId reversal = of.reported(2_000);
    of.settled(reversal, 2_600);
    assertThat(of.shortfall()).isEqualTo(Tonnes.of(101));
    assertThat(of.projects.verdict(of.projects.verifier, new IssueCredits(report)))
        .isEqualTo("REVERSAL_SHORTFALL");

    of.projects.ledger.apply(of.projects.owner, of.compensation(FIRST, 100));
    assertThat(of.projects.verdict(of.projects.verifier, new IssueCredits(report)))
        .isEqualTo("REVERSAL_SHORTFALL");
    of.projects.ledger.apply(of.projects.owner, of.compensation(FIRST, 1));
    assertThat(of.shortfall()).isEqualTo(Tonnes.ZERO);
    of.projects.ledger.apply(of.projects.verifier, new IssueCredits(report));

    assertThat(of.projects.ledger.find(Holding.key(SECOND, buyer)).orElseThrow().held())
        .isEqualTo(SerialRanges.of(1_283, 6_282));
    InstructionId next = of.reported(10);
    assertThat(of.reversal(next).held())
        .containsExactly(part(new BatchId("CN-GCS-152502-20250001-2025-001"), 1, 10));
  }

  @Test
  void a_settlement_is_refused_for_a_project_or_reversal_that_is_not_there() {
    InstructionId reversal = of.reported(10);
    SettleReversal settlement = of.settlement(reversal, 5);
    InstructionId other = of.projects.propose();
    String nothing = "\"" + TestLedger.newInstruction().value() + "\"";
    assertThat(verdict(Edited.with(settlement, "/project", nothing))).isEqualTo("UNKNOWN_PROJECT");
    assertThat(verdict(Edited.with(settlement, "/reversal", nothing)))
        .isEqualTo("UNKNOWN_REVERSAL");
    assertThat(verdict(Edited.with(settlement, "/project", "\"" + other.value() + "\"")))
        .isEqualTo("UNKNOWN_REVERSAL");
  }

  @Test
  void a_reversal_is_settled_once() {
    InstructionId reversal = of.reported(10);
    of.settled(reversal, 5);
    assertThat(verdict(of.settlement(reversal, 5))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_certifier_without_an_accreditation_of_today_settles_nothing() {
    InstructionId reversal = of.reported(10);
    of.projects.ledger.apply(
        of.projects.authority, new WithdrawAccreditation(of.projects.verifier, "lapsed"));
    assertThat(verdict(of.settlement(reversal, 5))).isEqualTo("CERTIFIER_NOT_ACCREDITED");
  }

  @Test
  void who_validated_a_project_does_not_verify_its_losses() {
    InstructionId reversal = of.reported(10);
    assertThat(of.projects.verdict(of.projects.validator, of.settlement(reversal, 5)))
        .isEqualTo("VERIFIER_VALIDATED_PROJECT");
  }

  @Test
  void a_loss_across_more_batches_than_one_instruction_takes_from_is_settled_in_parts() {
    InstructionId reversal = of.reported(2_499);
    SortedMap<String, byte[]> entries = new TreeMap<>();
    CreditingHistory history =
        of.projects.ledger.find(CreditingHistory.key(of.project)).orElseThrow();
    put(entries, Edited.with(history, "/batches/2024", "402"));
    for (int sequence = 2; sequence <= 402; sequence++) {
      BatchId batch = new BatchId(String.format("CN-GCS-152502-20250001-2024-%03d", sequence));
      put(entries, new BufferHolding(batch, SerialRanges.of(1, 1)));
    }
    of.projects.ledger.store().putAll(entries);
    assertThat(verdict(of.settlement(reversal, 2_499 + 401))).isEqualTo("TOO_LARGE");
    assertThat(verdict(of.settlement(reversal, 2_499 + 400))).isEqualTo("APPLIED");
  }

  private static void put(SortedMap<String, byte[]> entries, LedgerRecord record) {
    entries.put(record.key().text(), Codec.write(record));
  }
}
