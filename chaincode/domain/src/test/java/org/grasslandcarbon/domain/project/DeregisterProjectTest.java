// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class DeregisterProjectTest {
  private final Projects projects = new Projects();

  private String verdict(ParticipantId by, InstructionId project) {
    return projects.verdict(by, new DeregisterProject(project, "The contract has ended."));
  }

  @Test
  void the_owner_the_office_and_the_authority_may_end_a_project() {
    assertThat(verdict(projects.owner, projects.registered())).isEqualTo("APPLIED");
    assertThat(verdict(projects.office, projects.registered())).isEqualTo("APPLIED");
    InstructionId third = projects.registered();
    assertThat(verdict(projects.authority, third)).isEqualTo("APPLIED");
    Project ended = projects.project(third);
    assertThat(ended.state()).isEqualTo(Project.State.DEREGISTERED);
    assertThat(ended.deregistration().orElseThrow().by()).isEqualTo(projects.authority);
  }

  @Test
  void a_project_that_has_ended_can_never_be_registered_again() {
    InstructionId project = projects.registered();
    verdict(projects.owner, project);
    assertThat(projects.verdict(projects.office, new RegisterProject(project)))
        .isEqualTo("WRONG_STATE");
    assertThat(verdict(projects.owner, project)).isEqualTo("WRONG_STATE");
  }

  @Test
  void an_owner_may_take_back_a_proposal() {
    InstructionId project = projects.propose();
    assertThat(verdict(projects.owner, project)).isEqualTo("APPLIED");
    projects.endPublicity();
    assertThat(projects.verdict(projects.validator, projects.opinion(project)))
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void ending_is_refused_for_a_project_that_is_not_there() {
    assertThat(verdict(projects.owner, ExampleProject.ID)).isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void ending_is_refused_to_another_owner_and_to_the_office_of_another_region() {
    ParticipantId other = projects.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    ParticipantId beijing = projects.ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    InstructionId project = projects.registered();
    assertThat(verdict(other, project)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(beijing, project)).isEqualTo("NOT_ALLOWED");
  }
}
