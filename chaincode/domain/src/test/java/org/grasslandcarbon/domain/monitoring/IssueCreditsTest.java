// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueCreditsTest {
  private static final BatchId FIRST = new BatchId("CN-GCS-152502-20250001-2023-001");
  private static final BatchId SECOND = new BatchId("CN-GCS-152502-20250001-2024-001");

  private final Projects projects = new Projects();

  private String verdict(InstructionId report) {
    return projects.verdict(projects.verifier, new IssueCredits(report));
  }

  @Test
  void a_vintage_year_becomes_a_batch_with_its_share_in_the_buffer() {
    InstructionId report = projects.approved();
    InstructionId issuance = projects.ledger.apply(projects.verifier, new IssueCredits(report));

    Batch first = projects.ledger.find(Batch.key(FIRST)).orElseThrow();
    // 10138.044733 t of 2023, 12 percent of 10138 is 1216.56
    assertThat(first.issued()).isEqualTo(Tonnes.of(10_138));
    assertThat(first.buffered()).isEqualTo(Tonnes.of(1_217));
    assertThat(first.vintage()).isEqualTo(2023);
    assertThat(first.periodStart()).isEqualTo("2023-01-01");
    assertThat(first.periodEnd()).isEqualTo("2023-12-31");
    assertThat(first.report()).isEqualTo(report);
    assertThat(first.training()).isFalse();
    assertThat(projects.ledger.find(BufferHolding.key(FIRST)).orElseThrow().buffered())
        .isEqualTo(SerialRanges.of(1, 1_217));
    assertThat(projects.ledger.find(Holding.key(FIRST, projects.owner)).orElseThrow().held())
        .isEqualTo(SerialRanges.of(1_218, 10_138));
    // 10681.189033 t of 2024, 12 percent of 10681 is 1281.72
    assertThat(projects.ledger.find(Batch.key(SECOND)).orElseThrow().issued())
        .isEqualTo(Tonnes.of(10_681));
    assertThat(projects.ledger.journal(issuance).postings())
        .containsExactly(
            posting(FIRST, 1, 1_217, Account.BUFFER),
            posting(FIRST, 1_218, 10_138, Account.held(projects.owner)),
            posting(SECOND, 1, 1_282, Account.BUFFER),
            posting(SECOND, 1_283, 10_681, Account.held(projects.owner)));

    MonitoringReport issued = projects.reportOf(report);
    assertThat(issued.state()).isEqualTo(MonitoringReport.State.ISSUED);
    assertThat(issued.issuance())
        .contains(
            new MonitoringReport.Issuance(
                projects.ledger.time(),
                List.of(FIRST, SECOND),
                Tonnes.of(2_499),
                Tonnes.of(20_819),
                Decimal.of("0.233766")));
  }

  @Test
  void more_than_a_project_can_have_is_refused_by_name() {
    InstructionId report = projects.approved();
    Key<CreditingHistory> key = CreditingHistory.key(projects.reportOf(report).project());
    CreditingHistory history = projects.ledger.find(key).orElseThrow();
    long room = Tonnes.MAXIMUM - 20_820;
    store(key, Edited.with(history, "/issued", Long.toString(room + 1)));
    assertThat(verdict(report)).isEqualTo("TOO_LARGE");
    store(key, Edited.with(history, "/issued", Long.toString(room)));
    assertThat(verdict(report)).isEqualTo("APPLIED");
  }

  private void store(Key<?> key, Object record) {
    projects.ledger.store().state().put(key.text(), Codec.write(record));
  }

  @Test
  void what_is_expected_beforehand_is_what_is_issued() {
    MonitoringReport approved = projects.reportOf(projects.approved());

    ExpectedIssuance expected =
        ExpectedIssuance.of(approved.vintages(), Decimal.of("0"), Decimal.of("12"));

    assertThat(expected.issued()).isEqualTo(Tonnes.of(20_819));
    assertThat(expected.buffered()).isEqualTo(Tonnes.of(2_499));
    assertThat(expected.toOwner()).isEqualTo(Tonnes.of(18_320));
    assertThat(expected.remainder()).isEqualTo(Decimal.of("0.233766"));
    assertThat(expected.vintages())
        .containsExactly(
            new ExpectedIssuance.Vintage(Tonnes.of(1_217), Tonnes.of(10_138), 2023),
            new ExpectedIssuance.Vintage(Tonnes.of(1_282), Tonnes.of(10_681), 2024));
  }

  @Test
  void nothing_is_expected_of_a_loss_and_of_what_it_brings_forward() {
    MonitoringReport approved = projects.reportOf(projects.approved());

    ExpectedIssuance expected =
        ExpectedIssuance.of(approved.vintages(), Decimal.of("-30000"), Decimal.of("12"));

    assertThat(expected.issued()).isEqualTo(Tonnes.ZERO);
    assertThat(expected.vintages()).isEmpty();
  }

  private static Posting posting(BatchId batch, long from, long to, Account destination) {
    return new Credits(batch, SerialRanges.of(from, to)).posting(Account.ISSUANCE, destination);
  }

  @Test
  void a_second_report_of_a_vintage_year_becomes_the_second_batch() {
    InstructionId project = projects.registered();
    projects.issued(project, "2023-01-01", "2023-06-30", "3000");
    InstructionId report = projects.issued(project, "2023-07-01", "2023-12-31", "3000");
    assertThat(projects.reportOf(report).issuance().orElseThrow().batches())
        .containsExactly(new BatchId("CN-GCS-152502-20250001-2023-002"));
  }

  @Test
  void issuance_is_refused_for_a_report_that_is_not_there() {
    assertThat(verdict(ExampleReport.ID)).isEqualTo("UNKNOWN_REPORT");
  }

  @Test
  void credits_are_issued_after_approval_and_once() {
    assertThat(verdict(projects.verified())).isEqualTo("WRONG_STATE");
    assertThat(verdict(projects.issued())).isEqualTo("WRONG_STATE");
  }

  @Test
  void issuance_is_refused_when_the_project_has_ended() {
    InstructionId report = projects.approved();
    InstructionId project = projects.reportOf(report).project();
    projects.ledger.apply(projects.owner, new DeregisterProject(project, "Sold."));
    assertThat(verdict(report)).isEqualTo("WRONG_STATE");
  }

  @Test
  void only_the_certifier_that_verified_a_report_issues_its_credits() {
    assertThat(projects.verdict(projects.validator, new IssueCredits(projects.approved())))
        .isEqualTo("NOT_THE_VERIFIER");
  }

  @Test
  void a_certifier_without_an_accreditation_of_today_issues_nothing() {
    InstructionId report = projects.approved();
    projects.ledger.apply(
        projects.authority, new WithdrawAccreditation(projects.verifier, "fraud"));
    assertThat(verdict(report)).isEqualTo("CERTIFIER_NOT_ACCREDITED");
  }

  @Test
  void less_than_a_tonne_is_not_issued() {
    InstructionId report =
        projects.approved(projects.registered(), "2023-01-01", "2023-12-31", "0");
    assertThat(projects.reportOf(report).tonnes().isNegative()).isTrue();
    assertThat(verdict(report)).isEqualTo("NOTHING_TO_ISSUE");
  }

  @Test
  void a_verified_loss_is_made_good_before_anything_is_issued() {
    InstructionId project = projects.registered();
    // Fuel only: 2000 L a year in the baseline, 3000 L burnt, so 2.886 t more.
    projects.approved(project, "2023-01-01", "2023-12-31", "0");
    assertThat(balance(project)).hasToString("-2.886");
    // 1 ha of S1: 15 * 44 / 12 / 20 = 2.75 t, and the same fuel: still below zero.
    InstructionId second = projects.approved(project, "2024-01-01", "2024-12-31", "1");
    assertThat(balance(project)).hasToString("-3.022");
    assertThat(verdict(second)).isEqualTo("NOTHING_TO_ISSUE");

    projects.setDate("2026-02-02");
    // 4 ha: 11 - 2.886 = 8.114 t, less 3.022 brought forward.
    InstructionId third = projects.issued(project, "2025-01-01", "2025-12-31", "4");
    assertThat(balance(project)).hasToString("0.092");
    MonitoringReport.Issuance issuance = projects.reportOf(third).issuance().orElseThrow();
    assertThat(issuance.issued()).isEqualTo(Tonnes.of(5));
    assertThat(issuance.remainder()).hasToString("0.092");
  }

  @Test
  void parts_of_a_tonne_are_kept_until_a_later_report_completes_it() {
    InstructionId project = projects.registered();
    // 1.3 ha: 3.575 t, less 2.886 t of fuel, is 0.689 t.
    InstructionId first = projects.approved(project, "2023-01-01", "2023-12-31", "1.3");
    assertThat(verdict(first)).isEqualTo("NOTHING_TO_ISSUE");
    assertThat(balance(project)).hasToString("0.689");

    InstructionId second = projects.issued(project, "2024-01-01", "2024-12-31", "1.3");
    MonitoringReport report = projects.reportOf(second);
    assertThat(report.tonnes()).hasToString("0.689");
    assertThat(report.verification().orElseThrow().broughtForward()).hasToString("0.689");
    assertThat(report.issuance().orElseThrow().issued()).isEqualTo(Tonnes.of(1));
    assertThat(report.issuance().orElseThrow().remainder()).hasToString("0.378");
    assertThat(report.issuance().orElseThrow().batches()).containsExactly(SECOND);
    assertThat(balance(project)).hasToString("0.378");
  }

  @Test
  void a_rejected_report_neither_takes_nor_leaves_a_part_of_a_tonne() {
    InstructionId project = projects.registered();
    projects.approved(project, "2023-01-01", "2023-12-31", "1.3");
    InstructionId refused = projects.submitted(project, "2024-01-01", "2024-12-31", "1.3");
    projects.endPublicity();
    projects.ledger.apply(
        projects.verifier, Edited.with(projects.verification(refused), "/opinion", "\"NEGATIVE\""));
    assertThat(balance(project)).hasToString("0.689");
    assertThat(projects.reportOf(refused).verification().orElseThrow().broughtForward())
        .hasToString("0");
  }

  @Test
  void a_single_tonne_goes_to_the_buffer_and_leaves_the_owner_without_a_holding() {
    // 1.5 ha: 4.125 t, less 2.886 t of fuel, is 1.239 t.
    InstructionId report =
        projects.issued(projects.registered(), "2023-01-01", "2023-12-31", "1.5");
    assertThat(projects.reportOf(report).issuance().orElseThrow().buffered())
        .isEqualTo(Tonnes.of(1));
    assertThat(projects.ledger.find(Holding.key(FIRST, projects.owner))).isEmpty();
    assertThat(projects.ledger.find(BufferHolding.key(FIRST)).orElseThrow().buffered())
        .isEqualTo(SerialRanges.of(1, 1));
  }

  @ParameterizedTest
  @CsvSource({"100, 12, 12", "101, 12, 13", "1, 0.01, 1", "7, 0, 0", "7, 100, 7", "8, 12.5, 1"})
  void the_buffers_share_is_rounded_up(long issued, String percent, long withheld) {
    assertThat(IssueCredits.withheld(Tonnes.of(issued), Decimal.of(percent)))
        .isEqualTo(Tonnes.of(withheld));
  }

  private Decimal balance(InstructionId project) {
    return projects.ledger.find(CreditingHistory.key(project)).orElseThrow().balance();
  }
}
