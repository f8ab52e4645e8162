// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.ProposeRenewal;
import org.grasslandcarbon.domain.project.RegisterRenewal;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Ways to sell a tonne twice over years: through a gap, through a successor, through a renewal. */
class LongCheatsTest {
  private static PublishMethodology lossesWhole() {
    PublishMethodology version = SampledProject.version();
    List<Parameter> parameters = new ArrayList<>(version.science().parameters());
    parameters.add(new Parameter("LOSS_WHOLE", "test", "1", Decimal.of("1")));
    return MeasuredVersions.with(version, parameters);
  }

  private static InstructionId verified(SampledProject of, SubmitMonitoringReport report) {
    InstructionId id = of.projects.ledger.apply(of.projects.owner, report);
    of.projects.endPublicity();
    of.projects.ledger.apply(of.projects.verifier, of.projects.verification(id));
    return id;
  }

  private static SubmitMonitoringReport firstOf(SampledProject sampled) {
    List<InstructionId> named = new ArrayList<>(sampled.survey("0", "0.02", "2023-01-10"));
    named.addAll(sampled.survey("0.8", "0.03", "2023-12-20"));
    return sampled.report(2023, named);
  }

  private static double tonnes(SampledProject of, InstructionId report) {
    return of.projects.reportOf(report).tonnes().value().doubleValue();
  }

  private static SubmitMonitoringReport of(
      SampledProject sampled, String from, String to, List<InstructionId> samplings) {
    SubmitMonitoringReport year = sampled.report(Integer.parseInt(to.substring(0, 4)), samplings);
    List<Datum> rows = new ArrayList<>();
    for (int each = Integer.parseInt(from.substring(0, 4));
        each <= Integer.parseInt(to.substring(0, 4));
        each++) {
      rows.addAll(SampledProject.activity(each));
    }
    rows.removeIf(
        row -> row.year() < Integer.parseInt(to.substring(0, 4)) && row.symbol().startsWith("LK_"));
    return new SubmitMonitoringReport(
        rows,
        Optional.empty(),
        year.documents(),
        Optional.of("Nobody monitored the days between."),
        new DateRange(LocalDate.parse(from), LocalDate.parse(to)),
        sampled.project,
        Optional.of(samplings));
  }

  @Test
  void what_is_lost_in_a_gap_is_not_gained_again_after_it() {
    SampledProject sampled = new SampledProject(lossesWhole());
    double first = tonnes(sampled, verified(sampled, firstOf(sampled)));
    List<InstructionId> low = sampled.survey("0.01", "0.04", "2024-12-20");
    double lost = tonnes(sampled, verified(sampled, of(sampled, "2024-12-11", "2024-12-20", low)));
    sampled.projects.setDate("2026-01-10");
    List<InstructionId> high = sampled.survey("0.79", "0.05", "2025-12-20");
    double again =
        tonnes(sampled, verified(sampled, of(sampled, "2025-01-01", "2025-12-31", high)));
    assertThat(first).isPositive();
    assertThat(lost + again).as("the same carbon").isNegative();
  }

