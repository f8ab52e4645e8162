// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.ExpectedIssuance;
import org.grasslandcarbon.domain.monitoring.QuantificationRule;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.Succession;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.StrataCheck;
import org.grasslandcarbon.domain.quantification.Earlier;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;

/**
 * Computes what a report would yield, with the rules themselves and writing nothing. With a project
 * the very instruction is judged over the projection, as if its owner had sent it now; without one
 * only the data are judged.
 */
@Component
public final class DryRuns {
  private static final Decimal ZERO = Decimal.of("0");

  /** In place of a report's documents, which nothing is computed from. */
  private static final List<Sha256> NO_DOCUMENT = List.of(Sha256.of(""));

  private final Reader reader;
  private final Clock clock;

  public DryRuns(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What the ledger would compute.
   *
   * @param explanation the computation
   * @param issuance what would be issued if nothing were corrected
   * @param period the monitored days
   * @param projectNumber the project, when there is one
   * @param tonnes net tonnes of the period
   */
  public record Result(
      Explanation explanation,
      ExpectedIssuance issuance,
      DateRange period,
      Optional<ProjectNumber> projectNumber,
      Decimal tonnes) {}

  /**
   * Computes.
   *
   * @throws RegistryException whatever the ledger would refuse the report with
   */
  public Result compute(DryRun asked) {
    return asked.project().isPresent() ? ofProject(asked) : ofStrata(asked);
  }

  private Result ofProject(DryRun asked) {
    PinnedProject pinned =
        PinnedProject.find(reader, asked.project().get())
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.UNKNOWN_PROJECT,
                        zh("项目 %s").en("project %s", asked.project().get())));
    Project project = pinned.project();
    SubmitMonitoringReport report =
        new SubmitMonitoringReport(
            asked.data(),
            asked.dataParts(),
            asked.documents().orElse(NO_DOCUMENT),
            asked.gapExplanation(),
            asked.period(),
            project.id(),
            asked.samplings());
    UnitOfWork work = new UnitOfWork(new ProjectedState(reader));
    Actor owner = new Actor(project.owner(), project.design().region(), Set.of(Role.OWNER));
    Act act =
        new Act(work, owner, new InstructionId(UUID.randomUUID().toString()), clock.instant());
    report.apply(act);
    ReportQuantification stored =
        act.find(ReportQuantification.key(act.id(), ReportQuantification.Round.SUBMITTED))
            .orElseThrow();
    Quantification computed = stored.quantification();
    Decimal broughtForward =
        Succession.broughtForward(
            act,
            project,
            act.find(CreditingHistory.key(project.id())).orElseThrow(),
            project.termOf(asked.period()).orElseThrow().design().strata(),
            computed);
    return new Result(
        Explanation.of(pinned.methodology(), computed, stored.flags()),
        ExpectedIssuance.of(
            computed.vintages(),
            broughtForward,
            project.termOf(asked.period()).orElseThrow().nonPermanencePercent()),
        asked.period(),
        project.number(),
        computed.total());
  }

  private Result ofStrata(DryRun asked) {
    Methodology methodology =
        PinnedProject.methodology(reader, asked.methodology().orElseThrow())
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.UNKNOWN_METHODOLOGY,
                        zh("版本 %s").en("version %s", asked.methodology().get())));
    List<Stratum> strata = asked.strata().orElseThrow();
    RegistryException.require(
        !strata.isEmpty(), ErrorCode.BAD_STRATA, zh("没有分层").en("there is no stratum"));
    StrataCheck.problem(methodology.computation(), methodology.science(), strata)
        .ifPresent(
            problem -> {
              throw new RegistryException(ErrorCode.BAD_STRATA, problem);
            });
    Quantification computed =
        QuantificationRule.quantify(
            methodology,
            strata,
            asked.startDate().orElseThrow(),
            asked.period(),
            asked.data(),
            Earlier.NONE);
    return new Result(
        Explanation.of(methodology, computed, Optional.empty()),
        ExpectedIssuance.of(computed.vintages(), ZERO, methodology.terms().nonPermanencePercent()),
        asked.period(),
        Optional.empty(),
        computed.total());
  }
}
