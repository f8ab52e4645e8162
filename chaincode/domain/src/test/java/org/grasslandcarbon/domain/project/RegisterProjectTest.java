// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class RegisterProjectTest {
  private final Projects projects = new Projects();

  private String verdict(ParticipantId office, InstructionId project) {
    return projects.verdict(office, new RegisterProject(project));
  }

  private String number(InstructionId project) {
    return projects.project(project).number().map(ProjectNumber::value).orElse("");
  }

  @Test
  void numbers_count_up_within_a_region_and_a_year() {
    assertThat(number(projects.registered())).isEqualTo("GCS-152502-2025-0001");
    assertThat(number(projects.registered())).isEqualTo("GCS-152502-2025-0002");
    projects.setDate("2026-01-05");
    InstructionId next = projects.registered();
    assertThat(number(next)).isEqualTo("GCS-152502-2026-0001");
    assertThat(projects.project(next).state()).isEqualTo(Project.State.REGISTERED);
    assertThat(projects.project(next).registeredAt()).contains(projects.ledger.time());
  }

  @Test
  void a_project_for_practice_has_a_number_that_says_so_and_uses_up_no_other() {
    assertThat(number(practice(0))).isEqualTo("GCST-152502-2025-0001");
    assertThat(number(projects.registered())).isEqualTo("GCS-152502-2025-0001");
    assertThat(number(practice(1))).isEqualTo("GCST-152502-2025-0002");
    ProjectNumber number = new ProjectNumber("GCST-152502-2025-0002");
    assertThat(number.region()).isEqualTo(TestLedger.XILINHOT);
    assertThat(BatchId.of(number, 2024, 1)).hasToString("CN-GCST-152502-20250002-2024-001");
  }

  private InstructionId practice(int place) {
    InstructionId project =
        projects.ledger.apply(
            projects.owner,
            new ProposeProject(
                Shifted.east(ExampleProject.BOUNDARY, place),
                projects.design(ExampleMethodology.training().version())));
    projects.ledger.apply(projects.validator, projects.opinion(project));
    projects.ledger.apply(projects.office, new RegisterProject(project));
    return project;
  }

  @Test
  void registration_is_refused_for_a_project_that_is_not_there() {
    assertThat(verdict(projects.office, ExampleProject.ID)).isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void registration_is_refused_to_the_office_of_another_region() {
    ParticipantId beijing = projects.ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    assertThat(verdict(beijing, projects.validated())).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void registration_is_refused_before_validation_and_a_second_time() {
    assertThat(verdict(projects.office, projects.propose())).isEqualTo("WRONG_STATE");
    assertThat(verdict(projects.office, projects.registered())).isEqualTo("WRONG_STATE");
  }

  @Test
  void registration_is_refused_when_four_digits_are_used_up() {
    InstructionId project = projects.validated();
    InstructionId next = projects.validated();
    UnitOfWork work = new UnitOfWork(projects.ledger.store());
    work.write(new NumberSequence(Map.of("2025", 9_998), TestLedger.XILINHOT, Optional.empty()));
    work.flush(Long.MAX_VALUE);
    assertThat(verdict(projects.office, project)).isEqualTo("APPLIED");
    assertThat(number(project)).isEqualTo("GCS-152502-2025-9999");
    assertThat(verdict(projects.office, next)).isEqualTo("NUMBERS_EXHAUSTED");
  }
}
