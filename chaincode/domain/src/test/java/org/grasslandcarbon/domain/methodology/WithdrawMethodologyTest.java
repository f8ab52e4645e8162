// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.junit.jupiter.api.Test;

class WithdrawMethodologyTest {
  private final Projects projects = new Projects();
  private final MethodologyRef version = ExampleMethodology.tier1().version();

  private WithdrawMethodology from(String day, Optional<String> lastValidation) {
    return new WithdrawMethodology(
        LocalDate.parse(day), lastValidation.map(LocalDate::parse), "replaced", version);
  }

  private String withdraw(String day) {
    return projects.verdict(projects.authority, from(day, Optional.empty()));
  }

  @Test
  void a_withdrawn_version_refuses_new_projects_from_the_day_on() {
    assertThat(withdraw("2025-03-10")).isEqualTo("APPLIED");
    projects.setDate("2025-03-09");
    assertThat(projects.verdict(projects.owner, projects.proposal())).isEqualTo("APPLIED");
    projects.setDate("2025-03-10");
    assertThat(projects.verdict(projects.owner, projects.proposal()))
        .isEqualTo("METHODOLOGY_CLOSED");
  }

  @Test
  void a_project_proposed_before_may_be_validated_until_the_last_day() {
    InstructionId project = projects.propose();
    InstructionId other = projects.propose();
    projects.ledger.apply(projects.authority, from("2025-03-10", Optional.of("2025-06-30")));
    projects.setDate("2025-06-30");
    assertThat(projects.verdict(projects.validator, projects.opinion(project)))
        .isEqualTo("APPLIED");
    projects.setDate("2025-07-01");
    assertThat(projects.verdict(projects.validator, projects.opinion(other)))
        .isEqualTo("METHODOLOGY_CLOSED");
  }

  @Test
  void a_version_that_is_not_published_cannot_be_withdrawn() {
    var other =
        new WithdrawMethodology(
            LocalDate.of(2026, 1, 1),
            Optional.empty(),
            "replaced",
            new MethodologyRef("GCS-T1", "9"));
    assertThat(projects.verdict(projects.authority, other)).isEqualTo("UNKNOWN_METHODOLOGY");
  }

  @Test
  void a_version_is_withdrawn_once() {
    withdraw("2025-03-10");
    assertThat(withdraw("2025-03-11")).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_version_is_not_closed_for_days_that_have_passed() {
    assertThat(withdraw("2025-03-02")).isEqualTo("BAD_METHODOLOGY");
    assertThat(withdraw("2025-03-03")).isEqualTo("APPLIED");
  }
}
