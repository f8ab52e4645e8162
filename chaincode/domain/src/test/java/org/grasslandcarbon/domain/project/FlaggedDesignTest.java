// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.plausibility.FlagCode;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.junit.jupiter.api.Test;

/** What is implausible in a design is answered in public before anything is validated. */
class FlaggedDesignTest {
  private final Projects projects = new Projects();

  /** Three times the published rate, and high input without better management. */
  private static ProjectDesign implausible(ProjectDesign design) {
    ProjectDesign greedy = Edited.with(design, "/expectedTonnesPerYear", "33100");
    int choice = 0;
    while (!greedy.strata().get(0).choices().get(choice).symbol().equals("F_I_WP")) {
      choice++;
    }
    return Edited.with(greedy, "/strata/0/choices/" + choice + "/parameter", "\"F_I.HIGH\"");
  }

  private InstructionId proposed() {
    projects.ledger.apply(projects.authority, ExampleMethodology.flagged());
    MethodologyRef flagged = ExampleMethodology.flagged().version();
    InstructionId project =
        projects.ledger.apply(
            projects.owner,
            Edited.with(
                projects.proposal(), "/design", Codec.text(implausible(projects.design(flagged)))));
    projects.evidence(project);
    projects.endPublicity();
    return project;
  }

  private String opinion(ValidateProject opinion) {
    return projects.verdict(projects.validator, opinion);
  }

  private static ValidateProject with(ValidateProject opinion, List<Finding> findings) {
    return new ValidateProject(
        opinion.answers(),
        Optional.of(findings),
        opinion.opinion(),
        opinion.project(),
        opinion.report(),
        opinion.riskPercent());
  }

  @Test
  void the_flags_of_a_design_stand_on_the_project() {
    assertThat(projects.project(proposed()).flags().orElseThrow())
        .extracting(Flag::code)
        .containsExactlyInAnyOrder(FlagCode.EXPECTED_RATE, FlagCode.HIGH_INPUT_UNIMPROVED);
  }

  @Test
  void a_version_without_rules_flags_nothing() {
    assertThat(projects.project(projects.propose()).flags()).isEmpty();
  }

  @Test
  void a_design_without_flags_under_a_version_with_rules_says_that_there_are_none() {
    projects.ledger.apply(projects.authority, ExampleMethodology.flagged());
    InstructionId project =
        projects.ledger.apply(
            projects.owner,
            Edited.with(projects.proposal(), "/design/methodology/version", "\"1.1\""));
    assertThat(projects.project(project).flags()).contains(List.of());
    projects.evidence(project);
    projects.endPublicity();
    assertThat(opinion(projects.opinion(project))).isEqualTo("APPLIED");
  }

  @Test
  void every_flag_is_answered_before_a_design_is_validated() {
    InstructionId project = proposed();
    ValidateProject all = projects.opinion(project);
    List<Finding> answers = new ArrayList<>(all.findings().orElseThrow());
    assertThat(answers).hasSize(2);
    assertThat(opinion(with(all, List.of()))).isEqualTo("FLAG_NOT_ADDRESSED");
    Finding last = answers.remove(1);
    assertThat(projects.ledger.submit(projects.validator, with(all, answers)).detail())
        .hasValueSatisfying(
            detail -> assertThat(detail).contains(last.flag().orElseThrow().toString()));
    assertThat(opinion(with(all, answers))).isEqualTo("FLAG_NOT_ADDRESSED");
    assertThat(opinion(all)).isEqualTo("APPLIED");
    assertThat(projects.ledger.find(Validation.key(project)).orElseThrow().findings())
        .isEqualTo(all.findings());
  }

  @Test
  void a_finding_that_must_be_closed_says_how() {
    InstructionId project = proposed();
    ValidateProject all = projects.opinion(project);
    List<Finding> findings = new ArrayList<>(all.findings().orElseThrow());
    findings.add(
        new Finding(
            Optional.empty(), Finding.Kind.MUST_CLOSE, "The fence of S2 is drawn, not built."));
    assertThat(opinion(with(all, findings))).isEqualTo("FINDINGS_OPEN");
  }

  @Test
  void a_negative_opinion_answers_nothing() {
    InstructionId project = proposed();
    ValidateProject plain = with(projects.opinion(project), List.of());
    assertThat(opinion(Edited.with(plain, "/opinion", "\"NEGATIVE\""))).isEqualTo("APPLIED");
    assertThat(projects.ledger.find(Validation.key(project)).orElseThrow().severe()).isEmpty();
  }

  @Test
  void the_office_has_read_what_is_severe_before_it_registers() {
    InstructionId project = proposed();
    projects.ledger.apply(projects.validator, projects.opinion(project));
    AnsweredFlag severe = new AnsweredFlag(FlagCode.HIGH_INPUT_UNIMPROVED, Optional.of("S1"));
    assertThat(projects.ledger.find(Validation.key(project)).orElseThrow().severe())
        .contains(List.of(severe));
    assertThat(projects.verdict(projects.office, new RegisterProject(project)))
        .isEqualTo("FLAG_NOT_READ");
    AnsweredFlag another = new AnsweredFlag(FlagCode.HIGH_INPUT_UNIMPROVED, Optional.of("S2"));
    assertThat(
            projects.verdict(
                projects.office, new RegisterProject(Optional.of(List.of(another)), project)))
        .isEqualTo("FLAG_NOT_READ");
    assertThat(
            projects.verdict(
                projects.office, new RegisterProject(Optional.of(List.of(severe)), project)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_renewal_is_flagged_answered_and_read_like_a_project() {
    Renewals renewals = new Renewals();
    Projects on = renewals.projects;
    on.ledger.apply(on.authority, ExampleMethodology.flagged());
    on.ledger.apply(on.owner, ExampleProject.evidence(renewals.design(), renewals.project));
    InstructionId renewal =
        on.ledger.apply(
            on.owner,
            new ProposeRenewal(
                implausible(Edited.with(renewals.design(), "/methodology/version", "\"1.1\"")),
                renewals.project));
    on.endPublicity();
    assertThat(on.ledger.find(Renewal.key(renewal)).flatMap(Renewal::flags).orElseThrow())
        .hasSize(2);
    ValidateRenewal all = renewals.opinion(renewal);
    assertThat(on.verdict(renewals.renewer, Edited.without(all, "/findings/0")))
        .isEqualTo("FLAG_NOT_ADDRESSED");
    on.ledger.apply(renewals.renewer, all);
    assertThat(on.verdict(on.office, new RegisterRenewal(renewal))).isEqualTo("FLAG_NOT_READ");
    AnsweredFlag severe = new AnsweredFlag(FlagCode.HIGH_INPUT_UNIMPROVED, Optional.of("S1"));
    assertThat(on.verdict(on.office, new RegisterRenewal(Optional.of(List.of(severe)), renewal)))
        .isEqualTo("APPLIED");
    assertThat(on.project(renewals.project).flags()).as("of the first design").isEmpty();
  }
}