  @Test
  void years_between_samplings_that_the_ledger_computes_are_in_no_range() {
    SampledProject sampled = new SampledProject();
    verified(sampled, firstOf(sampled));
    sampled.projects.setDate("2030-01-10");
    List<InstructionId> last = sampled.survey("1.5", "0.06", "2029-12-20");
    assertThat(
            sampled.projects.verdict(
                sampled.projects.owner, of(sampled, "2029-01-01", "2029-12-31", last)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_project_is_followed_by_credits_of_its_land_only_when_it_reports_no_more() {
    StockChangeProject measured = new StockChangeProject(SampledProject.version());
    Projects on = measured.projects;
    for (int year = 2027; year <= 2036; year++) {
      on.ledger.apply(
          on.authority, new PublishCalendar(Sha256.of("notice"), List.of(), List.of(), year));
    }
    for (ParticipantId certifier : List.of(on.validator, on.verifier)) {
      on.ledger.apply(
          on.authority,
          new AccreditCertifier(
              certifier,
              Sha256.of("certificate"),
              List.of(SampledProject.version().version().id()),
              LocalDate.of(2024, 1, 1),
              LocalDate.of(2050, 12, 31)));
    }
    ProposeProject early =
        Edited.with(
            Edited.with(
                measured.proposal(),
                "/design/creditingPeriod",
                "{\"from\":\"2021-01-01\",\"to\":\"2030-12-31\"}"),
            "/design/startDate",
            "\"2021-01-01\"");
    SampledProject before = new SampledProject(measured, measured.registered(early), 0);
    on.ledger.apply(on.authority, before.accreditation("2020-01-01", "2050-12-31"));
    verified(before, Edited.with(firstOf(before), "/gapExplanation", "\"It began late.\""));
    on.setDate("2031-02-01");
    ProposeProject late =
        Edited.with(
            measured.proposal(),
            "/design/creditingPeriod",
            "{\"from\":\"2031-01-01\",\"to\":\"2042-12-31\"}");
    SampledProject after = new SampledProject(measured, measured.registered(late), 0);
    on.ledger.apply(on.authority, after.accreditation("2020-01-01", "2050-12-31"));
    on.setDate("2032-02-01");
    List<InstructionId> named = new ArrayList<>(after.survey("0.83", "0.06", "2031-01-10"));
    named.addAll(after.survey("1.6", "0.09", "2031-12-20"));
    InstructionId report = on.ledger.apply(on.owner, of(after, "2031-01-01", "2031-12-31", named));
    on.endPublicity();
    assertThat(on.verdict(on.verifier, on.verification(report)))
        .as("the one before may still report")
        .isEqualTo("PREDECESSOR_UNSETTLED");
    on.ledger.apply(on.office, new DeregisterProject(before.project, "Its crediting is over."));
    assertThat(on.verdict(on.verifier, on.verification(report))).isEqualTo("APPLIED");
  }

  @Test
  void a_project_that_begins_to_measure_has_its_reports_verified() {
    Renewals renewals = new Renewals();
    Projects on = renewals.projects;
    PublishMethodology measuring = ExampleStockChange.ipcc2006();
    on.ledger.apply(on.authority, measuring);
    for (ParticipantId certifier : List.of(renewals.renewer, on.verifier)) {
      on.ledger.apply(
          on.authority,
          new AccreditCertifier(
              certifier,
              Sha256.of("certificate"),
              List.of(measuring.version().id(), renewals.design().methodology().id()),
              LocalDate.of(2024, 1, 1),
              LocalDate.of(2050, 12, 31)));
    }
    ProjectDesign design =
        Edited.with(
            Edited.with(renewals.design(), "/methodology", Codec.text(measuring.version())),
            "/strata",
            Codec.text(StockChangeProject.strata()));
    InstructionId renewal = on.ledger.apply(on.owner, new ProposeRenewal(design, renewals.project));
    on.endPublicity();
    on.ledger.apply(renewals.renewer, renewals.opinion(renewal));
    on.ledger.apply(on.office, new RegisterRenewal(renewal));
    on.setDate("2034-02-01");
    InstructionId computed =
        on.ledger.apply(
            on.owner,
            Edited.with(
                on.report(renewals.project, "2032-01-01", "2032-12-31", "100"),
                "/gapExplanation",
                "\"Not monitored.\""));
    on.endPublicity();
    on.ledger.apply(on.verifier, on.verification(computed));
    InstructionId report =
        on.ledger.apply(
            on.owner, new StockChangeProject().report(renewals.project, 2033, 2033, "0.8"));
    on.endPublicity();
    assertThat(on.verdict(on.verifier, on.verification(report))).isEqualTo("APPLIED");
  }
}
