// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a project cuts its days into reports, no part of a tonne is lost or issued twice. */
class CarriedForwardTest {
  private final Projects projects = new Projects();
  private final InstructionId project = projects.registered();
  private BigDecimal quantified = BigDecimal.ZERO;
  private long issued;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void reports_issue_together_the_whole_tonnes_of_their_sum(long seed) {
    Random random = new Random(seed);
    for (LocalDate from = LocalDate.of(2023, 1, 1); from.getYear() < 2025; ) {
      LocalDate to = from.plusDays(60 + random.nextInt(120));
      LocalDate endOfYear = LocalDate.of(from.getYear(), 12, 31);
      to = to.isAfter(endOfYear) ? endOfYear : to;
      // From below what makes the fuel good to some tonnes above it.
      String hectares = BigDecimal.valueOf(4_000 + random.nextInt(16_000), 3).toPlainString();
      certify(projects.approved(project, from.toString(), to.toString(), hectares));
      from = to.plusDays(1);
    }
    assertThat(issued).as("seed %s", seed).isPositive();
  }

  private void certify(InstructionId report) {
    quantified = quantified.add(projects.reportOf(report).tonnes().value());
    String verdict = projects.verdict(projects.verifier, new IssueCredits(report));
    if (verdict.equals("APPLIED")) {
      issued += projects.reportOf(report).issuance().orElseThrow().issued().value();
    } else {
      assertThat(verdict).isEqualTo("NOTHING_TO_ISSUE");
    }
    BigDecimal balance =
        projects.ledger.find(CreditingHistory.key(project)).orElseThrow().balance().value();
    assertThat(BigDecimal.valueOf(issued).add(balance)).isEqualByComparingTo(quantified);
    assertThat(balance).isLessThan(BigDecimal.ONE);
    if (balance.signum() >= 0) {
      assertThat(issued).isEqualTo(quantified.setScale(0, RoundingMode.FLOOR).longValueExact());
    }
  }
}
