// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Quantification.Breakdown;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

class StockChangeLifeCycleTest {
  private final StockChangeProject measured = new StockChangeProject();
  private final Projects projects = measured.projects;
  private final InstructionId project = measured.registered();

  private InstructionId submit(int firstYear, int lastYear, String carbon) {
    return projects.ledger.apply(
        projects.owner, measured.report(project, firstYear, lastYear, carbon));
  }

  private InstructionId submitNext(int firstYear, int lastYear, String before, String after) {
    return projects.ledger.apply(
        projects.owner, measured.report(project, firstYear, lastYear, before, after));
  }

  private void verify(InstructionId report) {
    projects.ledger.apply(projects.verifier, projects.verification(report));
  }

  private void issue(InstructionId report) {
    projects.ledger.apply(projects.office, new ApproveIssuance(report));
    projects.ledger.apply(projects.verifier, new IssueCredits(report));
  }

  private Quantification worksheet(InstructionId report, ReportQuantification.Round round) {
    return projects
        .ledger
        .find(ReportQuantification.key(report, round))
        .orElseThrow()
        .quantification();
  }

  private static BigDecimal sum(List<Quantification.Vintage> vintages) {
    return vintages.stream()
        .map(each -> each.breakdown().orElseThrow().bufferBase().value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void a_measured_project_goes_from_proposal_to_credits_with_its_buffer() {
    InstructionId report = submit(2023, 2024, "0.8");
    projects.endPublicity();
    verify(report);
    issue(report);

    MonitoringReport issued = projects.reportOf(report);
    assertThat(issued.state()).isEqualTo(MonitoringReport.State.ISSUED);
    assertThat(issued.verification().orElseThrow().corrected()).isFalse();
    Quantification worksheet = worksheet(report, ReportQuantification.Round.SUBMITTED);
    assertThat(worksheet.algorithm()).isEqualTo("GCS-SC");
    assertThat(issued.vintages()).isEqualTo(worksheet.vintages());
    MonitoringReport.Issuance issuance = issued.issuance().orElseThrow();
    assertThat(issuance.issued().value()).isEqualTo(issued.tonnes().value().longValue());
    // The buffer's share is of the stock change, which other sources do not make smaller.
    BigDecimal base = sum(issued.vintages());
    assertThat(base).isGreaterThan(issued.tonnes().value());
    long expected =
        base.multiply(new BigDecimal("0.12")).setScale(0, RoundingMode.CEILING).longValueExact();
    assertThat(issuance.buffered()).isEqualTo(Tonnes.of(expected));
    long inBatches = 0;
    for (BatchId id : issuance.batches()) {
      inBatches += projects.ledger.find(Batch.key(id)).orElseThrow().buffered().value();
    }
    assertThat(inBatches).isEqualTo(expected);
    assertThat(issuance.batches()).hasSize(2);
  }

  @Test
  void a_later_report_looks_back_on_what_was_verified_before_it() {
    InstructionId loss = submit(2023, 2023, "-2");
    InstructionId gain = submitNext(2024, 2024, "-2", "-1");
    // Submitted, the second report knows of no loss: its gain is a removal.
    Breakdown first = projects.reportOf(gain).vintages().get(0).breakdown().orElseThrow();
    assertThat(first.removals().value()).isPositive();
    projects.endPublicity();
    verify(loss);
    verify(gain);

    MonitoringReport verified = projects.reportOf(gain);
    assertThat(verified.verification().orElseThrow().corrected()).isTrue();
    Breakdown after = verified.vintages().get(0).breakdown().orElseThrow();
    assertThat(after.removals()).isEqualTo(Decimal.of("0"));
    assertThat(after.bufferBase()).isEqualTo(first.bufferBase());
    BigDecimal lost =
        projects.reportOf(loss).vintages().get(0).breakdown().orElseThrow().stockChange().value();
    assertThat(
            worksheet(gain, ReportQuantification.Round.VERIFIED).lines().stream()
                .flatMap(line -> line.inputs().stream())
                .filter(input -> input.symbol().equals("STOCK_BEFORE"))
                .findFirst()
                .orElseThrow()
                .value()
                .value())
        .isEqualByComparingTo(lost);
  }

  @Test
  void reports_with_samplings_are_verified_in_their_order() {
    InstructionId early = submit(2023, 2023, "1");
    InstructionId late = submitNext(2024, 2024, "1", "-2");
    projects.endPublicity();
    assertThat(projects.verdict(projects.verifier, projects.verification(late)))
        .isEqualTo("SAMPLING_NOT_CONTINUED");
    verify(early);
    verify(late);
    assertThat(projects.reportOf(early).verification().orElseThrow().corrected()).isFalse();
    assertThat(
            projects.reportOf(early).vintages().get(0).breakdown().orElseThrow().removals().value())
        .isPositive();
  }

  @Test
  void a_certifiers_correction_of_a_sample_is_computed_again() {
    InstructionId report = submit(2023, 2024, "0.8");
    projects.endPublicity();
    projects.ledger.apply(
        projects.verifier,
        Edited.with(
            projects.verification(report),
            "/corrections",
            "[{\"sample\":\"WP-2-P01-L1\",\"stratum\":\"S1\",\"symbol\":\"OC\",\"unit\":\"g/kg\","
                + "\"value\":\"24.6\",\"year\":2024}]"));
    MonitoringReport verified = projects.reportOf(report);
    assertThat(verified.verification().orElseThrow().corrected()).isTrue();
    assertThat(verified.tonnes())
        .isLessThan(worksheet(report, ReportQuantification.Round.SUBMITTED).total());
  }

  @Test
  void a_loss_of_stock_yields_nothing_to_issue() {
    InstructionId report = submit(2023, 2024, "-0.8");
    projects.endPublicity();
    verify(report);
    projects.ledger.apply(projects.office, new ApproveIssuance(report));
    assertThat(projects.verdict(projects.verifier, new IssueCredits(report)))
        .isEqualTo("NOTHING_TO_ISSUE");
  }

  @Test
  void both_editions_of_the_example_can_be_published() {
    assertThat(projects.verdict(projects.authority, ExampleStockChange.ipcc2019()))
        .isEqualTo("APPLIED");
  }
}
