// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateProjectTest {
  private final Projects projects = new Projects();

  private ValidateProject opinion(
      InstructionId project, Opinion opinion, String risk, ValidateProject.Answer... answers) {
    return new ValidateProject(
        List.of(answers),
        opinion,
        project,
        Sha256.of("validation"),
        Optional.ofNullable(risk).map(Decimal::of));
  }

  private String verdict(InstructionId project) {
    return projects.verdict(projects.validator, projects.opinion(project));
  }

  @Test
  void the_chosen_certifier_validates_a_project_after_publicity() {
    InstructionId id = projects.validated();
    Project project = projects.project(id);
    assertThat(project.state()).isEqualTo(Project.State.VALIDATED);
    assertThat(project.validator()).contains(projects.validator);
    assertThat(projects.ledger.find(Validation.key(id)).orElseThrow().report())
        .isEqualTo(Sha256.of("validation"));
  }

  @Test
  void a_negative_opinion_ends_the_project() {
    InstructionId id = projects.propose();
    projects.endPublicity();
    projects.ledger.apply(projects.validator, opinion(id, Opinion.NEGATIVE, null));
    assertThat(projects.project(id).state()).isEqualTo(Project.State.REJECTED);
    assertThat(projects.verdict(projects.office, new RegisterProject(id))).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_validation_is_refused_for_a_project_that_is_not_there() {
    assertThat(verdict(ExampleProject.ID)).isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void a_validation_is_refused_to_a_certifier_that_the_project_did_not_choose() {
    InstructionId id = projects.propose();
    projects.endPublicity();
    assertThat(projects.verdict(projects.verifier, projects.opinion(id)))
        .isEqualTo("NOT_THE_CHOSEN_CERTIFIER");
  }

  @Test
  void a_project_is_validated_once() {
    assertThat(verdict(projects.validated())).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_validation_is_refused_when_the_accreditation_has_ended() {
    InstructionId id = projects.propose();
    projects.endPublicity();
    projects.ledger.apply(
        projects.authority, new WithdrawAccreditation(projects.validator, "lapsed"));
    assertThat(verdict(id)).isEqualTo("CERTIFIER_NOT_ACCREDITED");
  }

  @ParameterizedTest
  @CsvSource({
    // The public CCER notice of 2026-07-17 to 2026-08-13: twenty working days, both ends counted.
    "2026-07-17, 2026-08-13, 2026-08-14",
    // Over National Day 2025: eight days free, a Sunday and a Saturday worked for them.
    "2025-09-22, 2025-10-23, 2025-10-24",
    // Begun on a Saturday, which does not count.
    "2026-06-06, 2026-07-03, 2026-07-04"
  })
  void publicity_lasts_twenty_working_days_with_both_ends_counted(
      String from, String last, String over) {
    projects.setDate(from);
    InstructionId id = projects.propose();
    projects.setDate(last);
    assertThat(verdict(id)).isEqualTo("PUBLICITY_NOT_OVER");
    projects.setDate(over);
    assertThat(verdict(id)).isEqualTo("APPLIED");
  }

  @Test
  void a_validation_needs_the_calendar_of_every_year_of_publicity() {
    projects.setDate("2026-12-28");
    InstructionId id = projects.propose();
    projects.setDate("2027-03-01");
    assertThat(verdict(id)).isEqualTo("NO_CALENDAR");
  }

  @Test
  void every_comment_must_be_answered() {
    InstructionId id = projects.propose();
    for (int i = 0; i < 3; i++) {
      projects.ledger.apply(
          projects.office, new CommentOnProject(Optional.empty(), id, "Question " + i));
    }
    projects.endPublicity();
    ValidateProject.Answer first = new ValidateProject.Answer("Yes.", 1);
    ValidateProject.Answer second = new ValidateProject.Answer("No.", 2);
    ValidateProject.Answer third = new ValidateProject.Answer("Seen on site.", 3);
    ValidateProject two = opinion(id, Opinion.POSITIVE, null, first, third);
    assertThat(projects.ledger.submit(projects.validator, two).toString())
        .contains("COMMENTS_UNANSWERED")
        .contains("[2]");
    ValidateProject all = opinion(id, Opinion.POSITIVE, null, first, second, third);
    assertThat(projects.verdict(projects.validator, all)).isEqualTo("APPLIED");
    assertThat(projects.ledger.find(Validation.key(id)).orElseThrow().answers()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"15.5, 15.5", "12, 12", "3, 12"})
  void the_buffer_share_is_the_rating_but_never_below_the_methodologys(String risk, String share) {
    InstructionId id = projects.propose();
    projects.endPublicity();
    projects.ledger.apply(projects.validator, opinion(id, Opinion.POSITIVE, risk));
    assertThat(projects.project(id).nonPermanencePercent()).isEqualTo(Decimal.of(share));
  }
}
