// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class ApproveIssuanceTest {
  private final Projects projects = new Projects();

  private String verdict(ParticipantId office, InstructionId report) {
    return projects.verdict(office, new ApproveIssuance(report));
  }

  @Test
  void the_office_of_the_region_approves_a_verified_report() {
    MonitoringReport approved = projects.reportOf(projects.approved());
    assertThat(approved.state()).isEqualTo(MonitoringReport.State.APPROVED);
    assertThat(approved.approval().orElseThrow().by()).isEqualTo(projects.office);
  }

  @Test
  void approval_is_refused_for_a_report_that_is_not_there() {
    assertThat(verdict(projects.office, ExampleReport.ID)).isEqualTo("UNKNOWN_REPORT");
  }

  @Test
  void approval_is_refused_to_the_office_of_another_region() {
    ParticipantId beijing = projects.ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    assertThat(verdict(beijing, projects.verified())).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void approval_is_refused_before_verification_and_a_second_time() {
    assertThat(verdict(projects.office, projects.submitted())).isEqualTo("WRONG_STATE");
    assertThat(verdict(projects.office, projects.approved())).isEqualTo("WRONG_STATE");
  }

  @Test
  void approval_is_refused_when_the_project_has_ended() {
    InstructionId report = projects.verified();
    InstructionId project = projects.reportOf(report).project();
    projects.ledger.apply(projects.owner, new DeregisterProject(project, "Sold."));
    assertThat(verdict(projects.office, report)).isEqualTo("WRONG_STATE");
  }
}
