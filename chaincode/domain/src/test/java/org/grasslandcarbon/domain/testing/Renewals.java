// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.ProposeRenewal;
import org.grasslandcarbon.domain.project.RegisterRenewal;
import org.grasslandcarbon.domain.project.Renewal;
import org.grasslandcarbon.domain.project.ValidateRenewal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A registered project whose crediting period, the ten years to 2032, ends soon, and version 2.0 of
 * its methodology, which withholds 20 percent.
 */
public final class Renewals {
  public final Projects projects = new Projects();
  public final ParticipantId renewer = projects.ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
  public final InstructionId project;

  /** On 2032-06-01. */
  public Renewals() {
    project =
        projects.ledger.apply(
            projects.owner,
            new ProposeProject(
                ExampleProject.BOUNDARY,
                Edited.with(projects.design(), "/creditingPeriod/to", "\"2032-12-31\"")));
    projects.endPublicity();
    projects.ledger.apply(projects.validator, projects.opinion(project));
    projects.ledger.apply(projects.office, projects.registration(project));
    projects.ledger.apply(
        projects.authority,
        Edited.with(
            Edited.with(ExampleMethodology.tier1(), "/version/version", "\"2.0\""),
            "/terms/nonPermanencePercent",
            "\"20\""));
    for (int year = 2030; year <= 2046; year++) {
      projects.ledger.apply(
          projects.authority, new PublishCalendar(Sha256.of("notice"), List.of(), List.of(), year));
    }
    for (ParticipantId certifier : List.of(projects.validator, projects.verifier, renewer)) {
      projects.ledger.apply(
          projects.authority,
          new AccreditCertifier(
              certifier,
              Sha256.of("certificate"),
              List.of(
                  ExampleMethodology.tier1().version().id(),
                  ExampleMethodology.training().version().id()),
              LocalDate.of(2024, 1, 1),
              LocalDate.of(2050, 12, 31)));
    }
    projects.setDate("2032-06-01");
  }

  /** The design of the ten years from 2033 on, under version 2.0. */
  public ProjectDesign design() {
    ProjectDesign following =
        Edited.with(
            Edited.with(projects.design(), "/methodology/version", "\"2.0\""),
            "/creditingPeriod",
            "{\"from\":\"2033-01-01\",\"to\":\"2042-12-31\"}");
    return Edited.with(following, "/certifier", "\"" + renewer.value() + "\"");
  }

  public ProposeRenewal proposal() {
    return new ProposeRenewal(design(), project);
  }

  public InstructionId proposed() {
    return projects.ledger.apply(projects.owner, proposal());
  }

  public ValidateRenewal opinion(InstructionId renewal) {
    return new ValidateRenewal(
        List.of(),
        Projects.answering(projects.ledger.find(Renewal.key(renewal)).flatMap(Renewal::flags)),
        Opinion.POSITIVE,
        renewal,
        Sha256.of("validation"),
        Optional.empty());
  }

  public InstructionId validated() {
    InstructionId renewal = proposed();
    projects.endPublicity();
    projects.ledger.apply(renewer, opinion(renewal));
    return renewal;
  }

  public InstructionId registered() {
    InstructionId renewal = validated();
    projects.ledger.apply(projects.office, new RegisterRenewal(renewal));
    return renewal;
  }
}
