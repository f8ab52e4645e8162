// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.WithdrawMethodology;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.junit.jupiter.api.Test;

/** Comments on a renewal, its validation and its registration. */
class RenewalOpinionTest {
  private final Renewals renewals = new Renewals();
  private final InstructionId renewal = renewals.proposed();

  private String verdict(ValidateRenewal opinion) {
    return renewals.projects.verdict(renewals.renewer, opinion);
  }

  private String register(InstructionId id) {
    return renewals.projects.verdict(renewals.projects.office, new RegisterRenewal(id));
  }

  private void comment(String text) {
    renewals.projects.ledger.apply(
        renewals.projects.office, new CommentOnProject(Optional.empty(), renewals.project, text));
  }

  @Test
  void the_project_goes_on_under_the_validated_design() {
    renewals.projects.endPublicity();
    Project before = renewals.projects.project(renewals.project);
    assertThat(verdict(Edited.with(renewals.opinion(renewal), "/riskPercent", "\"25\"")))
        .isEqualTo("APPLIED");
    assertThat(register(renewal)).isEqualTo("APPLIED");
    Project project = renewals.projects.project(renewals.project);
    assertThat(project.design()).isEqualTo(renewals.design());
    assertThat(project.nonPermanencePercent()).hasToString("25");
    assertThat(project.validator()).contains(renewals.renewer);
    assertThat(project.number()).isEqualTo(before.number());
    assertThat(project.renewal()).isEmpty();
    assertThat(project.earlier())
        .containsExactly(
            new Project.Term(before.design(), before.nonPermanencePercent(), before.validator()));
    assertThat(renewals.projects.ledger.find(Renewal.key(renewal)).orElseThrow().state())
        .isEqualTo(Renewal.State.REGISTERED);
    assertThat(register(renewal)).isEqualTo("WRONG_STATE");
  }

  @Test
  void only_the_chosen_certifier_gives_its_opinion_once_after_publicity() {
    assertThat(verdict(renewals.opinion(renewal))).isEqualTo("PUBLICITY_NOT_OVER");
    renewals.projects.endPublicity();
    assertThat(renewals.projects.verdict(renewals.projects.validator, renewals.opinion(renewal)))
        .isEqualTo("NOT_THE_CHOSEN_CERTIFIER");
    assertThat(verdict(renewals.opinion(ExampleProject.RENEWAL))).isEqualTo("UNKNOWN_RENEWAL");
    assertThat(verdict(renewals.opinion(renewal))).isEqualTo("APPLIED");
    assertThat(verdict(renewals.opinion(renewal))).isEqualTo("WRONG_STATE");
  }

  @Test
  void an_opinion_needs_an_accreditation() {
    renewals.projects.endPublicity();
    renewals.projects.ledger.apply(
        renewals.projects.authority, new WithdrawAccreditation(renewals.renewer, "lapsed"));
    assertThat(verdict(renewals.opinion(renewal))).isEqualTo("CERTIFIER_NOT_ACCREDITED");
  }

  @Test
  void after_the_last_day_for_validation_only_a_negative_opinion_is_left() {
    renewals.projects.ledger.apply(
        renewals.projects.authority,
        new WithdrawMethodology(
            LocalDate.of(2032, 6, 2),
            Optional.of(LocalDate.of(2032, 8, 1)),
            "replaced",
            new MethodologyRef("GCS-T1", "2.0")));
    renewals.projects.setDate("2032-08-02");
    assertThat(verdict(renewals.opinion(renewal))).isEqualTo("METHODOLOGY_CLOSED");
    assertThat(verdict(Edited.with(renewals.opinion(renewal), "/opinion", "\"NEGATIVE\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_negative_opinion_ends_the_renewal_and_leaves_the_project_registered() {
    renewals.projects.endPublicity();
    assertThat(verdict(Edited.with(renewals.opinion(renewal), "/opinion", "\"NEGATIVE\"")))
        .isEqualTo("APPLIED");
    Project project = renewals.projects.project(renewals.project);
    assertThat(project.state()).isEqualTo(Project.State.REGISTERED);
    assertThat(project.renewal()).isEmpty();
    assertThat(register(renewal)).isEqualTo("WRONG_STATE");
    assertThat(renewals.projects.verdict(renewals.projects.owner, renewals.proposal()))
        .isEqualTo("APPLIED");
  }

  @Test
  void comments_are_answered_even_when_another_proposal_takes_the_place() {
    comment("The herd of 2031 is not in the baseline.");
    InstructionId other = renewals.proposed();
    comment("The tenure of S2 ends in 2040.");
    renewals.projects.endPublicity();
    ValidateProject.Answer first = new ValidateProject.Answer("It is now.", 1);
    ValidateProject.Answer second = new ValidateProject.Answer("It was extended.", 2);
    ValidateRenewal silent = renewals.opinion(other);
    assertThat(verdict(silent)).isEqualTo("COMMENTS_UNANSWERED");
    ValidateRenewal one =
        new ValidateRenewal(
            List.of(second), silent.opinion(), other, silent.report(), silent.riskPercent());
    assertThat(verdict(one)).isEqualTo("COMMENTS_UNANSWERED");
    ValidateRenewal both =
        new ValidateRenewal(
            List.of(first, second), silent.opinion(), other, silent.report(), silent.riskPercent());
    assertThat(verdict(both)).isEqualTo("APPLIED");
  }

  @Test
  void a_renewal_is_commented_on_in_its_publicity_only() {
    renewals.projects.endPublicity();
    CommentOnProject late = new CommentOnProject(Optional.empty(), renewals.project, "Too late.");
    assertThat(renewals.projects.verdict(renewals.projects.owner, late))
        .isEqualTo("PUBLICITY_OVER");
    assertThat(verdict(renewals.opinion(renewal))).isEqualTo("APPLIED");
    assertThat(register(renewal)).isEqualTo("APPLIED");
    assertThat(renewals.projects.verdict(renewals.projects.owner, late)).isEqualTo("WRONG_STATE");
  }

  @Test
  void the_office_of_the_region_registers_what_was_validated() {
    assertThat(register(renewal)).isEqualTo("WRONG_STATE");
    assertThat(register(ExampleProject.RENEWAL)).isEqualTo("UNKNOWN_RENEWAL");
    renewals.projects.endPublicity();
    renewals.projects.ledger.apply(renewals.renewer, renewals.opinion(renewal));
    renewals.projects.ledger.apply(
        renewals.projects.owner, new DeregisterProject(renewals.project, "Sold."));
    assertThat(register(renewal)).isEqualTo("WRONG_STATE");
  }
}
