// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.LandCell;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** Whoever ends a project and claims its land again goes on from where it was left. */
class SuccessionTest {
  private final Projects projects = new Projects();

  /** The example's land, once more. */
  private ProposeProject again(String from) {
    ProposeProject proposal = new ProposeProject(ExampleProject.BOUNDARY, projects.design());
    return from(proposal, from);
  }

  private static ProposeProject from(ProposeProject proposal, String from) {
    return Edited.with(
        proposal, "/design/creditingPeriod", "{\"from\":\"" + from + "\",\"to\":\"2042-12-31\"}");
  }

  private String verdict(ProposeProject proposal) {
    return projects.verdict(projects.owner, proposal);
  }

  private void end(InstructionId project) {
    projects.ledger.apply(
        projects.owner, new DeregisterProject(project, "The land contract has ended."));
  }

  /** A project with a verified report of 2023, ended. */
  private InstructionId endedAfter2023() {
    InstructionId project = projects.registered();
    projects.issued(project, "2023-01-01", "2023-12-31", "1000");
    return project;
  }

  @Test
  void no_day_is_credited_again_by_ending_the_project_and_claiming_its_land_anew() {
    InstructionId first = endedAfter2023();
    end(first);
    assertThat(verdict(again("2023-01-01"))).isEqualTo("START_DATE_NOT_ELIGIBLE");
    assertThat(verdict(again("2023-12-31"))).isEqualTo("START_DATE_NOT_ELIGIBLE");
    InstructionId second = projects.ledger.apply(projects.owner, again("2024-01-01"));
    Project.Predecessor predecessor = projects.project(second).predecessors().orElseThrow().get(0);
    assertThat(predecessor.project()).isEqualTo(first);
    assertThat(predecessor.creditedTo()).map(Object::toString).contains("2023-12-31");
  }

  @Test
  void land_that_was_never_credited_is_free_of_memories() {
    InstructionId first = projects.registered();
    projects.submitted(first, "2023-01-01", "2023-12-31", "1000");
    end(first);
    assertThat(
            projects
                .ledger
                .records(LandCell.TYPE)
                .flatMap(cell -> cell.claims().stream())
                .filter(claim -> claim.project().equals(first)))
        .isEmpty();
    InstructionId second = projects.ledger.apply(projects.owner, again("2023-01-01"));
    assertThat(projects.project(second).predecessors()).isEmpty();
  }

  @Test
  void a_live_successor_has_the_land_for_itself() {
    end(endedAfter2023());
    projects.ledger.apply(projects.owner, again("2024-01-01"));
    assertThat(verdict(again("2024-01-01"))).isEqualTo("LAND_ALREADY_CLAIMED");
  }

