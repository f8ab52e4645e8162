// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.CompensateReversal;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * The example project with its two batches issued: 1217 credits of 2023 and 1282 of 2024 in the
 * buffer, 2499 together.
 */
final class ReversalsOf {
  static final BatchId FIRST = new BatchId("CN-GCS-152502-20250001-2023-001");
  static final BatchId SECOND = new BatchId("CN-GCS-152502-20250001-2024-001");

  final Projects projects = new Projects();
  final InstructionId project = projects.reportOf(projects.issued()).project();

  ReportReversal report(long estimate) {
    return new ReportReversal(
        Reversal.Cause.FIRE,
        Sha256.of("fire brigade"),
        Tonnes.of(estimate),
        LocalDate.of(2025, 4, 12),
        project,
        "A fire.");
  }

  InstructionId reported(long estimate) {
    return projects.ledger.apply(projects.owner, report(estimate));
  }

  SettleReversal settlement(InstructionId reversal, long loss) {
    return new SettleReversal(Tonnes.of(loss), project, Sha256.of("verified loss"), reversal);
  }

  InstructionId settled(InstructionId reversal, long loss) {
    return projects.ledger.apply(projects.verifier, settlement(reversal, loss));
  }

  CompensateReversal compensation(BatchId batch, long quantity) {
    return new CompensateReversal(batch, project, Tonnes.of(quantity), "Made good.");
  }

  Reversal reversal(InstructionId id) {
    return projects.ledger.find(Reversal.key(id)).orElseThrow();
  }

  Optional<Cancellation> cancelled(InstructionId by, BatchId batch) {
    return projects.ledger.find(Cancellation.key(by, batch));
  }

  SerialRanges buffered(BatchId batch) {
    return projects.ledger.find(BufferHolding.key(batch)).orElseThrow().buffered();
  }

  Tonnes shortfall() {
    return projects.ledger.find(Reversals.key(project)).orElseThrow().shortfall();
  }

  static Credits part(BatchId batch, long from, long to) {
    return new Credits(batch, SerialRanges.of(from, to));
  }

  /** An approved report of 2025, waiting for its issuance in 2026. */
  InstructionId approved2025() {
    projects.setDate("2026-02-02");
    SubmitMonitoringReport first = projects.report(project);
    List<Datum> rows =
        first.data().stream()
            .filter(row -> row.year() == 2024)
            .map(
                row ->
                    Projects.row(row.stratum(), row.symbol(), row.unit(), "" + row.value(), 2025))
            .toList();
    InstructionId report =
        projects.ledger.apply(
            projects.owner,
            new SubmitMonitoringReport(
                rows,
                first.documents(),
                Optional.empty(),
                new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                project));
    projects.endPublicity();
    projects.ledger.apply(projects.verifier, projects.verification(report));
    projects.ledger.apply(projects.office, new ApproveIssuance(report));
    return report;
  }
}
