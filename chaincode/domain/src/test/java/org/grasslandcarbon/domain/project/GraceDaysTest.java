// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of a methodology version begin and end at midnight in Beijing, 16:00 UTC. */
class GraceDaysTest {
  private static final String GRACE =
      """
      {"validFrom":"2025-04-01","validTo":"2025-09-30",
       "lastListingDay":"2025-10-31","lastValidationDay":"2026-03-31"}""";
  private static final String NO_GRACE =
      "{\"validFrom\":\"2025-04-01\",\"validTo\":\"2025-09-30\"}";

  private final Projects projects = new Projects();

  private ProposeProject proposal() {
    return Edited.with(projects.proposal(), "/design/methodology/version", "\"2.0\"");
  }

  private void publish(String validity) {
    projects.ledger.apply(
        projects.authority,
        Edited.with(
            Edited.with(ExampleMethodology.tier1(), "/version/version", "\"2.0\""),
            "/validity",
            validity));
  }

  private void setTime(String time) {
    projects.ledger.setTime(Instant.parse(time));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-31T15:59:59Z, METHODOLOGY_CLOSED",
    "2025-03-31T16:00:00Z, APPLIED",
    "2025-09-30T16:00:00Z, APPLIED",
    "2025-10-31T15:59:59Z, APPLIED",
    "2025-10-31T16:00:00Z, METHODOLOGY_CLOSED"
  })
  void a_project_is_proposed_from_the_first_day_to_the_last_of_grace(String time, String verdict) {
    publish(GRACE);
    setTime(time);
    assertThat(projects.verdict(projects.owner, proposal())).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"2025-09-30T15:59:59Z, APPLIED", "2025-09-30T16:00:00Z, METHODOLOGY_CLOSED"})
  void without_days_of_grace_the_last_day_in_force_is_the_last(String time, String verdict) {
    publish(NO_GRACE);
    setTime(time);
    assertThat(projects.verdict(projects.owner, proposal())).isEqualTo(verdict);
  }

  @Test
  void without_a_last_day_for_validation_what_was_proposed_is_validated_later() {
    publish(NO_GRACE);
    setTime("2025-09-30T15:00:00Z");
    InstructionId project = projects.ledger.apply(projects.owner, proposal());
    setTime("2026-12-01T02:00:00Z");
    assertThat(projects.verdict(projects.validator, projects.opinion(project)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_project_is_validated_to_the_last_day_of_grace_and_registered_when_the_office_does() {
    publish(GRACE);
    setTime("2025-10-31T15:59:59Z");
    InstructionId project = projects.ledger.apply(projects.owner, proposal());
    InstructionId late = projects.ledger.apply(projects.owner, proposal());
    setTime("2026-03-31T15:59:59Z");
    assertThat(projects.verdict(projects.validator, projects.opinion(project)))
        .isEqualTo("APPLIED");
    setTime("2026-03-31T16:00:00Z");
    assertThat(projects.verdict(projects.validator, projects.opinion(late)))
        .isEqualTo("METHODOLOGY_CLOSED");
    assertThat(projects.verdict(projects.office, new RegisterProject(project)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_negative_opinion_after_the_last_day_frees_the_land() {
    publish(GRACE);
    setTime("2025-10-31T15:59:59Z");
    ProposeProject proposal = proposal();
    InstructionId project = projects.ledger.apply(projects.owner, proposal);
    setTime("2026-04-01T02:00:00Z");
    projects.ledger.apply(
        projects.validator, Edited.with(projects.opinion(project), "/opinion", "\"NEGATIVE\""));
    assertThat(
            projects.verdict(
                projects.owner, Edited.with(proposal, "/design/methodology/version", "\"1.0\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void publicity_ends_at_midnight_in_beijing_for_comments_and_opinions() {
    // Monday the third of March to Friday the 28th: twenty working days.
    InstructionId project = projects.propose();
    CommentOnProject comment = new CommentOnProject(Optional.empty(), project, "At last.");
    setTime("2025-03-28T15:59:59Z");
    assertThat(projects.verdict(projects.validator, projects.opinion(project)))
        .isEqualTo("PUBLICITY_NOT_OVER");
    setTime("2025-03-28T16:00:00Z");
    assertThat(projects.verdict(projects.office, comment)).isEqualTo("PUBLICITY_OVER");
    assertThat(projects.verdict(projects.validator, projects.opinion(project)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_report_is_verified_from_midnight_in_beijing_after_its_publicity() {
    InstructionId project = projects.registered();
    projects.setDate("2026-06-01");
    // Monday the first to Friday the 26th: twenty working days.
    InstructionId report = projects.submitted(project, "2023-01-01", "2023-12-31", "100");
    setTime("2026-06-26T15:59:59Z");
    assertThat(projects.verdict(projects.verifier, projects.verification(report)))
        .isEqualTo("PUBLICITY_NOT_OVER");
    setTime("2026-06-26T16:00:00Z");
    assertThat(projects.verdict(projects.verifier, projects.verification(report)))
        .isEqualTo("APPLIED");
  }
}