  @Test
  void a_project_whose_crediting_is_over_gives_way_to_one_that_begins_after_it() {
    ProposeProject proposal =
        Edited.with(
            Edited.with(
                again("2021-01-01"),
                "/design/creditingPeriod",
                "{\"from\":\"2021-01-01\",\"to\":\"2030-12-31\"}"),
            "/design/startDate",
            "\"2021-01-01\"");
    InstructionId first = projects.ledger.apply(projects.owner, proposal);
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(first));
    projects.ledger.apply(projects.office, projects.registration(first));
    projects.setDate("2030-12-31");
    assertThat(verdict(again("2031-01-01"))).isEqualTo("LAND_ALREADY_CLAIMED");
    projects.setDate("2031-01-01");
    assertThat(verdict(again("2030-12-31"))).isEqualTo("START_DATE_NOT_ELIGIBLE");
    // The accreditation of the example's certifiers ended the day before.
    assertThat(verdict(again("2031-01-01"))).isEqualTo("CERTIFIER_NOT_ACCREDITED");
  }

  @Test
  void a_loss_is_settled_and_made_good_before_anybody_follows() {
    InstructionId first = endedAfter2023();
    end(first);
    InstructionId reversal =
        projects.ledger.apply(
            projects.office,
            Edited.with(
                Edited.with(ReportReversal.TYPE.example(), "/project", "\"" + first + "\""),
                "/eventDate",
                "\"2025-01-15\""));
    assertThat(verdict(again("2024-01-01"))).isEqualTo("PREDECESSOR_UNSETTLED");
    long issued = projects.ledger.find(CreditingHistory.key(first)).orElseThrow().issued().value();
    projects.ledger.apply(
        projects.verifier,
        new SettleReversal(Tonnes.of(issued), first, Sha256.of("verification"), reversal));
    assertThat(verdict(again("2024-01-01")))
        .as("the buffer had less than was lost")
        .isEqualTo("PREDECESSOR_UNSETTLED");
  }

  @Test
  void a_loss_that_was_reported_afterwards_stops_the_successors_credits() {
    InstructionId first = endedAfter2023();
    end(first);
    InstructionId second = projects.ledger.apply(projects.owner, again("2024-01-01"));
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(second));
    projects.ledger.apply(projects.office, projects.registration(second));
    InstructionId report = projects.approved(second, "2024-01-01", "2024-12-31", "1000");
    InstructionId reversal =
        projects.ledger.apply(
            projects.office,
            Edited.with(
                Edited.with(ReportReversal.TYPE.example(), "/project", "\"" + first + "\""),
                "/eventDate",
                "\"2025-01-15\""));
    long issued = projects.ledger.find(CreditingHistory.key(first)).orElseThrow().issued().value();
    projects.ledger.apply(
        projects.verifier,
        new SettleReversal(Tonnes.of(issued), first, Sha256.of("verification"), reversal));
    assertThat(projects.verdict(projects.verifier, new IssueCredits(report)))
        .isEqualTo("REVERSAL_SHORTFALL");
  }

  @Test
  void a_loss_that_no_report_has_made_good_goes_with_the_land() {
    InstructionId first = projects.registered();
    projects.approved(first, "2023-01-01", "2023-12-31", "0");
    BigDecimal loss =
        projects.ledger.find(CreditingHistory.key(first)).orElseThrow().balance().value();
    assertThat(loss).isNegative();
    end(first);
    InstructionId second = projects.ledger.apply(projects.owner, again("2024-01-01"));
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(second));
    projects.ledger.apply(projects.office, projects.registration(second));
    InstructionId report = projects.approved(second, "2024-01-01", "2024-12-31", "1000");
    assertThat(projects.reportOf(report).verification().orElseThrow().broughtForward().value())
        .isEqualByComparingTo(loss);
  }

  @Test
  void what_was_gained_once_is_not_gained_again_from_a_lower_first_sampling() {
    Measured first = new Measured();
    InstructionId before = first.verified(2023, "0", "0.8");
    first.end();
    InstructionId report = first.follow().verified(2024, "0.1", "0.9");
    MonitoringReport verified = first.projects.reportOf(report);
    BigDecimal brought = verified.verification().orElseThrow().broughtForward().value();
    // What 0.8 g/kg less are on the land that both have: the gain of the first project and more.
    assertThat(brought).isNegative();
    assertThat(brought.negate()).isGreaterThan(new BigDecimal("3000"));
    BigDecimal credited = verified.tonnes().value().add(brought);
    assertThat(credited)
        .as("0.1 g/kg is new, of 0.8 that were gained twice")
        .isLessThan(first.projects.reportOf(before).tonnes().value().divide(BigDecimal.valueOf(4)));
  }

  @Test
  void a_first_sampling_at_what_was_verified_last_owes_nothing() {
    Measured first = new Measured();
    first.verified(2023, "0", "0.8");
    first.end();
    InstructionId report = first.follow().verified(2024, "0.81", "0.9");
    assertThat(
            first.projects.reportOf(report).verification().orElseThrow().broughtForward().value())
        .isZero();
  }

  @Test
  void stocks_of_unequal_soil_are_not_held_against_each_other() {
    Measured first = new Measured();
    first.verified(2023, "0", "0.8");
    first.end();
    SampledProject sampled = first.sampled;
    ProposeProject lighter =
        Edited.with(
            from(sampled.measured.proposal(), "2024-01-01"),
            "/design/strata/0/choices/0/parameter",
            "\"SOIL_REFERENCE.MASS_3000\"");
    first.projects.ledger.apply(
        first.projects.authority,
        Edited.with(
            MeasuredVersions.offering("SOIL_REFERENCE.MASS_3000", "3000"),
            "/version/version",
            "\"9.1\""));
    InstructionId next =
        sampled.measured.registered(Edited.with(lighter, "/design/methodology/version", "\"9.1\""));
    Measured second = new Measured(new SampledProject(sampled.measured, next, 0));
    List<InstructionId> named = new ArrayList<>(second.survey("0.1", "2024-01-10", 2024));
    named.addAll(second.survey("0.9", "2024-12-20", 2024));
    InstructionId report =
        second.projects.ledger.apply(second.projects.owner, second.sampled.report(2024, named));
    second.projects.endPublicity();
    assertThat(
            second.projects.verdict(second.projects.verifier, second.projects.verification(report)))
        .isEqualTo("PREDECESSOR_UNSETTLED");
  }

  @Test
  void only_the_first_report_of_the_successor_begins_with_what_was_left() {
    Measured first = new Measured();
    first.verified(2023, "0", "0.8");
    first.end();
    Measured second = first.follow();
    second.verified(2024, "0.1", "0.9");
    BigDecimal left =
        first
            .projects
            .ledger
            .find(CreditingHistory.key(second.project))
            .orElseThrow()
            .balance()
            .value();
    first.projects.setDate("2026-01-10");
    InstructionId report = second.later(2025, "1.2");
    assertThat(
            first.projects.reportOf(report).verification().orElseThrow().broughtForward().value())
        .isEqualByComparingTo(left);
  }

  /** A project that measures, and the one that follows it on its land. */
  private static final class Measured {
    private final SampledProject sampled;
    private final Projects projects;
    private final InstructionId project;

    Measured() {
      this(new SampledProject());
    }

    private Measured(SampledProject sampled) {
      this.sampled = sampled;
      this.projects = sampled.projects;
      this.project = sampled.project;
    }

    /** A verified report of a year between two samplings. */
    InstructionId verified(int year, String before, String after) {
      List<InstructionId> named = new ArrayList<>(survey(before, year + "-01-10", year));
      named.addAll(survey(after, year + "-12-20", year));
      return verified(year, named);
    }

    InstructionId later(int year, String after) {
      return verified(year, survey(after, year + "-12-20", year));
    }

    /**
     * Control sites have another tenth of a hundredth each time: nobody measures the same twice.
     */
    private List<InstructionId> survey(String carbon, String day, int year) {
      int hundredths = 2 * (year - 2022) + (day.endsWith("01-10") ? 0 : 1);
      String control = "0.0" + hundredths;
      return sampled.survey(carbon, control, day);
    }

    private InstructionId verified(int year, List<InstructionId> named) {
      InstructionId report = projects.ledger.apply(projects.owner, sampled.report(year, named));
      projects.endPublicity();
      projects.ledger.apply(projects.verifier, projects.verification(report));
      return report;
    }

    void end() {
      projects.ledger.apply(
          projects.owner, new DeregisterProject(project, "The land contract has ended."));
    }

    Measured follow() {
      StockChangeProject measured = sampled.measured;
      InstructionId next = measured.registered(from(measured.proposal(), "2024-01-01"));
      return new Measured(new SampledProject(measured, next, 0));
    }
  }
}
