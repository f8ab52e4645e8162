// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.PublishRegistryRule;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.participant.SourcedLimit;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

class CommentOnProjectTest {
  private final Projects projects = new Projects();
  private final InstructionId project = projects.propose();
  private final ParticipantId trader = projects.ledger.admit(TestLedger.BEIJING, Role.TRADER);

  private CommentOnProject comment(Optional<String> author) {
    return new CommentOnProject(author, project, "Who grazes the winter pasture?");
  }

  private String verdict(ParticipantId by) {
    return projects.verdict(by, comment(Optional.empty()));
  }

  @Test
  void comments_are_numbered_and_counted() {
    assertThat(verdict(trader)).isEqualTo("APPLIED");
    assertThat(verdict(projects.owner)).isEqualTo("APPLIED");
    Comment second = projects.ledger.find(Comment.key(project, 2)).orElseThrow();
    assertThat(second.by()).isEqualTo(projects.owner);
    assertThat(second.text()).isEqualTo("Who grazes the winter pasture?");
    assertThat(projects.project(project).comments()).isEqualTo(2);
  }

  @Test
  void an_office_passes_on_the_comment_of_somebody_who_is_not_admitted() {
    assertThat(projects.verdict(projects.office, comment(Optional.of("巴特尔")))).isEqualTo("APPLIED");
    assertThat(projects.ledger.find(Comment.key(project, 1)).orElseThrow().author())
        .contains("巴特尔");
  }

  @Test
  void nobody_else_speaks_for_another() {
    assertThat(projects.verdict(trader, comment(Optional.of("巴特尔")))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_comment_is_refused_on_a_project_that_is_not_there() {
    assertThat(
            projects.verdict(
                trader, new CommentOnProject(Optional.empty(), ExampleProject.ID, "Why?")))
        .isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void comments_are_taken_to_the_end_of_the_last_working_day_and_no_longer() {
    // 2025-03-03 is a Monday without a holiday in the four weeks that follow.
    projects.ledger.setTime(Instant.parse("2025-03-28T15:59:59Z"));
    assertThat(verdict(trader)).isEqualTo("APPLIED");
    projects.ledger.setTime(Instant.parse("2025-03-28T16:00:00Z"));
    assertThat(verdict(trader)).isEqualTo("PUBLICITY_OVER");
  }

  @Test
  void a_comment_is_refused_when_the_certifier_has_given_its_opinion() {
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(project));
    assertThat(verdict(trader)).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_comment_is_refused_when_there_are_as_many_as_can_be_answered() {
    Project full = projects.project(project);
    for (int i = 0; i < CommentOnProject.COMMENTS_MOST; i++) {
      full = full.withComment();
    }
    write(full);
    assertThat(verdict(trader)).isEqualTo("TOO_MANY_COMMENTS");
  }

  private String verdictOf(String author) {
    return projects.verdict(projects.office, comment(Optional.of(author)));
  }

  @Test
  void nobody_uses_up_the_comments_of_all_others() {
    for (int i = 0; i < RegistryRules.COMMENTS_UNTIL_PUBLISHED; i++) {
      assertThat(verdict(trader)).isEqualTo("APPLIED");
    }
    Verdict further = projects.ledger.submit(trader, comment(Optional.empty()));
    assertThat(further.code()).isEqualTo("TOO_MANY_COMMENTS_OF_AUTHOR");
    assertThat(further.detail()).contains("there are 10 of this author");
    assertThat(projects.project(project).comments()).isEqualTo(10);
    assertThat(verdict(projects.owner)).isEqualTo("APPLIED");
    assertThat(
            projects.verdict(
                trader, new CommentOnProject(Optional.empty(), projects.propose(), "Why?")))
        .as("another project")
        .isEqualTo("APPLIED");
  }

  @Test
  void an_office_passes_on_the_comments_of_many_and_each_counts_for_its_author() {
    projects.ledger.apply(projects.authority, rule(2, projects.ledger.time()));
    assertThat(verdictOf("巴特尔")).isEqualTo("APPLIED");
    assertThat(verdictOf("Baatar")).isEqualTo("APPLIED");
    assertThat(verdictOf("巴特尔")).isEqualTo("APPLIED");
    assertThat(verdictOf("ＢＡＡＴＡＲ ")).isEqualTo("APPLIED");
    assertThat(verdictOf("巴·特尔 ")).isEqualTo("TOO_MANY_COMMENTS_OF_AUTHOR");
    assertThat(verdictOf("baa-tar")).isEqualTo("TOO_MANY_COMMENTS_OF_AUTHOR");
    assertThat(verdictOf("村民1")).isEqualTo("APPLIED");
    assertThat(verdictOf("村民2")).isEqualTo("APPLIED");
    assertThat(verdictOf("其木格")).isEqualTo("APPLIED");
    assertThat(verdict(projects.office)).as("its own").isEqualTo("APPLIED");
  }

  @Test
  void the_number_of_the_day_counts() {
    projects.ledger.apply(
        projects.authority, rule(1, projects.ledger.time().plus(Duration.ofDays(7))));
    assertThat(verdict(trader)).isEqualTo("APPLIED");
    assertThat(verdict(trader)).isEqualTo("APPLIED");
    projects.ledger.advance(Duration.ofDays(7));
    assertThat(verdict(trader)).isEqualTo("TOO_MANY_COMMENTS_OF_AUTHOR");
    assertThat(verdict(projects.owner)).isEqualTo("APPLIED");
  }

  private static PublishRegistryRule rule(int comments, Instant from) {
    PublishRegistryRule example = PublishRegistryRule.TYPE.example();
    return new PublishRegistryRule(
        new SourcedLimit(comments, "a decision"),
        example.document(),
        example.overlap(),
        example.refusalsPerHour(),
        BeijingTime.day(from));
  }

  @Test
  void a_comment_needs_the_calendar_of_the_days_since_publicity_began() {
    projects.setDate("2026-12-28");
    InstructionId late = projects.propose();
    projects.setDate("2027-01-04");
    assertThat(
            projects.verdict(trader, new CommentOnProject(Optional.empty(), late, "A question.")))
        .isEqualTo("NO_CALENDAR");
  }

  private void write(LedgerRecord record) {
    UnitOfWork work = new UnitOfWork(projects.ledger.store());
    work.write(record);
    work.flush(Long.MAX_VALUE);
  }
}
