// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.views.duty.NoDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkTest {
  private final Projects projects = new Projects();
  private final ProjectedWork work = new ProjectedWork(projects.ledger);

  @AfterEach
  void close() {
    work.close();
  }

  private List<String> actions(ParticipantId participant) {
    return work.of(participant).stream().map(Work.Item::action).toList();
  }

  @Test
  void an_opinion_waits_for_the_chosen_certifier_once_publicity_is_over() {
    InstructionId project = projects.propose();
    assertThat(actions(projects.validator)).isEmpty();
    projects.setDate("2025-03-28");
    assertThat(actions(projects.validator)).as("on the last day of publicity").isEmpty();
    projects.setDate("2025-03-29");
    assertThat(work.of(projects.validator))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.action()).isEqualTo("validateProject");
              assertThat(item.kind()).isEqualTo("project");
              assertThat(item.subject()).isEqualTo(project.value());
              assertThat(item.link()).isEqualTo("/api/v1/projects/" + project);
              assertThat(item.since()).contains("2025-03-29");
              assertThat(item.due()).isEmpty();
              assertThat(item.noDue().orElseThrow().code()).isEqualTo(NoDay.NO_RULE);
            });
    assertThat(actions(projects.verifier)).isEmpty();
    assertThat(actions(projects.office)).isEmpty();
    assertThat(actions(projects.owner)).isEmpty();
  }

  @Test
  void while_a_calendar_is_missing_the_certifier_is_told_so() {
    withoutNextYearsCalendar();
    projects.propose();
    assertThat(work.of(projects.validator))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.noDue().orElseThrow().code()).isEqualTo(NoDay.NO_CALENDAR);
              assertThat(item.since()).isEmpty();
            });
  }

  /** The last calendar that there is is of 2026. */
  private void withoutNextYearsCalendar() {
    projects.setDate("2026-12-21");
  }

  @Test
  void a_validated_project_waits_for_the_office_of_its_division_and_for_no_other() {
    projects.validated();
    assertThat(actions(projects.office)).containsExactly("registerProject");
    assertThat(work.of(projects.office).get(0).since()).contains(projects.ledger.time().toString());
    ParticipantId beijing = projects.ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    assertThat(actions(beijing)).isEmpty();
    assertThat(actions(projects.validator)).isEmpty();
  }

  @Test
  void
      a_report_waits_for_certifiers_that_may_verify_it_then_for_the_office_then_for_its_verifier() {
    InstructionId report = projects.submitted();
    projects.endPublicity();
    assertThat(actions(projects.verifier)).containsExactly("verifyMonitoringReport");
    assertThat(actions(projects.validator)).as("it validated the project").isEmpty();
    ParticipantId another = projects.ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
    assertThat(actions(another)).as("it is not accredited").isEmpty();
    projects.accredit(another);
    assertThat(actions(another)).containsExactly("verifyMonitoringReport");
    projects.ledger.apply(projects.verifier, projects.verification(report));
    assertThat(actions(projects.office)).containsExactly("approveIssuance");
    assertThat(actions(projects.verifier)).isEmpty();
    projects.ledger.apply(projects.office, new ApproveIssuance(report));
    assertThat(actions(projects.verifier)).containsExactly("issueCredits");
    assertThat(actions(another)).isEmpty();
    projects.ledger.apply(projects.verifier, new IssueCredits(report));
    assertThat(actions(projects.verifier)).isEmpty();
  }

  @Test
  void an_owner_is_told_from_which_day_it_has_not_reported_and_until_when_that_can_be_claimed() {
    InstructionId id = projects.registered();
    Project project = projects.project(id);
    LocalDate first = project.design().creditingPeriod().from();
    assertThat(work.of(projects.owner))
        .filteredOn(item -> item.action().equals("submitMonitoringReport"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.since()).contains(first.toString());
              assertThat(item.due()).contains(first.plusYears(5).toString());
              assertThat(item.noDue()).isEmpty();
            });
    InstructionId report = projects.ledger.apply(projects.owner, projects.report(id));
    LocalDate reported = projects.reportOf(report).period().to();
    projects.setDate(reported.plusYears(1).plusDays(1).toString());
    assertThat(work.of(projects.owner))
        .filteredOn(item -> item.action().equals("submitMonitoringReport"))
        .singleElement()
        .satisfies(item -> assertThat(item.since()).contains(reported.plusDays(1).toString()));
    projects.setDate(reported.plusYears(1).toString());
    assertThat(actions(projects.owner)).doesNotContain("submitMonitoringReport");
  }

  @Test
  void a_renewal_can_be_proposed_in_the_years_before_the_last_day_and_on_it() {
    LocalDate last = projects.project(projects.registered()).design().creditingPeriod().to();
    projects.setDate(last.minusYears(2).toString());
    assertThat(actions(projects.owner)).doesNotContain("proposeRenewal");
    projects.setDate(last.minusYears(2).plusDays(1).toString());
    assertThat(work.of(projects.owner))
        .filteredOn(item -> item.action().equals("proposeRenewal"))
        .singleElement()
        .satisfies(item -> assertThat(item.due()).contains(last.toString()));
    projects.setDate(last.toString());
    assertThat(actions(projects.owner)).contains("proposeRenewal");
    projects.setDate(last.plusDays(1).toString());
    assertThat(actions(projects.owner)).doesNotContain("proposeRenewal");
  }

  @Test
  void what_is_due_first_comes_first_and_what_has_no_day_says_why() {
    TestLedger golden = GoldenHistory.play();
    try (ProjectedWork all = new ProjectedWork(golden)) {
      Set<String> found = new TreeSet<>();
      golden
          .records(Participant.TYPE)
          .forEach(
              participant -> {
                for (int days : new int[] {0, 2, 400}) {
                  List<Work.Item> items =
                      all.of(participant.id(), golden.time().plus(Duration.ofDays(days)));
                  items.forEach(item -> found.add(item.action()));
                  assertThat(
                          items.stream()
                              .flatMap(item -> item.due().stream())
                              .map(Work::day)
                              .toList())
                      .isSorted();
                  assertThat(items)
                      .allSatisfy(
                          item ->
                              assertThat(item.due().isPresent())
                                  .isNotEqualTo(item.noDue().isPresent()));
                }
              });
      assertThat(found)
          .as("what the golden history leaves to be done, now or when nobody does it")
          .containsExactly(
              "answerCase",
              "approveIssuance",
              "attestCash",
              "closeAuction",
              "closeTradingDay",
              "confirmWithdrawal",
              "decideGoal",
              "defaultForward",
              "deliverForward",
              "payBenefit",
              "recordInvoice",
              "releaseAuction",
              "releaseBlockTrade",
              "releaseForward",
              "settleReversal",
              "submitMonitoringReport",
              "validateProject",
              "validateRenewal",
              "verifyMonitoringReport",
              "voteOnGoal");
    }
  }
}
