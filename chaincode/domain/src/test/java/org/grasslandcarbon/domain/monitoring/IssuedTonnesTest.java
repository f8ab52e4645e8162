// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must always hold (LEDGER section 8), for random data that pass the checks. */
class IssuedTonnesTest {
  private final Projects projects = new Projects();
  private Random random;

  @RepeatedTest(25)
  void issued_tonnes_are_the_quantification_rounded_down_and_partition_their_serials(
      RepetitionInfo repetition) {
    random = new Random(repetition.getCurrentRepetition());
    InstructionId project = projects.registered();
    SubmitMonitoringReport example = projects.report(project);
    LocalDate to = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(790));
    DateRange period = new DateRange(LocalDate.of(2023, 1, 1), to);
    InstructionId report =
        projects.ledger.apply(
            projects.owner,
            new SubmitMonitoringReport(
                data(period), example.documents(), Optional.empty(), period, project));
    projects.endPublicity();
    projects.ledger.apply(projects.verifier, projects.verification(report));
    projects.ledger.apply(projects.office, new ApproveIssuance(report));
    BigDecimal tonnes = projects.reportOf(report).tonnes().value();
    if (tonnes.compareTo(BigDecimal.ONE) < 0) {
      assertThat(projects.verdict(projects.verifier, new IssueCredits(report)))
          .isEqualTo("NOTHING_TO_ISSUE");
      return;
    }
    InstructionId issuance = projects.ledger.apply(projects.verifier, new IssueCredits(report));
    MonitoringReport.Issuance issued = projects.reportOf(report).issuance().orElseThrow();
    BigDecimal floor = tonnes.setScale(0, RoundingMode.FLOOR);
    assertThat(issued.issued().value()).isEqualTo(floor.longValueExact());
    assertThat(issued.remainder().value()).isEqualByComparingTo(tonnes.subtract(floor));
    assertThat(issued.batches().stream().map(this::partitioned).reduce(Tonnes.ZERO, Tonnes::plus))
        .isEqualTo(issued.issued());
    assertThat(
            projects.ledger.journal(issuance).postings().stream().mapToLong(Posting::amount).sum())
        .isEqualTo(issued.issued().value());
  }

  /** The issued tonnes of a batch, once held and buffered serials are seen to partition them. */
  private Tonnes partitioned(BatchId id) {
    Batch batch = projects.ledger.find(Batch.key(id)).orElseThrow();
    SerialRanges held =
        projects
            .ledger
            .find(Holding.key(id, projects.owner))
            .map(Holding::held)
            .orElse(SerialRanges.NONE);
    SerialRanges buffered =
        projects
            .ledger
            .find(BufferHolding.key(id))
            .map(BufferHolding::buffered)
            .orElse(SerialRanges.NONE);
    assertThat(held.plus(buffered)).isEqualTo(SerialRanges.of(1, batch.issued().value()));
    assertThat(buffered.quantity()).isEqualTo(batch.buffered());
    long twelvePercentUp = (batch.issued().value() * 12 + 99) / 100;
    assertThat(batch.buffered().value()).isEqualTo(twelvePercentUp);
    return batch.issued();
  }

  private List<Datum> data(DateRange period) {
    List<Datum> data = new ArrayList<>();
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      for (String stratum : List.of("S1", "S2")) {
        int hectares = stratum.equals("S1") ? 3_000 : 1_400;
        data.add(Projects.row(stratum, "MANAGED_AREA", "ha", decimal(hectares), year));
        data.add(Projects.row(stratum, "HEAD.SHEEP", "head", decimal(hectares * 4), year));
        data.add(Projects.row(stratum, "FUEL.DIESEL", "L", decimal(hectares * 5), year));
        if (random.nextBoolean()) {
          data.add(Projects.row(stratum, "N_SYNTHETIC", "t N", decimal(hectares / 20), year));
        }
        if (random.nextBoolean()) {
          data.add(Projects.row(stratum, "HEAD.CATTLE", "head", decimal(hectares / 4), year));
        }
      }
    }
    return data;
  }

  /** A number from zero to {@code most} with up to six decimals. */
  private String decimal(int most) {
    return BigDecimal.valueOf((long) (random.nextDouble() * most * 1e6), 6)
        .stripTrailingZeros()
        .toPlainString();
  }
}
