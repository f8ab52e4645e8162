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
import org.grasslandcarbon.domain.credit.CompensateReversal;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.RegisterRenewal;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must always hold of a project (LEDGER section 8), whatever happens to it: reports accepted
 * and refused, losses of carbon, shortfalls made good, and a renewal on the way.
 */
class ProjectHistoryTest {
  private static final int STEPS = 24;
  private static final Sha256 DOCUMENT = Sha256.of("document");

  private final Renewals renewals = new Renewals();
  private final Projects projects = renewals.projects;
  private final InstructionId project = renewals.project;
  private final Balances posted = new Balances();
  private final List<InstructionId> verified = new ArrayList<>();
  private Random random;

  /** What is reported, or will not be. */
  private LocalDate reportedTo = LocalDate.of(2028, 12, 31);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void credits_follow_from_what_was_verified_and_lost_and_nothing_else(long seed) {
    random = new Random(seed);
    projects.setDate("2031-01-06");
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(4)) {
        case 0 -> loseCarbon();
        case 1 -> makeGood();
        default -> report();
      }
      if (step == STEPS / 2) {
        apply(projects.office, new RegisterRenewal(renewals.validated()));
        projects.setDate("2035-02-01");
        leaveOutUntil(LocalDate.of(2031, 6, 30));
      }
      requireInvariants();
    }
    assertThat(history().issued().isZero()).isFalse();
    assertThat(reversals().lost().isZero()).isFalse();
  }

  private InstructionId apply(ParticipantId by, Action action) {
    InstructionId id = projects.ledger.apply(by, action);
    posted.post(projects.ledger.journal(id));
    return id;
  }

  /** Days of more than five years ago are not claimed any more. */
  private void leaveOutUntil(LocalDate day) {
    reportedTo = reportedTo.isBefore(day) ? day : reportedTo;
  }

  /** The next days up to the end of a year, with little managed land or some. */
  private void report() {
    LocalDate from = reportedTo.plusDays(1);
    LocalDate to = from.plusDays(60 + random.nextInt(300));
    LocalDate endOfYear = LocalDate.of(from.getYear(), 12, 31);
    to = to.isAfter(endOfYear) ? endOfYear : to;
    if (!to.isBefore(projects.ledger.time().atOffset(BeijingTime.OFFSET).toLocalDate())) {
      return;
    }
    String hectares = BigDecimal.valueOf(random.nextInt(60_000), 3).toPlainString();
    InstructionId report =
        apply(
            projects.owner,
            Edited.with(
                projects.report(project, from.toString(), to.toString(), hectares),
                "/gapExplanation",
                "\"Nothing was claimed before.\""));
    projects.endPublicity();
    if (random.nextInt(5) == 0) {
      apply(
          projects.verifier,
          Edited.with(projects.verification(report), "/opinion", "\"NEGATIVE\""));
      return;
    }
    apply(projects.verifier, projects.verification(report));
    verified.add(report);
    reportedTo = to;
    apply(projects.office, new ApproveIssuance(report));
    verified.forEach(this::tryToIssue);
  }

  /** Refused for a reason that can be seen, or issued. */
  private void tryToIssue(InstructionId report) {
    MonitoringReport found = projects.reportOf(report);
    if (found.issuance().isPresent()) {
      return;
    }
    if (!reversals().shortfall().isZero()) {
      assertThat(projects.verdict(projects.verifier, new IssueCredits(report)))
          .isEqualTo("REVERSAL_SHORTFALL");
    } else if (whole(found) == 0) {
      assertThat(projects.verdict(projects.verifier, new IssueCredits(report)))
          .isEqualTo("NOTHING_TO_ISSUE");
    } else {
      apply(projects.verifier, new IssueCredits(report));
    }
  }

  private void loseCarbon() {
    InstructionId reversal =
        apply(
            projects.owner,
            new ReportReversal(
                Reversal.Cause.DROUGHT,
                DOCUMENT,
                Tonnes.of(1 + random.nextInt(20)),
                LocalDate.of(2030, 7, 1),
                project,
                "A drought."));
    long most = history().issued().minus(reversals().lost()).value();
    assertThat(
            projects.verdict(
                projects.verifier,
                new SettleReversal(Tonnes.of(most + 1), project, DOCUMENT, reversal)))
        .isEqualTo("LOSS_EXCEEDS_ISSUED");
    Tonnes loss = Tonnes.of(Math.min(most, random.nextInt(30)));
    apply(projects.verifier, new SettleReversal(loss, project, DOCUMENT, reversal));
  }

  private void makeGood() {
    for (BatchId batch : batches()) {
      Tonnes missing = reversals().shortfall();
      Optional<Holding> holding = projects.ledger.find(Holding.key(batch, projects.owner));
      long held = holding.map(each -> each.held().quantity().value()).orElse(0L);
      long quantity = Math.min(held, missing.value());
      if (quantity > 0) {
        apply(
            projects.owner,
            new CompensateReversal(batch, project, Tonnes.of(quantity), "Made good."));
      }
    }
  }

  private void requireInvariants() {
    Balances recorded = Balances.ofRecords(projects.ledger.store());
    recorded.requirePartition(projects.ledger.store());
    assertThat(recorded.asMap()).isEqualTo(posted.asMap());

    BigDecimal quantified = BigDecimal.ZERO;
    long whole = 0;
    for (InstructionId each : verified) {
      MonitoringReport report = projects.reportOf(each);
      assertThat(report.verification().orElseThrow().broughtForward().value())
          .isEqualByComparingTo(quantified.subtract(BigDecimal.valueOf(whole)));
      quantified = quantified.add(report.tonnes().value());
      whole += whole(report);
      report
          .issuance()
          .ifPresent(done -> assertThat(done.issued().value()).isEqualTo(whole(report)));
    }
    BigDecimal balance = history().balance().value();
    assertThat(balance).isEqualByComparingTo(quantified.subtract(BigDecimal.valueOf(whole)));
    assertThat(balance).isLessThan(BigDecimal.ONE);

    long issued = 0;
    for (BatchId id : batches()) {
      Batch batch = projects.ledger.find(Batch.key(id)).orElseThrow();
      issued += batch.issued().value();
      long percent = batch.methodology().version().equals("2.0") ? 20 : 12;
      assertThat(batch.buffered().value()).isEqualTo((batch.issued().value() * percent + 99) / 100);
      assertThat(batch.methodology().version()).isEqualTo(batch.vintage() < 2033 ? "1.0" : "2.0");
    }
    assertThat(history().issued().value()).isEqualTo(issued);
    assertThat(reversals().lost().value()).isBetween(reversals().shortfall().value(), issued);
  }

  /** The whole tonnes of a verified report with what was brought forward. */
  private static long whole(MonitoringReport report) {
    BigDecimal sum =
        report.verification().orElseThrow().broughtForward().value().add(report.tonnes().value());
    return sum.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR).longValueExact();
  }

  private CreditingHistory history() {
    return projects
        .ledger
        .find(CreditingHistory.key(project))
        .orElse(CreditingHistory.begin(project));
  }

  private Reversals reversals() {
    return Reversals.of(projects.ledger::find, project);
  }

  private List<BatchId> batches() {
    Project found = projects.project(project);
    return history().batchIds(found.number().orElseThrow());
  }
}
