// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** What was measured under a name is not measured anew under another. */
class StrataContinuityTest {
  private final StockChangeProject measured = new StockChangeProject(SampledProject.version());
  private final Projects projects = measured.projects;

  /** The ten years from 2021 on, of which the second last has begun. */
  private InstructionId ending() {
    ProposeProject proposal =
        Edited.with(
            Edited.with(
                measured.proposal(),
                "/design/creditingPeriod",
                "{\"from\":\"2021-01-01\",\"to\":\"2030-12-31\"}"),
            "/design/startDate",
            "\"2021-01-01\"");
    InstructionId project = measured.registered(proposal);
    projects.ledger.apply(
        projects.authority, new PublishCalendar(Sha256.of("notice"), List.of(), List.of(), 2029));
    projects.setDate("2029-03-01");
    return project;
  }

  private ProposeRenewal renewal(InstructionId project) {
    return new ProposeRenewal(
        Edited.with(
            projects.project(project).design(),
            "/creditingPeriod",
            "{\"from\":\"2031-01-01\",\"to\":\"2040-12-31\"}"),
        project);
  }

  private String verdict(ProposeRenewal renewal) {
    return projects.verdict(projects.owner, renewal);
  }

  @Test
  void a_renewal_gives_no_measured_stratum_another_name() {
    ProposeRenewal renewal = renewal(ending());
    assertThat(verdict(Edited.with(renewal, "/design/strata/0/name", "\"X1\"")))
        .isEqualTo("BAD_RENEWAL");
    assertThat(verdict(renewal)).isEqualTo("APPLIED");
  }

  @Test
  void a_renewal_moves_no_border_between_measured_strata_nor_leaves_one_out() {
    ProposeRenewal renewal = renewal(ending());
    ProposeRenewal moved =
        Edited.with(
            Edited.with(renewal, "/design/strata/0/areaHectares", "\"2900\""),
            "/design/strata/1/areaHectares",
            "\"1500\"");
    assertThat(verdict(moved)).isEqualTo("BAD_RENEWAL");
    assertThat(verdict(Edited.without(renewal, "/design/strata/1"))).isEqualTo("BAD_RENEWAL");
  }

  @Test
  void outlines_are_carried_over_and_not_drawn_anew() {
    InstructionId project = ending();
    ProposeRenewal renewal = renewal(project);
    assertThat(
            verdict(
                new ProposeRenewal(
                    renewal.design(), Optional.of(StockChangeProject.outlines(0)), project)))
        .isEqualTo("BAD_OUTLINE");
    InstructionId proposed = projects.ledger.apply(projects.owner, renewal);
    projects.endPublicity();
    projects.ledger.apply(
        projects.validator,
        new ValidateRenewal(
            List.of(), Opinion.POSITIVE, proposed, Sha256.of("validation"), Optional.empty()));
    projects.ledger.apply(projects.office, new RegisterRenewal(proposed));
    Project renewed = projects.project(project);
    assertThat(renewed.outlines()).contains(project);
    assertThat(renewed.earlier().get(0).outlines()).contains(project);
  }

  @Test
  void strata_that_nobody_measures_may_be_drawn_anew() {
    Renewals renewals = new Renewals();
    assertThat(
            renewals.projects.verdict(
                renewals.projects.owner,
                Edited.with(renewals.proposal(), "/design/strata/0/name", "\"X1\"")))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_renewal_that_begins_to_measure_draws_its_strata() {
    Renewals renewals = new Renewals();
    Projects on = renewals.projects;
    on.ledger.apply(on.authority, SampledProject.version());
    on.ledger.apply(
        on.authority,
        new AccreditCertifier(
            renewals.renewer,
            Sha256.of("certificate"),
            List.of(SampledProject.version().version().id()),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2050, 12, 31)));
    ProjectDesign design =
        Edited.with(
            Edited.with(
                renewals.design(), "/methodology", Codec.text(SampledProject.version().version())),
            "/strata",
            Codec.text(StockChangeProject.strata()));
    assertThat(on.verdict(on.owner, new ProposeRenewal(design, renewals.project)))
        .isEqualTo("BAD_OUTLINE");
    InstructionId renewal =
        on.ledger.apply(
            on.owner,
            new ProposeRenewal(
                design, Optional.of(StockChangeProject.outlines(0)), renewals.project));
    assertThat(on.ledger.find(StrataOutlines.key(renewal)).orElseThrow().project())
        .isEqualTo(renewals.project);
    on.endPublicity();
    on.ledger.apply(renewals.renewer, renewals.opinion(renewal));
    on.ledger.apply(on.office, new RegisterRenewal(renewal));
    assertThat(on.project(renewals.project).outlines()).contains(renewal);
    assertThat(on.project(renewals.project).earlier().get(0).outlines()).isEmpty();
  }
}
